import Pages
import TextEncoding

// Detects conflicts between a publication and what is in the output already.

extension Publication {
  /// Throws if the output has files or folders at planned paths that Collate did not write, before anything is written.
  func refuseForeignFiles() async throws(PublishingError) {
    // A new folder holds nothing but the lock, which saves thousands of lookups.
    guard try holdsAnything() else { return }
    let unrecorded = paths.indices.filter { !recorded.contains(paths[$0]) }
    let foreign = try await concurrentChunks(of: unrecorded.count, jobs: jobs) {
      stretch throws(PublishingError) in
      let writer = writer()
      var found: [String] = []
      for index in unrecorded[stretch] where !Task.isCancelled {
        try interruption.check()
        if try isForeign(index, writer) { found.append(paths[index]) }
      }
      return found
    }.flatMap { $0 }
    guard foreign.isEmpty else { throw .foreignFiles(output: outputPath, paths: foreign) }
  }

  private func holdsAnything() throws(PublishingError) -> Bool {
    let names = try naming(.read, outputPath) { () throws(SystemError) in try output.names() }
    return names.contains { !$0.elementsEqual(OutputPath.lock.utf8) }
  }

  /// Returns whether a file that Collate did not write is at a planned path and must not be overwritten.
  private func isForeign(_ index: Int, _ writer: FileWriter) throws(PublishingError) -> Bool {
    let source = try writer.source(of: files[index])
    switch try writer.existing(at: paths[index], against: source) {
    case .missing, .equal: return false
    case .different: return !overwritesForeignFiles
    case .blocked(let path, let kind):
      if kind == .file, recorded.contains(path) { return false }
      throw inTheWay(path, kind)
    case .occupied(let kind):
      if kind == .folder, try holdsOnlyRecorded(paths[index]) { return false }
      throw inTheWay(paths[index], kind)
    }
  }

  func inTheWay(_ path: String, _ kind: FileStatus.Kind) -> PublishingError {
    let shown = "\(outputPath)/\(path)"
    return kind == .symbolicLink ? .symbolicLink(path: shown) : .occupied(path: shown, by: kind.words)
  }

  /// Returns whether a folder will be empty once the stale files in it are removed.
  private func holdsOnlyRecorded(_ top: String) throws(PublishingError) -> Bool {
    var pending = [top]
    while let path = pending.popLast() {
      let isClear = try naming(.read, "\(outputPath)/\(path)") { () throws(SystemError) in
        guard case .found(let folder) = try FolderCursor(root: output).lookup(path[...]) else { return false }
        for bytes in try folder.names() {
          let name = String(decoding: bytes, as: UTF8.self)
          if bytes.starts(with: OutputPath.temporaryPrefix.utf8) { continue }
          guard name.utf8.elementsEqual(bytes) else { return false }
          switch try folder.status(of: name).kind {
          case .folder: pending.append("\(path)/\(name)")
          case .file where recorded.contains("\(path)/\(name)"): break
          default: return false
          }
        }
        return true
      }
      guard isClear else { return false }
    }
    return true
  }

  /// Returns the recorded files that are no longer planned, divided into those that clash with a planned file (a file
  /// where a folder is needed, or the reverse) and the rest.
  func staleEntries() -> (clashing: [Manifest.Entry], rest: [Manifest.Entry]) {
    var result: (clashing: [Manifest.Entry], rest: [Manifest.Entry]) = ([], [])
    for entry in recorded.entries(notIn: paths) {
      let below = entry.path + "/"
      let index = paths.lowerBound(of: below) { $0 }
      let isNeededAsFolder = index < paths.count && paths[index].hasBytePrefix(below)
      if isNeededAsFolder || entry.path.folders.contains(where: isPlanned) {
        result.clashing.append(entry)
      } else {
        result.rest.append(entry)
      }
    }
    return result
  }

  private func isPlanned(_ path: String) -> Bool {
    let index = paths.lowerBound(of: path) { $0 }
    return index < paths.count && paths[index].equalsByBytes(path)
  }

  /// Removes the temporary files that a killed build left behind.
  func removeLeftovers() throws(PublishingError) {
    guard try holdsAnything() else { return }
    // The manifest's own temporary file is at the top, even if the build was killed before it wrote the manifest.
    var folders: Set<[UInt8]> = [[]]
    if !recorded.isFinished {
      for entry in recorded.beginning(paths).entries {
        folders.insert(Array(entry.path.splitAtLastComponent.folder.utf8))
      }
    }
    let cursor = FolderCursor(root: output)
    for bytes in folders.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let folderPath = String(decoding: bytes, as: UTF8.self)
      try naming(.clean, "\(outputPath)/\(folderPath)") { () throws(SystemError) in
        guard case .found(let folder) = try cursor.lookup(folderPath[...]) else { return }
        try folder.removeTemporaryFiles()
      }
    }
  }
}
