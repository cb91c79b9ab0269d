import Comparison
import Templating

/// The catalog with everything that several pages show, made once.
///
/// A class, as every page holds it. What only rendering needs is made for the first page that asks.
final class SiteModel: Sendable {
  let catalog: Catalog
  let routes: Routes
  let baseURL: String?
  let similarity: SimilarityIndex
  let differenceTable: DifferenceTable
  let pairs: PairSelection
  let pageTree: PageTree
  private let lazily: Lazily

  /// What is made for the first page that asks.
  private struct Lazily: Sendable {
    let speakers = LazySlot<[Set<Source.ID>]>()
    let itemCounts = LazySlot<[Source.ID: Int]>()
    let changes = LazySlot<ChangeFeed>()
    let users = LazySlot<[[Organisation.ID]]>()
    /// The values of claims, for some items together.
    let claims: [LazySlot<[[Value]]>]

    init(itemCount: Int) {
      claims = stride(from: 0, to: itemCount, by: SiteModel.itemsTogether).map { _ in LazySlot() }
    }
  }

  /// Of how many items the claims are made into values at a time: few, so that one page is soon made.
  private static let itemsTogether = 16

  /// Keeps what `last` knows of the items that are the same, where everything has the same names.
  init(_ catalog: Catalog, baseURL: String?, keeping last: SiteModel? = nil) {
    self.catalog = catalog
    self.baseURL = baseURL
    let isNamedAlike = last.map { catalog.isNamed(like: $0.catalog) } ?? false
    routes = Routes(catalog: catalog, keeping: isNamedAlike ? last?.routes : nil)
    if let last, isNamedAlike {
      let changed = zip(catalog.items, last.catalog.items).compactMap { $0 === $1 ? nil : $0.id }
      var (similarity, table) = (last.similarity, last.differenceTable)
      let areClosestOthers = similarity.update(changed, in: catalog)
      let areDifferencesOthers = table.update(changed, in: catalog)
      pairs =
        areClosestOthers || areDifferencesOthers
        ? PairSelection(catalog, similarity: similarity, table: table) : last.pairs
      (self.similarity, differenceTable) = (similarity, table)
    } else {
      var similarity = SimilarityIndex(catalog)
      if case .closest(let count) = catalog.effectivePairPolicy { similarity.keepClosest(most: count) }
      self.similarity = similarity
      differenceTable = DifferenceTable(catalog)
      pairs = PairSelection(catalog, similarity: similarity, table: differenceTable)
    }
    pageTree = PageTree(catalog.pages)
    lazily = Lazily(itemCount: catalog.items.count)
  }

  private init(_ model: SiteModel, catalog: Catalog) {
    self.catalog = catalog
    baseURL = model.baseURL
    routes = model.routes
    similarity = model.similarity
    differenceTable = model.differenceTable
    pairs = model.pairs
    pageTree = model.pageTree
    lazily = Lazily(itemCount: 0)
  }

  /// The model with nothing of the items but what they are called, where they stand, and which pairs they make.
  func withoutContentOfItems() -> SiteModel { SiteModel(self, catalog: catalog.withoutContentOfItems) }

  // MARK: What is made when it is asked for

  /// The sources that make a claim or state a fact about each item.
  var speakers: [Set<Source.ID>] { lazily.speakers.value { catalog.items.map(speakers(of:)) } }

  /// The sources that make a claim or state a fact about an item.
  func speakers(of item: Item) -> Set<Source.ID> {
    var sources: Set<Source.ID> = []
    for claim in item.claims { sources.formUnion(claim.citations) }
    for cell in item.cells { for fact in cell.facts { sources.formUnion(fact.sources) } }
    return sources
  }

  /// Of how many items each source speaks.
  var itemCounts: [Source.ID: Int] {
    lazily.itemCounts.value {
      var counts: [Source.ID: Int] = [:]
      for sources in speakers { for source in sources { counts[source, default: 0] += 1 } }
      return counts
    }
  }

  /// The organisations that are said to use each item, each once, by name.
  var users: [[Organisation.ID]] { lazily.users.value { catalog.items.map(users(of:)) } }

  var changes: ChangeFeed { lazily.changes.value { ChangeFeed(catalog) } }

  /// A claim as its item's and its criteria's pages show it.
  func value(_ claim: Claim.ID) -> Value {
    let part = claim.item.index / Self.itemsTogether
    let first = part * Self.itemsTogether
    let values = lazily.claims[part].value {
      let items = catalog.items[first..<min(first + Self.itemsTogether, catalog.items.count)]
      var values = Records.claim.values(items.lazy.flatMap(\.claims).map { self.view($0) })[...]
      return items.map { item in
        defer { values = values.dropFirst(item.claims.count) }
        return Array(values.prefix(item.claims.count))
      }
    }
    return values[claim.item.index - first][claim.place]
  }

  func values(_ claims: [Claim.ID]) -> [Value] { claims.map { value($0) } }

  // MARK: Links

  func link(_ id: Item.ID) -> LinkView { link(.item(id), catalog[id].entry) }
  func link(_ id: Criterion.ID) -> LinkView { link(.criterion(id), catalog[id].entry) }
  func link(_ id: UseCase.ID) -> LinkView { link(.useCase(id), catalog[id].entry) }
  func link(_ id: Source.ID) -> LinkView { link(.source(id), catalog[id].entry) }
  func link(_ id: Matrix.ID) -> LinkView { link(.matrix(id), catalog[id].entry) }
  func link(_ id: Page.ID) -> LinkView { link(.page(id), catalog[id].entry) }

  func link(_ id: Organisation.ID) -> LinkView {
    LinkView(url: .site(path: routes.path(id)), text: catalog[id].name, summary: nil)
  }

  private func link(_ document: DocumentID, _ entry: Entry) -> LinkView {
    LinkView(url: routes.address(document), text: entry.name, summary: entry.summary)
  }

  /// A link out of the site; without words of its own it says its address.
  func outgoingLink(_ address: String, _ text: String? = nil) -> OutgoingLinkView {
    OutgoingLinkView(url: .external(address), text: text ?? address, rel: catalog.rel(for: address))
  }

  // MARK: Prose

  func view(_ prose: Prose) -> ProseView {
    ProseView(
      introduction: fragment(prose.introduction),
      sections: prose.sections.map {
        SectionView(
          id: $0.id, title: $0.title, heading: routes.fragment($0.heading), text: routes.fragment($0.text))
      },
      footnotes: fragment(prose.footnotes))
  }

  /// The HTML of a text, or nil where there is none.
  func fragment(_ text: RichText) -> HTMLFragment? { text.isEmpty ? nil : routes.fragment(text) }

  // MARK: Claims

  func view(_ claim: Claim) -> ClaimView {
    ClaimView(
      id: Anchors.claim(claim), kind: claim.kind.rawValue, item: link(claim.item),
      url: address(of: claim.id),
      subjects: claim.subjects.map { view($0, of: claim) }, text: routes.fragment(claim.text),
      more: fragment(claim.more),
      notes: claim.editorNotes.map { routes.fragment($0) },
      citations: claim.citations.map { citation($0, of: claim) },
      marks: claim.closingCitations.map { citation($0, of: claim) },
      details: claim.details.map { routes.fragment($0) }, standing: nil, opponents: [])
  }

  /// What a claim is about, with a mark where sources disagree on it and the claim is part of that.
  private func view(_ subject: Claim.Subject, of claim: Claim) -> SubjectView {
    var result = view(subject)
    guard case .criterion(let id) = subject else { return result }
    let concerned = catalog.cell(claim.item, id).disputes.first {
      $0 == .values ? claim.kind == .feature : claim.kind == .strength || claim.kind == .weakness
    }
    result.mark = concerned.map { mark($0, claim.item, id) }
    return result
  }

  func view(_ subject: Claim.Subject) -> SubjectView {
    switch subject {
    case .criterion(let id): SubjectView(name: catalog[id].entry.name, url: routes.address(.criterion(id)))
    case .useCase(let id): SubjectView(name: catalog[id].entry.name, url: routes.address(.useCase(id)))
    case .organisation(let id): SubjectView(name: catalog[id].name, url: .site(path: routes.path(id)))
    case .label(let name): SubjectView(name: name, url: nil)
    }
  }

  /// A claim on its item's page.
  func address(of claim: Claim.ID) -> Address {
    routes.address(.item(claim.item), fragment: Anchors.claim(catalog[claim]))
  }

  /// A claim on the page of a source that makes it.
  func address(of claim: Claim.ID, from source: Source.ID) -> Address {
    routes.address(.source(source), fragment: anchor(of: claim))
  }

  /// The anchor of a claim on the page of a source that makes it.
  func anchor(of claim: Claim.ID) -> String {
    Anchors.claim(catalog[claim], of: catalog[claim.item].entry.slug)
  }

  /// The mark that leads to a claim on the page of a source that makes it.
  private func citation(_ source: Source.ID, of claim: Claim) -> CitationView {
    citation(source, fragment: anchor(of: claim.id))
  }

  /// The mark that leads to the first claim of a source on a matter, on its page.
  func citation(_ attribution: Attribution) -> CitationView {
    citation(attribution.source, fragment: attribution.claims.first.map { anchor(of: $0) })
  }

  /// The mark that leads to a place on a source's page.
  func citation(_ source: Source.ID, fragment: String? = nil) -> CitationView {
    CitationView(
      url: routes.address(.source(source), fragment: fragment), mark: catalog[source].shortName,
      title: catalog[source].entry.name)
  }

  /// Claims by their first subject, in the order in which subjects first occur.
  func groups(_ claims: [Claim.ID]) -> [ClaimGroupView] {
    // Claims of one section are of one item and kind, so that one subject is marked alike in all of them.
    var order: [Claim.Subject?] = []
    var members: [Claim.Subject?: [Claim.ID]] = [:]
    for id in claims {
      let subject = catalog[id].subjects.first
      if members[subject] == nil { order.append(subject) }
      members[subject, default: []].append(id)
    }
    return order.map { subject in
      let ids = members[subject] ?? []
      return ClaimGroupView(
        subject: subject.flatMap { subject in ids.first.map { view(subject, of: catalog[$0]) } },
        claims: values(ids))
    }
  }
}
