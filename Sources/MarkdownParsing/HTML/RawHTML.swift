/// The filter for raw HTML, for sites that allow it.
enum RawHTML {
  private static let names = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ].map { Array($0.utf8) }

  /// Escapes the tags that change how everything after them is parsed (GFM 0.29, "Disallowed Raw HTML").
  static func filtered(_ html: String) -> String {
    let bytes = Array(html.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == 0x3C, isDisallowed(bytes[(index + 1)...]) {
        result += Array("&lt;".utf8)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Returns the name of the first tag that `filtered` escapes.
  static func firstDisallowed(in html: String) -> String? {
    let bytes = Array(html.utf8)
    for (index, byte) in bytes.enumerated() where byte == 0x3C {
      if let name = disallowedName(bytes[(index + 1)...]) { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }

  private static func isDisallowed(_ rest: ArraySlice<UInt8>) -> Bool { disallowedName(rest) != nil }

  private static func disallowedName(_ rest: ArraySlice<UInt8>) -> [UInt8]? {
    let rest = rest.first == 0x2F ? rest.dropFirst() : rest
    return names.first { name in
      guard rest.count >= name.count, zip(rest, name).allSatisfy({ $0 | 0x20 == $1 }) else { return false }
      guard let next = rest.dropFirst(name.count).first else { return true }
      return [0x20, 0x09, 0x0A, 0x0C, 0x2F, 0x3E].contains(next)
    }
  }
}
