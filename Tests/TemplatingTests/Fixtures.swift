import Diagnostics
import Testing
import TextEncoding

@testable import Templating

/// A link of the test site.
struct Link: Sendable {
  var url: Address
  var text: String
}

/// 3 September 2024.
let someDay: CalendarDate = {
  guard let day = CalendarDate("2024-09-03") else { preconditionFailure("no day of the calendar") }
  return day
}()

/// What the tests' pages are made of.
struct Page: Sendable {
  var title = "Django & friends"
  var summary: String? = nil
  var vendor: String? = "Django Software Foundation"
  var body = HTMLFragment(markup: "<p>It <em>works</em>.</p>")
  var url: Address = .site(path: "frameworks/django/")
  var website: Address? = .external("https://www.djangoproject.com/?a=1&b=2")
  var count = 1_234_567
  var rating: Int? = nil
  var isOpen = true
  var checked = someDay
  var retired: CalendarDate? = nil
  var tags = ["web", "<b>", "python"]
  var none: [String] = []
  var links = [
    Link(url: .site(path: "a/"), text: "A"), Link(url: .site(path: "b/"), text: "B & b"),
    Link(url: .site(path: "", fragment: "c"), text: "C"),
  ]
  var parent: Link? = nil
}

let linkRecord = Record<Link>(
  "Link", "A link.",
  [.address("url", "Where it leads.") { $0.url }, .text("text", "What it says.") { $0.text }])

let pageRecord = Record<Page>(
  "Page", "A page of the tests.",
  [
    .text("title", "Its title.") { $0.title },
    .optionalText("summary", "A summary.") { $0.summary },
    .optionalText("vendor", "Who makes it.") { $0.vendor },
    .html("body", "Its text.") { $0.body },
    .address("url", "Its own address.") { $0.url },
    .optionalAddress("website", "Where the maker writes about it.") { $0.website },
    .integer("count", "A number.") { $0.count },
    .optionalInteger("rating", "A number that may be absent.") { $0.rating },
    .boolean("open", "Whether it is open.") { $0.isOpen },
    .date("checked", "When it was checked.") { $0.checked },
    .optionalDate("retired", "When it ended.") { $0.retired },
    .texts("tags", "Words.") { $0.tags },
    .texts("none", "No words.") { $0.none },
    .list("links", "Links.", of: linkRecord) { $0.links },
    .optionalRecord("parent", "The page above.", of: linkRecord) { $0.parent },
  ])

/// Words of a theme of which dates are made: `3 September 2024`, `3 Sep 2024`.
let dateWords: Words = {
  let place = SourceRange(path: "Templates/words/en.yml", offsets: 0..<0)
  let order: [Word.Piece] = [.part("day"), .text(" "), .part("month"), .text(" "), .part("year")]
  let words = DateWords.keys.map { key in
    let name = key.split(separator: ".").last.map(String.init) ?? ""
    let month = name.prefix(1).uppercased() + name.dropFirst()
    let pieces =
      key.contains("months") ? [.text(key.contains("short") ? String(month.prefix(3)) : month)] : order
    return (key, Word(pieces, at: place))
  }
  return Words(Dictionary(words, uniquingKeysWith: { first, _ in first }))
}()

/// Templates as they would lie in a site's folder.
struct Site {
  var sources: [SourceText]

  /// - Parameter files: names below `Templates/` and their text; the page's template comes first.
  init(_ files: (String, String)...) {
    sources = files.map { SourceText(path: "Templates/\($0.0)", $0.1) }
  }

  var first: String { String(sources.first?.path.dropFirst("Templates/".count) ?? "") }

  func compile() -> (Template?, [Diagnostic]) {
    TemplateSet(sources, words: dateWords).compile(first, for: pageRecord.shape)
  }

  /// The page, or the diagnostics as people read them.
  func output(_ page: Page = Page(), base: String = "../../") -> String {
    let (template, diagnostics) = compile()
    guard let template else {
      return DiagnosticFormatter(format: .text, sources: sources).string(for: diagnostics)
    }
    let text = String(decoding: template.render(pageRecord.value(page), base: base), as: UTF8.self)
    return text + DiagnosticFormatter(format: .text, sources: sources).string(for: diagnostics)
  }
}

/// The output of one template.
func render(_ text: String, _ page: Page = Page(), base: String = "../../", name: String = "page.html")
  -> String
{
  Site((name, text)).output(page, base: base)
}
