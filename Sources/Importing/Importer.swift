import Comparison
import Diagnostics
import MarkdownParsing

/// Performs an import in steps: roles of columns, data of items, documents.
struct Importer {
  let source: SourceText
  let site: ExistingSite
  let options: ImportOptions
  let table: ImportedTable
  let collected: ColumnCollector
  /// The role of each column; nil for one that is left out.
  var meanings: [ColumnMeaning?] = []
  /// The outcome of each column, for the report.
  var outcomes: [ImportPlan.Column?]
  var items: [ItemDraft]
  var criteria: [CriterionPlan] = []
  var origin: Origin?
  var diagnostics: [Diagnostic] = []

  /// The source of the whole file.
  struct Origin: Sendable {
    var slug: String
    var name: String
    /// Whether the site has no document of the source yet.
    var isNew: Bool
  }

  init(_ table: ImportedTable, source: SourceText, site: ExistingSite, options: ImportOptions) {
    self.table = table
    self.source = source
    self.site = site
    self.options = options
    collected = ColumnCollector(table, source: source)
    outcomes = Array(repeating: nil, count: collected.columns.count)
    items = table.records.map { ItemDraft(offsets: $0.offsets) }
    diagnostics = collected.diagnostics
  }

  mutating func plan() -> ImportPlan {
    findOrigin()
    findMeanings()
    for (index, meaning) in meanings.enumerated() {
      if let meaning { take(collected.columns[index], as: meaning, index) }
    }
    takeSections()
    takeLinks()
    takeFacts()
    checkNames()
    var slugs = ItemSlugs(source: source, noun: site.configuration.items.one)
    slugs.assign(&items)
    diagnostics += slugs.diagnostics
    checkAliases()
    return documents()
  }

  // MARK: Columns

  /// Determines the source from the options: an existing one, or a new one.
  private mutating func findOrigin() {
    guard let wanted = options.source else { return }
    if let known = site.source(wanted) {
      origin = Origin(slug: known, name: known, isNew: false)
    } else if let slug = Slug.derived(from: wanted)?.text, slug != "index" {
      origin = Origin(slug: slug, name: slug == wanted ? readableName(wanted) : wanted, isNew: true)
    } else {
      diagnostics.append(
        Diagnostic(
          .invalidSlug, "no address can be made from the source \"\(wanted)\"",
          at: .file(source.path),
          help: "give --source a name with letters from a to z or digits"))
    }
  }

  private mutating func findMeanings() {
    let (meanings, problems) = ColumnMeaning.all(
      collected.columns, nameColumn: options.nameColumn, skipped: options.skipped, items: items.count,
      source: source)
    self.meanings = meanings
    diagnostics += problems
  }

  mutating func tell(_ index: Int, _ outcome: String, _ evidence: String) {
    let column = collected.columns[index]
    var evidence = evidence
    let empty = items.count - Set(column.cells.map(\.record)).count
    if empty > 0, !column.cells.isEmpty { evidence += (evidence.isEmpty ? "" : "; ") + "\(empty) without" }
    outcomes[index] = ImportPlan.Column(header: column.header, outcome: outcome, evidence: evidence)
  }

  /// Returns the report on the whole file: its columns in order, followed by links and sections.
  func report() -> [ImportPlan.Column] {
    var result = outcomes.compactMap { $0 }
    let links = collected.links.values.reduce(0) { $0 + $1.count }
    if links > 0 {
      result.append(.init(header: "links", outcome: "links", evidence: amount(links, "address", "addresses")))
    }
    let sections = collected.sections.values.reduce(0) { $0 + $1.count }
    if sections > 0 {
      result.append(.init(header: "sections", outcome: "body", evidence: amount(sections, "section")))
    }
    return result
  }

  // MARK: Items

  private mutating func checkNames() {
    for index in items.indices where items[index].name.utf8.count > CountLimits.nameBytes {
      diagnostics.append(
        Diagnostic(
          .largeValue, "the name is longer than \(CountLimits.nameBytes) bytes",
          at: firstLine(items[index].offsets), help: "it is cut short"))
      // A Unicode scalar takes at most four bytes.
      items[index].name = tidyLine(
        String(String.UnicodeScalarView(items[index].name.unicodeScalars.prefix(CountLimits.nameBytes / 4))))
    }
    for index in items.indices where !items[index].name.isVisible {
      if let slug = items[index].wantedSlug {
        items[index].name = readableName(slug.text)
      } else {
        items[index].name = "\(site.configuration.items.one) \(index + 1)"
        diagnostics.append(
          Diagnostic(
            .missingName, "the item has no name", at: firstLine(items[index].offsets),
            help: "name the items in a column \"name\", or say with --name-column which one it is"))
      }
    }
  }

  /// Drops aliases that are also a name of another item, as they would be ambiguous.
  private mutating func checkAliases() {
    var owners: [String: Int] = [:]
    for (index, item) in items.enumerated() {
      for name in [item.slug, item.name] { owners[NameIndex<Never>.key(name)] = index }
    }
    for index in items.indices {
      let all = items[index].aliases
      items[index].aliases = all.filter { alias in
        let key = NameIndex<Never>.key(alias.text)
        if site.item(alias.text) == nil, owners[key] == nil {
          owners[key] = index
          return true
        }
        if owners[key] != index {
          diagnostics.append(
            Diagnostic(
              .duplicateAlias, "another item is called \"\(alias.text)\" too",
              at: source.range(alias.offsets), help: "the alias is left out"))
        }
        return false
      }
    }
  }

  /// Returns the first line of a range that may extend over many lines.
  func firstLine(_ offsets: Range<Int>) -> SourceRange {
    let line = source.lineRange(source.lineIndex(at: offsets.lowerBound))
    let end = max(offsets.lowerBound, min(offsets.upperBound, line.upperBound))
    return source.range(offsets.lowerBound..<end)
  }
}
