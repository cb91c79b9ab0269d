/// Polls all files of a site, where the system does not report changes. Not thread-safe.
struct FolderPolling {
  private enum Seen: Hashable {
    case folder(FileIdentity)
    case other(FileStatus)
  }

  private let site: String
  private var seen: [[UInt8]: Seen] = [:]

  init(site: String) {
    self.site = site
    seen = look()
  }

  /// Returns the differences from the previous scan.
  mutating func changes() -> SourceChanges {
    let before = seen
    seen = look()
    var paths: [[UInt8]] = seen.filter { before[$0.key] != $0.value }.map(\.key)
    paths += before.keys.filter { seen[$0] == nil }
    return SourceChanges(paths.map { String(decoding: $0, as: UTF8.self) })
  }

  private func look() -> [[UInt8]: Seen] {
    var found: [[UInt8]: Seen] = [:]
    guard let site = try? Folder(at: site) else { return found }
    var pending: [String] = []
    func visit(_ name: String, at path: String, in folder: Folder) {
      guard let status = try? folder.status(of: name) else { return }
      found[Array(path.utf8)] = status.kind == .folder ? .folder(status.identity) : .other(status)
      if status.kind == .folder { pending.append(path) }
    }
    visit("Content", at: "Content", in: site)
    visit("Templates", at: "Templates", in: site)
    while let path = pending.popLast() {
      guard let folder = try? site.descendant(path), let names = try? folder.names() else { continue }
      for bytes in names where bytes.first != UInt8(ascii: ".") && !EditorFile.isTemporary(bytes) {
        let name = String(decoding: bytes, as: UTF8.self)
        if name.utf8.elementsEqual(bytes) { visit(name, at: "\(path)/\(name)", in: folder) }
      }
    }
    return found
  }
}

extension Folder {
  /// Opens a folder below this one without following symbolic links.
  func descendant(_ path: String) throws(SystemError) -> Folder {
    var folder = self
    for name in path.pathComponents { folder = try folder.folder(name) }
    return folder
  }
}
