import Comparison
import TextEncoding

/// Parses the spellings of values that occur in files.
enum FileSpelling {
  /// Yes, no or partly, with the note that follows in parentheses, if any: `yes (with a plugin)`.
  struct Truth: Hashable {
    enum Word: String { case yes, no, partial }

    var word: Word
    var note: String?
  }

  private static let words: [String: Truth.Word] = [
    "yes": .yes, "true": .yes, "on": .yes, "y": .yes, "✓": .yes, "✔": .yes, "✔️": .yes, "✅": .yes,
    "no": .no, "false": .no, "off": .no, "n": .no, "✗": .no, "✘": .no, "✖": .no, "❌": .no,
    "partial": .partial, "partly": .partial, "partially": .partial, "limited": .partial,
  ]

  /// Parses a truth value; `partial` without a note is rejected, since it would say too little.
  static func truth(_ text: String) -> Truth? {
    if let word = words[text.lowercased()] { return word == .partial ? nil : Truth(word: word) }
    guard text.hasSuffix(")"), let bracket = text.firstIndex(of: "("),
      let word = words[tidyLine(String(text[..<bracket])).lowercased()]
    else { return nil }
    let note = tidyLine(String(text[text.index(after: bracket)...].dropLast()))
    return note.isEmpty ? nil : Truth(word: word, note: note)
  }

  /// Parses a date, also if a time follows: `2023-01-05T10:00:00Z`.
  static func date(_ text: String) -> CalendarDate? {
    if let date = CalendarDate(text) { return date }
    let bytes = Array(text.utf8)
    guard bytes.count > 10, bytes[10] == 0x54 || bytes[10] == 0x20, bytes.count > 11,
      (0x30...0x39).contains(bytes[11])
    else { return nil }
    return CalendarDate(String(decoding: bytes[..<10], as: UTF8.self))
  }
}
