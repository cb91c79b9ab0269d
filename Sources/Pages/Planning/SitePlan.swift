import Comparison
import Diagnostics
import Incremental
import Templating
import TextEncoding

extension PagePlanner {
  /// The steps that plan all pages and files except redirects and those for robots.
  fileprivate static let steps: [@Sendable (inout PagePlanner) -> Void] = [
    { $0.addHome() }, { $0.addItems() }, { $0.addMatrices() }, { $0.addUseCases() }, { $0.addCriteria() },
    { $0.addPairIndex() }, { $0.addComparisons() }, { $0.addComparisonParts() }, { $0.addFinder() },
    { $0.addSources() }, { $0.addOrganisations() }, { $0.addContested() }, { $0.addCoverage() },
    { $0.addPages() }, { $0.addAll() }, { $0.addData() }, { $0.addSearch() }, { $0.addFeed() },
    { $0.addSocialCard() }, { $0.addNotFound() },
  ]
}

/// The pages and files that a site consists of.
struct SitePlan: Sendable {
  /// All pages except those of pairs.
  var pages: [PlannedPage]
  var pairs: PairPages
  /// Old addresses that a server redirects and that have no page.
  var redirects: [Redirect]
  var dataFiles: [DataFile]
  var catalog: Catalog
  /// A hash of what all pages show.
  var site: ContentHash
  /// The path that `404.html` prepends to its addresses, because it is served at any depth: the path of `base-url`,
  /// otherwise `/`.
  var rootPath: String

  /// Plans every page, and reports conflicting paths, files that must not be published, broken redirects and links, and
  /// invalid navigation entries.
  ///
  /// Reuses the results in `cache` that are still valid.
  static func planning(
    _ catalog: Catalog, theme: ThemeFiles, options: BuildOptions, _ cache: inout PlanCache
  ) -> (SitePlan, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let baseURL = baseURL(catalog.configuration, options, &diagnostics)
    let words = SiteWords(theme.words)
    // The cached pages and model contain texts made with the previous words.
    if let last = cache.pairs?.model.siteWords, last.fingerprint != words.fingerprint {
      cache = PlanCache()
    }
    let model = SiteModel(catalog, baseURL: baseURL, words: words, keeping: cache.pairs?.model)
    var planner = PagePlanner(model, theme: theme, keeping: cache.pairs)
    for step in PagePlanner.steps { planner.planning(step) }
    diagnostics += planner.planning { $0.addRedirects() }
    planner.planning { $0.addRobotFiles() }
    let plan = SitePlan(
      pages: planner.pages, pairs: planner.pairs, redirects: planner.redirects, dataFiles: planner.dataFiles,
      catalog: catalog, site: planner.site.fingerprint,
      rootPath: baseURL.map(path(of:)) ?? "/")
    let paths = plan.outputPaths(theme)
    diagnostics +=
      cache.clashes(paths, plan.pairs) + GeneratedLinks(plan.pairs, paths).diagnostics
      + plan.refusedFiles(theme)
      + folderProblems(catalog)
      + navigationProblems(model) + plan.redirectLimitProblems + plan.headerLimitProblems(theme)
      + socialCardProblems(catalog) + plan.deadAddresses(theme, paths)
    return (plan, diagnostics)
  }

  private static func baseURL(
    _ configuration: SiteConfiguration, _ options: BuildOptions, _ diagnostics: inout [Diagnostic]
  ) -> String? {
    if let written = options.baseURL {
      switch SiteConfiguration.baseURL(written) {
      case .success(let url): return url
      case .failure(let problem):
        diagnostics.append(.init(.wrongValue, problem.summary(written), at: .site))
        return nil
      }
    }
    if configuration.baseURL == nil {
      diagnostics.append(
        .init(
          .noBaseURL,
          "without a `base-url` the sitemap, the feed, canonical links and Open Graph addresses are left out",
          at: .site,
          help: "add `base-url: https://…/` to site.yml, or pass --base-url"))
    }
    return configuration.baseURL
  }

  /// Returns the path of an absolute URL that ends in `/`.
  private static func path(of baseURL: String) -> String {
    let afterScheme = baseURL.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst(3)
    return String(Substring(afterScheme.drop { $0 != UInt8(ascii: "/") }))
  }

  // MARK: Checks

  private func outputPaths(_ theme: ThemeFiles) -> OutputPaths {
    var paths = OutputPaths()
    // By index, because an iterator would copy each of many pages.
    for index in pages.indices {
      paths.claim(
        pages[index].outputPath, origin: pages[index].origin.map { .range($0) }, title: pages[index].title,
        isRedirect: pages[index].kind == .redirect)
    }
    for file in catalog.otherFiles {
      paths.claim(Self.outputPath(of: file), origin: .file(file.path), title: .init(file.path))
    }
    for file in dataFiles {
      paths.claim(
        file.path, origin: file.origin.map { .range($0) }, title: .init("the data file", file.path))
    }
    for asset in theme.assets {
      paths.claim(asset.path, origin: asset.origin.map { .file($0) }, title: .init("the theme's", asset.path))
    }
    for redirect in redirects {
      paths.claim(
        redirect.from.outputPath, origin: .range(redirect.origin),
        title: .init("the redirect of", redirect.title), isRedirect: true, line: redirect.from.path)
    }
    paths.claim(HeadersFile.path, origin: nil, title: .init("the file of headers"))
    if let file = redirectFile { paths.claim(file.path, origin: nil, title: .init("the file of redirects")) }
    return paths
  }

  /// Returns the diagnostics for addresses in the theme that do not exist on this site.
  private func deadAddresses(_ theme: ThemeFiles, _ all: OutputPaths) -> [Diagnostic] {
    if theme.unchecked.isEmpty { return [] }
    let paths = all.claimants.map(\.path)
    let files = Set(paths)
    let published = Set(theme.assets.map(\.path))
    let known = {
      theme.paths.keys
        + paths.filter { !published.contains($0) }.map {
          $0.hasSuffix("/index.html") ? String($0.dropLast("index.html".count)) : $0
        }
    }
    return theme.unchecked.compactMap { address in
      address.problem(
        { [pairs] in files.contains($0) || pairs.claimant(of: $0)?.path == $0 }, among: { known().sorted() })
    }
  }

  /// Returns the output path of a file that is copied.
  static func outputPath(of file: SourceTree.OtherFile) -> String {
    RelativePath.belowContent(file.path) ?? file.path
  }

  private func refusedFiles(_ theme: ThemeFiles) -> [Diagnostic] {
    let types = catalog.configuration.allowedFileTypes
    return catalog.otherFiles.compactMap { FilePolicy.problem($0.path, allowing: types) }
      + FilePolicy.nameProblems(catalog.otherFiles.map(\.path) + theme.assets.compactMap(\.origin))
  }

  /// Returns the errors for folders whose names are not slugs, because they become parts of addresses.
  private static func folderProblems(_ catalog: Catalog) -> [Diagnostic] {
    catalog.pages.compactMap { page in
      let folders = RelativePath.components(page.location).dropLast(page.isIndex ? 0 : 1)
      guard let wrong = folders.first(where: { Slug($0) == nil }), let problem = Slug.problem(in: wrong)
      else { return nil }
      return Diagnostic(
        .invalidSlug, "the folder \"\(wrong)\" is no part of an address: \(problem)",
        at: .file(page.entry.path),
        suggestion: Slug.derived(from: wrong)?.text)
    }
  }

  private static func navigationProblems(_ model: SiteModel) -> [Diagnostic] {
    let configuration = model.catalog.configuration
    return (configuration.navigation ?? []).compactMap { entry in
      if model.navigationLink(entry.value) != nil { return nil }
      if model.catalog.isDraft(at: entry.value) {
        return .draftReference("\"\(entry.value)\"", at: entry.range)
      }
      let folders = IndexKind.allCases.map { $0.folder(configuration) }
      let known = (folders + model.catalog.pages.map(\.location)).filter { $0 != entry.value }
      return Diagnostic(
        .unknownPage, "the navigation names \"\(entry.value)\", which is no page of this site",
        at: entry.range,
        suggestion: Spelling.closest(to: entry.value, among: known),
        help: folders.contains(entry.value) ? "there is nothing that this page would list" : nil)
    }
  }

  /// Returns the error if the social card is not an image in a format that Open Graph consumers display, which excludes
  /// SVG.
  private static func socialCardProblems(_ catalog: Catalog) -> [Diagnostic] {
    guard let card = catalog.configuration.socialCard else { return [] }
    let pictures = catalog.otherFiles.map { outputPath(of: $0) }.filter { path in
      ["png", "jpg", "jpeg", "gif", "webp"].contains { path.lowercased().hasSuffix(".\($0)") }
    }
    if pictures.contains(card.value) { return [] }
    return [
      Diagnostic(
        .deadImage, "\"social-card\" names \"\(card.value)\", which is no picture of this site",
        at: card.range, suggestion: Spelling.closest(to: card.value, among: pictures),
        help: "write the path below Content of a PNG, JPEG, GIF or WebP file, best of 1200 by 630 pixels")
    ]
  }

  // MARK: Output files

  /// Returns all output files, ready to be produced.
  func site(
    _ template: @escaping @Sendable (PageKind) -> Template?, theme: ThemeFiles, records: Bool,
    _ cache: inout PlanCache
  ) -> Site {
    let rootPath = rootPath
    let file = { @Sendable (page: PlannedPage) -> OutputFile in
      // Every kind has a template: a missing or invalid one has already stopped the build.
      let producer = page.producer(template, base: page.path == "404.html" ? rootPath : page.base)
      return OutputFile(path: page.outputPath, content: .made(producer))
    }
    var files =
      pages.map(file)
      + dataFiles.map {
        OutputFile(path: $0.path, content: .made(OutputProducer(planning: $0.planning, $0.bytes)))
      }
    for asset in theme.assets {
      let bytes = asset.bytes
      files.append(
        OutputFile(path: asset.path, content: .made(OutputProducer(planning: ReadSet()) { bytes })))
    }
    for file in catalog.otherFiles {
      files.append(OutputFile(path: Self.outputPath(of: file), content: .copied(file.path)))
    }
    if let redirectFile { files.append(redirectFile) }
    files.append(headersFile(theme))
    let pairSegment = pairs.segment
    let segment = OutputFiles.LazySegment(
      count: pairSegment.count, path: { pairSegment.path($0) + "index.html" }
    ) {
      file(pairSegment.element($0))
    }
    let order = cache.order(of: files.map(\.path), segment.paths)
    return Site(
      files: OutputFiles(files, segment: segment, in: order),
      pageCount: pages.indices.count { !pages[$0].isFile || pages[$0].path.hasSuffix(".html") }
        + segment.count,
      draftCount: catalog.draftCount, rootPath: rootPath,
      page: { [model = pairs.model] path in
        let document = model.catalog.documents { $0.path.equalsByBytes(path) }.first
        return document.map { model.routes.path($0.0) }
      },
      advice: { [catalog] in catalog.wordlessReasons.map { [$0] } ?? [] },
      nodes: { [self, base = base(theme)] in records ? nodes(base) : nil })
  }

  /// A hash of what everything depends on and is not content.
  private func base(_ theme: ThemeFiles) -> ContentHash {
    ContentHash(of: [theme.fingerprint, site], and: [rootPath, pairs.model.baseURL ?? ""])
  }

  /// Returns what the pages were made from.
  private func nodes(_ base: ContentHash) -> NodeTable? {
    let model = pairs.model
    return catalog.nodeTable(
      DerivedNodes(base: base, pages: pagesFingerprint, pairs: model.pairs) {
        model.similarity.closest(to: $0, most: In<Item>.mostAlternatives)
      })
  }

  /// A hash of which pages there are but those of pairs, and when they were changed.
  private var pagesFingerprint: ContentHash {
    var input = FingerprintInput()
    for index in pages.indices {
      input.add(pages[index].path)
      input.add(pages[index].isInSitemap)
      input.add(pages[index].modified?.packed ?? 0)
    }
    return input.hash
  }
}
