package import Comparison
package import Diagnostics

/// What the user says of an import.
package struct ImportOptions: Sendable {
  /// The column with the names of the items, where it is not to be guessed.
  package var nameColumn: String?
  /// The source of all facts and claims in the file, by slug, name or alias.
  package var source: String?
  /// Columns that are left out.
  package var skipped: [String]

  package init(nameColumn: String? = nil, source: String? = nil, skipped: [String] = []) {
    self.nameColumn = nameColumn
    self.source = source
    self.skipped = skipped
  }
}

/// What a file of items would add to a site, for a person to judge before it is written.
package struct ImportPlan: Sendable {
  /// A document that would be written.
  package struct Document: Sendable, Hashable {
    /// Relative to the site's folder: `Content/items/django.md`.
    package var path: String
    package var text: String
  }

  /// What a column of the file becomes, and what speaks for it.
  package struct Column: Sendable, Hashable {
    package var header: String
    package var outcome: String
    package var evidence: String
  }

  /// A document of the site that an item or a criterion of the file stands for, and that stays as it is.
  package struct Kept: Sendable, Hashable {
    package var name: String
    package var path: String
  }

  /// How the file is written: `separated by commas`.
  package var format = ""
  /// How many items the file has.
  package var itemCount = 0
  /// In the order of the file.
  package var columns: [Column] = []
  /// The source, the criteria and the matrix, which the items need; in the order in which they are best read.
  package var supporting: [Document] = []
  /// The documents of the items, in the order of the file.
  package var items: [Document] = []
  package var kept: [Kept] = []

  package var documents: [Document] { supporting + items }
}

/// Works out what a file of items becomes in a site; the disk is not touched.
///
/// The file is CSV, or JSON Lines with an object on each line. While there is an error among the diagnostics, nothing of the plan
/// should be written.
package func planImport(
  _ source: SourceText, into site: AuthoredSite, options: ImportOptions = ImportOptions()
) -> (ImportPlan, [Diagnostic]) {
  let (table, problems) = ImportedTable.reading(source)
  var importer = Importer(table, source: source, site: ExistingSite(site), options: options)
  let plan = importer.plan()
  return (plan, (problems + importer.diagnostics).limited())
}
