import Diagnostics
import TestSupport
import Testing

@testable import Templating

/// Whatever a value is, the tags and attributes of a page are the template's own.
@Suite struct MarkupStructureTests {
  static let seed: UInt64 = 0x51C6_0E2F_94AB_D173

  /// Forms of markup; `V` is a place of a quoted value, `U` that of an address, `T` that of text, `M` that of more markup.
  static let forms = [
    "T", "T", "<p title=\"V\">M</p>", "<p title='V' class=\"a V\">T", "<a href=\"U\">T</a>",
    "<a href='U'>M</a>", "<title>T</title>",
    "<textarea>T</textarea>", "<td{% if open %} class=\"V\"{% endif %}>M",
    "<option{% if none %} selected{% endif %} value=\"V\">T</option>",
    "{% for t in tags %}M{% endfor %}", "{% if open %}M{% else %}M{% endif %}",
    "<svg><title>T</title><a xlink:href=\"U\"/></svg>",
    "<!-- x -->M", "<script>if (a < b) {}</script>M", "<style>a > b {}</style>M", "<br/>M", "a < b T",
    "{{ body }}",
    "<script type=\"application/ld+json\">[{{ title | json }}, {{ tags | json }}, {{ links | json }}]</script>",
  ]

  static let fillings: [Character: [String]] = [
    "V": [
      "{{ title }}", "x{{ tags | join(\" \") }}", "{% if open %}{{ title }}{% endif %}y",
      "{% for t in tags %} {{ t }}{% endfor %}", "{{ url }}",
    ],
    "U": [
      "{{ url }}", "#{{ title }}", "?q={{ title }}&b={{ title }}", "{{ url }}?a#{{ title }}",
      "{% if open %}{{ url }}{% else %}#{% endif %}",
    ],
    "T": [
      "{{ title }}", "{{ title | upper }}", "x {{ tags | last | default(\"\") }}{{ url }}",
      "{% for t in tags %}{{ t }}{% endfor %}", "{{ title ~ title }}",
    ],
  ]

  /// A template of so many forms inside one another at the most.
  private func template(_ depth: Int, _ numbers: inout SplitMix64) -> String {
    let form = Self.forms.randomElement(using: &numbers) ?? ""
    var text = ""
    for character in form {
      if let filling = Self.fillings[character] {
        text += filling.randomElement(using: &numbers) ?? ""
      } else if character == "M" {
        for _ in 0..<(depth > 0 ? 2 : 0) { text += template(depth - 1, &numbers) }
      } else {
        text.append(character)
      }
    }
    return text
  }

  static let hostile = [
    "\"", "'", "<", ">", "&", "</title>", "</textarea>", "</script>", "-->", "\"\u{301}onclick=", "<!--", "=",
    " ", "/", "`", "\u{0}", "]]>",
    "javascript:x", "\n", "\\", "\u{2028}", "%22", "&quot;",
  ]

  /// The names of tags and attributes, in order, as a browser would meet them.
  private func structure(_ bytes: [UInt8]) -> [String] {
    var context = MarkupContext(.html)
    var names: [String] = []
    for byte in bytes {
      let before = context
      _ = context.advance(byte)
      guard context.place != before.place else { continue }
      switch (before.place, context.place) {
      case (.tagName, _): names.append("\(before.isEndTag ? "/" : "")\(before.tag)")
      case (.attributeName, _): names.append("@\(before.attribute)")
      case (_, .comment), (.comment, _): names.append("comment")
      default: break
      }
    }
    return names + [context.name]
  }

  private func page(_ title: String, _ word: String) -> Value {
    var page = Page()
    page.title = title
    page.url = .site(path: title, fragment: title)
    page.tags = [word, word]
    return pageRecord.value(page)
  }

  @Test func `no value changes the structure of a page`() {
    var numbers = SplitMix64(seed: Self.seed)
    for round in 0..<1500 {
      let text = template(3, &numbers)
      let (template, diagnostics) = Site(("page.html", text)).compile()
      #expect(diagnostics.isEmpty, "seed \(Self.seed), round \(round): \(text)")
      guard let template else { continue }
      let title = (0..<3).map { _ in Self.hostile.randomElement(using: &numbers) ?? "" }.joined()
      let benign = structure(template.render(page("x", "y"), base: "../"))
      let attacked = structure(template.render(page(title, title), base: "../"))
      #expect(benign == attacked, "seed \(Self.seed), round \(round): \(text) with \(title)")
    }
  }
}
