import Templating

struct ItemCardView: Sendable {
  var item: LinkView
  var logo: PictureView?
  var facts: [String]
  var strengths: Int
  var weaknesses: Int
  var contested: Int
  var sources: Int
}

struct SourceCardView: Sendable {
  var source: LinkView
  var mark: String
  var publisher: String?
  var date: Templating.CalendarDate?
  var isReference: Bool
  var claims: Int
  var items: Int
}

struct ItemContent: Sendable {
  var name: String
  var summary: String?
  var logo: PictureView?
  var website: OutgoingLinkView?
  var links: [OutgoingLinkView]
  var aliases: [String]
  var updated: Templating.CalendarDate?
  var facts: [CellView]
  var prose: ProseView
  var sections: [ClaimSectionView]
  var balance: [BalanceView]
  var contested: [LinkView]
  var mixed: [LinkView]
  var disagreements: [DisagreementView]
  var relations: [RelationView]
  var alternatives: [AlternativeView]
  var pairs: [PairLinkView]
  var pairCount: Int
  var allPairs: Address
  var speakers: [SpeakerView]
  var unknown: [LinkView]
}

struct SpeakerView: Sendable {
  var source: LinkView
  var mark: String
  var publisher: String?
  var date: Templating.CalendarDate?
  var isReference: Bool
  var claims: Int
  var facts: Int
}

extension Records {
  static let itemCard = Record<ItemCardView>(
    "ItemCard", "An item in a list.",
    [
      .record("item", "The item.", of: link) { $0.item },
      .optionalRecord("logo", "Its logo.", of: picture) { $0.logo },
      .texts("facts", "Its first known facts, in words.") { $0.facts },
      .integer("strengths", "How many strengths sources name.") { $0.strengths },
      .integer("weaknesses", "How many weaknesses.") { $0.weaknesses },
      .integer("contested", "On how many criteria its sources disagree.") { $0.contested },
      .integer("sources", "How many sources speak of it.") { $0.sources },
    ])

  static let sourceCard = Record<SourceCardView>(
    "SourceCard", "A source in a list.",
    [
      .record("source", "The source.", of: link) { $0.source },
      .text("mark", "Its short name, as citations show it.") { $0.mark },
      .optionalText("publisher", "Who published it.") { $0.publisher },
      .optionalDate("date", "When.") { $0.date },
      .boolean("is_reference", "Whether it is a reference and no review.") { $0.isReference },
      .integer("claims", "How many claims it makes here.") { $0.claims },
      .integer("items", "Of how many items it speaks.") { $0.items },
    ])

  static let speaker = Record<SpeakerView>(
    "Speaker", "A source that speaks of an item.",
    [
      .record("source", "The source, at the place where it speaks of the item.", of: link) { $0.source },
      .text("mark", "Its short name, as citations show it.") { $0.mark },
      .optionalText("publisher", "Who published it.") { $0.publisher },
      .optionalDate("date", "When.") { $0.date },
      .boolean("is_reference", "Whether it is a reference and no review.") { $0.isReference },
      .integer("claims", "How many claims it makes about the item.") { $0.claims },
      .integer("facts", "How many facts it states about the item.") { $0.facts },
    ])
}

extension PageKinds {
  static let item = PageKind<ItemContent>(
    "item", "ItemPage", "The page of an item.",
    [
      .text("name", "The item's name.") { $0.content.name },
      .optionalText("summary", "A sentence on what it is.") { $0.content.summary },
      .optionalRecord("logo", "Its logo.", of: Records.picture) { $0.content.logo },
      .optionalRecord("website", "Its website.", of: Records.outgoingLink) { $0.content.website },
      .list("links", "Other addresses of it.", of: Records.outgoingLink) { $0.content.links },
      .texts("aliases", "Its other names.") { $0.content.aliases },
      .optionalDate("updated", "When its document was last revised.") { $0.content.updated },
      .list("facts", "Its cell for every criterion that takes facts; none is blank.", of: Records.cell) {
        $0.content.facts
      },
      .record("prose", "What its document says beside the claims.", of: Records.prose) { $0.content.prose },
      .list("sections", "The sections that carry claims, in the order written.", of: Records.claimSection) {
        $0.content.sections
      },
      .list(
        "balance", "How many sources praise and criticise, for each criterion that has either.",
        of: Records.balance
      ) { $0.content.balance },
      .list(
        "contested", "The criteria on which its sources disagree; each link leads to both sides.",
        of: Records.link
      ) {
        $0.content.contested
      },
      .list("mixed", "The criteria on which one source both praises and criticises.", of: Records.link) {
        $0.content.mixed
      },
      .list(
        "disagreements", "Where its sources disagree, or one of them says both.", of: Records.disagreement
      ) { $0.content.disagreements },
      .list("relations", "How it relates to other items.", of: Records.relation) { $0.content.relations },
      .list("alternatives", "The items that it has most in common with.", of: Records.alternative) {
        $0.content.alternatives
      },
      .list("pairs", "The pages of its pairs: all of few, of many the closest.", of: Records.pairLink) {
        $0.content.pairs
      },
      .integer("pair_count", "How many of its pairs have a page.") { $0.content.pairCount },
      .address("all_pairs", "Where all of its pairs are listed.") { $0.content.allPairs },
      .list("sources", "The sources that speak of it.", of: Records.speaker) { $0.content.speakers },
      .list("unknown", "The criteria on which no source says anything.", of: Records.link) {
        $0.content.unknown
      },
    ])

  static let items = PageKind<ItemsContent>(
    "items", "ItemsPage", "The index of items.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.content.prose },
      .list("items", "Every item.", of: Records.itemCard) { $0.content.items },
      .integer("source_count", "How many sources there are.") { $0.content.sourceCount },
    ])
}

struct ItemsContent: Sendable {
  var prose: ProseView
  var sourceCount: Int
  var items: [ItemCardView]
}
