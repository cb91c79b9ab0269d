import Comparison
package import Diagnostics
package import Pages

/// The one driver of `build`, `build --watch` and `check`, and of what `serve` shows: a site from its source files to
/// its pages and the output, which begins with what the last session has stored and stores what it has done.
///
/// ```
/// record ─▶ unchanged?  yes ─▶ its report, again
///              no ─▶ read, update ─▶ BuildResult ─▶ publish, preview ─▶ record
/// ```
package struct SiteSession: Sendable {
  /// The result of reading or updating the site.
  package struct BuildResult: Sendable {
    /// The built site, or the part of it that is to be published; nil if a diagnostic is an error.
    package var site: Site?
    package var diagnostics: [Diagnostic]
    /// Every text that a diagnostic may point into.
    package var texts: [SourceText]
    /// The paths of files that are new, changed or removed, in order.
    package var changed: [String]

    package init(site: Site?, diagnostics: [Diagnostic], texts: [SourceText], changed: [String]) {
      self.site = site
      self.diagnostics = diagnostics
      self.texts = texts
      self.changed = changed
    }
  }

  /// How often a session builds.
  package enum Lifetime: Sendable {
    /// Once: nothing is kept in memory for an update.
    case once
    /// At every change.
    case lasting
  }

  private let publishing: PublishingOptions
  private var options: BuildOptions
  private let lifetime: Lifetime
  private let cache: BuildCache?
  /// What is known of the output.
  private var output: OutputState
  /// What the session has read, as far as that is known for certain.
  private var inputs: Inputs = .pending
  private var memory = SiteCache()
  /// The source files as last read; nil if the folder could not be read.
  private var snapshot: SourceSnapshot?
  /// Whether what was last read is also what was last reported.
  private var isReported = true

  private enum Inputs {
    /// Until the first build is done: the stored record's.
    case pending
    case known([BuildRecord.Input])
    case unknown
  }

  /// Creates a session that publishes a site or looks at its output.
  ///
  /// Create it before anything of the site is read, a watcher excepted: what changes from now on is not trusted to be
  /// what the session has read.
  ///
  /// With `remembers`, the session begins with the stored record and leaves one.
  package init(
    _ publishing: PublishingOptions, options: BuildOptions, lifetime: Lifetime, remembers: Bool
  ) {
    self.publishing = publishing
    self.options = options
    self.options.records = remembers
    self.lifetime = lifetime
    cache = remembers ? BuildCache(publishing, baseURL: options.baseURL) : nil
    output = cache?.output ?? OutputState()
  }

  /// Creates a session that only reads the site in a folder.
  package init(site path: String, options: BuildOptions) {
    self.init(PublishingOptions(site: path), options: options, lifetime: .lasting, remembers: false)
  }

  /// Returns the report of the last build if nothing has changed since; nil if something might have.
  package func unchanged() -> UnchangedSite? { cache?.unchanged() }

  /// Reads the whole folder and builds the site.
  package mutating func read() async throws(PublishingError) -> BuildResult {
    snapshot = nil
    let read = try SourceSnapshot(site: publishing.site)
    snapshot = read
    isReported = true
    return await result(read, changed: [])
  }

  /// Reads the whole folder after `unchanged` has given the report, so that updates have something to begin with.
  package mutating func prepareForUpdates() async throws(PublishingError) {
    _ = try await read()
    noteInputs()
    isReported = if case .known(let inputs) = inputs, let cache { cache.holds(inputs) } else { false }
  }

  /// Reads the files that may have changed; returns nil if neither they nor their diagnostics differ.
  package mutating func update(_ changes: SourceChanges) async throws(PublishingError) -> BuildResult? {
    guard var next = snapshot else {
      inputs = .unknown
      return try await read()
    }
    let before = next
    // After an error half-way, the next update reads everything again.
    snapshot = nil
    let changed = try next.update(changes)
    snapshot = next
    noteInputs(changed, before, next)
    if isReported, changed.isEmpty, next.diagnostics == before.diagnostics { return nil }
    isReported = true
    return await result(next, changed: changed)
  }

  private mutating func result(_ snapshot: SourceSnapshot, changed: [String]) async -> BuildResult {
    let (made, problems) =
      switch lifetime {
      case .once: await makeSite(from: snapshot.tree, options: options)
      case .lasting: await memory.makeSite(from: snapshot.tree, options: options)
      }
    let diagnostics = snapshot.diagnostics + problems
    let site = publishing.part.flatMap { part in made.map { $0.part(part) } } ?? made
    return BuildResult(
      site: diagnostics.hasErrors ? nil : site, diagnostics: diagnostics,
      texts: snapshot.tree.texts + BundledTheme.templates, changed: changed)
  }

  // MARK: The output and the record

  /// Makes the output match a site that this session has built, and stores the record of it.
  package mutating func publish(
    _ site: Site, diagnostics: [Diagnostic], interruption: Interruption, progress: PublishingProgress
  ) async throws(PublishingError) -> PublishingResult {
    let result = try await Publishing.publish(
      site.files, options: publishing, memory: &output, nodes: site.nodes(), interruption: interruption,
      progress: progress)
    keep(site, diagnostics)
    return result
  }

  /// Determines what `publish` would do. If that is nothing, the record is stored that it would store.
  package mutating func preview(
    _ site: Site, diagnostics: [Diagnostic], progress: PublishingProgress
  ) async throws(PublishingError) -> PublishingResult {
    let result = try await Publishing.preview(
      site.files, options: publishing, memory: &output, nodes: site.nodes(), progress: progress)
    if output != OutputState(), result.removed == 0, result.diagnostics.isEmpty { keep(site, diagnostics) }
    return result
  }

  /// Notes that what was last read will not be published, because of its diagnostics.
  package mutating func refuse() {
    if lifetime == .lasting { noteInputs() }
  }

  private mutating func keep(_ site: Site, _ diagnostics: [Diagnostic]) {
    guard let cache else { return }
    noteInputs()
    let inputs: [BuildRecord.Input]? = if case .known(let known) = inputs { known } else { nil }
    cache.keep(site, diagnostics: diagnostics, inputs: inputs, output: output)
  }

  /// Notes what the first build of the session has read.
  private mutating func noteInputs() {
    guard case .pending = inputs, let cache else { return }
    inputs = cache.inputs().map { .known($0) } ?? .unknown
  }

  /// Notes what an update has read. What is skipped is no input of its own, so once that differs nothing is certain.
  private mutating func noteInputs(_ changed: [String], _ before: SourceSnapshot, _ now: SourceSnapshot) {
    guard case .known(let known) = inputs, before.diagnostics == now.diagnostics,
      before.tree.skipped == now.tree.skipped, let read = known.rereading(changed, in: now.tree)
    else {
      inputs = .unknown
      return
    }
    inputs = .known(read)
  }
}
