import Templating

/// The mark of something that sources disagree on, beside what it concerns.
struct MarkView: Sendable {
  var state: String
  var label: String
  var url: Address
}

/// One side of a disagreement: a value or a judgement, and the words of those who stand on it.
struct SideView: Sendable {
  var state: String
  var fact: FactView?
  var sources: Int
  var claims: [Value]
  var more: [Value]
}

/// Something that sources disagree on, both sides.
struct DisagreementView: Sendable {
  var id: String
  var kind: String
  var state: String
  var label: String
  var item: LinkView
  var criterion: LinkView
  var url: Address
  var sides: [SideView]
  var neutral: [Value]
}

/// Disagreements that stand together: those of an item, or of a table.
struct DisagreementGroupView: Sendable {
  var id: String
  var link: LinkView
  var disagreements: [DisagreementView]
}

extension Records {
  static let mark = Record<MarkView>(
    "Mark", "A disagreement that concerns what it stands beside.",
    [
      .text("state", "`contested` or `mixed`.") { $0.state },
      .text("label", "The state in words.") { $0.label },
      .address("url", "Where both sides stand.") { $0.url },
    ])

  static let side = Record<SideView>(
    "Side", "One side of a disagreement.",
    [
      .text("state", "`praised` or `criticised`; `value` where the sides are values of a fact.") { $0.state },
      .optionalRecord("fact", "The value, where the sides are values, and who states it.", of: fact) {
        $0.fact
      },
      .integer("sources", "How many sources stand on it.") { $0.sources },
      .madeList(
        "claims", "Their words: all, or where they are many one statement at least of every source.",
        claim.shape
      ) { $0.claims },
      .madeList("more", "The rest of their words.", claim.shape) { $0.more },
    ])

  static let disagreement = Record<DisagreementView>(
    "Disagreement", "Something on which sources differ, with both sides.",
    [
      .text("id", "An anchor for it on this page.") { $0.id },
      .text("kind", "`values`, `claims`, or `mixed` where it is one source that both praises and criticises.")
      {
        $0.kind
      },
      .text("state", "`contested` or `mixed`.") { $0.state },
      .text("label", "The state in words.") { $0.label },
      .record("item", "The item, where its page shows both sides.", of: link) { $0.item },
      .record("criterion", "The criterion, where its page tells all that is known of the item.", of: link) {
        $0.criterion
      },
      .address("url", "The disagreement on the page of all of them.") { $0.url },
      .list("sides", "Praise and criticism, or the values.", of: side) { $0.sides },
      .madeList("neutral", "What is said of a contested fact without taking one side.", claim.shape) {
        $0.neutral
      },
    ])

  static let disagreementGroup = Record<DisagreementGroupView>(
    "DisagreementGroup", "Disagreements that stand together.",
    [
      .text("id", "An anchor for them.") { $0.id },
      .record("link", "The item that they are about, or the table that their cells stand in.", of: link) {
        $0.link
      },
      .list("disagreements", "The disagreements.", of: disagreement) { $0.disagreements },
    ])
}
