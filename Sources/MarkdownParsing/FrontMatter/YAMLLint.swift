import Diagnostics

/// Keys without values in a flow mapping, such as `90` in `{ value: 49,90 }`.
struct LooseKeys {
  /// The key and the offset of the value before them, if that is a plain scalar on the same line.
  var owner: (key: String, value: Int)?
  var keys: [SourceRange]
}

// Checks for what libyaml accepts or misreads contrary to the YAML specification, and for what is never intended.
extension YAMLTree {
  // MARK: Keys without a value

  /// Returns whether a value is absent; `~` is a value.
  func isNothing(_ node: YAMLNode) -> Bool {
    if case .scalar("", quoted: false) = node.kind { node.range.offsets.isEmpty } else { false }
  }

  func addLooseKey(_ key: YAMLNode, to frame: inout Frame) {
    // Reported already.
    let start = key.range.offsets.lowerBound
    if start > 0, source.utf8[start - 1] == UInt8(ascii: "?") { return }
    if frame.loose == nil {
      var owner: (String, Int)?
      if let last = frame.entries.last, case .scalar(_, quoted: false) = last.value.kind,
        !source.utf8[last.value.range.offsets.lowerBound..<key.range.offsets.upperBound].contains(0x0A)
      {
        owner = (last.key.value, last.value.range.offsets.lowerBound)
      }
      frame.loose = LooseKeys(owner: owner, keys: [])
    }
    frame.loose?.keys.append(key.range)
  }

  /// Reports consecutive keys without values, with the correction.
  mutating func reportLooseKeys(of frame: inout Frame) {
    guard let loose = frame.loose, let first = loose.keys.first, let last = loose.keys.last else { return }
    frame.loose = nil
    let range = source.range(first.offsets.lowerBound..<last.offsets.upperBound)
    strictness.append(
      Diagnostic(
        .keyWithoutValue, "\"\(source.text(first.offsets))\" in braces is a key without a value",
        at: range, help: help(for: loose, upTo: last.offsets.upperBound, isAll: frame.entries.isEmpty)))
  }

  private func help(for loose: LooseKeys, upTo end: Int, isAll: Bool) -> String {
    if let owner = loose.owner {
      let text = source.text(owner.value..<end)
      let isQuotable = !text.utf8.contains { $0 == 0x22 || $0 == 0x5C }
      let quoted =
        isQuotable
        ? "\"\(text)\""
        : "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
      let asText = "`\(owner.key): \(quoted)`"
      guard let number = Self.number(text) else { return "a text with a comma stands in quotes: \(asText)" }
      return
        "write a number with a point and without other marks: `\(owner.key): \(number)`; as text it stands in quotes: \(asText)"
    }
    let names = loose.keys.map { source.text($0.offsets) }
    if let name = names.first(where: { $0.contains(":") }), let colon = name.firstIndex(of: ":") {
      return "write a blank behind the colon: `\(name[..<colon]): \(name[name.index(after: colon)...])`"
    }
    return isAll && names.count > 1
      ? "a list stands in brackets: `[\(names.joined(separator: ", "))]`"
      : "write `\(names.first ?? ""): …`, or leave it out"
  }

  /// Rewrites a number with commas: 49,90 as 49.90; commas that are each followed by three digits are thousands
  /// separators.
  private static func number(_ text: String) -> String? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let digits = parts.enumerated().allSatisfy { place, part in
      let part = place == 0 && part.first == "-" ? part.dropFirst() : part
      return !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard digits, parts.count > 1 else { return nil }
    if parts.dropFirst().allSatisfy({ $0.utf8.count == 3 }) { return parts.joined() }
    return parts.count == 2 ? parts.joined(separator: ".") : nil
  }

  // MARK: Checks that libyaml omits

  mutating func checkScalar(at offsets: Range<Int>) {
    guard !offsets.isEmpty else { return }
    let first = source.utf8[offsets.lowerBound]
    let isBlock = first == UInt8(ascii: "|") || first == UInt8(ascii: ">")
    if isBlock {
      checkHeader(offsets)
    } else {
      checkContinuation(of: offsets)
    }
    if hasQuestionMark(before: offsets.lowerBound) {
      let word = source.text((offsets.lowerBound - 1)..<offsets.upperBound)
      strictness.append(
        Diagnostic(
          .yamlSyntax, "a text in braces or brackets that begins with \"?\" is not quoted",
          at: source.range((offsets.lowerBound - 1)..<offsets.upperBound),
          help: first == 0x22 || first == 0x27
            ? "put the \"?\" inside the quotes" : "put it in quotes: \"\(word)\""))
    }
  }

  /// Returns whether a `?` directly precedes a scalar in flow context, where the specification makes it part of the
  /// scalar.
  private func hasQuestionMark(before start: Int) -> Bool {
    guard open.last?.isFlow == true, start > 0 else { return false }
    return source.utf8[start - 1] == UInt8(ascii: "?")
  }

  /// Checks the header of a block scalar (`|` or `>`), which may end in a comment.
  private mutating func checkHeader(_ offsets: Range<Int>) {
    let line = source.lineRange(source.lineIndex(at: offsets.lowerBound))
    let header = offsets.lowerBound..<line.upperBound
    guard let hash = source.utf8[header].firstIndex(of: UInt8(ascii: "#")),
      !Self.isBlank(source.utf8[hash - 1])
    else { return }
    reportGluedComment(at: hash)
  }

  mutating func reportGluedComment(at hash: Int) {
    let line = source.lineRange(source.lineIndex(at: hash))
    strictness.append(
      Diagnostic(
        .yamlSyntax, "a comment has a blank before its \"#\"",
        at: source.range(hash..<max(hash, line.upperBound)),
        help: "write \" #\", or put the whole value in quotes"))
  }

  /// Checks that the continuation lines of a scalar are indented more than the enclosing block collection.
  private mutating func checkContinuation(of offsets: Range<Int>) {
    let first = source.lineIndex(at: offsets.lowerBound)
    let last = source.lineIndex(at: offsets.upperBound - 1)
    guard last > first, let block = open.last(where: { !$0.isFlow }) else { return }
    let column = block.start - source.lineRange(source.lineIndex(at: block.start)).lowerBound
    for line in (first + 1)...last {
      let range = source.lineRange(line)
      guard let start = source.utf8[range].firstIndex(where: { $0 != 0x20 && $0 != 0x09 }),
        start - range.lowerBound <= column
      else { continue }
      strictness.append(
        Diagnostic(
          .yamlSyntax, "a text goes on in a line that is not indented",
          at: source.range(start..<range.upperBound),
          help: "indent it more than the key that the text belongs to"))
      return
    }
  }
}
