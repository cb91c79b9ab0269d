import TextEncoding

/// What the last build left in an output, and what it made each file from: by it the next one need not make again what would come out the
/// same.
///
/// A file is left alone when it is made from what it was made from and holds what was made then, as its stamp or its bytes tell.
/// Nothing follows for a file of which it is not known what it was made from.
package struct OutputMemory: Equatable, Sendable {
  struct Entry: Equatable, Sendable {
    /// What the system says of the file; `.unknown` where that cannot be trusted.
    var stamp: FileStamp.Digest
    /// A fingerprint of what it was made from; nil where there is none.
    var cacheKey: ContentHash?
  }

  /// The manifest whose entries these are, as bytes; nil where nothing is known.
  var manifest: ContentHash?
  /// In the manifest's order.
  var entries: [Entry] = []

  /// Knows nothing.
  package init() {}

  init(manifest: ContentHash, entries: [Entry]) {
    self.manifest = manifest
    self.entries = entries
  }
}

/// The planned files of which something is remembered.
struct KnownFiles: Sendable {
  struct File: Sendable {
    var content: Manifest.Content
    var entry: OutputMemory.Entry
  }

  /// For each planned file its place in the manifest, or -1.
  private let places: [Int32]
  private let manifest: Manifest
  private let memory: OutputMemory

  /// Knows nothing unless the memory is of that manifest.
  init(_ memory: OutputMemory, _ manifest: Manifest, _ hash: ContentHash?, paths: [String]) {
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
