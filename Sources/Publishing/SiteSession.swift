import Comparison
package import Diagnostics
package import Pages

/// A site in memory, from its source files to its pages, updated incrementally when files change.
package struct SiteSession: Sendable {
  /// The result of reading or updating the site.
  package struct BuildResult: Sendable {
    /// The built site; nil if a diagnostic is an error.
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

  private let path: String
  private let options: BuildOptions
  private var memory = SiteCache()
  /// The source files as last read; nil if the folder could not be read.
  private var snapshot: SourceSnapshot?

  /// Creates a session for the site in a folder, which `read` then reads.
  package init(site path: String, options: BuildOptions) {
    self.path = path
    self.options = options
  }

  /// Reads the whole folder and builds the site.
  package mutating func read() async throws(PublishingError) -> BuildResult {
    snapshot = nil
    let read = try SourceSnapshot(site: path)
    snapshot = read
    return await result(read, changed: [])
  }

  /// Reads the files that may have changed; returns nil if neither they nor their diagnostics differ.
  package mutating func update(_ changes: SourceChanges) async throws(PublishingError) -> BuildResult? {
    guard var next = snapshot else { return try await read() }
    let before = next.diagnostics
    // After an error half-way, the next update reads everything again.
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
