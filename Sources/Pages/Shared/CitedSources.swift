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
}

/// Tells which links of a text are marks of citations.
private struct CitationMarks {
  /// What the tag around marks ends in; no text holds it, as its last sign is escaped there.
  private static let opening = Array("\(MarkupClass.citation.rawValue)\">".utf8)
  private static let closing = Array("</sup>".utf8)
  private var isOpen = false

  /// Goes past markup, the last tag of which that matters tells.
  mutating func pass(_ markup: String) {
    var rest = markup.utf8[...]
    while let end = rest.lastIndex(of: UInt8(ascii: ">")) {
      let tags = rest[...end]
      if tags.suffix(Self.opening.count).elementsEqual(Self.opening) {
        isOpen = true
        return
      }
      if tags.suffix(Self.closing.count).elementsEqual(Self.closing) {
        isOpen = false
        return
      }
      rest = rest[..<end]
    }
  }

  /// Returns the source that a link's target is if the link is a mark.
  func source(of target: LinkTarget) -> Source.ID? {
    guard isOpen, case .document(.source(let source), _) = target else { return nil }
    return source
  }
}

extension Routes {
  /// Returns the HTML of a document's text; the marks of citations lead to the list of sources on the same page.
  func citingFragment(_ text: RichText) -> HTMLFragment {
    var marks = CitationMarks()
    return HTMLFragment(
      text.map { piece in
        switch piece {
        case .markup(let markup):
          marks.pass(markup)
          return .markup(markup)
        case .target(let target):
          guard let source = marks.source(of: target) else { return .address(address(target)) }
          return .markup("#\(Anchors.row(catalog[source]))")
        }
      })
  }
}

extension RichText {
  /// The sources that its citations name.
  var citedSources: Set<Source.ID> {
    var sources: Set<Source.ID> = []
    var marks = CitationMarks()
    for piece in self {
      switch piece {
      case .markup(let markup): marks.pass(markup)
      case .target(let target): if let source = marks.source(of: target) { sources.insert(source) }
      }
    }
    return sources
  }
}

extension Prose {
  /// The sources that its citations name.
  var citedSources: Set<Source.ID> {
    ([introduction, footnotes] + sections.map(\.text)).reduce(into: []) { $0.formUnion($1.citedSources) }
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
