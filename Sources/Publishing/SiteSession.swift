import Comparison
package import Diagnostics
package import Pages

/// A site in memory: what was read from its folder and what was made of that, brought up to date when something changes.
package struct SiteSession: Sendable {
  /// What a look at the site's folder gave.
  package struct BuildResult: Sendable {
    /// Nil when a diagnostic is an error.
    package var site: Site?
    package var diagnostics: [Diagnostic]
    /// Every text that a diagnostic may point into.
    package var texts: [SourceText]
    /// The files that are new, different or gone, in order of path.
    package var changed: [String]

    package init(site: Site?, diagnostics: [Diagnostic], texts: [SourceText], changed: [String]) {
      self.site = site
      self.diagnostics = diagnostics
      self.texts = texts
      self.changed = changed
    }
  }

  private let path: String
  private let options: BuildOptions
  private var memory = SiteMemory()
  /// Nil as long as the folder could not be read.
  private var snapshot: SourceSnapshot?

  package init(site path: String, options: BuildOptions) {
    self.path = path
    self.options = options
  }

  /// Reads the folder for the first time, or after it could not be read.
  package mutating func read() async throws(PublishingError) -> BuildResult {
    snapshot = nil
    let read = try SourceSnapshot(site: path)
    snapshot = read
    return await result(read, changed: [])
  }

  /// Reads what may have changed; nil when all is as it was.
  package mutating func update(_ changes: SourceChanges) async throws(PublishingError) -> BuildResult? {
    guard var next = snapshot else { return try await read() }
    let before = next.diagnostics
    // What fails half-way is read anew as a whole.
    snapshot = nil
    let changed = try next.update(changes)
    snapshot = next
    if changed.isEmpty, next.diagnostics == before { return nil }
    return await result(next, changed: changed)
  }

  private mutating func result(_ snapshot: SourceSnapshot, changed: [String]) async -> BuildResult {
    let (site, made) = await memory.makeSite(from: snapshot.tree, options: options)
    let diagnostics = snapshot.diagnostics + made
    return BuildResult(
      site: diagnostics.hasErrors ? nil : site, diagnostics: diagnostics,
      texts: snapshot.tree.texts + BundledTheme.templates, changed: changed)
  }
}
