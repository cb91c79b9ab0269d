import Templating

struct ValueContent: Sendable {
  var criterion: LinkView
  var name: String
  /// How many items have the value, on all of its pages.
  var count: Int
  var summary: String?
  var members: [ValueMemberView]
  var pagination: PaginationView?
  var pairs: [MemberPairView]
  var tables: [TableView]
  var others: [CountedLinkView]
  /// Whether there are values that `others` leaves out.
  var hasMore: Bool
}

/// An item that has a value, and who says so.
struct ValueMemberView: Sendable {
  var item: LinkView
  var facts: [FactView]
  var also: [LinkView]
  var moreAlso: Int
  var others: [FactView]
  var mark: MarkView?
}

/// A page of two items that stand together in a list.
struct MemberPairView: Sendable {
  var url: Address
  var text: String
  var differences: Int
  var shared: Int
}

extension Records {
  static let valueMember = Record<ValueMemberView>(
    "ValueMember", "An item that has a value.",
    [
      .record("item", "The item.", of: link) { $0.item },
      .list("facts", "The facts that give it the value, with who states them.", of: fact) { $0.facts },
      .list("also", "What it has beside, in a list: all, or the first of it.", of: link) { $0.also },
      .integer("more_also", "How much more it has.") { $0.moreAlso },
      .list("others", "What is stated instead of the value.", of: fact) { $0.others },
      .optionalRecord("mark", "That sources disagree, and where both sides stand.", of: mark) { $0.mark },
    ])

  static let memberPair = Record<MemberPairView>(
    "MemberPair", "The page of two items that stand together in a list.",
    [
      .address("url", "The page of the pair.") { $0.url },
      .text("text", "The names of both.") { $0.text },
      .integer("differences", "On how many criteria they differ.") { $0.differences },
      .integer("shared", "How many uses and facts they share.") { $0.shared },
    ])
}

extension PageKinds {
  static let value = PageKind<ValueContent>(
    "value", "ValuePage", "Everything that has one value of a criterion.",
    [
      .record("criterion", "The criterion.", of: Records.link) { $0.content.criterion },
      .text("name", "The value.") { $0.content.name },
      .integer("count", "How many items have it, on all of its pages.") { $0.content.count },
      .optionalText("summary", "What it means.") { $0.content.summary },
      .list("members", "The items that have it, on this page.", of: Records.valueMember) {
        $0.content.members
      },
      .optionalRecord(
        "pagination", "The pages that its items are shared out among, where they are too many for one.",
        of: Records.pagination
      ) { $0.content.pagination },
      .list(
        "pairs", "The pairs among the items on this page that have a page: all, or the closest of many.",
        of: Records.memberPair
      ) { $0.content.pairs },
      .list(
        "tables",
        "The first matrix of criteria, cut to the items on this page; none where only one has the value.",
        of: Records.table
      ) { $0.content.tables },
      .list(
        "others", "The criterion's other values, with how many items have each: all, or those of most items.",
        of: Records.countedLink
      ) { $0.content.others },
      .boolean("has_more", "Whether there are values that `others` leaves out.") { $0.content.hasMore },
    ])
}
