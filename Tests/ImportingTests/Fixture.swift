import Comparison
import Diagnostics
import Importing
import TestSupport

/// An import into a site in memory, and what the site is with what the import would write.
struct Imported {
  var plan: ImportPlan
  /// Every diagnostic of the import, as it is printed.
  var report: String
  var site: SiteInMemory

  /// Imports a file into a site that has nothing but its settings and `files`.
  init(
    _ text: String, file: String = "items.csv", into files: [String: String] = [:],
    options: ImportOptions = ImportOptions()
  ) async {
    await self.init(source: SourceText(path: file, text), into: files, options: options)
  }

  init(source: SourceText, into files: [String: String] = [:], options: ImportOptions = ImportOptions()) async
  {
    let settings = ["site.yml": "title: Test\n"]
    site = SiteInMemory(settings.merging(files) { $1 })
    let (existing, _) = await readDocuments(site.tree, jobs: 1)
    let (plan, diagnostics) = planImport(source, into: existing, options: options)
    self.plan = plan
    report = DiagnosticFormatter(format: .text, sources: [source]).string(for: diagnostics.inStableOrder())
    site.tree.documents += plan.documents.map { SourceText(path: $0.path, $0.text) }
    site.tree.documents.sort { $0.path < $1.path }
  }

  /// The lines of the column report: `header | outcome | evidence`.
  var columns: [String] { plan.columns.map { "\($0.header) | \($0.outcome) | \($0.evidence)" } }

  /// A document that would be written, by the end of its path.
  func document(_ name: String) -> String? {
    plan.documents.first { $0.path.hasSuffix("/\(name).md") }?.text
  }

  /// What the site is made of after the import, and the errors in it.
  func resolved() async -> (catalog: Catalog, errors: [String]) {
    let (documents, reading) = await readDocuments(site.tree, jobs: 1)
    let (catalog, resolving) = resolve(documents)
    let errors = (reading + resolving).filter { $0.severity == .error }
    return (catalog, errors.map { "\($0.place.path ?? "") \($0.rule.id): \($0.summary)" })
  }
}
