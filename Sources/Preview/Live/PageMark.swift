/// The one line that a page gets before it is sent: it loads the script that keeps the page as new as the site.
enum PageMark {
  static let script = "/_collate/client.js"

  /// The page with the line before the end of its body, or at its own end where it has none.
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
