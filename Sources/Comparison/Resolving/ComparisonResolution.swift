import Diagnostics
import MarkdownParsing

extension Resolver {
  /// Resolves the comparisons of several items, together because no two may have the same items.
  mutating func resolveComparisons() {
    var known: [Set<Item.ID>: Int] = [:]
    for (index, document) in comparisons.enumerated() {
      let id = NamedComparison.ID(index)
      catalog.comparisons[index] = NamedComparison(id: id, entry: Entry(document))
      catalog.comparisons[index].prose = prose(document, id: .comparison(id))
      let names = document.header.items
      let items = comparedItems(names)
      catalog.comparisons[index].items = items
      guard let first = names.first, items.count == names.count, items.count > 1 else { continue }
      guard let other = known[Set(items)] else {
        known[Set(items)] = index
        continue
      }
      let theirs = comparisons[other]
      diagnostics.append(
        .init(
          .duplicateComparison,
          "\"\(document.source.path)\" and \"\(theirs.source.path)\" compare the same \(configuration.items.many)",
          at: first.range, help: "remove one of them, or compare others",
          notes: theirs.header.items.first.map { [.init("the other comparison", at: $0.range)] } ?? []))
    }
  }

  /// Returns the items that a comparison names, each once.
  private mutating func comparedItems(_ names: [Ranged<String>]) -> [Item.ID] {
    var items: [Item.ID] = []
    var places: [Item.ID: SourceRange] = [:]
    for name in names {
      guard let item = references.item(name, noun: configuration.items.one).value(orNoteIn: &diagnostics)
      else { continue }
      guard let first = places[item] else {
        places[item] = name.range
        items.append(item)
        continue
      }
      diagnostics.append(
        .init(
          .invalidComparison, "the comparison names \"\(name.value)\" twice", at: name.range,
          help: "each item has one column", notes: [.init("the first time", at: first)]))
    }
    return items
  }
}
