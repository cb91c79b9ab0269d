import Diagnostics
import MarkdownParsing

/// Resolves one item: its facts, relations, prose and claims.
struct ItemResolver {
  private let document: AuthoredDocument<ItemHeader>
  let id: Item.ID
  private let names: Names
  /// Whether an earlier item names an organisation.
  private let isKnown: (Slug) -> Bool
  private(set) var content: Item.Content
  private(set) var relations: [Item.Relation] = []
  private(set) var mentions: [ResolvedItem.Mention] = []
  var diagnostics: [Diagnostic] = []
  /// The index of each organisation in `mentions`.
  private var places: [Slug: Int] = [:]
  private var claimNames = ClaimNames()
  /// The number of claims so far; a claim about several subjects counts once for each.
  private var subjectCount = 0
  private var isFull = false

  init(
    _ document: AuthoredDocument<ItemHeader>, id: Item.ID, _ names: Names,
    isKnown: @escaping (Slug) -> Bool
  ) {
    self.document = document
    self.id = id
    self.names = names
    self.isKnown = isKnown
    content = Item.Content(entry: Entry(document))
  }

  var references: References { _read { yield names.references } }
  var configuration: SiteConfiguration { _read { yield names.configuration } }

  mutating func resolve() {
    let header = document.header
    content.website = header.website?.value
    content.links = header.links.map { .init(label: $0.label, address: $0.address.value) }
    content.aliases = header.aliases.map(\.value)
    content.updated = header.updated
    content.logo = logo()
    relations = header.related.compactMap { relation($0) }
    content.cells = Array(repeating: Cell(), count: names.criteria.count)
    for fact in header.facts { resolve(fact) }
    resolveBody()
    for criterion in names.criteria {
      content.cells[criterion.id.index].derive(type: criterion.type, claims: content.claims)
    }
  }

  private mutating func resolveBody() {
    let outline = Outline(document.body, name: document.common.name.value)
    let claimLists = outline.parts.filter { configuration.claimKind(ofHeading: $0.title) != nil }
      .flatMap(\.blocks).filter { if case .list = document.body.nodes[$0].kind { true } else { false } }
    let writer = DocumentWriter(document.body, id: .item(id), names, claimLists: claimLists)
    content.prose.introduction = writer.html(outline.introduction)
    var shown = outline.introduction
    writer.checkTitle(outline)
    for part in outline.parts {
      shown.append(part.heading)
      guard let kind = configuration.claimKind(ofHeading: part.title) else {
        content.prose.sections.append(writer.section(part))
        shown += part.blocks
        continue
      }
      writer.refuseCitations(inHeadingOf: part)
      content.claimSections.append(claimSection(part, kind, writer))
    }
    content.prose.footnotes = writer.footnotes(referencedFrom: shown)
    content.prose.generatedLinks = writer.generatedLinks
    diagnostics += writer.diagnostics
    diagnostics += names.unreadClaims(writer)
  }

  private mutating func logo() -> Item.Logo? {
    guard let logo = document.header.logo else { return nil }
    let path =
      logo.value.hasPrefix("/")
      ? "Content" + logo.value : RelativePath.resolve(logo.value, from: document.source.path)
    if let path, references.files.contains(path), let file = RelativePath.belowContent(path) {
      let target = LinkTarget.file(file, query: nil, fragment: nil)
      return Item.Logo(target: target, size: references.imageSizes[path])
    }
    let close = path.flatMap { Spelling.closest(to: $0, among: references.files) }
    diagnostics.append(
      .init(
        .deadImage, "the logo \"\(logo.value)\" leads nowhere", at: logo.range,
        suggestion: close.map { RelativePath.spelling(of: $0, from: document.source.path) }))
    return nil
  }

  /// Resolves references to sources, leaving out repetitions.
  mutating func sources(_ names: [Ranged<String>]) -> [Source.ID] {
    var result: [Source.ID] = []
    for name in names {
      guard let id = references.source(name).value(orNoteIn: &diagnostics), !result.contains(id) else {
        continue
      }
      result.append(id)
    }
    return result
  }

  // MARK: Facts

  private mutating func resolve(_ fact: AuthoredFact) {
    let cited = sources(fact.sources)
    guard let id = references.criterion(fact.criterion).value(orNoteIn: &diagnostics) else { return }
    let criterion = names.criteria[id.index]
    let value: FactValue
    switch FactTyping.value(fact.value, for: criterion) {
    case .failure(let mistake):
      diagnostics.append(mistake.diagnostic)
      return
    case .success(let typed): value = typed
    }
    diagnostics += FactTyping.repeats(in: fact.value, for: criterion)
    if value == .partial, !fact.isNoted {
      diagnostics.append(
        .init(
          .partialWithoutNote, "\"partial\" needs a note that says to what degree",
          at: fact.value.range,
          help: "write `{ value: partial, note: …, sources: [ … ] }`"))
    }
    if cited.isEmpty, fact.sources.isEmpty, !fact.isCommonKnowledge, value != .unknown {
      diagnostics.append(
        .init(
          .unsourcedFact, "no source is given for \"\(criterion.entry.name)\"",
          at: fact.value.range,
          help:
            "write `{ value: …, sources: [ … ] }`; common knowledge has `basis: common` in place of sources"))
    }
    content.cells[id.index].facts.append(
      Fact(
        value: value, note: fact.note, sources: cited, verified: fact.verified,
        isCommonKnowledge: fact.isCommonKnowledge, range: fact.value.range))
  }

  // MARK: Claims

  private mutating func claimSection(
    _ part: Outline.Part, _ kind: ClaimKind, _ writer: DocumentWriter
  ) -> Item.ClaimSection {
    let reader = writer.reader
    let (authored, remarks) = reader.claims(in: part.blocks, kind: kind)
    for claim in authored {
      writer.tellWhatLabelHides(claim, subjects: { references.subject($0, for: kind) })
    }
    writer.tellUnread(remarks, kind, reader)
    var ids: [Claim.ID] = []
    // Exactly, because all items stay in memory.
    ids.reserveCapacity(authored.count)
    content.claims.reserveCapacity(content.claims.count + authored.count)
    for claim in authored {
      guard hasRoom(for: claim, writer) else { break }
      let claimID = Claim.ID(id, place: content.claims.count)
      let resolved = self.claim(claim, id: claimID, writer)
      ids.append(claimID)
      content.claims.append(resolved)
      note(resolved)
    }
    return Item.ClaimSection(
      kind: kind, id: part.id, title: part.title, heading: writer.heading(part), claims: ids,
      remarks: writer.html(writer.withoutEmptyHeadings(remarks, in: part, claims: authored)))
  }

  /// Returns whether the document's limit allows another claim; reports the first one beyond it.
  private mutating func hasRoom(for claim: AuthoredClaim, _ writer: DocumentWriter) -> Bool {
    let place = firstLine(claim.range, of: writer.document.source)
    if claim.footnotes.count > CountLimits.sources {
      diagnostics.append(
        .tooMany(
          "a claim refers to more than \(CountLimits.sources) footnotes", at: place,
          help: "cite those that say most"))
    }
    if subjectCount < CountLimits.claims { return true }
    if !isFull {
      isFull = true
      diagnostics.append(
        .tooMany(
          "the document makes more than \(CountLimits.claims) claims", at: place,
          help: "make it two documents, or say less"))
    }
    return false
  }

  private mutating func claim(
    _ authored: AuthoredClaim, id claimID: Claim.ID, _ writer: DocumentWriter
  ) -> Claim {
    let unique = sources(of: authored.footnotes, writer)
    if unique.isEmpty, !wantsCitation(authored, writer) {
      diagnostics.append(
        .init(
          .unsourcedClaim, "no source is given for this claim",
          at: firstLine(authored.range, of: writer.document.source),
          help: authored.footnotes.isEmpty
            ? "cite one as `[^label]`; without it the claim is shown as the editor's own"
            : "a footnote cites where its definition links to a source's document: `[^label]: [Name](../sources/name.md)`"
        ))
    }
    let subjects = subjects(authored)
    subjectCount += max(1, subjects.count)
    let text = writer.claimHTML(authored.lead, edits: authored.edits)
    return Claim(
      id: claimID, name: claimNames.name(authored.kind, about: subjects.first.flatMap { slug(of: $0) }, text),
      item: id, kind: authored.kind, subjects: subjects, text: text,
      more: writer.claimHTML(authored.more, edits: authored.edits),
      editorNotes: authored.editorNotes.map { writer.claimHTML($0, edits: authored.edits) },
      citations: unique, closingCitations: sources(of: authored.closing, writer),
      details: authored.footnotes.filter { writer.citations[$0]?.saysMore ?? false }.map {
        writer.details(of: $0)
      },
      parts: authored.parts.count < 2
        ? [] : authored.parts.map { .init(text: $0.text, citations: sources(of: $0.footnotes, writer)) },
      range: authored.range)
  }

  /// Returns the sources that footnotes cite, each once.
  private func sources(of footnotes: [Int], _ writer: DocumentWriter) -> [Source.ID] {
    var result: [Source.ID] = []
    for footnote in footnotes {
      for source in writer.citations[footnote]?.sources ?? [] where !result.contains(source) {
        result.append(source)
      }
    }
    return result
  }

  /// Returns whether a claim has a broken citation, which has been reported already.
  private func wantsCitation(_ claim: AuthoredClaim, _ writer: DocumentWriter) -> Bool {
    claim.footnotes.contains { writer.hasDeadLink($0) }
      || claim.lead.contains { writer.document.plainText(of: $0).contains("[^") }
  }

  private func firstLine(_ range: SourceRange, of source: SourceText) -> SourceRange {
    let line = source.lineRange(source.lineIndex(at: range.offsets.lowerBound))
    return source.range(
      range.offsets.lowerBound..<max(range.offsets.lowerBound, min(range.offsets.upperBound, line.upperBound))
    )
  }

  /// Adds a claim to the cells of its criteria and to the mentions of its organisations.
  private mutating func note(_ claim: Claim) {
    for subject in claim.subjects {
      switch subject {
      case .criterion(let criterion):
        switch claim.kind {
        case .strength: content.cells[criterion.index].strengths.append(claim.id)
        case .weakness: content.cells[criterion.index].weaknesses.append(claim.id)
        case .feature: content.cells[criterion.index].features.append(claim.id)
        case .fit, .user: break
        }
      case .organisation(let place): mentions[place.index].claims.append(claim.id)
      case .useCase, .label: break
      }
    }
  }

  /// Returns the subjects that a label names: as a whole, or else by its parts.
  private mutating func subjects(_ claim: AuthoredClaim) -> [Claim.Subject] {
    guard let label = claim.label else { return [] }
    if let whole = subject(label.value, claim.kind) { return [whole] }
    let parts = references.parts(of: label.value, for: claim.kind)
    if parts.count > CountLimits.labelParts {
      diagnostics.append(
        .tooMany(
          "a label names more than \(CountLimits.labelParts) things", at: label.range,
          help: "write a bullet for each, or for a few of them"))
      return []
    }
    var subjects: [Claim.Subject] = []
    for part in parts {
      let subject = subject(part, claim.kind) ?? unknownLabel(part, claim.kind, at: label)
      if !subjects.contains(subject) { subjects.append(subject) }
    }
    return subjects
  }

  private mutating func subject(_ name: String, _ kind: ClaimKind) -> Claim.Subject? {
    guard kind == .user else { return references.subject(name, for: kind) }
    let slug = Slug(organisation: name)
    return !name.contains(",") || isMentioned(slug) ? .organisation(organisation(name, slug)) : nil
  }

  /// Makes a label of the item's own; warns if it resembles a known name, or is ambiguous, partly known or the name of
  /// a draft.
  private mutating func unknownLabel(
    _ name: String, _ kind: ClaimKind, at label: Ranged<String>
  ) -> Claim.Subject {
    let noun = kind == .fit ? "use case" : "criterion"
    let close = kind == .fit ? references.useCases.name(like: name) : references.criteria.name(like: name)
    var slugs: [String] = []
    if kind == .fit, case .ambiguous(let all) = references.useCases.find(name) { slugs = all }
    if kind != .fit, case .ambiguous(let all) = references.criteria.find(name) { slugs = all }
    if !slugs.isEmpty {
      diagnostics.append(
        .init(
          .ambiguousName, as: .warning, "more than one \(noun) is named \"\(name)\"", at: label.range,
          help: "use its slug: \(slugs.joined(separator: ", "))"))
    } else if references.drafts.has(name, kind == .fit ? .useCase : .criterion) {
      diagnostics.append(.draftReference("the label \"\(name)\"", .warning, at: label.range))
    } else if close != nil || references.isPartlyName(name, for: kind) {
      diagnostics.append(
        .init(
          .unknownLabel, "no \(noun) is named \"\(name)\"", at: label.range, suggestion: close,
          help: close == nil ? "a label of several has a comma between their names: `**A, B**`" : nil))
    }
    return .label(name)
  }

  private func slug(of subject: Claim.Subject) -> Slug? {
    switch subject {
    case .criterion(let id): names.criteria[id.index].entry.slug
    case .useCase(let id): references.useCases.slug(id)
    case .organisation(let place): mentions[place.index].slug
    case .label(let label): Slug.derived(from: label)
    }
  }

  private func isMentioned(_ organisation: Slug) -> Bool {
    places[organisation] != nil || isKnown(organisation)
  }

  /// Returns the index of an organisation in `mentions`; the same slug is the same organisation.
  private mutating func organisation(_ name: String, _ slug: Slug) -> Organisation.ID {
    let place = places[slug] ?? mentions.count
    if place == mentions.count {
      places[slug] = place
      mentions.append(.init(slug: slug, name: name))
    }
    return Organisation.ID(place)
  }
}
