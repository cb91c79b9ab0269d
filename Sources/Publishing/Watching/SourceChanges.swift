import TextEncoding

/// The files that may have changed in a site's folder since it was last read.
package struct SourceChanges: Sendable, Hashable {
  /// Paths of files and folders relative to the site's folder, as bytes: Swift treats canonically equivalent names as
  /// equal, but they are different files.
  private(set) var paths: Set<[UInt8]> = []
  /// Whether anything may have changed.
  package private(set) var isEverything = false
  /// The file that changed last, if known.
  package private(set) var last: String?

  package init() {}

  /// Changes after which anything may differ, so that the whole site must be reread.
  package static var everything: SourceChanges {
    var changes = SourceChanges()
    changes.isEverything = true
    return changes
  }

  package init(_ paths: [String]) {
    for path in paths { add(path) }
  }

  package var isEmpty: Bool { paths.isEmpty && !isEverything }

  mutating func add(_ path: String) {
    paths.insert(Array(path.utf8))
    last = path
  }

  /// Adds changes that happened later.
  package mutating func formUnion(_ later: SourceChanges) {
    paths.formUnion(later.paths)
    isEverything = isEverything || later.isEverything
    last = later.last ?? last
  }

  /// The paths without those that lie below another one, in order.
  package var outermostPaths: [String] {
    let all = paths.map { String(decoding: $0, as: UTF8.self) }.sorted { $0.precedesByBytes($1) }
    return all.filter { path in !path.folders.contains { paths.contains(Array($0.utf8)) } }
  }
}
