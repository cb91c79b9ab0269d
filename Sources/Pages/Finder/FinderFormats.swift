import Comparison
import Templating

extension DataFormats {
  private static let filterValue = DataFormat<FinderData.FilterValue>.record(
    "FilterValue", "A value that an item has.",
    [
      DataKey("key", .text, "Its name in addresses.") { $0.key },
      DataKey("name", .text, "As people read it.") { $0.name },
      DataKey("size", .optional(.text), "A number or a date as text; null for all else.") { $0.size },
    ])

  static let filter = DataFormat<FinderData.Filter>.record(
    "Filter", "A criterion with every value that an item has.",
    [
      DataKey("key", .slug, "The criterion.") { $0.criterion.criterion.entry.slug },
      DataKey("name", .text, "What it is called.") { $0.criterion.criterion.entry.name },
      DataKey("type", .optional(.word), "The type of its facts.") { $0.criterion.criterion.type },
      DataKey("unit", .optional(.text), "The unit of its numbers.") { $0.criterion.criterion.unit },
      DataKey("better", .optional(.word), "Which of its numbers are better, where it says so.") {
        $0.criterion.criterion.better
      },
      DataKey("group", .optional(.text), "Its group.") { $0.criterion.criterion.group },
      DataKey("values", .list(filterValue), "The values in order.") { $0.values },
    ])

  static let term = DataFormat<FinderTerm>.record(
    "Term", "What items are weighed by.",
    [
      DataKey("key", .text, "Its name in addresses.") { $0.key },
      DataKey(
        "kind", .word,
        "need: sources that only praise less those that only criticise; value: 1 for the value, or where it is partial; named: reviews that name the item for a use."
      ) { $0.kind },
      DataKey("name", .text, "The criterion, the value or the use case.") { $0.name },
      DataKey("group", .optional(.text), "The criterion's group.") { $0.group },
      DataKey("path", .path, "The page of it, relative to the site's root.") { $0.address },
    ])

  static let wanted = DataFormat<FinderWanted>.record(
    "Wanted", "A value that use cases ask for.",
    [
      DataKey("key", .text, "Its name in addresses, which its term has too.") { $0.key },
      DataKey("name", .text, "The criterion and the value.") { $0.name },
      DataKey("criterion", .text, "The criterion.") {
        $0.site.catalog[$0.wanted.criterion].entry.name
      },
      DataKey("path", .path, "The page of the criterion, relative to the site's root.") { $0.address },
    ])

  static let use = DataFormat<FinderUse>.record(
    "Use", "A use case: it ranks by how many reviews name an item, then by its terms, each weighed once.",
    [
      DataKey("key", .slug, "The use case.") { $0.useCase.entry.slug },
      DataKey("name", .text, "What it is called.") { $0.useCase.entry.name },
      DataKey("path", .path, "Its page, relative to the site's root.") { $0.address },
      DataKey("named", .optional(.integer), "The term of being named for it; null where nobody is.") {
        $0.named
      },
      DataKey("terms", .list(.integer), "Its terms, by their index from 0.") { $0.terms },
      DataKey(
        "conditions", .list(.integer),
        "The wanted values, by their index from 0, without which an item that no review names is set apart."
      ) { $0.conditions },
    ])

  private static let evidence = DataFormat<FinderEvidence>.record(
    "Evidence", "What a term adds to an item's score.",
    [
      DataKey("term", .integer, "The term, by its index from 0.") { $0.term },
      DataKey("points", .integer, "The points at a weight of 1.") { $0.evidence.points },
      DataKey(
        "for", .list(sourceIndex), "Who names, only praises or states: sources by their index from 0."
      ) { $0.evidence.supporters },
      DataKey("against", .list(sourceIndex), "Who only criticises: sources by their index from 0.") {
        $0.evidence.critics
      },
      DataKey("both", .list(sourceIndex), "Who praises and criticises: sources by their index from 0.") {
        $0.evidence.both
      },
    ])

  private static let answer = DataFormat<FinderAnswer>.record(
    "Answer", "Whether an item has a value that use cases ask for.",
    [
      DataKey("wanted", .integer, "The value, by its index from 0.") { $0.wanted },
      DataKey("state", .word, "met; partial, which meets it too; otherwise: known to be something else.") {
        $0.answer.state
      },
      DataKey("value", .text, "What is known, in words.") { $0.value },
      DataKey("note", .optional(.text), "What is remarked on it.") { $0.note },
      DataKey("for", .list(sourceIndex), "Who states it: sources by their index from 0.") {
        $0.answer.sources
      },
    ])

  private static let sourceIndex = DataFormat<Source.ID>(DataFormat<Int>.integer.schema) {
    DataFormat<Int>.integer.write($0.index, &$1)
  }

  static let finderItem = DataFormat<FinderItem>.record(
    "FinderItem", "An item with its values and its points.",
    [
      DataKey("key", .slug, "The item.") { $0.item.entry.slug },
      DataKey("name", .text, "Its name.") { $0.item.entry.name },
      DataKey("path", .path, "Its page, relative to the site's root.") {
        $0.data.site.address(of: $0.item.id)
      },
      DataKey("key_facts", .list(.text), "Its key facts in words, where the site names any.") {
        $0.data.site.model.keyFacts(of: $0.item.id)
      },
      DataKey(
        "facts", .list(.list(.integer)),
        "For each filter the values that it has, by their index from 0; none where nothing is known."
      ) { $0.facts },
      DataKey("contested", .list(.integer), "The filters on which sources disagree, by their index from 0.") {
        $0.contested
      },
      DataKey("evidence", .list(evidence), "What is known on the terms; nothing is known on the others.") {
        $0.evidence
      },
      DataKey(
        "answers", .list(answer), "What is known on the wanted values; nothing is known on the others."
      ) { $0.answers },
    ])

  static let finderSource = DataFormat<Source>.record(
    "FinderSource", "A source, as a citation names it.",
    [
      DataKey("name", .text, "What a citation calls it.") { $0.shortName },
      DataKey("title", .text, "Its name.") { $0.entry.name },
      DataKey("key", .slug, "The source.") { $0.entry.slug },
    ])
}

extension DataFiles {
  static let finder = DataFileKind<FinderData>(
    "Finder", "What the finder weighs and filters by; its lists point into one another.",
    [
      DataKey("filters", .lines(DataFormats.filter), "What items are filtered by.") { $0.content.filters },
      DataKey("terms", .lines(DataFormats.term), "What items are weighed by.") { $0.content.finderTerms },
      DataKey("wanted", .lines(DataFormats.wanted), "The values that use cases ask for.") {
        $0.content.wanted
      },
      DataKey("uses", .lines(DataFormats.use), "The use cases.") { $0.content.uses },
      DataKey("sources", .lines(DataFormats.finderSource), "The sources, in the site's order.") {
        $0.site.catalog.sources
      },
      DataKey("items", .lines(DataFormats.finderItem), "Every item, in the site's order.") {
        $0.content.items
      },
    ])
}
