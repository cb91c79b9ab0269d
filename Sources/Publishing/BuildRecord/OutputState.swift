import TextEncoding

/// What is known of an output since the last build: the stamp of each file and the cache key of what it was made from.
///
/// A file is kept without producing it again when its cache key is unchanged and it still holds what was written,
/// according to its stamp or its bytes. A file without a cache key is always produced again.
package struct OutputState: Equatable, Sendable {
  struct Entry: Equatable, Sendable {
    /// The digest of the file's stamp; `.unknown` when the stamp cannot be trusted.
    var stamp: FileStamp.Digest
    /// The hash of the inputs that the file was made from; nil when they are not known.
    var cacheKey: ContentHash?
  }

  /// The hash of the manifest file that lists these entries; nil when nothing is known.
  var manifest: ContentHash?
  /// What is known of each file, in the same order as the manifest's entries.
  var entries: [Entry] = []

  /// Creates a memory that knows nothing.
  package init() {}

  init(manifest: ContentHash, entries: [Entry]) {
    self.manifest = manifest
    self.entries = entries
  }
}

/// Looks up what is remembered of a planned file by its index.
struct CachedFiles: Sendable {
  struct File: Sendable {
    var content: Manifest.Content
    var entry: OutputState.Entry
  }

  /// For each planned file, its index in the manifest, or -1 if it is not listed.
  private let places: [Int32]
  private let manifest: Manifest
  private let memory: OutputState

  /// Remembers nothing if `memory` belongs to another manifest than the one with this hash.
  init(_ memory: OutputState, _ manifest: Manifest, _ hash: ContentHash?, paths: [String]) {
    self.manifest = manifest
    self.memory = memory
    guard manifest.isFinished, let hash, hash == memory.manifest,
      memory.entries.count == manifest.entries.count
    else {
      places = []
      return
    }
    var next = 0
    places = paths.map { path in
      while next < manifest.entries.count, manifest.entries[next].path.precedesByBytes(path) { next += 1 }
      guard next < manifest.entries.count, manifest.entries[next].path.equalsByBytes(path) else { return -1 }
      return Int32(truncatingIfNeeded: next)
    }
  }

  subscript(index: Int) -> File? {
    guard index < places.count, places[index] >= 0 else { return nil }
    let place = Int(places[index])
    return manifest.entries[place].content.map { File(content: $0, entry: memory.entries[place]) }
  }
}
