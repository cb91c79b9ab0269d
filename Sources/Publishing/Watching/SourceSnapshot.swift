package import Comparison
package import Diagnostics
import TextEncoding

/// A site's folder as it was read, which is brought up to date by reading again what has changed.
///
/// A text that is still the same stays the same object, by which later stages know that nothing is to be done for it.
package struct SourceSnapshot: Sendable {
  package private(set) var tree: SourceTree
  package private(set) var diagnostics: [Diagnostic]
  private let site: String

  /// Reads the whole folder.
  package init(site: String) throws(PublishingError) {
    self.site = site
    (tree, diagnostics) = try discover(site: site)
  }

  /// Reads what may have changed, and tells which files are new, different or gone, in order of path.
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
    // What was left out is read now, or the other way round.
    if tree.configuration !== settings, self.skipping != skipping {
      let (found, problems) = try discover(site: site)
      changed += replace(nil, with: found, problems)
    }
    return changed.sorted { $0.precedesByBytes($1) }
  }

  private var skipping: SkippedFiles { SkippedFiles(SiteConfiguration.reading(tree.configuration).0) }

  /// Puts what was found at a path, or everywhere when that is nil, in the place of what stood there.
  private mutating func replace(
    _ path: String?, with found: SourceTree, _ problems: [Diagnostic]
  ) -> [String] {
    let place = TreePlace(path)
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
    // Of what is copied only an image's size is read, so that it was named is nearly all that is known of it.
    let wasNamed = { (file: SourceTree.OtherFile) in path.map { $0.equalsByBytes(file.path) } ?? false }
    place.replace(
      &tree.otherFiles, with: found.otherFiles, path: { $0.path }, areSame: { $0 == $1 && !wasNamed($1) },
      &changed)
    // Nothing is made of what is left out, so no change of it is one of the site.
    var changedNames: [String] = []
    place.replace(&tree.skipped, with: found.skipped, path: { $0 }, areSame: { _, _ in true }, &changedNames)
    diagnostics = (diagnostics.filter { !place.holds($0.place.path ?? "") } + problems).inStableOrder()
    return changed
  }
}
