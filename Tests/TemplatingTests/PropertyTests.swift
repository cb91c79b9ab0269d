import Diagnostics
import TestSupport
import Testing
import TextEncoding

@testable import Templating

/// What holds for every input.
@Suite struct PropertyTests {
  static let seed: UInt64 = 0x7E3A_91C4_0D2B_55F1

  static let pieces = [
    "{{", "}}", "{%", "%}", "{#", "#}", "-", " if ", " elif ", " else ", " endif ", " for ", " in ",
    " endfor ",
    " block ", " endblock ", " macro ", " endmacro ", " set ", " include ", " extends ", " import ", " as ",
    " raw ",
    " endraw ", "title", "links", "parent", "summary", "tags", "count", "url", "body", "loop", ".", "text",
    "first",
    "|", " default", "(", ")", "[", "]", ",", "=", "==", "<", ">", "~", "\"", "'", "\\", "1",
    "99999999999999999999",
    " not ", " and ", " or ", "super()", "\"page.html\"", "\"a.html\"", "<p", "<a href=\"", "\">", "</p>",
    "<script>",
    "</script>", "<!--", "-->", "<title>", "</title>", "\n", "é", "\u{301}", "\u{0}", "x", " ", "json",
    "slug",
    " truncate(3)", "<svg>", "/", "on", "style=\"", "]]>",
  ]

  /// Whether a page compiles or not, nothing traps, every place lies in its source, and no mistake is told twice.
  private func check(_ bytes: [UInt8], _ comment: Comment) {
    let sources = [
      SourceText(path: "Templates/page.html", utf8: bytes),
      SourceText(
        path: "Templates/a.html",
        "{{ title }}<a href=\"{{ url }}\">{% for t in tags %}{{ t }}{% endfor %}</a>"),
    ]
    let (template, diagnostics) = TemplateSet(sources).compile("page.html", for: pageRecord.shape)
    #expect((template == nil) == diagnostics.hasErrors, comment)
    #expect(Set(diagnostics).count == diagnostics.count, comment)
    for diagnostic in diagnostics {
      guard case .range(let range) = diagnostic.place else { continue }
      let source = sources.first { $0.path == range.path }
      #expect(source.map { range.offsets.upperBound <= $0.endOffset } == true, comment)
    }
    _ = DiagnosticFormatter(format: .text, sources: sources).string(for: diagnostics)
    if let template { _ = template.render(pageRecord.value(Page()), base: "") }
  }

  @Test func `no sequence of the language's pieces traps`() {
    var numbers = SplitMix64(seed: Self.seed)
    for round in 0..<1500 {
      let count = Int.random(in: 0..<60, using: &numbers)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &numbers) ?? "" }.joined()
      check(Array(text.utf8), "seed \(Self.seed), round \(round): \(text)")
    }
  }

  @Test func `no bytes trap`() {
    var numbers = SplitMix64(seed: Self.seed)
    for round in 0..<1000 {
      let count = Int.random(in: 0..<200, using: &numbers)
      let bytes = (0..<count).map { _ in
        Bool.random(using: &numbers)
          ? UInt8.random(in: 0...255, using: &numbers)
          : Array("{%}#\"'-|.".utf8).randomElement(using: &numbers) ?? 0
      }
      check(bytes, "seed \(Self.seed), round \(round): \(bytes)")
    }
  }

  @Test func `no change of a good template traps`() {
    let template = Array(
      """
      {% import "a.html" as m %}{% macro link(l, cls="c") %}<a class="{{ cls }}" href="{{ l.url }}">{{ l.text }}</a>
      {% endmacro %}<!doctype html><title>{{ title }}</title>{% if summary %}<meta name="d" content="{{ summary }}">
      {% elif vendor and count > 3 %}{{ vendor | upper | truncate(5) }}{% else %}-{% endif %}{% raw %}{{ x }}{% endraw %}
      {% for l in links %}{{ link(l) }}{{ ", " if not loop.last }}{% else %}none{% endfor %}{# comment #}
      {% set x = tags | join(", ") %}{{- x ~ " " ~ checked | date("long") -}}{% block b %}{% include "a.html" %}{% endblock %}
      <script type="application/ld+json">{"a": {{ links | json }}}</script><a href="?q={{ title }}#{{ count }}">x</a>
      """.utf8)
    check(template, "the template itself")
    #expect(
      Site(("page.html", String(decoding: template, as: UTF8.self)), ("a.html", "")).compile().1.isEmpty)
    var numbers = SplitMix64(seed: Self.seed)
    for round in 0..<1500 {
      var bytes = template
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        let index = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: bytes.remove(at: index)
        case 1: bytes.insert(bytes.randomElement(using: &numbers) ?? 0, at: index)
        case 2: bytes.swapAt(index, Int.random(in: 0..<bytes.count, using: &numbers))
        default:
          bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 0...20, using: &numbers)))
        }
      }
      check(bytes, "seed \(Self.seed), round \(round): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  // MARK: Escaping

  private func text(_ numbers: inout SplitMix64) -> String {
    let scalars: [Unicode.Scalar] = [
      "&", "<", ">", "\"", "'", "a", ";", "#", "\u{0}", "\u{301}", "\u{2028}", "é", "😀", " ", "\n", "/", "%",
      "`", "=", "-", "!", "]",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0..<30, using: &numbers) {
      text.unicodeScalars.append(scalars.randomElement(using: &numbers) ?? "x")
    }
    return text
  }

  /// The text that a browser reads from escaped text; nil when something was not escaped.
  private func unescaped(_ text: Substring) -> String? {
    var result = ""
    var rest = text.unicodeScalars[...]
    let references = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
    while let scalar = rest.first {
      if scalar == "&" {
        guard let known = references.first(where: { rest.starts(with: $0.key.unicodeScalars) }) else {
          return nil
        }
        result += known.value
        rest = rest.dropFirst(known.key.unicodeScalars.count)
      } else if "<>\"'".unicodeScalars.contains(scalar) {
        return nil
      } else {
        result.unicodeScalars.append(scalar)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  @Test func `every text comes back from text and attributes`() {
    let (template, diagnostics) = Site(
      ("page.html", "{{ title }}\u{1}<p title=\"{{ title }}\">\u{1}<p title='{{ title }}'>")
    ).compile()
    #expect(diagnostics.isEmpty)
    var numbers = SplitMix64(seed: Self.seed)
    for round in 0..<2000 {
      var page = Page()
      page.title = text(&numbers)
      let bytes = template?.render(pageRecord.value(page), base: "") ?? []
      let parts = String(decoding: bytes, as: UTF8.self).unicodeScalars.split(
        separator: "\u{1}", omittingEmptySubsequences: false)
      let wanted = page.title.unicodeScalars.map { $0 == "\u{0}" ? "\u{FFFD}" : String($0) }.joined()
      let found = [parts[0], parts[1].dropFirst(10).dropLast(2), parts[2].dropFirst(10).dropLast(2)].map {
        unescaped(Substring($0))
      }
      for text in found {
        #expect(text.map { Array($0.utf8) } == Array(wanted.utf8), "seed \(Self.seed), round \(round)")
      }
    }
  }

  @Test func `a part of an address is unreserved or encoded`() {
    let (template, _) = Site(("page.html", "<a href=\"?{{ title }}\">")).compile()
    var numbers = SplitMix64(seed: Self.seed)
    for round in 0..<500 {
      var page = Page()
      page.title = text(&numbers)
      let bytes = template?.render(pageRecord.value(page), base: "") ?? []
      let part = bytes.dropFirst(10).dropLast(2)
      #expect(
        part.allSatisfy { PercentEncoding.keeps($0, .unreserved) || $0 == UInt8(ascii: "%") },
        "round \(round)")
    }
  }

  // MARK: Values

  @Test func `a value of another shape reads as absent`() {
    let text =
      "{{ title }}{{ body }}{{ count }}{{ url }}{% for l in links %}{{ l.text }}{% endfor %}{{ tags | join(\",\") }}{{ links | json }}{% if parent %}{{ parent.text }}{% endif %}{{ title | upper }}{{ checked | date(\"long\") }}{{ tags | last | default(\"\") }}"
    let (template, diagnostics) = Site(("page.html", text)).compile()
    #expect(diagnostics.isEmpty)
    let link = linkRecord.value(Link(url: .external("x"), text: "y"))
    let bytes = template?.render(link, base: "") ?? []
    #expect(String(decoding: bytes, as: UTF8.self) == "#null#")
  }

  @Test func `values are shared by pages and threads`() async {
    struct Holder: Sendable {
      var page: Value
      var number: Int
    }
    let record = Record<Holder>(
      "Holder", "Holds a page.",
      [
        .made("page", "A page.", pageRecord.shape) { $0.page }, .integer("number", "A number.") { $0.number },
        .madeList("pages", "Pages.", pageRecord.shape) { [$0.page, $0.page] },
      ])
    let source = SourceText(
      path: "Templates/p.html",
      "{{ number }} {{ page.title }}{% for p in pages %} {{ p.links | length }}{% endfor %}"
    )
    let (template, diagnostics) = TemplateSet([source]).compile("p.html", for: record.shape)
    #expect(diagnostics.isEmpty)
    let page = pageRecord.value(Page())
    let outputs = await withTaskGroup(of: (Int, [UInt8]).self) { group in
      for number in 0..<200 {
        group.addTask {
          let value = record.value(Holder(page: page, number: number))
          return (number, template?.render(value, base: "") ?? [])
        }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for number in 0..<200 {
      #expect(
        outputs[number].map { String(decoding: $0, as: UTF8.self) } == "\(number) Django &amp; friends 3 3")
    }
  }
}
