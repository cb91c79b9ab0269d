import Comparison
import MarkdownParsing
import Templating

/// A claim, as it is written to data files.
struct ClaimData: Sendable {
  let site: DataSite
  let id: Claim.ID

  var claim: Claim { _read { yield site.catalog[id] } }
  var address: Address { site.address(of: id, claim.item) }

  func words(_ text: RichText) -> WordsData {
    WordsData(plain: text.plainText(), markup: site.routes.fragment(text))
  }

  var subjects: [SubjectData] { claim.subjects.map { SubjectData(site: site, subject: $0) } }

  var parts: [ClaimPartData] {
    claim.parts.map { ClaimPartData(text: $0.text, sources: $0.citations.map { site.slug($0) }) }
  }

  var citations: [CitationData] {
    claim.citations.map { source in
      CitationData(
        source: site.slug(source), standing: site.catalog.corroboration(of: claim, for: source),
        address: site.address(of: id, claim.item, from: source))
    }
  }
}

/// A part of a claim's text, with the sources that are cited for it.
struct ClaimPartData: Sendable {
  let text: String
  let sources: [Slug]
}

/// A text, both as plain text and as HTML.
struct WordsData: Sendable {
  let plain: String
  let markup: HTMLFragment
}

/// A source of a claim, and how the claim relates to those of other sources.
struct CitationData: Sendable {
  let source: Slug
  let standing: Corroboration
  let address: Address
}

/// A subject of a claim, as it is written to data files.
struct SubjectData: Sendable {
  /// The kind of a subject.
  enum Kind: String, CaseIterable {
    case criterion
    case useCase = "use-case"
    case organisation, label
  }

  let site: DataSite
  let subject: Claim.Subject

  var kind: Kind {
    switch subject {
    case .criterion: .criterion
    case .useCase: .useCase
    case .organisation: .organisation
    case .label: .label
    }
  }

  var slug: Slug? {
    switch subject {
    case .criterion(let id): site.slug(id)
    case .useCase(let id): site.slug(id)
    case .organisation(let id): site.slug(id)
    case .label: nil
    }
  }

  var view: Subject { site.model.subject(subject) }
}

extension DataFormats {
  static let words = DataFormat<WordsData>.record(
    "Words", "A text.",
    [
      DataKey("text", .text, "As plain text.") { $0.plain },
      DataKey(
        "html", .html, "As HTML; its links inside the site are like `url`, or like `path` without a base-url."
      ) { $0.markup },
    ])

  static let subject = DataFormat<SubjectData>.record(
    "Subject", "What a claim is about.",
    [
      DataKey("kind", .word, "What kind of thing; a label is the item's own.") { $0.kind },
      DataKey("slug", .optional(.slug), "Its slug; null for a label.") { $0.slug },
      DataKey("name", .text, "What it is called.") { $0.view.name },
      DataKey("path", .optional(.path), "Its page; null for a label.") { $0.view.url },
    ])

  static let citation = DataFormat<CitationData>.record(
    "Citation", "A source of a claim.",
    [
      DataKey("source", .slug, "The source.") { $0.source },
      DataKey("standing", .word, "Whether it stands alone, other sources share it, or one says the opposite.")
      { $0.standing },
      DataKey("path", .path, "The claim on the source's page.") { $0.address },
    ])

  static let claimPart = DataFormat<ClaimPartData>.record(
    "Part", "A stretch of a claim's words.",
    [
      DataKey("text", .text, "As plain text.") { $0.text },
      DataKey("sources", .list(.slug), "The sources that are cited right behind it.") { $0.sources },
    ])

  static let claim = DataFormat<ClaimData>.record(
    "Claim", "What somebody says of an item.",
    [
      DataKey("item", .slug, "The item.") { $0.site.slug($0.claim.item) },
      DataKey("kind", .word, "What kind of claim it is.") { $0.claim.kind },
      DataKey("subjects", .list(subject), "What it is about; none for a general claim.") { $0.subjects },
      DataKey("words", words, "What it says.") { $0.words($0.claim.text) },
      DataKey("more", .optional(words), "What else belongs to it.") {
        $0.claim.more.isEmpty ? nil : $0.words($0.claim.more)
      },
      DataKey(
        "parts", .list(claimPart),
        "Its words, cut where sources are cited in the middle of them; none where all are cited for the whole."
      ) { $0.parts },
      DataKey("details", .list(words), "What its citations say besides who it is: a page, a quotation.") {
        claim in claim.claim.details.map { claim.words($0) }
      },
      DataKey("notes", .list(words), "Notes from the editor.") { claim in
        claim.claim.editorNotes.map { claim.words($0) }
      },
      DataKey("citations", .list(citation), "Who says so; nobody where it is the editor's own.") {
        $0.citations
      },
      DataKey("path", .path, "The claim on its item's page, relative to the site's root.") { $0.address },
      DataKey("url", .optional(.absolute), "The same as an absolute address.") {
        $0.site.absolute($0.address)
      },
    ])
}
