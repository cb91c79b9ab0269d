import Comparison
import Templating
import TextEncoding

/// What the search of every page looks through: the name of each thing that has a page.
///
/// It is one file at a fixed address, `search.json`, and pages name no hash of it: a page that did would change with everything
/// that gets a name. Browsers ask whether theirs is still the present one. Names stand as written, and the script that reads them
/// folds them as it folds what is typed, so that both cannot differ.
struct SearchIndex: Sendable {
  /// Things of one kind, whose pages stand in one folder.
  struct Group: Sendable {
    /// `item`, `criterion`, …
    var kind: String
    /// What one of them is called: `framework`.
    var label: String
    /// The folder below the site's root; empty, or ends in `/`.
    var folder: String
    var entries: [Entry]
  }

  struct Entry: Sendable {
    var name: String
    /// The page's folder below that of its group, without the last slash.
    var place: String
    /// Other names that it is found by.
    var aliases: [String] = []
  }

  static let path = "search.json"

  /// The items are the first.
  let groups: [Group]
  let pairs: PairsForSearch

  init(_ model: SiteModel) {
    groups = SearchGroups(model: model).all.filter { $0.kind == "item" || !$0.entries.isEmpty }
    pairs = PairsForSearch(model)
  }
}

/// Puts together what the search finds, by kind.
private struct SearchGroups {
  let model: SiteModel
  private var catalog: Catalog { _read { yield model.catalog } }

  var all: [SearchIndex.Group] {
    let named = { (entry: Comparison.Entry, aliases: [String]) in
      SearchIndex.Entry(
        name: entry.name, place: entry.slug.text, aliases: aliases.filter { $0 != entry.name })
    }
    return [
      group(
        "item", catalog.configuration.items.one, .items, catalog.items.map { named($0.entry, $0.aliases) }),
      group(
        "criterion", model.siteWords(.foundCriterion), .criteria, catalog.criteria.map { named($0.entry, []) }
      ),
      group(
        "use-case", model.siteWords(.foundUseCase), .useCases, catalog.useCases.map { named($0.entry, []) }),
    ]
      + catalog.criteria.filter(\.hasValueIndex).map { values($0) } + [
        group(
          "matrix", model.siteWords(.foundMatrix), .matrices, catalog.matrices.map { named($0.entry, []) }),
        SearchIndex.Group(
          kind: "page", label: model.siteWords(.foundPage), folder: "", entries: ordinaryPages),
        group(
          "organisation", model.siteWords(.foundOrganisation), .organisations,
          catalog.organisations.ordered(byName: \.name).map { .init(name: $0.name, place: $0.slug.text) }),
        group(
          "source", model.siteWords(.foundSource), .sources,
          catalog.sources.map { named($0.entry, [$0.shortName]) }
        ),
      ]
  }

  private func group(_ kind: String, _ label: String, _ index: IndexKind, _ entries: [SearchIndex.Entry])
    -> SearchIndex.Group
  {
    SearchIndex.Group(kind: kind, label: label, folder: model.routes.path(index), entries: entries)
  }

  /// The values that have a page, below the name of their criterion.
  private func values(_ criterion: Criterion) -> SearchIndex.Group {
    SearchIndex.Group(
      kind: "value", label: criterion.entry.name, folder: model.routes.path(.criterion(criterion.id)),
      entries: model.values(of: criterion).map { .init(name: $0.name, place: $0.slug.text) })
  }

  /// In order of their names, then of their places: documents come in that of the disk.
  private var ordinaryPages: [SearchIndex.Entry] {
    let indexes = IndexKind.allCases.filter { catalog.has($0) && model.introduction(of: $0) == nil }.map {
      SearchIndex.Entry(name: model.title($0), place: $0.folder(catalog.configuration))
    }
    let byPlace = (indexes + catalog.pages.compactMap { entry($0) }).sorted {
      $0.place.precedesByBytes($1.place)
    }
    return byPlace.ordered(byName: \.name)
  }

  /// An ordinary page, or one that lends words to an index; the home page is in reach of every other.
  private func entry(_ page: Page) -> SearchIndex.Entry? {
    let path = model.routes.path(.page(page.id))
    return path.isEmpty
      ? nil : SearchIndex.Entry(name: page.entry.name, place: String(path.dropLast()))
  }
}

extension SearchIndex {
  /// The file, with a line for each group.
  func bytes() -> [UInt8] {
    var writer = JSONWriter(base: "")
    writer.append("{\"format\":1,\n\"groups\":[")
    for (index, group) in groups.enumerated() {
      writer.append(index > 0 ? ",\n{\"kind\":" : "\n{\"kind\":")
      writer.write(group.kind)
      writer.append(",\"label\":")
      writer.write(group.label)
      writer.append(",\"folder\":")
      writer.write(group.folder)
      writer.append(",\"entries\":[")
      for (index, entry) in group.entries.enumerated() {
        if index > 0 { writer.append(",") }
        writer.write([entry.name, entry.place] + entry.aliases)
      }
      writer.append("]}")
    }
    writer.append("\n],\n\"pairs\":")
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
}

extension PagePlanner {
  mutating func addSearch() {
    let model = model
    dataFiles.append(DataFile(path: SearchIndex.path) { SearchIndex(model).bytes() })
  }
}
