import Templating

struct OrganisationContent: Sendable {
  var name: String
  var sourceCount: Int
  var items: [UsedItemView]
  var pairs: [MemberPairView]
}

/// An item that an organisation is said to use.
struct UsedItemView: Sendable {
  var item: LinkView
  var sources: Int
  var claims: [Value]
  var users: [LinkView]
  /// Where all users of the item stand.
  var usersURL: Address
  /// Whether there are users that `users` leaves out.
  var hasMore: Bool
}

struct OrganisationCardView: Sendable {
  var organisation: LinkView
  var items: [CountedLinkView]
}

struct OrganisationsContent: Sendable {
  var prose: ProseView
  var items: [CountedLinkView]
  var organisations: [OrganisationCardView]
}

extension Records {
  static let usedItem = Record<UsedItemView>(
    "UsedItem", "An item that an organisation is said to use.",
    [
      .record("item", "The item.", of: link) { $0.item },
      .integer("sources", "How many sources say so; none where it is the editor's own.") { $0.sources },
      .madeList("claims", "Their words.", claim.shape) { $0.claims },
      .list("users", "Others that are said to use it: all, or the first of many.", of: link) { $0.users },
      .address("users_url", "Where all users of the item stand.") { $0.usersURL },
      .boolean("has_more", "Whether there are users that `users` leaves out.") { $0.hasMore },
    ])

  static let organisationCard = Record<OrganisationCardView>(
    "OrganisationCard", "An organisation in a list.",
    [
      .record("organisation", "The organisation.", of: link) { $0.organisation },
      .list("items", "What it is said to use; each count is that of the sources.", of: countedLink) {
        $0.items
      },
    ])
}

extension PageKinds {
  static let organisation = PageKind<OrganisationContent>(
    "organisation", "OrganisationPage", "What an organisation uses, according to whom.",
    [
      .text("name", "The organisation's name.") { $0.content.name },
      .integer("source_count", "How many sources name it.") { $0.content.sourceCount },
      .list("items", "What it is said to use.", of: Records.usedItem) { $0.content.items },
      .list(
        "pairs", "The pairs among those items that have a page: all, or the closest.", of: Records.memberPair
      ) {
        $0.content.pairs
      },
    ])

  static let organisations = PageKind<OrganisationsContent>(
    "organisations", "OrganisationsPage", "The index of organisations.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.content.prose },
      .list("items", "The items with users, each with the number of them.", of: Records.countedLink) {
        $0.content.items
      },
      .list("organisations", "Every organisation, by name.", of: Records.organisationCard) {
        $0.content.organisations
      },
    ])
}
