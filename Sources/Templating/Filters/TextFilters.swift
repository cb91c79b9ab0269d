import TextEncoding

extension Filter {
  static let texts: [Filter] = [
    Filter(
      "slug", "text | slug",
      "A text as addresses have it: small letters from a to z and digits, with single hyphens between words. A text without any keeps the letters of its own script.",
      takes: .text, gives: .text,
      by: { value, _, context in context.arena.text(SlugWords.addressPart(of: value.string)) },
      example: Example("{{ \"C#\" | slug }}", "c-sharp"), Example("{{ \"Ça va?\" | slug }}", "ca-va"),
      Example("{{ \"Straße\" | slug }}", "strasse"), Example("{{ \"日本\" | slug }}", "日本")),
    Filter(
      "upper", "text | upper", "A text in capital letters.", takes: .text, gives: .text,
      by: { value, _, context in context.arena.text(value.string.uppercased()) },
      example: Example("{{ name | upper }}", "ADA"), Example("{{ \"Straße\" | upper }}", "STRASSE")),
    Filter(
      "lower", "text | lower", "A text in small letters.", takes: .text, gives: .text,
      by: { value, _, context in context.arena.text(value.string.lowercased()) },
      example: Example("{{ \"REST API\" | lower }}", "rest api")),
    Filter(
      "capitalize", "text | capitalize",
      "A text whose first letter is a capital; the rest stays as it is.", takes: .text, gives: .text,
      by: { value, _, context in
        let text = value.string
        return context.arena.text(text.prefix(1).uppercased() + text.dropFirst())
      },
      example: Example("{{ \"mVC\" | capitalize }}", "MVC"), Example("{{ \"état\" | capitalize }}", "État")),
    Filter(
      "trim", "text | trim", "A text without blanks at its ends.", takes: .text, gives: .text,
      by: { value, _, context in context.arena.text(trimmed(value.string[...])) },
      example: Example("[{{ \"  a b \" | trim }}]", "[a b]")),
    Filter(
      "truncate", "text | truncate(80)",
      "A text of at most so many characters, cut between words where it can be, and ending in `…` if it was cut.",
      takes: .text, [.integer], gives: .text,
      by: { value, arguments, context in context.arena.text(truncated(value.string, to: arguments.0.number))
      },
      example: Example("{{ \"one two three\" | truncate(9) }}", "one two…"),
      Example("{{ \"one two\" | truncate(7) }}", "one two"),
      Example("{{ \"abcdefgh\" | truncate(4) }}", "abc…")),
  ]

  private static func trimmed(_ text: Substring) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Cuts a text to at most `limit` characters, including the ellipsis.
  private static func truncated(_ text: String, to limit: Int) -> String {
    guard text.count > max(0, limit) else { return text }
    guard limit > 0 else { return "" }
    let kept = text.prefix(limit - 1)
    let next = text.index(text.startIndex, offsetBy: limit - 1)
    let endsWord = text[next].isWhitespace
    let cut = endsWord ? kept : kept.lastIndex(where: \.isWhitespace).map { kept[..<$0] } ?? kept
    let whole = trimmed(cut)
    return (whole.isEmpty ? String(kept) : whole) + "…"
  }
}
