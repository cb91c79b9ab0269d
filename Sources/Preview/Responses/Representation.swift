/// The representation of a resource (RFC 9110, 3.2): body, headers and entity tag, from which responses to all kinds of
/// requests are made.
struct Representation: Sendable {
  var status = 200
  var headers: [(name: String, value: String)]
  var body: Response.Body
  /// The entity tag, with its quotation marks; changes whenever the bytes do.
  var tag: String

  /// Returns the response to a request, honouring conditional and range requests (RFC 9110, 13 and 14).
  func response(to head: RequestHead) -> Response {
    var headers = headers + [("ETag", tag)]
    if status == 200 {
      headers.append(("Accept-Ranges", "bytes"))
      if let condition = head.value("if-match"), !Self.list(condition, holds: tag, isWeak: false) {
        return Response(412, headers)
      }
      if let condition = head.value("if-none-match"), Self.list(condition, holds: tag, isWeak: true) {
        return Response(304, headers)
      }
      if let requested = requestedRange(head) { return part(requested, headers) }
    }
    return Response(status, headers, body: body)
  }

  private func part(_ range: Range<Int>?, _ headers: [(name: String, value: String)]) -> Response {
    let size = body.count
    guard let range else {
      return Response(416, headers + [("Content-Range", "bytes */\(size)")])
    }
    let place = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
    return Response(206, headers + [("Content-Range", place)], body: body.part(range))
  }

  /// Returns the requested byte range; `.some(nil)` if it is unsatisfiable. Multiple or malformed ranges are ignored,
  /// as RFC 9110, 14.2 allows.
  private func requestedRange(_ head: RequestHead) -> Range<Int>?? {
    guard head.method == "GET", let text = head.value("range") else { return .none }
    if let condition = head.value("if-range"), condition != tag { return .none }
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].lowercased() == "bytes" else { return .none }
    let ends = parts[1].split(separator: "-", omittingEmptySubsequences: false).map(Self.trimmed)
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
      return .none
    }
    let size = body.count
    // A number that overflows lies beyond the end of any file.
    let (first, last) = (Int(ends[0]) ?? Int.max, Int(ends[1]) ?? Int.max)
    switch (ends[0].isEmpty, ends[1].isEmpty) {
    case (true, true): return .none
    case (true, false): return .some(last > 0 && size > 0 ? max(0, size - min(last, size))..<size : nil)
    case (false, true): return .some(first < size ? first..<size : nil)
    case (false, false):
      if last < first { return .none }
      return .some(first < size ? first..<(min(last, size - 1) + 1) : nil)
    }
  }

  /// Returns whether a list of entity tags, or `*`, matches a tag; weak comparison ignores a `W/` prefix (RFC 9110,
  /// 8.8.3.2).
  private static func list(_ list: String, holds tag: String, isWeak: Bool) -> Bool {
    list.split(separator: ",").map(trimmed).contains { entry in
      entry == "*" || entry == tag || isWeak && entry == "W/\(tag)"
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    guard let first = text.utf8.firstIndex(where: { !isBlank($0) }),
      let last = text.utf8.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return text[first...last]
  }
}

extension Response.Body {
  /// Returns a part of the body; the range must lie within it.
  fileprivate func part(_ range: Range<Int>) -> Response.Body {
    switch self {
    case .none: .none
    case .bytes(let bytes): .bytes(bytes.dropFirst(range.lowerBound).prefix(range.count))
    case .file(let file, let whole):
      .file(file, (whole.lowerBound + range.lowerBound)..<(whole.lowerBound + range.upperBound))
    }
  }
}
