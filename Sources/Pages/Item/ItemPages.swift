import Comparison
import Templating

extension PagePlanner {
  mutating func addItems() {
    let model = model
    addItemIndex()
    for item in catalog.items { planning { $0.add(item, model) } }
  }

  private mutating func add(_ item: Item, _ model: SiteModel) {
    let path = routes.path(.item(item.id))
    add(
      PageTemplates.item, path: path, title: item.entry.name, origin: item.place, modified: item.updated,
      page: {
        PageHead(
          model, .item, item.entry.name, path: path, description: item.entry.summary,
          above: [model.link(.items)], entry: item.entry, alternates: [.json(DataPaths.item(item.slug))])
      },
      content: { In(model, ItemPage(item, model)) })
  }
}

extension PageTemplates {
  static let item = PageTemplate<In<ItemPage>>(
    .item, "ItemPage", "The page of an item.",
    [
      .record("item", "The item, as links name it.", of: Records.link) { $0.model.link($0.part.item.id) },
      .text("name", "The item's name.") { $0.part.item.entry.name },
      .optionalText("summary", "A sentence on what it is.") { $0.part.item.entry.summary },
      .optionalRecord("logo", "Its logo.", of: Records.picture) { $0.model.logo(of: $0.part.item) },
      .optionalRecord("website", "Its website.", of: Records.outgoingLink) { page in
        page.part.item.website.map { page.model.outgoingLink($0) }
      },
      .list("links", "Other addresses of it.", of: Records.outgoingLink) { page in
        page.part.item.links.map { page.model.outgoingLink($0.address, $0.label) }
      },
      .texts("aliases", "Its other names.") { $0.part.item.aliases },
      .optionalDate("updated", "When its document was last revised.") { $0.part.item.updated },
      .list(
        "key_facts", "Its cells of the criteria that the site names as key facts, as far as known.",
        of: Records.cell
      ) {
        $0.keyFacts
      },
      .texts("key_fact_words", "The same in words.") { $0.model.keyFacts(of: $0.part.item.id) },
      .record("prose", "What its document says beside the claims.", of: Records.prose) {
        $0.with($0.part.item.prose)
      },
      .boolean("has_text", "Whether it says anything beside the claims.") { $0.hasText },
      .list("sections", "The sections that carry claims, in the order written.", of: Records.claimSection) {
        $0.with(each: $0.part.item.claimSections)
      },
      .integer("judge_count", "How many sources judge it.") { $0.judges.count },
      .integer("praised_count", "On how many criteria sources only praise it.") {
        $0.count { $0.critics.isEmpty && $0.both.isEmpty }
      },
      .integer("criticised_count", "On how many they only criticise it.") {
        $0.count { $0.supporters.isEmpty && $0.both.isEmpty }
      },
      .integer("disputed_count", "On how many some praise and others criticise it, or one says both.") {
        $0.count { !$0.both.isEmpty || !$0.supporters.isEmpty && !$0.critics.isEmpty }
      },
      .list("judged", "The criteria on which sources judge it, strongest first.", of: Records.itemTopic) {
        $0.with(each: $0.part.topics.judged)
      },
      .list("facts", "The criteria of which facts are given.", of: Records.itemFact) { $0.facts },
      .list("described", "What is described and not judged by any source.", of: Records.itemTopic) {
        $0.with(each: $0.part.topics.described)
      },
      .list(
        "uses", "What it is named for, that which most sources name first: all of seven, or the first six.",
        of: Records.itemTopic
      ) {
        $0.with(each: $0.part.topics.uses.cutAfterFew.first)
      },
      .list("more_uses", "The other uses.", of: Records.itemTopic) {
        $0.with(each: $0.part.topics.uses.cutAfterFew.more)
      },
      .madeList("users", "The claims on who uses it.", Records.claim.shape) {
        $0.model.values($0.part.item.claims(.user))
      },
      .list(
        "disagreements", "Where its sources disagree, or one of them says both; the most evenly split first.",
        of: Records.itemDispute
      ) { page in page.with(each: page.disputes) },
      .list(
        "relations", "What is said of it and another item at once, what compares the two first.",
        of: Records.relation
      ) {
        $0.with(each: $0.part.item.relations.filter(\.isComparison))
          + $0.with(each: $0.part.item.relations.filter { !$0.isComparison })
      },
      .list("alternatives", "The items that it has most in common with.", of: Records.alternative) {
        $0.with($0.part.item).alternatives
      },
      .integer("pair_count", "How many of its pairs have a page.") {
        $0.model.pairs.partners(of: $0.part.item.id).count
      },
      .address("all_pairs", "Where all of its pairs are listed.") { $0.model.allPairs(of: $0.part.item.id) },
      .list(
        "sources", "The sources that speak of it, alone or beside another, or that its document cites.",
        of: Records.speaker
      ) { page in
        page.with(each: page.sources.sorted().map { ItemSource(source: $0, item: page.part.item) })
      },
      .list("unknown", "The criteria on which no source says anything of it alone.", of: Records.link) {
        page in
        page.catalog.criterionIDs.filter { page.part.item.cells[$0.index].state == .unknown }
          .map { page.model.link($0) }
      },
    ])
}

/// An item with the rows of its page.
struct ItemPage: Sendable {
  let item: Item
  let topics: ItemTopics

  fileprivate init(_ item: Item, _ model: SiteModel) {
    self.item = item
    topics = ItemTopics(item, in: model.catalog)
  }
}

extension In<ItemPage> {
  fileprivate var hasText: Bool {
    let prose = part.item.prose
    return !prose.introduction.isEmpty || !prose.sections.isEmpty || !prose.footnotes.isEmpty
      || part.item.claimSections.contains { !$0.remarks.isEmpty }
  }

  fileprivate var sources: Set<Source.ID> {
    var sources = model.speakers(of: part.item.id)
    sources.formUnion(part.item.prose.citedSources)
    for section in part.item.claimSections { sources.formUnion(section.remarks.citedSources) }
    for relation in part.item.relations { sources.formUnion(relation.sources) }
    return sources
  }

  private var balances: [Balance] { part.item.cells.map(\.balance).filter { !$0.isEmpty } }

  fileprivate var judges: Set<Source.ID> { Set(balances.flatMap(\.sources)) }

  /// Returns the number of judged criteria whose balance satisfies a condition.
  fileprivate func count(where isWanted: (Balance) -> Bool) -> Int { balances.count(where: isWanted) }

  fileprivate var keyFacts: [In<ShownCell>] {
    catalog.keyFacts.filter { part.item.cells[$0.index].facts.contains(where: \.value.isKnown) }.map {
      with(factCell($0))
    }
  }

  /// The facts, each with what is said of it besides.
  fileprivate var facts: [In<ItemFact>] {
    part.topics.facts.compactMap { topic in
      guard case .criterion(let criterion) = topic.subject else { return nil }
      return with(ItemFact(cell: factCell(criterion), topic: topic))
    }
  }

  private func factCell(_ criterion: Criterion.ID) -> ShownCell {
    ShownCell(
      item: part.item.id, criterion: criterion, id: Anchors.fact(catalog[criterion].entry.slug),
      showsFacts: true)
  }

  /// Its disagreements, the most evenly split first.
  fileprivate var disputes: [CellDispute] {
    model.inOrder(catalog.criterionIDs.flatMap { model.disputes(part.item.id, $0) })
  }
}
