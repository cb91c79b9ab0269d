import Diagnostics
import Testing

@testable import Templating

@Suite struct ReferenceTests {
  @Test func `the reference lists pages, each record once, filters and loops`() {
    let part = Record<Link>("Part", "A part.", [.record("link", "Its link.", of: linkRecord) { $0 }])
    let page = Record<Link>(
      "PartPage", "A page with parts.",
      [
        .list("parts", "All of them.", of: part) { [$0] },
        .optionalRecord("link", "A | B.", of: linkRecord) { $0 },
        .optionalHTML("note", "A note.") { _ in nil },
      ])
    let reference = TemplateReference(pages: [
      .init(template: "part.html", summary: "One part.", shape: page.shape),
      .init(template: "link.html", summary: "One link.", shape: linkRecord.shape),
    ])
    let head = """
      # What templates can use

      ## Pages

      ### `part.html`

      One part.

      | name | type | what it is |
      | --- | --- | --- |
      | `parts` | list of Part | All of them. |
      | `link` | optional Link | A \\| B. |
      | `note` | optional html | A note. |

      ### `link.html`

      One link.

      | name | type | what it is |
      | --- | --- | --- |
      | `url` | address | Where it leads. |
      | `text` | text | What it says. |

      ## Records

      ### Part

      A part.

      | name | type | what it is |
      | --- | --- | --- |
      | `link` | Link | Its link. |

      ### Link

      A link.

      | name | type | what it is |
      | --- | --- | --- |
      | `url` | address | Where it leads. |
      | `text` | text | What it says. |

      ## Language

      | what is written | what it does |
      | --- | --- |

      """
    #expect(reference.markdown.hasPrefix(head))
    let names = reference.markdown.split(separator: "\n").filter { $0.hasPrefix("| `") }.count
    #expect(
      names == 3 + 2 + 1 + 2 + LanguageForm.all.count + Filter.all.map(\.examples.count).reduce(0, +)
        + FilterSample.record.shape.fields.count + 6 + LanguageDifference.all.count)
    #expect(
      reference.markdown.contains(
        """

        ### `join`

        `list | join(", ")`

        The elements of a list of texts, numbers or dates with a text between them.

        | example | gives |
        | --- | --- |
        | `{{ tags \\| join(", ") }}` | `web, api, async` |
        | `{{ [1, 2] \\| join("-") }}` | `1-2` |

        """))
  }

  @Test(arguments: LanguageForm.all.map(\.usage))
  func `the forms of the language are written as they are shown`(
    _ usage: String
  ) {
    let source = SourceText(path: "Templates/page.html", usage)
    #expect(Parser.parse(source, name: "page.html").diagnostics.isEmpty)
  }

  /// What the reference says of each filter is written as a template would write it.
  @Test(arguments: Filter.all) func `the usage of a filter compiles`(_ filter: Filter) {
    let names = [
      "text": "title", "list": "tags", "number": "count", "date": "checked", "x": "summary",
      "address": "url",
    ]
    let subject = filter.usage.prefix { $0 != " " }
    let usage =
      (names[String(subject)] ?? "?")
      + filter.usage.dropFirst(subject.count).replacing("site.address", with: "url")
    let (_, diagnostics) = Site(("page.html", "{% set x = \(usage) %}")).compile()
    #expect(diagnostics.isEmpty, "\(usage)")
  }
}
