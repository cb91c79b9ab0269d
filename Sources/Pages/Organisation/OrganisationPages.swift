import Comparison
import Templating
import TextEncoding

extension PagePlanner {
  mutating func addOrganisations() {
    let model = model
    guard catalog.has(.organisations) else { return }
    addIndex(PageTemplates.organisations, of: .organisations) {
      Index(
        prose: $0, rows: $0.with(each: model.catalog.organisations.ordered(byName: \.name).map(\.id)))
    }
    for organisation in catalog.organisations {
      let path = routes.path(organisation.id)
      let names = model.items(usedBy: organisation).prefix(8).map { catalog[$0].entry.name }
      let page = page(
        .organisation, organisation.name, path: path,
        description:
          model.siteWords(.organisationDescription, organisation.name, names.joined(separator: ", ")),
        above: [model.link(.organisations)])
      add(PageTemplates.organisation, path: path, page: page) { In(model, organisation.id) }
    }
  }
}

/// An item that an organisation is said to use.
struct UsedItem: Sendable {
  var item: Item.ID
  var organisation: Organisation.ID
}

extension Records {
  static let usedItem = Record<In<UsedItem>>(
    "UsedItem", "An item that an organisation is said to use.",
    [
      .record("item", "The item.", of: link) { $0.model.link($0.part.item) },
      .integer("sources", "How many sources say so; none where it is the editor's own.") {
        $0.catalog.sources(of: $0.claims).count
      },
      .madeList("claims", "Their words.", claim.shape) { $0.model.values($0.claims) },
      .list("users", "Others that are said to use it: all, or the first of many.", of: link) { $0.others },
      .address("users_url", "Where all users of the item stand.") {
        $0.model.usersAddress(of: $0.catalog[$0.part.item])
      },
      .boolean("has_more", "Whether there are users that `users` leaves out.") { $0.hasMore },
    ])

  static let organisationCard = Record<In<Organisation.ID>>(
    "OrganisationCard", "An organisation in a list.",
    [
      .record("organisation", "The organisation.", of: link) { $0.model.link($0.part) },
      .list("items", "What it is said to use; each count is that of the sources.", of: countedLink) {
        organisation in
        organisation.usedItems.map {
          CountedLink(
            link: $0.model.link($0.part.item), count: $0.catalog.sources(of: $0.claims).count)
        }
      },
    ])
}

extension PageTemplates {
  static let organisations = PageTemplate<Index<In<Organisation.ID>>>(
    .organisations, "OrganisationsPage", "The index of organisations.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.prose },
      .list("items", "The items with users, each with the number of them.", of: Records.countedLink) {
        $0.prose.model.usedItems
      },
      .list("organisations", "Every organisation, by name.", of: Records.organisationCard) { $0.rows },
    ])

  static let organisation = PageTemplate<In<Organisation.ID>>(
    .organisation, "OrganisationPage", "What an organisation uses, according to whom.",
    [
      .text("name", "The organisation's name.") { $0.catalog[$0.part].name },
      .integer("source_count", "How many sources name it.") {
        $0.catalog.sources(of: $0.catalog[$0.part].claims).count
      },
      .list("items", "What it is said to use.", of: Records.usedItem) { $0.usedItems },
      .list(
        "pairs", "The pairs among those items that have a page: all, or the closest.", of: Records.memberPair
      ) { $0.with(each: $0.model.pairs(among: $0.model.items(usedBy: $0.catalog[$0.part]))) },
    ])
}

extension In<Organisation.ID> {
  fileprivate var usedItems: [In<UsedItem>] {
    model.items(usedBy: catalog[part]).map { with(UsedItem(item: $0, organisation: part)) }
  }
}

extension In<UsedItem> {
  /// The maximum number of other users of an item on an organisation's page.
  private static var mostUsers: Int { 12 }

  /// The claims that the organisation uses the item.
  fileprivate var claims: [Claim.ID] {
    catalog[part.organisation].claims.filter { catalog[$0].item == part.item }
  }

  fileprivate var others: [Link] {
    model.users(of: part.item).lazy.filter { $0 != part.organisation }.prefix(Self.mostUsers).map {
      model.link($0)
    }
  }

  fileprivate var hasMore: Bool { model.users(of: part.item).count - 1 > Self.mostUsers }
}

extension SiteModel {
  /// Links to the items with users, at the section of their pages that names them.
  fileprivate var usedItems: [CountedLink] {
    catalog.items.compactMap { item in
      let count = users(of: item.id).count
      if count == 0 { return nil }
      return CountedLink(link: Link(url: usersAddress(of: item), text: item.entry.name), count: count)
    }
  }

  /// Returns the items that an organisation is said to use, without repeats.
  func items(usedBy organisation: Organisation) -> [Item.ID] {
    var items: [Item.ID] = []
    // Claims are in the order of items, so repeats are adjacent.
    for claim in organisation.claims where items.last != catalog[claim].item {
      items.append(catalog[claim].item)
    }
    return items
  }

  /// Returns the organisations that an item's document says use it, without repeats and sorted by name.
  func users(namedBy item: Item) -> [Organisation.ID] {
    var found: Set<Organisation.ID> = []
    for claim in item.claims(.user) {
      for case .organisation(let id) in catalog[claim].subjects { found.insert(id) }
    }
    return found.ordered(byName: { catalog[$0].name })
  }

  fileprivate func usersAddress(of item: Item) -> Address {
    routes.address(.item(item.id), fragment: Anchors.users)
  }
}
