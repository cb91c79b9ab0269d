import TextEncoding

/// Collects markup and placeholders.
struct HTMLWriter<Target: Sendable> {
  private var pieces: [HTMLPiece<Target>] = []
  private var bytes: [UInt8] = []
  private var isAtLineStart = true

  mutating func raw(_ markup: String) {
    guard let last = markup.utf8.last else { return }
    bytes.append(contentsOf: markup.utf8)
    isAtLineStart = last == 0x0A
  }

  mutating func text(_ text: String) {
    guard let last = text.utf8.last else { return }
    var text = text
    text.withUTF8 { bytes.appendHTML($0.span, for: .text) }
    isAtLineStart = last == 0x0A
  }

  /// Writes ` name="value"`.
  mutating func attribute(_ name: String, _ value: String) {
    raw(" \(name)=\"")
    var value = value
    value.withUTF8 { bytes.appendHTML($0.span, for: .attribute) }
    raw("\"")
  }

  /// Writes ` name="…"` with a placeholder for the value.
  mutating func attribute(_ name: String, _ target: Target) {
    raw(" \(name)=\"")
    flush()
    pieces.append(.target(target))
    raw("\"")
  }

  mutating func startLine() {
    if !isAtLineStart { raw("\n") }
  }

  mutating func finish() -> [HTMLPiece<Target>] {
    flush()
    return pieces
  }

  private mutating func flush() {
    guard !bytes.isEmpty else { return }
    pieces.append(.markup(String(decoding: bytes, as: UTF8.self)))
    bytes.removeAll(keepingCapacity: true)
  }
}
