package import Comparison
import MarkdownParsing
package import Diagnostics
package import Incremental
import Templating
import TextEncoding

/// The settings of a build that are not part of the content.
package struct BuildOptions: Sendable {
  /// Overrides `base-url` in `site.yml`.
  package var baseURL: String?
  /// The number of documents that are parsed concurrently.
  package var jobs: Int
  /// Whether what each file is made from is recorded.
  package var records: Bool

  package init(baseURL: String? = nil, jobs: Int = 1, records: Bool = false) {
    self.baseURL = baseURL
    self.jobs = jobs
    self.records = records
  }
}

/// A site without errors: every output file, ready to be produced.
package struct Site: Sendable {
  /// The files, ordered by the bytes of their paths, without duplicates.
  package var files: OutputFiles
  /// The number of files that are pages.
  package var pageCount: Int
  /// The number of documents that were left out as drafts.
  package var draftCount: Int
  /// The path of the site on its host, from `base-url`: begins and ends with `/`.
  package var rootPath: String
  /// Returns the path of a document's page below the site's root, `""` for the home page. The document is given by its
  /// path in the site's folder.
  package var page: @Sendable (_ document: String) -> String?
  /// Returns what an author may want to add to the content; nothing is wrong without it.
  package var advice: @Sendable () -> [Diagnostic]
  /// Returns what files may be made from, for what they record of it; nil if nothing is recorded.
  package var nodes: @Sendable () -> NodeTable?

  package init(
    files: OutputFiles, pageCount: Int, draftCount: Int, rootPath: String,
    page: @escaping @Sendable (_ document: String) -> String?,
    advice: @escaping @Sendable () -> [Diagnostic] = { [] },
    nodes: @escaping @Sendable () -> NodeTable? = { nil }
  ) {
    self.files = files
    self.pageCount = pageCount
    self.draftCount = draftCount
    self.rootPath = rootPath
    self.page = page
    self.advice = advice
    self.nodes = nodes
  }
}

/// The totals of a site that the last line of a build's output reports.
package struct SiteTotals: Sendable, Hashable {
  /// The number of pages.
  package var pages: Int
  /// The number of documents that were left out as drafts.
  package var drafts: Int

  package init(pages: Int, drafts: Int) {
    self.pages = pages
    self.drafts = drafts
  }
}

extension Site {
  /// The numbers of pages and drafts.
  package var totals: SiteTotals { SiteTotals(pages: pageCount, drafts: draftCount) }
}

/// Runs all steps of a build except writing: parsing, resolving, planning and compiling templates. The site is nil if
/// any diagnostic is an error.
package func makeSite(from tree: SourceTree, options: BuildOptions) async -> (Site?, [Diagnostic]) {
  let (resolved, reading) = await resolveDocuments(of: tree, jobs: options.jobs)
  var cache = PlanCache()
  return makeSite(resolved, CompiledTheme(tree), tree.notes + reading, options, &cache)
}

/// Parses and resolves all documents. They are freed on return, as they take as much memory as the catalog made of them.
private func resolveDocuments(
  of tree: SourceTree, jobs: Int
) async -> ((Catalog, [Diagnostic]), reading: [Diagnostic]) {
  let (documents, reading) = await readDocuments(tree, jobs: jobs)
  return (resolve(documents), reading)
}

/// Results of the last build, kept so that the next one only processes what has changed.
package struct SiteCache: Sendable {
  private var documents = ReadDocuments()
  private var resolving = ResolutionCache()
  private var plan = PlanCache()
  private var theme:
    (templates: [SourceText], files: [(path: String, bytes: [UInt8])], compiled: CompiledTheme)?

  package init() {}

  /// Does the same as the function `makeSite`, but faster the fewer texts have changed; texts are compared by identity.
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
        tree.themeFiles, by: { $0.path.equalsByBytes($1.path) && $0.bytes == $1.bytes })
    {
      return theme.compiled
    }
    let compiled = CompiledTheme(tree)
    theme = (tree.templates, tree.themeFiles, compiled)
    return compiled
  }
}

/// A theme with its templates compiled for all kinds of pages.
private struct CompiledTheme: Sendable {
  let files: ThemeFiles
  /// Returns the template of a kind of page; nil if it has errors, which stop the build.
  let template: @Sendable (PageKind) -> Template?
  let diagnostics: [Diagnostic]

  init(_ tree: SourceTree) {
    var files = ThemeFiles(tree)
    let set = TemplateSet(files.templates, words: files.words, placing: files.placing)
    guard !tree.templates.isEmpty || !tree.themeFiles.isEmpty else {
      // The bundled theme has no mistakes to report, so a template is compiled when a page first needs it.
      let kinds = Dictionary(
        uniqueKeysWithValues: PageKind.allCases.map { kind in
          (kind, Lazy { set.compile(kind.file, for: kind.shape).0 })
        })
      (self.files, diagnostics) = (files, files.diagnostics)
      template = { kinds[$0]?.value }
      return
    }
    let compiled = set.compile(PageKind.allCases.map { ($0.file, $0.shape) })
    files.note(compiled.addresses)
    self.files = files
    template = { compiled.templates[$0.file] }
    let conflicts = tree.templates.flatMap { MergeMarkers.conflicts(in: $0) }
    diagnostics = files.diagnostics + conflicts + compiled.diagnostics
  }
}

private func makeSite(
  _ resolved: (Catalog, [Diagnostic]), _ theme: CompiledTheme, _ reading: [Diagnostic],
  _ options: BuildOptions, _ cache: inout PlanCache
) -> (Site?, [Diagnostic]) {
  let (catalog, resolving) = resolved
  let planAll = { (cache: inout PlanCache) in
    SitePlan.planning(catalog, theme: theme.files, options: options, &cache)
  }
  // Within a recording each step of the plan notes what it reads; what all of them read together is of no use.
  let (plan, planning) =
    options.records ? Reads.recording(catalog.nodes) { planAll(&cache) }.0 : planAll(&cache)
  let diagnostics = (reading + resolving + planning.filter { !$0.repeats(resolving) } + theme.diagnostics)
    .inStableOrder().limited()
  if diagnostics.hasErrors { return (nil, diagnostics) }
  return (plan.site(theme.template, theme: theme.files, records: options.records, &cache), diagnostics)
}

extension SourceTree {
  fileprivate var notes: [Diagnostic] { skippedNote.map { [$0] } ?? [] }
}

extension Diagnostic {
  /// Returns whether the diagnostic reports a path conflict of two documents that are already reported as having the
  /// same name.
  fileprivate func repeats(_ told: [Diagnostic]) -> Bool {
    rule == .pathClash
      && told.contains {
        $0.rule == .duplicateName && $0.place == place && $0.notes.map(\.place) == notes.map(\.place)
      }
  }
}

/// Returns the text of `collate reference` as Markdown: the data that each kind of page passes to its template, the
/// template language, and the parts of the bundled theme.
package func templateReference() -> String {
  TemplateReference(pages: PageKind.allCases.map(\.reference), words: ThemeWords.bundled.words).markdown
    + BundledTheme.reference
}
