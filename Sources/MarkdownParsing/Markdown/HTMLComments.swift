/// Removes HTML comments, which are not published.
enum HTMLComments {
  /// Returns the HTML without its comments. A comment that is never closed is returned separately.
  static func removed(from html: String) -> (text: String, unclosed: String?) {
    let bytes = Array(html.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index...].starts(with: opening) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      var end = index + opening.count
      // `<!-->` and `<!--->` are complete comments.
      if bytes[end...].starts(with: [0x3E]) {
        end += 1
      } else if bytes[end...].starts(with: [0x2D, 0x3E]) {
        end += 2
      } else {
        while end < bytes.count, !bytes[end...].starts(with: closing) { end += 1 }
        guard end < bytes.count else {
          return (String(decoding: result, as: UTF8.self), String(decoding: bytes[index...], as: UTF8.self))
        }
        end += closing.count
      }
      index = end
    }
    return (String(decoding: result, as: UTF8.self), nil)
  }

  private static let opening = Array("<!--".utf8)
  private static let closing = Array("-->".utf8)
}
