import Comparison
import Templating

/// A link with its text.
struct Link: Sendable {
  var url: Address
  var text: String
  var summary: String?
}

/// A link with a number of things.
struct CountedLink: Sendable {
  var link: Link
  var count: Int
}

/// A link to another site.
struct OutgoingLink: Sendable {
  var url: Address
  var text: String
  var rel: String?
  /// The name of the host, without `www.`; the text where there is none.
  var host: String
}

/// A place on the page of a source, the target of citations.
struct SourcePlace: Sendable {
  var source: Source.ID
  /// The anchor; nil for the whole page.
  var fragment: String?
}

/// A list of things of one kind, with a heading.
struct Listing: Sendable {
  var id: String
  var title: String
  var url: Address?
  var links: [Link]
  /// How many more there are, which stand in the index alone.
  var more = 0
}

extension Records {
  static let link = Record<Link>(
    "Link", "A link with its text.",
    [
      .address("url", "Where it leads.") { $0.url },
      .text("text", "What it says.") { $0.text },
      .optionalText("summary", "A sentence on what is there.") { $0.summary },
    ])

  static let countedLink = Record<CountedLink>(
    "CountedLink", "A link, and how many things stand behind it.",
    [
      .record("link", "The link.", of: link) { $0.link },
      .integer("count", "How many there are.") { $0.count },
    ])

  static let outgoingLink = Record<OutgoingLink>(
    "OutgoingLink", "A link that leads out of the site.",
    [
      .address("url", "Where it leads.") { $0.url },
      .text("text", "What it says.") { $0.text },
      .text("host", "The host that it leads to, without `www.`.") { $0.host },
      .optionalText("rel", "What its `rel` attribute says; absent for hosts of trusted sources.") { $0.rel },
    ])

  static let citation = Record<In<SourcePlace>>(
    "Citation", "A source that backs a statement.",
    [
      .address("url", "The statement on the source's page.") {
        $0.routes.address(.source($0.part.source), fragment: $0.part.fragment)
      },
      .text("id", "The source's anchor in the list of sources of a page that has one.") {
        Anchors.row($0.catalog[$0.part.source])
      },
      .text("mark", "The source's short name.") { $0.catalog[$0.part.source].shortName },
      .text("title", "The source's name.") { $0.catalog[$0.part.source].entry.name },
    ])

  static let listing = Record<Listing>(
    "Listing", "Things of one kind.",
    [
      .text("id", "An anchor for the list.") { $0.id },
      .text("title", "What they are.") { $0.title },
      .optionalAddress("url", "The index of them, where they have one.") { $0.url },
      .integer("count", "How many there are.") { $0.links.count + $0.more },
      .list("links", "The things; of very many that have an index the first ones.", of: link) { $0.links },
      .integer("more", "How many more there are, which stand in the index alone.") { $0.more },
    ])
}

extension SiteModel {
  func link(_ id: Item.ID) -> Link { link(.item(id), catalog[id].entry) }
  func link(_ id: Criterion.ID) -> Link { link(.criterion(id), catalog[id].entry) }
  func link(_ id: UseCase.ID) -> Link { link(.useCase(id), catalog[id].entry) }
  func link(_ id: Source.ID) -> Link { link(.source(id), catalog[id].entry) }
  func link(_ id: Matrix.ID) -> Link { link(.matrix(id), catalog[id].entry) }
  func link(_ id: NamedComparison.ID) -> Link { link(.comparison(id), catalog[id].entry) }
  func link(_ id: Page.ID) -> Link { link(.page(id), catalog[id].entry) }
  func link(_ id: Organisation.ID) -> Link { Link(url: .site(path: routes.path(id)), text: catalog[id].name) }
  func link(_ index: IndexKind) -> Link { Link(url: routes.address(index), text: title(index)) }

  private func link(_ document: DocumentID, _ entry: Entry) -> Link {
    Link(url: routes.address(document), text: entry.name, summary: entry.summary)
  }

  var home: Link { Link(url: .site(path: ""), text: catalog.configuration.title) }

  /// Returns a link to another site; its text is the address unless given.
  func outgoingLink(_ address: String, _ text: String? = nil) -> OutgoingLink {
    let host = WebAddress.host(of: address) ?? text ?? address
    return OutgoingLink(
      url: .external(address), text: text ?? address, rel: catalog.rel(for: address),
      host: host.hasPrefix("www.") ? String(host.dropFirst(4)) : host)
  }

  /// Returns the title of an index: that of its `index.md`, otherwise the default for its kind.
  func title(_ index: IndexKind) -> String {
    if let page = introduction(of: index) { return page.entry.name }
    switch index {
    case .items: return capitalised(catalog.configuration.items.many)
    case .criteria: return siteWords(.criteria)
    case .useCases: return siteWords(.useCases)
    case .sources: return siteWords(.sources)
    case .matrices: return siteWords(.matrices)
    case .organisations: return siteWords(.usedBy)
    case .pairs: return siteWords(.compare)
    case .finder: return siteWords(.find)
    case .contested: return siteWords(.contestedIndex)
    case .coverage: return siteWords(.coverage)
    case .all: return siteWords(.aToZ)
    case .data: return siteWords(.data)
    }
  }

  /// Returns the `index.md` in an index's folder, which provides its title and prose.
  func introduction(of index: IndexKind) -> Page? {
    pageTree.introduction(of: index.folder(catalog.configuration)).map { catalog[$0] }
  }

  /// Returns the absolute address of a path of the site; nil without a base URL.
  func absoluteAddress(of path: String) -> Address? { baseURL.map { .external($0 + path) } }
}

/// Returns a text with its first letter in upper case.
func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
