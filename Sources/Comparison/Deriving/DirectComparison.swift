/// What sources say of two items at once, on one criterion or on none.
///
/// It is a weakness of neither item and is in neither balance.
package struct DirectComparison: Sendable, Hashable {
  /// The criterion on which they compare the two, if they name one.
  package var criterion: Criterion.ID?
  /// The sources that favour the left item, in order of id.
  package var left: [Source.ID] = []
  /// The sources that favour the right item, in order of id.
  package var right: [Source.ID] = []
  /// The sources that compare the two without favouring either, in order of id.
  package var neither: [Source.ID] = []

  /// The side that more sources favour; nil if as many favour the other.
  package var favoured: Side? {
    left.count == right.count ? nil : left.count > right.count ? .left : .right
  }

  /// Returns the sources that favour a side.
  package func favouring(_ side: Side) -> [Source.ID] { side == .left ? left : right }

  /// All sources that compare the two, in order of id.
  package var sources: [Source.ID] {
    var sources = left
    sources.insertInOrder(right)
    sources.insertInOrder(neither)
    return sources
  }

  /// The comparison with the sides swapped.
  package var mirrored: DirectComparison {
    DirectComparison(criterion: criterion, left: right, right: left, neither: neither)
  }

}

extension Item.Relation {
  /// Whether it compares its items: it names a criterion, or says whom it favours.
  package var isComparison: Bool { criterion != nil || favours != nil }

  /// Whether a source compares its items by it.
  package var isSourcedComparison: Bool { isComparison && !sources.isEmpty }
}

extension [Item.Relation] {
  /// Returns what these relations say of two items directly: one comparison for each criterion, in order of id, with
  /// those that name no criterion last.
  func directComparisons(of pair: Pair) -> [DirectComparison] {
    var comparisons: [DirectComparison] = []
    for relation in self where relation.isSourcedComparison {
      guard Pair(relation.from, relation.to) == pair || Pair(relation.to, relation.from) == pair else {
        continue
      }
      let place =
        comparisons.firstIndex { $0.criterion == relation.criterion } ?? comparisons.endIndex
      if place == comparisons.endIndex { comparisons.append(DirectComparison(criterion: relation.criterion)) }
      switch relation.favours {
      case .item(pair.left): comparisons[place].left.insertInOrder(relation.sources)
      case .item: comparisons[place].right.insertInOrder(relation.sources)
      case .neither, nil: comparisons[place].neither.insertInOrder(relation.sources)
      }
    }
    return comparisons.sorted { ($0.criterion?.index ?? .max) < ($1.criterion?.index ?? .max) }
  }
}

extension Catalog {
  /// What sources say directly of each pair of items, with the item of the lower index on the left.
  var directComparisons: [Pair: [DirectComparison]] {
    var relations: [Pair: [Item.Relation]] = [:]
    for item in items {
      for relation in item.relations where relation.from == item.id && relation.isSourcedComparison {
        let pair = Pair(relation.from, relation.to)
        relations[relation.from < relation.to ? pair : pair.mirrored, default: []].append(relation)
      }
    }
    return Dictionary(uniqueKeysWithValues: relations.map { ($0, $1.directComparisons(of: $0)) })
  }
}
