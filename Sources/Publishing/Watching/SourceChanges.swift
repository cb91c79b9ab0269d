import TextEncoding

/// What may have changed in a site's folder since it was last looked at.
package struct SourceChanges: Sendable, Hashable {
  /// Files and folders, relative to the site's folder, as the bytes of their paths: two names that Swift holds equal are two files.
  private(set) var paths: Set<[UInt8]> = []
  /// Whether it is not known what changed, so that all may have.
  package private(set) var isEverything = false
  /// The file that changed last, where it is known.
  package private(set) var last: String?

  package init() {}

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

  package mutating func formUnion(_ later: SourceChanges) {
    paths.formUnion(later.paths)
    isEverything = isEverything || later.isEverything
    last = later.last ?? last
  }

  /// The paths without those below another one of them, in order.
  package var outermostPaths: [String] {
    let all = paths.map { String(decoding: $0, as: UTF8.self) }.sorted { $0.precedesByBytes($1) }
    return all.filter { path in !path.folders.contains { paths.contains(Array($0.utf8)) } }
  }
}
