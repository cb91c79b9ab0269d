import Comparison
import Templating

extension PagePlanner {
  mutating func addItems() {
    let model = model
    addItemIndex()
    for item in catalog.items {
      let path = routes.path(.item(item.id))
      add(
        PageTemplates.item, path: path, title: item.entry.name, origin: item.entry.place,
        modified: item.updated,
        page: {
          PageHead(
            model, .item, item.entry.name, path: path, description: item.entry.summary,
            above: [model.link(.items)], entry: item.entry,
            alternates: [.json(DataPaths.item(item.entry.slug))])
        },
        content: { In(model, item) })
    }
  }
}

extension PageTemplates {
  static let item = PageTemplate<In<Item>>(
    .item, "ItemPage", "The page of an item.",
    [
      .text("name", "The item's name.") { $0.part.entry.name },
      .optionalText("summary", "A sentence on what it is.") { $0.part.entry.summary },
      .optionalRecord("logo", "Its logo.", of: Records.picture) { $0.model.logo(of: $0.part) },
      .optionalRecord("website", "Its website.", of: Records.outgoingLink) { item in
        item.part.website.map { item.model.outgoingLink($0) }
      },
      .list("links", "Other addresses of it.", of: Records.outgoingLink) { item in
        item.part.links.map { item.model.outgoingLink($0.address, $0.label) }
      },
      .texts("aliases", "Its other names.") { $0.part.aliases },
      .optionalDate("updated", "When its document was last revised.") {
        $0.part.updated
      },
      .list("facts", "Its cell for every criterion that takes facts; none is blank.", of: Records.cell) {
        $0.factRows
      },
      .record("prose", "What its document says beside the claims.", of: Records.prose) {
        $0.with($0.part.prose)
      },
      .list("sections", "The sections that carry claims, in the order written.", of: Records.claimSection) {
        $0.with(each: $0.part.claimSections)
      },
      .list(
        "balance", "How many sources judge it on each criterion on which any does, strongest first.",
        of: Records.balanceRow
      ) { $0.balances },
      .list(
        "contested", "The criteria on which its sources disagree; each link leads to both sides.",
        of: Records.judgedLink
      ) { $0.disputeLinks(where: \.isContested) },
      .list(
        "mixed", "The criteria on which one source both praises and criticises.", of: Records.judgedLink
      ) {
        $0.disputeLinks(where: \.isMixed)
      },
      .list(
        "disagreements", "Where its sources disagree, or one of them says both; the most evenly split first.",
        of: Records.disagreement
      ) { $0.with(each: $0.disputes) },
      .list("relations", "How it relates to other items, without comparing.", of: Records.relation) {
        $0.with(each: $0.part.relations.filter { !$0.isComparison })
      },
      .list("comparisons", "What is said of it and another item at once.", of: Records.relation) {
        $0.with(each: $0.part.relations.filter(\.isComparison))
      },
      .list("alternatives", "The items that it has most in common with.", of: Records.alternative) {
        $0.alternatives
      },
      .list("pairs", "The pages of its pairs: all of few, of many the closest.", of: Records.pairLink) {
        $0.pairLinks
      },
      .integer("pair_count", "How many of its pairs have a page.") {
        $0.model.pairs.partners(of: $0.part.id).count
      },
      .address("all_pairs", "Where all of its pairs are listed.") { $0.model.allPairs(of: $0.part.id) },
      .list("sources", "The sources that speak of it.", of: Records.speaker) { item in
        item.with(
          each: item.model.speakers(of: item.part).sorted().map { ItemSource(source: $0, item: item.part) })
      },
      .list("unknown", "The criteria on which no source says anything.", of: Records.link) { item in
        item.catalog.criterionIDs.filter { item.catalog[item.part.id, $0].state == .unknown }
          .map { item.model.link($0) }
      },
    ])
}

extension In<Item> {
  /// The cells of all criteria that take facts; each shows its facts only, even if it has only claims.
  fileprivate var factRows: [In<ShownCell>] {
    catalog.criterionIDs.filter { catalog[$0].type != nil }.map {
      with(
        ShownCell(
          item: part.id, criterion: $0, id: Anchors.fact(catalog[$0].entry.slug), showsFacts: true))
    }
  }

  /// Its disagreements, the most evenly split first.
  fileprivate var disputes: [CellDispute] {
    model.inOrder(catalog.criterionIDs.flatMap { model.disputes(part.id, $0) })
  }

  /// Returns a link to the first disagreement of each criterion whose cell satisfies a condition.
  fileprivate func disputeLinks(where isWanted: (Comparison.Cell) -> Bool) -> [JudgedLink] {
    let criteria = catalog.criterionIDs.filter { isWanted(catalog[part.id, $0]) }
    return model.inOrder(criteria.compactMap { model.disputes(part.id, $0).first }).map { dispute in
      let link = Link(url: with(dispute).address, text: catalog[dispute.criterion].entry.name)
      return JudgedLink(link: link, balance: with(dispute).balance)
    }
  }
}
