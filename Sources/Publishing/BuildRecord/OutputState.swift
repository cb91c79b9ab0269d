import Incremental
import TextEncoding

/// What is known of an output since the last build: the stamp of each file, and what it was made from.
///
/// A file is kept without producing it again when nothing that it was made from has changed and it still holds what was
/// written, according to its stamp or its bytes. A file of which it is not known what it was made from is always
/// produced again.
package struct OutputState: Equatable, Sendable {
  struct Entry: Equatable, Sendable {
    /// The digest of the file's stamp; `.unknown` when the stamp cannot be trusted.
    var stamp: FileStamp.Digest
    /// The nodes that the file was made from; nil when they are not known.
    var reads: ReadSet?
  }

  /// The hash of the manifest file that lists these entries; nil when nothing is known.
  var manifest: ContentHash?
  /// What is known of each file, in the same order as the manifest's entries.
  var entries: [Entry] = []
  /// What the nodes were like that the entries name; nil if none does.
  var nodes: NodeTable?

  /// Creates a memory that knows nothing.
  package init() {}

  init(manifest: ContentHash, entries: [Entry], nodes: NodeTable?) {
    self.manifest = manifest
    self.entries = entries
    self.nodes = nodes
  }
}

/// Looks up what is remembered of a planned file by its index.
struct CachedFiles: Sendable {
  struct File: Sendable {
    var content: Manifest.Content
    /// The digest of the file's stamp; `.unknown` when the stamp cannot be trusted.
    var stamp: FileStamp.Digest
    /// What the file was made from, by the numbers of the nodes now, if nothing of that has changed; nil otherwise.
    var reads: ReadSet?
  }

  /// For each planned file, its index in the manifest, or -1 if it is not listed.
  private let places: [Int32]
  private let manifest: Manifest
  private let memory: OutputState
  private let changes: NodeChanges?

  /// Remembers nothing if `memory` belongs to another manifest than the one with this hash. `nodes` are what the planned
  /// files may be made from; nil if that is not recorded.
  init(
    _ memory: OutputState, _ manifest: Manifest, _ hash: ContentHash?, paths: [String], nodes: NodeTable?
  ) {
    self.manifest = manifest
    self.memory = memory
    changes = memory.nodes.flatMap { old in nodes.map { NodeChanges(from: old, to: $0) } }
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
    let entry = memory.entries[place]
    let reads = entry.reads.flatMap { reads in changes?.unchanged(reads) }
    return manifest.entries[place].content.map { File(content: $0, stamp: entry.stamp, reads: reads) }
  }
}
