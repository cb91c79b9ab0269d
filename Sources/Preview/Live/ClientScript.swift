/// Adds the script element to a page that loads the live-reload client.
enum ClientScript {
  static let script = "/_collate/client.js"

  /// Returns the page with the script element before its last `</body>`, or at its end if it has none.
  static func marking(_ page: [UInt8]) -> [UInt8] {
    let print = Fingerprint(page)
    let line =
      "<script src=\"\(script)\" data-whole=\"\(print.whole)\" data-shape=\"\(print.shape)\" defer></script>\n"
    guard let place = lastIndex(of: Array("</body>".utf8), in: page) else { return page + line.utf8 }
    return Array(page[..<place]) + line.utf8 + page[place...]
  }

  private static func lastIndex(of mark: [UInt8], in page: [UInt8]) -> Int? {
    guard page.count >= mark.count else { return nil }
    var start = page.count - mark.count
    while start >= 0 {
      if page[start] == mark[0], page[start..<(start + mark.count)] == mark[...] { return start }
      start -= 1
    }
    return nil
  }
}
