import TextEncoding

/// The list of the files that Collate wrote into an output folder, stored in `.collate-manifest`.
///
///     collate-manifest 2 finished
///     46fb7408d4f285228f4af516ea25851b 5 compare/index.html
///     - - index.html
///     checksum 5a159dd7bb47eee6a388e1ff59b4036f
///
/// An entry consists of the hash, the size in bytes and the path of a file, with dashes for a file that an unfinished
/// build may have written. Entries are in order of path. The checksum covers all lines before it, so a truncated
/// manifest is detected.
struct Manifest: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    var path: String
    /// The hash and size of what was written; nil while a build may be writing it.
    var content: Content?
  }

  struct Content: Hashable, Sendable {
    var hash: ContentHash
    var size: Int
  }

  /// Whether the build that wrote the manifest finished.
  var isFinished: Bool
  /// The entries in byte order of their paths, without duplicates; every path is safe.
  var entries: [Entry]

  static let empty = Manifest(isFinished: true, entries: [])

  private static let title = "collate-manifest 2 "

  func contains(_ path: String) -> Bool {
    let index = entries.lowerBound(of: path) { $0.path }
    return index < entries.count && entries[index].path.equalsByBytes(path)
  }

  /// Returns the manifest of a build in progress: all old and new paths; the new ones have no known content.
  func beginning(_ paths: [String]) -> Manifest {
    var merged: [Entry] = []
    merged.reserveCapacity(entries.count + paths.count)
    var old = entries[...]
    for path in paths {
      while let first = old.first, first.path.precedesByBytes(path) { merged.append(old.removeFirst()) }
      if let first = old.first, first.path.equalsByBytes(path) { old.removeFirst() }
      merged.append(Entry(path: path, content: nil))
    }
    return Manifest(isFinished: false, entries: merged + old)
  }

  /// Returns the entries whose path is not in `paths`, which must be in order.
  func entries(notIn paths: [String]) -> [Entry] {
    var rest = paths[...]
    return entries.filter { entry in
      while let first = rest.first, first.precedesByBytes(entry.path) { rest.removeFirst() }
      return rest.first.map { !$0.equalsByBytes(entry.path) } ?? true
    }
  }
}

extension Manifest {
  var bytes: [UInt8] {
    var bytes = Array((Self.title + (isFinished ? "finished\n" : "unfinished\n")).utf8)
    // Once, because a million entries take a hundred megabytes; beside a path there are 56 bytes at most.
    bytes.reserveCapacity(entries.reduce(128) { $0 + $1.path.utf8.count + 56 })
    for entry in entries {
      bytes += (entry.content.map { "\($0.hash.hexadecimal) \($0.size) " } ?? "- - ").utf8
      bytes += entry.path.utf8
      bytes.append(0x0A)
    }
    bytes += "checksum \(ContentHash(bytes).hexadecimal)\n".utf8
    return bytes
  }

  /// Parses a manifest; nil unless it is exactly what Collate writes, since nothing in a damaged list can be trusted.
  init?(bytes: [UInt8]) {
    // Decoding replaces invalid UTF-8, which the comparison at the end detects.
    let text = String(decoding: bytes, as: UTF8.self)
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
    guard lines.count >= 3, let header = lines.first else { return nil }
    lines = Array(lines.dropFirst().dropLast(2))
    isFinished = header == Self.title + "finished"
    entries = []
    entries.reserveCapacity(lines.count)
    for line in lines {
      guard let entry = Self.entry(line) else { return nil }
      if let last = entries.last, !last.path.precedesByBytes(entry.path) { return nil }
      entries.append(entry)
    }
    guard self.bytes == bytes else { return nil }
  }

  private static func entry(_ line: Substring) -> Entry? {
    let parts = line.utf8.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let path = String(decoding: parts[2], as: UTF8.self)
    guard OutputPath.isSafe(path) else { return nil }
    if parts[0].elementsEqual("-".utf8), parts[1].elementsEqual("-".utf8) {
      return Entry(path: path, content: nil)
    }
    guard let hash = ContentHash(hexadecimal: Substring(parts[0])), let size = Int(Substring(parts[1])),
      size >= 0
    else { return nil }
    return Entry(path: path, content: Content(hash: hash, size: size))
  }
}
