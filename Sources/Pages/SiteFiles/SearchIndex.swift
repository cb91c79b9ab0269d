import Comparison
import Templating
import TextEncoding

/// The index that the search on every page uses: the names of everything that has a page.
///
/// It is a single file at a fixed address, `search.json`, without a hash in its name: otherwise all pages would change
/// whenever something is named. Browsers revalidate their copy instead. Names are stored as written, and the script
/// normalizes both names and queries, so that the two cannot differ.
struct SearchIndex: Sendable {
  /// Entries of one kind, whose pages share a folder.
  struct Group: Sendable {
    /// The kind: `item`, `criterion`, …
    var kind: String
    /// The name of the kind for readers: `framework`.
    var label: String
    /// The folder below the site's root: empty, or ending in `/`.
    var folder: String
    /// What the anchor of a row on the page of an item begins with, before the slug of the entry; empty if there is none.
    var row = ""
    var entries: [Entry]
  }

  /// A page that can be found by its name.
  struct Entry: Sendable {
    var name: String
    /// The page's folder relative to that of its group, without the trailing slash.
    var place: String
    /// Alternative names that also match.
    var aliases: [String] = []
  }

  static let path = "search.json"

  /// The groups, with the items first.
  let groups: [Group]
  /// The items of each written comparison, by their indices, in the order of the comparisons.
  let comparisons: [[Int]]
  let pairs: PairsForSearch

  init(_ model: SiteModel) {
    groups = SearchGroups(model: model).all.filter { $0.kind == "item" || !$0.entries.isEmpty }
    comparisons = model.catalog.comparisons.map { $0.items.map(\.index) }
    pairs = PairsForSearch(model)
  }
}

/// Collects the entries of the search by kind.
private struct SearchGroups {
  let model: SiteModel
  private var catalog: Catalog { _read { yield model.catalog } }

  var all: [SearchIndex.Group] {
    let named = { (entry: Comparison.Entry, aliases: [String]) in
      SearchIndex.Entry(
        name: entry.name, place: entry.slug.text, aliases: aliases.filter { $0 != entry.name })
    }
    // What has facts has the row of its fact, and what is only judged that of its opinions.
    let typed = catalog.criteria.filter { $0.type != nil }
    let judged = catalog.criteria.filter { $0.type == nil }
    return [
      group(
        "item", catalog.configuration.items.one, .items, catalog.items.map { named($0.entry, $0.aliases) }),
      group(
        "criterion", model.siteWords(.foundCriterion), .criteria, row: Anchors.rows(of: .facts),
        typed.map { named($0.entry, $0.aliases + choices($0)) }),
      group(
        "criterion", model.siteWords(.foundCriterion), .criteria, row: Anchors.rows(of: .judgements),
        judged.map { named($0.entry, $0.aliases) }),
      group(
        "use-case", model.siteWords(.foundUseCase), .useCases,
        catalog.useCases.map { named($0.entry, $0.aliases) }),
    ]
      + catalog.criteria.filter(\.hasValueIndex).map { values($0) } + [
        group(
          "matrix", model.siteWords(.foundMatrix), .matrices, catalog.matrices.map { named($0.entry, []) }),
        group(
          "comparison", model.siteWords(.foundComparison), .pairs,
          catalog.comparisons.map { named($0.entry, []) }),
        SearchIndex.Group(
          kind: "page", label: model.siteWords(.foundPage), folder: "", entries: ordinaryPages),
        group(
          "organisation", model.siteWords(.foundOrganisation), .organisations,
          catalog.organisations.ordered(byName: \.name).map { .init(name: $0.name, place: $0.slug.text) }),
        group(
          "source", model.siteWords(.foundSource), .sources,
          catalog.sources.map { named($0.entry, [$0.shortName] + $0.aliases) }
        ),
      ]
  }

  private func group(
    _ kind: String, _ label: String, _ index: IndexKind, row: String = "", _ entries: [SearchIndex.Entry]
  ) -> SearchIndex.Group {
    SearchIndex.Group(
      kind: kind, label: label, folder: model.routes.path(index), row: row, entries: entries)
  }

  /// Returns the names of a criterion's predefined values if these have no page of their own.
  private func choices(_ criterion: Criterion) -> [String] {
    criterion.hasValueIndex ? [] : criterion.choices.map(\.label)
  }

  /// Returns the values that have a page, in a group with the name of their criterion.
  private func values(_ criterion: Criterion) -> SearchIndex.Group {
    SearchIndex.Group(
      kind: "value", label: criterion.entry.name, folder: model.routes.path(.criterion(criterion.id)),
      entries: model.values(of: criterion).map { .init(name: $0.name, place: $0.slug.text) })
  }

  /// The ordinary pages, sorted by name and then by path, because documents are in the order of the file system.
  private var ordinaryPages: [SearchIndex.Entry] {
    let indexes = IndexKind.allCases.filter { catalog.has($0) && model.introduction(of: $0) == nil }.map {
      SearchIndex.Entry(name: model.title($0), place: $0.folder(catalog.configuration))
    }
    let byPlace = (indexes + catalog.pages.compactMap { entry($0) }).sorted {
      $0.place.precedesByBytes($1.place)
    }
    return byPlace.ordered(byName: \.name)
  }

  /// Returns the entry of an ordinary page or the introduction of an index; nil for the home page, which every page
  /// links to.
  private func entry(_ page: Page) -> SearchIndex.Entry? {
    let path = model.routes.path(.page(page.id))
    return path.isEmpty
      ? nil : SearchIndex.Entry(name: page.entry.name, place: String(path.dropLast()))
  }
}

extension SearchIndex {
  /// Returns the file as JSON, with a line for each group.
  func bytes() -> [UInt8] {
    var writer = JSONWriter(base: "")
    writer.append("{\"format\":2,\n\"groups\":[")
    for (index, group) in groups.enumerated() {
      writer.append(index > 0 ? ",\n{\"kind\":" : "\n{\"kind\":")
      writer.write(group.kind)
      writer.append(",\"label\":")
      writer.write(group.label)
      writer.append(",\"folder\":")
      writer.write(group.folder)
      if !group.row.isEmpty {
        writer.append(",\"row\":")
        writer.write(group.row)
      }
      writer.append(",\"entries\":[")
      for (index, entry) in group.entries.enumerated() {
        if index > 0 { writer.append(",") }
        writer.write([entry.name, entry.place] + entry.aliases)
      }
      writer.append("]}")
    }
    writer.append("\n],\n\"comparisons\":")
    writer.write(comparisons)
    writer.append(",\n\"pairs\":")
    pairs.write(to: &writer)
    writer.append("}\n")
    return writer.bytes()
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ texts: [String]) {
    append("[")
    for (index, text) in texts.enumerated() {
      if index > 0 { append(",") }
      write(text)
    }
    append("]")
  }

  /// Writes lists of numbers.
  mutating func write(_ rows: [[Int]]) {
    append("[")
    for (index, row) in rows.enumerated() {
      append(index > 0 ? ",[" : "[")
      for (index, number) in row.enumerated() {
        if index > 0 { append(",") }
        append(number: String(number))
      }
      append("]")
    }
    append("]")
  }
}

extension PagePlanner {
  mutating func addSearch() {
    let model = model
    dataFiles.append(DataFile(path: SearchIndex.path) { SearchIndex(model).bytes() })
  }
}
