/// Compares a text of cmark's with its source, in which characters may be escaped or written as entities.
struct TextMatch {
  let bytes: [UInt8]
  let limit: Int
  /// Whether backslashes are literal, as inside `<…>`.
  let isVerbatim: Bool

  /// Returns the end of the source of `text` that begins at `start`; nil if there is something else.
  func end(of text: [UInt8], from start: Int) -> Int? {
    var position = start
    var index = 0
    while index < text.count {
      guard position < limit else { return nil }
      let byte = bytes[position]
      if byte == 0x5C, !isVerbatim, position + 1 < limit, isPunctuation(bytes[position + 1]) {
        guard bytes[position + 1] == text[index] else { return nil }
        position += 2
        index += 1
      } else if byte == 0x26, let entity = decodeEntity(bytes[(position + 1)..<limit]) {
        guard text[index...].starts(with: entity.text) else { return nil }
        position += 1 + entity.length
        index += entity.text.count
      } else {
        guard byte == text[index] else { return nil }
        position += 1
        index += 1
      }
    }
    return position
  }
}

private func isPunctuation(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
  default: false
  }
}

/// Parses the part of a link after its text, and link reference definitions (CommonMark 0.29, "Links").
struct LinkSyntax {
  let bytes: [UInt8]
  let limit: Int

  /// Returns the end of a link whose text ended before `start`: after `(address "title")` or `[label]`, or `start`
  /// itself.
  func tailEnd(from start: Int) -> Int {
    guard start < limit else { return start }
    if bytes[start] == 0x28, let end = resourceEnd(from: start + 1) { return end }
    if bytes[start] == 0x5B, start + 1 < limit, bytes[start + 1] != 0x5E, let end = labelEnd(from: start + 1)
    {
      return end
    }
    return start
  }

  /// Returns the end of the link reference definition at `start`, including its line end; nil if there is none.
  func definitionEnd(from start: Int) -> Int? {
    guard start + 1 < limit, bytes[start] == 0x5B, bytes[start + 1] != 0x5E else { return nil }
    guard let label = labelEnd(from: start + 1), label > start + 2 else { return nil }
    guard label < limit, bytes[label] == 0x3A else { return nil }
    let address = skipSpace(from: label + 1)
    guard let addressEnd = addressEnd(from: address), addressEnd > address else { return nil }
    let title = skipSpace(from: addressEnd)
    if title > addressEnd, let titleEnd = titleEnd(from: title), let end = lineEnd(from: titleEnd) {
      return end
    }
    return lineEnd(from: addressEnd)
  }

  private func resourceEnd(from start: Int) -> Int? {
    let address = skipSpace(from: start)
    guard let addressEnd = addressEnd(from: address) else { return nil }
    var end = skipSpace(from: addressEnd)
    if end > addressEnd, let title = titleEnd(from: end) { end = skipSpace(from: title) }
    return end < limit && bytes[end] == 0x29 ? end + 1 : nil
  }

  private func labelEnd(from start: Int) -> Int? {
    var index = start
    while index < limit, index - start <= 1000 {
      switch bytes[index] {
      case 0x5C: index += 1
      case 0x5B: return nil
      case 0x5D: return index + 1
      default: break
      }
      index += 1
    }
    return nil
  }

  private func addressEnd(from start: Int) -> Int? {
    guard start < limit else { return nil }
    if bytes[start] == 0x3C { return closing(0x3E, from: start + 1, refusing: [0x0A, 0x3C]) }
    var index = start
    var depth = 0
    while index < limit, bytes[index] > 0x20 {
      switch bytes[index] {
      case 0x5C where index + 1 < limit && isPunctuation(bytes[index + 1]): index += 1
      // The same limit as in cmark, which prevents quadratic time for many open parentheses.
      case 0x28 where depth == 32: return nil
      case 0x28: depth += 1
      case 0x29 where depth == 0: return index
      case 0x29: depth -= 1
      default: break
      }
      index += 1
    }
    return depth == 0 ? index : nil
  }

  private func titleEnd(from start: Int) -> Int? {
    guard start < limit else { return nil }
    switch bytes[start] {
    case 0x22, 0x27: return closing(bytes[start], from: start + 1, refusing: [])
    case 0x28: return closing(0x29, from: start + 1, refusing: [0x28])
    default: return nil
    }
  }

  private func closing(_ character: UInt8, from start: Int, refusing: [UInt8]) -> Int? {
    var index = start
    while index < limit {
      if bytes[index] == character { return index + 1 }
      if refusing.contains(bytes[index]) { return nil }
      index += bytes[index] == 0x5C ? 2 : 1
    }
    return nil
  }

  /// Skips white space, line ends and the quote markers of the next line.
  private func skipSpace(from start: Int) -> Int {
    var index = start
    var hasLineEnd = false
    while index < limit {
      let byte = bytes[index]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0A || (hasLineEnd && byte == 0x3E) else { break }
      if byte == 0x0A { hasLineEnd = true }
      index += 1
    }
    return index
  }

  private func lineEnd(from start: Int) -> Int? {
    var index = start
    while index < limit, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    if index == limit { return limit }
    return bytes[index] == 0x0A ? index + 1 : nil
  }
}
