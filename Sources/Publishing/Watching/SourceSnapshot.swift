package import Comparison
package import Diagnostics
import TextEncoding

/// The source files of a site as last read, updated by rereading only what has changed.
///
/// An unchanged text remains the same object, which tells later stages that there is nothing to do for it.
package struct SourceSnapshot: Sendable {
  /// The current content of all source files.
  package private(set) var tree: SourceTree
  /// The problems found while reading the files.
  package private(set) var diagnostics: [Diagnostic]
  private let site: String

  /// Reads the whole folder.
  package init(site: String) throws(PublishingError) {
    self.site = site
    (tree, diagnostics) = try discover(site: site)
  }

  /// Rereads what may have changed and returns the paths of new, changed and removed files, in order.
  package mutating func update(_ changes: SourceChanges) throws(PublishingError) -> [String] {
    if changes.isEverything {
      let (found, problems) = try discover(site: site)
      return replace(nil, with: found, problems)
    }
    var changed: [String] = []
    let (settings, skipping) = (tree.configuration, skipping)
    for path in changes.outermostPaths {
      let (found, problems) = try discover(path, site: site, skipping: skipping)
      changed += replace(path, with: found, problems)
    }
    // New settings may exclude other files.
    if tree.configuration !== settings, self.skipping != skipping {
      let (found, problems) = try discover(site: site)
      changed += replace(nil, with: found, problems)
    }
    return changed.sorted { $0.precedesByBytes($1) }
  }

  private var skipping: SkippedFiles { SkippedFiles(SiteConfiguration.reading(tree.configuration).0) }

  /// Replaces everything at a path (or everywhere, if nil) with what was found, and returns the changed paths.
  private mutating func replace(
    _ path: String?, with found: SourceTree, _ problems: [Diagnostic]
  ) -> [String] {
    let place = TreeLocation(path)
    var changed: [String] = []
    if place.holds("Content/site.yml") {
      let old = tree.configuration.map { [$0] } ?? []
      var texts = old
      place.replace(&texts, with: found.configuration.map { [$0] } ?? [], &changed)
      tree.configuration = texts.first
    }
    place.replace(&tree.documents, with: found.documents, &changed)
    place.replace(&tree.templates, with: found.templates, &changed)
    place.replace(
      &tree.themeFiles, with: found.themeFiles, path: { $0.path }, areSame: { $0.bytes == $1.bytes }, &changed
    )
    // For copied files only the size of an image is read, so a reported change is trusted.
    let wasNamed = { (file: SourceTree.OtherFile) in path.map { $0.equalsByBytes(file.path) } ?? false }
    place.replace(
      &tree.otherFiles, with: found.otherFiles, path: { $0.path }, areSame: { $0 == $1 && !wasNamed($1) },
      &changed)
    // Excluded files do not contribute to the site, so their changes do not count.
    var changedNames: [String] = []
    place.replace(&tree.skipped, with: found.skipped, path: { $0 }, areSame: { _, _ in true }, &changedNames)
    diagnostics = (diagnostics.filter { !place.holds($0.place.path ?? "") } + problems).inStableOrder()
    return changed
  }
}
