import Comparison
import Templating

extension PagePlanner {
  mutating func addItems() {
    let model = model
    addIndex(.items, PageKinds.items, alternates: [.json(DataPaths.items)]) {
      ItemsContent(
        prose: $0, sourceCount: model.catalog.sources.count,
        items: model.catalog.items.map { model.card($0.id) })
    }
    for item in catalog.items {
      let path = routes.path(.item(item.id))
      add(
        PageKinds.item, path: path, title: item.entry.name, origin: item.entry.place, modified: item.updated,
        page: {
          model.page(
            "item", item.entry.name, path: path, description: item.entry.summary,
            above: [model.link(.items)], entry: item.entry, alternates: model.alternates(item))
        },
        content: { model.content(of: item) })
    }
  }

}

extension SiteModel {
  func content(of item: Item) -> ItemContent {
    let criteria = catalog.criterionIDs
    return ItemContent(
      name: item.entry.name, summary: item.entry.summary, logo: logo(of: item),
      website: item.website.map { outgoingLink($0) },
      links: item.links.map { outgoingLink($0.address, $0.label) },
      aliases: item.aliases,
      updated: item.updated.map(Templating.CalendarDate.init),
      facts: criteria.filter { catalog[$0].type != nil }.map { factRow(item.id, $0) },
      prose: view(item.prose), sections: item.claimSections.map { view($0) }, balance: balance(item.id),
      contested: criteria.filter { catalog[item.id, $0].isContested }.compactMap { disputeLink(item.id, $0) },
      mixed: criteria.filter { catalog[item.id, $0].isMixed }.compactMap { disputeLink(item.id, $0) },
      disagreements: criteria.flatMap { disagreements(item.id, $0, at: .item) },
      relations: item.relations.map { view($0) },
      alternatives: alternatives(to: item.id), pairs: pairLinks(of: item.id),
      pairCount: pairs.partners(of: item.id).count, allPairs: allPairs(of: item.id),
      speakers: speakers(of: item).sorted().map { speaker($0, of: item) },
      unknown: criteria.filter { catalog[item.id, $0].state == .unknown }.map { link($0) })
  }

  /// A row of the item's facts: what is known as a fact, even where claims are all there is.
  private func factRow(_ item: Item.ID, _ criterion: Criterion.ID) -> CellView {
    var row = view(item, criterion, id: Anchors.fact(catalog[criterion].entry.slug))
    let state = catalog[item, criterion].factState ?? .unknown
    row.state = state.rawValue
    row.label = state.label
    row.marks = state == .contested ? [mark(.values, item, criterion)] : []
    return row
  }

  func view(_ relation: Item.Relation) -> RelationView {
    RelationView(
      from: link(relation.from), phrase: relation.phrase, to: link(relation.to),
      citations: relation.sources.map { citation($0) })
  }

  /// A criterion, at the first entry of what is disputed on it.
  private func disputeLink(_ item: Item.ID, _ criterion: Criterion.ID) -> LinkView? {
    marks(item, criterion).first.map {
      LinkView(url: $0.url, text: catalog[criterion].entry.name, summary: nil)
    }
  }

  private func view(_ section: Item.ClaimSection) -> ClaimSectionView {
    ClaimSectionView(
      id: section.id, kind: section.kind.rawValue, title: section.title,
      heading: routes.fragment(section.heading), count: section.claims.count,
      groups: groups(section.claims), remarks: fragment(section.remarks), index: index(of: section.kind))
  }

  /// The index of what claims of a kind are about; criteria, which most are about, need no mention.
  private func index(of kind: ClaimKind) -> LinkView? {
    switch kind {
    case .fit: catalog.has(.useCases) ? link(.useCases) : nil
    case .user: catalog.has(.organisations) ? link(.organisations) : nil
    case .strength, .weakness, .feature: nil
    }
  }

  private func balance(_ item: Item.ID) -> [BalanceView] {
    let rows = catalog.criterionIDs.compactMap { criterion -> BalanceView? in
      if catalog[item, criterion].claimState == nil { return nil }
      let cell = catalog.cell(item, criterion)
      let praise = catalog.sources(of: cell.strengths).count
      let criticism = catalog.sources(of: cell.weaknesses).count
      guard praise + criticism > 0, let state = cell.claimState else { return nil }
      return BalanceView(
        criterion: link(criterion), state: state.rawValue, label: state.label, praise: praise,
        criticism: criticism, most: 0,
        mark: cell.disputes.last { $0 != .values }.map { mark($0, item, criterion) })
    }
    let most = rows.map { max($0.praise, $0.criticism) }.max() ?? 0
    return rows.map { row in
      var row = row
      row.most = most
      return row
    }
  }
}
