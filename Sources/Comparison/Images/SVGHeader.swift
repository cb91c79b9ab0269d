/// Determines the size of an SVG image from its root element.
enum SVGHeader {
  /// Returns the size given by `width` and `height` in pixels, completed by the aspect ratio of the `viewBox`, or else
  /// the size of the `viewBox`.
  static func size(_ text: some Collection<UInt8>) -> ImageSize? {
    guard let attributes = rootAttributes(Array(text)) else { return nil }
    let box = attributes["viewBox"].map(numbers) ?? []
    let boxSize = box.count == 4 && box[2] > 0 && box[3] > 0 ? (width: box[2], height: box[3]) : nil
    switch (attributes["width"].flatMap(pixels), attributes["height"].flatMap(pixels), boxSize) {
    case (let width?, let height?, _): return size(width, height)
    case (let width?, nil, let box?): return size(width, width * box.height / box.width)
    case (nil, let height?, let box?): return size(height * box.width / box.height, height)
    case (nil, nil, let box?): return size(box.width, box.height)
    default: return nil
    }
  }

  private static func size(_ width: Double, _ height: Double) -> ImageSize? {
    guard width.isFinite, height.isFinite, width < 1e6, height < 1e6 else { return nil }
    return ImageSize(width: Int(width.rounded()), height: Int(height.rounded()))
  }

  // MARK: Markup

  private static let space: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]

  /// Returns the attributes of the first element if it is `svg`; comments, processing instructions and a document type
  /// may precede it.
  private static func rootAttributes(_ bytes: [UInt8]) -> [String: String]? {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while true {
      rest = rest.drop { space.contains($0) }
      if rest.starts(with: "<!--".utf8) {
        guard skip(&rest, past: "-->") else { return nil }
      } else if rest.starts(with: "<?".utf8) {
        guard skip(&rest, past: "?>") else { return nil }
      } else if rest.starts(with: "<!".utf8) {
        let inner = rest.firstIndex(of: UInt8(ascii: "["))
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
        let hasSubset = inner.map { inner in end.map { inner < $0 } ?? true } ?? false
        if hasSubset, !skip(&rest, past: "]") { return nil }
        guard skip(&rest, past: ">") else { return nil }
      } else {
        guard rest.starts(with: "<svg".utf8), let after = rest.dropFirst(4).first, space.contains(after)
        else {
          return nil
        }
        return attributes(rest.dropFirst(4))
      }
    }
  }

  private static func skip(_ rest: inout ArraySlice<UInt8>, past mark: String) -> Bool {
    let mark = Array(mark.utf8)
    while rest.count >= mark.count {
      if rest.starts(with: mark) {
        rest = rest.dropFirst(mark.count)
        return true
      }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Parses the attributes up to the end of the tag; nil if the tag is malformed.
  private static func attributes(_ tag: ArraySlice<UInt8>) -> [String: String]? {
    var rest = tag
    var found: [String: String] = [:]
    while true {
      rest = rest.drop { space.contains($0) }
      guard let first = rest.first else { return nil }
      if first == UInt8(ascii: ">") || first == UInt8(ascii: "/") { return found }
      let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && !space.contains($0) }
      rest = rest.dropFirst(name.count).drop { space.contains($0) }
      guard rest.first == UInt8(ascii: "=") else { return nil }
      rest = rest.dropFirst().drop { space.contains($0) }
      guard let quote = rest.first, quote == 0x22 || quote == 0x27 else { return nil }
      let value = rest.dropFirst().prefix { $0 != quote }
      guard value.endIndex < rest.endIndex else { return nil }
      rest = rest[value.endIndex...].dropFirst()
      found[String(decoding: name, as: UTF8.self)] = String(decoding: value, as: UTF8.self)
    }
  }

  // MARK: Numbers

  /// Parses a positive length without a unit or in `px`; nil for any other text.
  private static func pixels(_ text: String) -> Double? {
    var text = text.utf8[...].drop { space.contains($0) }
    while let last = text.last, space.contains(last) { text = text.dropLast() }
    if text.suffix(2).elementsEqual("px".utf8) { text = text.dropLast(2) }
    return number(text).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Parses a list of numbers separated by white space or commas; returns an empty list if it is malformed.
  private static func numbers(_ text: String) -> [Double] {
    let parts = text.utf8.split { space.contains($0) || $0 == UInt8(ascii: ",") }
    let numbers = parts.compactMap { number($0) }
    return numbers.count == parts.count ? numbers : []
  }

  private static func number(_ text: Substring.UTF8View) -> Double? {
    let allowed = Set("0123456789.+-eE".utf8)
    guard !text.isEmpty, text.count <= 40, text.allSatisfy(allowed.contains) else { return nil }
    return Double(String(Substring(text))).flatMap { $0.isFinite ? $0 : nil }
  }
}
