package import Comparison
package import Diagnostics
import Templating

/// What a build was told beside the content.
package struct BuildOptions: Sendable {
  /// Takes the place of `base-url` in `site.yml`.
  package var baseURL: String?
  /// How many documents are parsed at a time.
  package var jobs: Int

  package init(baseURL: String? = nil, jobs: Int = 1) {
    self.baseURL = baseURL
    self.jobs = jobs
  }
}

/// A site that is known to be right: every file of the output, ready to be made.
package struct Site: Sendable {
  /// In order of path (by bytes), without repeats.
  package var files: OutputFiles
  /// How many of the files are pages.
  package var pageCount: Int
  /// How many documents were left out as drafts.
  package var draftCount: Int

  package init(files: OutputFiles, pageCount: Int, draftCount: Int) {
    self.files = files
    self.pageCount = pageCount
    self.draftCount = draftCount
  }
}

/// Parses, resolves, plans and compiles: everything but the writing. The site is nil when a diagnostic is an error.
package func makeSite(from tree: SourceTree, options: BuildOptions) async -> (Site?, [Diagnostic]) {
  let (documents, reading) = await readDocuments(tree, jobs: options.jobs)
  let (catalog, resolving) = resolve(documents)
  let theme = ThemeFiles(tree)
  let (plan, planning) = SitePlan.planning(catalog, theme: theme, options: options)
  let (templates, compiling) = TemplateSet(theme.templates).compile(
    PageKinds.reference.map { ($0.template, $0.shape) })
  let diagnostics = (reading + resolving + theme.diagnostics + planning + compiling).inStableOrder()
  if diagnostics.hasErrors { return (nil, diagnostics) }
  return (plan.site(templates, theme: theme), diagnostics)
}

/// What every page kind offers to its template, as text for `collate reference`.
package func templateReference() -> String { TemplateReference(pages: PageKinds.reference).markdown }
