import Comparison
import MarkdownParsing
import Templating

extension Records {
  static let citedSource = Record<In<Source.ID>>(
    "CitedSource", "A source in the list of those that a page cites.",
    [
      .text("id", "Its anchor, which the marks in the words of the page lead to.") {
        Anchors.row($0.catalog[$0.part])
      },
      .record("source", "The source.", of: link) { $0.model.link($0.part) },
      .text("mark", "Its short name.") { $0.catalog[$0.part].shortName },
      .optionalText("publisher", "Who published it.") { $0.catalog[$0.part].publisher },
      .optionalDate("date", "When.") { $0.catalog[$0.part].date },
      .optionalRecord("website", "Where it can be read.", of: outgoingLink) { source in
        source.catalog[source.part].url.map { source.model.outgoingLink($0) }
      },
    ])

  static let citingSection = Record<In<Section>>(
    "CitingSection", "A section of a document on a page that lists its sources.",
    [
      .text("id", "The heading's anchor.") { $0.part.id },
      .text("title", "The heading, without markup.") { $0.part.title },
      .html("heading", "The heading.") { $0.routes.fragment($0.part.heading) },
      .html("text", "What stands below it; its marks lead to the list of sources.") {
        $0.routes.citingFragment($0.part.text)
      },
    ])

  static let citingProse = Record<In<Prose>>(
    "CitingProse", "A document's own words on a page that lists its sources, which their marks lead to.",
    [
      .optionalHTML("introduction", "What comes before the first heading.") {
        $0.part.introduction.isEmpty ? nil : $0.routes.citingFragment($0.part.introduction)
      },
      .list("sections", "Its sections.", of: citingSection) { $0.with(each: $0.part.sections) },
      .optionalHTML("footnotes", "Its footnotes that are no citations.") {
        $0.part.footnotes.isEmpty ? nil : $0.routes.citingFragment($0.part.footnotes)
      },
    ])
}

/// Tells which links of a text are marks of citations.
private struct CitationMarks {
  /// What the tag around marks ends in; no text holds it, as its last sign is escaped there.
  private static let opening = "\(MarkupClass.citation.rawValue)\">"
  private static let closing = "</sup>"
  private static let title = "\" title=\""
  private var isOpen = false
  private var isBehindMark = false

  /// Goes past markup. Returns it without the title of a mark.
  mutating func pass(_ markup: String) -> String {
    defer { isBehindMark = false }
    let (opened, closed) = (markup.ranges(of: Self.opening).last, markup.ranges(of: Self.closing).last)
    if let opened {
      isOpen = closed.map { $0.lowerBound < opened.lowerBound } ?? true
    } else if closed != nil {
      isOpen = false
    }
    guard isBehindMark, markup.hasPrefix(Self.title) else { return markup }
    let behind = markup.dropFirst(Self.title.count)
    return behind.firstIndex(of: "\"").map { String(behind[$0...]) } ?? markup
  }

  /// Goes past the target of a link. Returns the source if it is a mark.
  mutating func pass(_ target: LinkTarget) -> Source.ID? {
    guard isOpen, case .document(.source(let source), _) = target else { return nil }
    isBehindMark = true
    return source
  }
}

extension Routes {
  /// Returns a document's HTML in which the marks of citations lead to the list of sources on the same page, and have
  /// no titles, as the list has them.
  fileprivate func citingFragment(_ text: RichText) -> HTMLFragment {
    var marks = CitationMarks()
    return HTMLFragment(
      text.map { piece in
        switch piece {
        case .markup(let markup): .markup(marks.pass(markup))
        case .target(let target):
          marks.pass(target).map { .markup("#\(Anchors.row(catalog[$0]))") } ?? .address(address(target))
        }
      })
  }
}

extension Prose {
  /// The sources that its citations name.
  var citedSources: Set<Source.ID> {
    var sources: Set<Source.ID> = []
    for text in [introduction, footnotes] + sections.map(\.text) {
      var marks = CitationMarks()
      for piece in text {
        switch piece {
        case .markup(let markup): _ = marks.pass(markup)
        case .target(let target): if let source = marks.pass(target) { sources.insert(source) }
        }
      }
    }
    return sources
  }
}

extension SiteModel {
  /// Returns the sources of what is known of an item on a criterion.
  func sources(of item: Item.ID, on criterion: Criterion.ID) -> Set<Source.ID> {
    let cell = catalog[item, criterion]
    let claims = cell.strengths + cell.weaknesses + cell.features
    return Set(claims.flatMap { catalog[$0].citations }).union(cell.facts.flatMap(\.sources))
  }
}

extension In {
  /// Returns the list of some sources.
  func cited(_ sources: Set<Source.ID>) -> [In<Source.ID>] { with(each: sources.sorted()) }
}
