package import Comparison
package import Diagnostics

/// The user's options for an import.
package struct ImportOptions: Sendable {
  /// The column with the names of the items; nil to guess it.
  package var nameColumn: String?
  /// The source of all facts and claims in the file, by slug, name or alias.
  package var source: String?
  /// The columns to leave out.
  package var skipped: [String]

  package init(nameColumn: String? = nil, source: String? = nil, skipped: [String] = []) {
    self.nameColumn = nameColumn
    self.source = source
    self.skipped = skipped
  }
}

/// What an import would add to a site, for review before it is written.
package struct ImportPlan: Sendable {
  /// A document that would be written.
  package struct Document: Sendable, Hashable {
    /// Relative to the site's folder: `Content/items/django.md`.
    package var path: String
    package var text: String
  }

  /// A column's role, and the evidence for it.
  package struct Column: Sendable, Hashable {
    package var header: String
    /// What the column becomes, such as `criterion licence, choice`.
    package var outcome: String
    /// The reason, such as the values that were found.
    package var evidence: String
  }

  /// An existing document for an item of the file, which is not overwritten.
  package struct Kept: Sendable, Hashable {
    package var name: String
    package var path: String
  }

  /// The format of the file, such as `separated by commas`.
  package var format = ""
  /// The number of items in the file.
  package var itemCount = 0
  /// The columns, in the order of the file.
  package var columns: [Column] = []
  /// The documents that the items need: source, criteria and matrix, in the best order for reading.
  package var supporting: [Document] = []
  /// The documents of the items, in the order of the file.
  package var items: [Document] = []
  /// The existing documents that stay as they are.
  package var kept: [Kept] = []

  /// All documents that would be written.
  package var documents: [Document] { supporting + items }
}

/// Plans the import of a file into a site, without access to the file system.
///
/// - Parameters:
///   - source: The file: CSV, or JSON Lines with one object per line.
///   - site: The existing site.
///   - options: The user's options.
/// - Returns: The plan and diagnostics. If one of them is an error, the plan must not be written.
package func planImport(
  _ source: SourceText, into site: AuthoredSite, options: ImportOptions = ImportOptions()
) -> (ImportPlan, [Diagnostic]) {
  let (table, problems) = ImportedTable.reading(source)
  var importer = Importer(table, source: source, site: ExistingSite(site), options: options)
  let plan = importer.plan()
  return (plan, (problems + importer.diagnostics).limited())
}
