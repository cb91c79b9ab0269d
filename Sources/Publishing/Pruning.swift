import Diagnostics

/// Removes files that Collate wrote and no longer plans, and the folders left empty. Not thread-safe.
struct Pruning {
  let output: Folder
  let outputPath: String
  /// Whether files are removed or only counted.
  let removes: Bool
  private(set) var removedCount = 0
  /// Stale files that were changed after Collate wrote them, and are kept for that reason.
  private(set) var kept: [String] = []

  init(output: Folder, outputPath: String, removes: Bool) {
    self.output = output
    self.outputPath = outputPath
    self.removes = removes
  }

  mutating func prune(_ stale: some Sequence<Manifest.Entry>) throws(PublishingError) {
    let cursor = FolderCursor(root: output)
    var emptied: Set<[UInt8]> = []
    for entry in stale {
      try remove(entry, cursor)
      for folder in entry.path.folders { emptied.insert(Array(folder.utf8)) }
    }
    guard removes else { return }
    // Deepest first, since a folder is empty only once its subfolders are gone. Removing one that is not empty fails,
    // which is intended.
    let deepestFirst = emptied.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
    }
    cursor.reset()
    for bytes in deepestFirst {
      let (parent, name) = String(decoding: bytes, as: UTF8.self).splitAtLastComponent
      guard case .found(let folder)? = try? cursor.lookup(parent) else { continue }
      try? folder.removeFolder(String(name))
      cursor.reset()
    }
  }

  private mutating func remove(_ entry: Manifest.Entry, _ cursor: FolderCursor) throws(PublishingError) {
    let (folderPath, name) = entry.path.splitAtLastComponent
    let shown = "\(outputPath)/\(entry.path)"
    let isOurs: Bool? = try naming(.remove, shown) { () throws(SystemError) in
      guard case .found(let folder) = try cursor.lookup(folderPath) else { return nil }
      do throws(SystemError) {
        guard try folder.holds(entry.content, at: String(name)) else { return false }
        if removes { try folder.removeFile(String(name)) }
        return true
      } catch {
        if error.isMissing { return nil }
        throw error
      }
    }
    switch isOurs {
    case true?: removedCount += 1
    case false?: kept.append(entry.path)
    case nil: break
    }
  }
}

extension Folder {
  /// Returns whether a file still holds what Collate wrote. An entry without content (from a killed build) matches any
  /// file.
  fileprivate func holds(_ content: Manifest.Content?, at name: String) throws(SystemError) -> Bool {
    let status = try status(of: name)
    guard status.kind == .file else { return false }
    guard let content else { return true }
    guard status.size == content.size else { return false }
    return try file(name).contentHash() == content.hash
  }
}
