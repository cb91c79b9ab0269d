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
      DataKey("values", .list(filterValue), "The values in order.") { $0.values },
    ])

  static let term = DataFormat<FinderTerm>.record(
    "Term", "What items are weighed by.",
    [
      DataKey("key", .text, "Its name in addresses.") { $0.key },
      DataKey(
        "kind", .word,
        "need: sources that praise less those that criticise; value: 1 for the value; named: reviews that name the item for a use."
      ) { $0.kind },
      DataKey("name", .text, "The criterion, the value or the use case.") { $0.name },
      DataKey("group", .optional(.text), "The criterion's group.") { $0.group },
      DataKey("path", .path, "The page of it, relative to the site's root.") { $0.address },
    ])

  static let use = DataFormat<FinderUse>.record(
    "Use", "A use case, which weighs each of its terms once.",
    [
      DataKey("key", .slug, "The use case.") { $0.useCase.entry.slug },
      DataKey("name", .text, "What it is called.") { $0.useCase.entry.name },
      DataKey("path", .path, "Its page, relative to the site's root.") { $0.address },
      DataKey("terms", .list(.integer), "Its terms, by their index from 0.") { $0.terms },
    ])

  private static let evidence = DataFormat<FinderEvidence>.record(
    "Evidence", "What a term adds to an item's score.",
    [
      DataKey("term", .integer, "The term, by its index from 0.") { $0.term },
      DataKey("points", .integer, "The points at a weight of 1.") { $0.contribution.points },
      DataKey("for", .list(.integer), "Who names, praises or states: sources by their index from 0.") {
        $0.supporters
      },
      DataKey("against", .list(.integer), "Who criticises: sources by their index from 0.") { $0.critics },
    ])

  static let finderItem = DataFormat<FinderItem>.record(
    "FinderItem", "An item with its values and its points.",
    [
      DataKey("key", .slug, "The item.") { $0.item.entry.slug },
      DataKey("name", .text, "Its name.") { $0.item.entry.name },
      DataKey("path", .path, "Its page, relative to the site's root.") {
        $0.data.site.address(of: $0.item.id)
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
      DataKey("uses", .lines(DataFormats.use), "The use cases.") { $0.content.uses },
      DataKey("sources", .lines(DataFormats.finderSource), "The sources, in the site's order.") {
        $0.site.catalog.sources
      },
      DataKey("items", .lines(DataFormats.finderItem), "Every item, in the site's order.") {
        $0.content.items
      },
    ])
}
