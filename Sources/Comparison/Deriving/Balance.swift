/// The sources that judge an item on a criterion, each in exactly one group.
///
/// A claim without a citation is the editor's own and counts for nothing.
@usableFromInline
package struct Balance: Sendable, Hashable {
  /// The sources that only praise, in order of id.
  package var supporters: [Source.ID] = []
  /// The sources that only criticise, in order of id.
  package var critics: [Source.ID] = []
  /// The sources that do both, in order of id.
  package var both: [Source.ID] = []

  /// How many more sources only praise than only criticise; may be negative.
  package var net: Int { supporters.count - critics.count }
  /// The number of sources that judge.
  package var count: Int { supporters.count + critics.count + both.count }
  /// Whether no source judges.
  package var isEmpty: Bool { supporters.isEmpty && critics.isEmpty && both.isEmpty }

  /// Separates sources that praise, and sources that criticise, into the three groups.
  init(praising: [Source.ID], criticising: [Source.ID]) {
    for source in praising {
      if criticising.contains(source) { both.append(source) } else { supporters.append(source) }
    }
    critics = criticising.isEmpty ? [] : criticising.filter { !praising.contains($0) }
  }

  /// Creates the balance of what nobody judges.
  package init() {}

  /// The sources that judge, in order of id.
  package var sources: [Source.ID] {
    var sources = supporters
    sources.insertInOrder(critics)
    sources.insertInOrder(both)
    return sources
  }

  /// The name of the balance; nil if no source judges.
  ///
  /// Contested: one source praises and another criticises. Mixed: the only one that judges does both.
  var state: Cell.State? {
    if both.count > 1 || !both.isEmpty && count > 1 || !supporters.isEmpty && !critics.isEmpty {
      return .contested
    }
    if !both.isEmpty { return .mixed }
    if !supporters.isEmpty { return .praised }
    return critics.isEmpty ? nil : .criticised
  }
}

extension Catalog {
  /// Returns the sources that judge an item on a criterion.
  package func balance(of item: Item.ID, on criterion: Criterion.ID) -> Balance {
    self[item, criterion].balance
  }
}
