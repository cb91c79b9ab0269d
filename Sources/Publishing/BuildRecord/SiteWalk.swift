import TextEncoding

/// Lists every file and folder that a build reads, with the stamp of each.
struct SiteWalk {
  struct Entry {
    var path: String
    var stamp: FileStamp
  }

  static let tops = ["Content", "Templates"]

  /// All files and folders, in order of path.
  private(set) var entries: [Entry] = []

  init(_ site: Folder) throws(SystemError) {
    var pending = Self.tops
    for top in Self.tops {
      if let stamp = try site.existingStamp(of: top) { entries.append(Entry(path: top, stamp: stamp)) }
    }
    let cursor = FolderCursor(root: site)
    while let path = pending.popLast() {
      guard case .found(let folder) = try cursor.lookup(path[...]) else { continue }
      for bytes in try folder.names() {
        let name = String(decoding: bytes, as: UTF8.self)
        // A file name that is not valid UTF-8 is an error of the content, so no successful build has seen it.
        guard name.utf8.elementsEqual(bytes) else { throw .missing }
        let entry = Entry(path: "\(path)/\(name)", stamp: try folder.stamp(of: name))
        entries.append(entry)
        // The contents of a hidden folder are not part of the site.
        if entry.stamp.kind == .folder, !name.hasBytePrefix(".") { pending.append(entry.path) }
      }
    }
    entries.sort { $0.path.precedesByBytes($1.path) }
  }
}
