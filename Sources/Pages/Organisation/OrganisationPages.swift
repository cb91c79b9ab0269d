import Comparison
import Templating

extension PagePlanner {
  mutating func addOrganisations() {
    let model = model
    guard catalog.has(.organisations) else { return }
    addIndex(.organisations, PageKinds.organisations) { prose in
      OrganisationsContent(
        prose: prose, items: model.usedItems,
        organisations: model.catalog.organisations.ordered(byName: \.name).map { model.card($0.id) })
    }
    for organisation in catalog.organisations {
      let path = routes.path(organisation.id)
      let names = model.items(of: organisation).prefix(8).map { catalog[$0].entry.name }
      let page = page(
        "organisation", organisation.name, path: path,
        description:
          "What \(organisation.name) is said to use, and by whom: \(names.joined(separator: ", "))",
        above: [model.link(.organisations)])
      add(PageKinds.organisation, path: path, page: page) { model.content(of: organisation) }
    }
  }
}

extension SiteModel {
  /// How many other users of an item an organisation's page names.
  private static let mostUsers = 12

  func content(of organisation: Organisation) -> OrganisationContent {
    let items = items(of: organisation)
    return OrganisationContent(
      name: organisation.name, sourceCount: catalog.sources(of: organisation.claims).count,
      items: items.map { usedItem($0, by: organisation) }, pairs: pairs(among: items))
  }

  func card(_ id: Organisation.ID) -> OrganisationCardView {
    let organisation = catalog[id]
    return OrganisationCardView(
      organisation: link(id),
      items: items(of: organisation).map { item in
        let claims = claims(of: organisation, about: item)
        return CountedLinkView(link: link(item), count: catalog.sources(of: claims).count)
      })
  }

  /// The items with users, at the place where their pages name them.
  var usedItems: [CountedLinkView] {
    catalog.items.compactMap { item in
      let count = users[item.id.index].count
      if count == 0 { return nil }
      return CountedLinkView(
        link: LinkView(url: usersAddress(of: item), text: item.entry.name, summary: nil), count: count)
    }
  }

  /// What an organisation is said to use, each item once.
  func items(of organisation: Organisation) -> [Item.ID] {
    var items: [Item.ID] = []
    // Claims stand by item.
    for claim in organisation.claims where items.last != catalog[claim].item {
      items.append(catalog[claim].item)
    }
    return items
  }

  private func claims(of organisation: Organisation, about item: Item.ID) -> [Claim.ID] {
    organisation.claims.filter { catalog[$0].item == item }
  }

  private func usedItem(_ id: Item.ID, by organisation: Organisation) -> UsedItemView {
    let item = catalog[id]
    let claims = claims(of: organisation, about: id)
    let users = users[id.index]
    let others = users.lazy.filter { $0 != organisation.id }.prefix(Self.mostUsers)
    return UsedItemView(
      item: link(id), sources: catalog.sources(of: claims).count, claims: values(claims),
      users: others.map { link($0) }, usersURL: usersAddress(of: item),
      hasMore: users.count - 1 > Self.mostUsers)
  }

  /// The organisations that are said to use an item, each once, by name.
  func users(of item: Item) -> [Organisation.ID] {
    var found: Set<Organisation.ID> = []
    for claim in item.claims(.user) {
      for case .organisation(let id) in catalog[claim].subjects { found.insert(id) }
    }
    return found.ordered(byName: { catalog[$0].name })
  }

  private func usersAddress(of item: Item) -> Address {
    let section = item.claimSections.first { $0.kind == .user }
    return routes.address(.item(item.id), fragment: section?.id)
  }
}
