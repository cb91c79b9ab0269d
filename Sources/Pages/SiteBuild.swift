package import Comparison
import MarkdownParsing
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
  /// The path that the site stands at on its host, that of `base-url`: begins and ends with `/`.
  package var rootPath: String
  /// The page of a document, by the document's path in the site's folder: its address below the site's root, `""` for the home page.
  package var page: @Sendable (_ document: String) -> String?

  package init(
    files: OutputFiles, pageCount: Int, draftCount: Int, rootPath: String,
    page: @escaping @Sendable (_ document: String) -> String?
  ) {
    self.files = files
    self.pageCount = pageCount
    self.draftCount = draftCount
    self.rootPath = rootPath
    self.page = page
  }
}

/// What a build's last line tells of a site.
package struct SiteTotals: Sendable, Hashable {
  package var pages: Int
  package var drafts: Int

  package init(pages: Int, drafts: Int) {
    self.pages = pages
    self.drafts = drafts
  }
}

extension Site {
  package var totals: SiteTotals { SiteTotals(pages: pageCount, drafts: draftCount) }
}

/// Parses, resolves, plans and compiles: everything but the writing. The site is nil when a diagnostic is an error.
package func makeSite(from tree: SourceTree, options: BuildOptions) async -> (Site?, [Diagnostic]) {
  let (documents, reading) = await readDocuments(tree, jobs: options.jobs)
  var cache = PlanCache()
  return makeSite(resolve(documents), CompiledTheme(tree), tree.notes + reading, options, &cache)
}

/// What a site was made of, kept so that the next one is made from what has changed alone.
package struct SiteCache: Sendable {
  private var documents = ReadDocuments()
  private var resolving = ResolutionCache()
  private var plan = PlanCache()
  private var theme:
    (templates: [SourceText], files: [(path: String, bytes: [UInt8])], compiled: CompiledTheme)?

  package init() {}

  /// Does what `makeSite` does, the sooner the fewer texts are new; a text is known by its identity.
  package mutating func makeSite(
    from tree: SourceTree, options: BuildOptions
  ) async -> (Site?, [Diagnostic]) {
    let (documents, reading) = await documents.update(tree, jobs: options.jobs)
    return Pages.makeSite(
      resolving.resolve(documents), theme(of: tree), tree.notes + reading, options, &plan)
  }

  private mutating func theme(of tree: SourceTree) -> CompiledTheme {
    if let theme, theme.templates.elementsEqual(tree.templates, by: ===),
      theme.files.elementsEqual(
        tree.themeFiles, by: { $0.path.utf8.elementsEqual($1.path.utf8) && $0.bytes == $1.bytes })
    {
      return theme.compiled
    }
    let compiled = CompiledTheme(tree)
    theme = (tree.templates, tree.themeFiles, compiled)
    return compiled
  }
}

/// A theme whose templates were compiled for every kind of page.
private struct CompiledTheme: Sendable {
  let files: ThemeFiles
  let templates: [String: Template]
  let diagnostics: [Diagnostic]

  init(_ tree: SourceTree) {
    var files = ThemeFiles(tree)
    let compiled = TemplateSet(files.templates, words: files.words, placing: files.placing).compile(
      PageKind.allCases.map { ($0.file, $0.shape) })
    files.note(compiled.addresses)
    self.files = files
    templates = compiled.templates
    let conflicts = tree.templates.flatMap { MergeMarkers.conflicts(in: $0) }
    diagnostics = files.diagnostics + conflicts + compiled.diagnostics
  }
}

private func makeSite(
  _ resolved: (Catalog, [Diagnostic]), _ theme: CompiledTheme, _ reading: [Diagnostic],
  _ options: BuildOptions, _ cache: inout PlanCache
) -> (Site?, [Diagnostic]) {
  let (catalog, resolving) = resolved
  let (plan, planning) = SitePlan.planning(catalog, theme: theme.files, options: options, &cache)
  let diagnostics = (reading + resolving + planning.filter { !$0.repeats(resolving) } + theme.diagnostics)
    .inStableOrder().limited()
  if diagnostics.hasErrors { return (nil, diagnostics) }
  return (plan.site(theme.templates, theme: theme.files, &cache), diagnostics)
}

extension SourceTree {
  fileprivate var notes: [Diagnostic] { skippedNote.map { [$0] } ?? [] }
}

extension Diagnostic {
  /// Whether it says that two documents stand in each other's way of which it was told that they have one name.
  fileprivate func repeats(_ told: [Diagnostic]) -> Bool {
    rule == .pathClash
      && told.contains {
        $0.rule == .duplicateName && $0.place == place && $0.notes.map(\.place) == notes.map(\.place)
      }
  }
}

/// What every kind of page offers to its template, the template language, and what the bundled theme is made of: the text of `collate reference`.
package func templateReference() -> String {
  TemplateReference(pages: PageKind.allCases.map(\.reference), words: ThemeWords.bundled.words).markdown
    + BundledTheme.reference
}
