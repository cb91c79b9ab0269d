import Comparison
import Templating

/// A text with links to the statements that it represents, the first on the text itself.
struct Pointer: Sendable {
  var text: String
  /// The long form of the text.
  var title: String?
  var url: Address
  /// Links to the other statements; each shows its number, from 2.
  var more: [Link] = []
}

/// An opposing judgement or a different value, with the sources that state it.
struct OtherSide: Sendable {
  var text: String
  var sources: [Pointer]
}

extension Records {
  static let pointer = Record<Pointer>(
    "Pointer", "A word, with a link to each statement that it stands for.",
    [
      .text("text", "The word, which leads to the first.") { $0.text },
      .optionalText("title", "What it is short for.") { $0.title },
      .address("url", "The first statement.") { $0.url },
      .list("more", "Further statements; each link says its number, from 2.", of: link) { $0.more },
    ])

  static let otherSide = Record<OtherSide>(
    "OtherSide", "What other sources say against a statement.",
    [
      .text("text", "The opposite judgement or the other value, in words.") { $0.text },
      .list("sources", "Who says so, with a link to each of their statements.", of: pointer) { $0.sources },
    ])
}

extension SiteModel {
  /// Returns a text with links to at most `most` claims on the page of a source that makes them; nil without claims.
  func pointer(
    _ text: String, title: String? = nil, to claims: [Claim.ID], of source: Source.ID, most: Int = .max
  ) -> Pointer? {
    guard let first = claims.first else { return nil }
    return Pointer(
      text: text, title: title, url: address(of: first, from: source),
      more: claims.prefix(most).dropFirst().enumerated().map { index, claim in
        Link(url: address(of: claim, from: source), text: String(index + 2))
      })
  }

  /// Returns the short names of sources, each with links to all of its claims.
  func pointers(_ attributions: [Attribution]) -> [Pointer] {
    attributions.compactMap { pointer(to: $0) }
  }

  func pointer(to attribution: Attribution, most: Int = .max) -> Pointer? {
    let source = catalog[attribution.source]
    return pointer(
      source.shortName, title: source.entry.name, to: attribution.claims, of: source.id, most: most)
  }
}
