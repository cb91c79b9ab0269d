/// Looks up the folders of a tree one after the other without following symbolic links.
///
/// Paths come in order, so it keeps the folders on the way to the last one open, but only a few of them: the number of
/// open descriptors does not depend on the depth.
final class FolderCursor {
  /// The result of looking up a folder.
  enum Lookup {
    case found(Folder)
    case missing
    /// The path leads through something that is not a folder.
    case blocked(by: String, FileStatus.Kind)
  }

  /// The most descriptors that a cursor holds, including one that is being opened.
  static let mostOpen = 6

  private let root: Folder
  /// The open folders on the way to `last`, from the top; each path ends in a slash.
  private var way: [(path: String, folder: Folder)] = []
  private var last: (path: String, folder: Folder)

  init(root: Folder) {
    self.root = root
    last = ("", root)
  }

  /// Looks up the folder at a path relative to the root; the empty path is the root.
  func lookup(_ wanted: Substring) throws(SystemError) -> Lookup {
    var place: (path: String, kind: FileStatus.Kind)?
    let folder = try walk(to: wanted) { parent, name, path throws(SystemError) in
      do throws(SystemError) {
        return try parent.folder(name)
      } catch {
        if error.isMissing { return nil }
        guard error.isSymbolicLink || error.isNotFolder else { throw error }
        place = (path, error.isSymbolicLink ? .symbolicLink : try parent.status(of: name).kind)
        return nil
      }
    }
    if let folder { return .found(folder) }
    return place.map { .blocked(by: $0.path, $0.kind) } ?? .missing
  }

  /// Opens the folder at a path, creating every missing folder on the way.
  func made(_ wanted: Substring) throws(SystemError) -> Folder {
    let folder = try walk(to: wanted) { parent, name, _ throws(SystemError) in
      if let folder = try parent.existingFolder(name) { return folder }
      return try parent.folderMade(name)
    }
    guard let folder else { throw .missing }
    return folder
  }

  /// Closes the open folders, which may have been removed since.
  func reset() {
    way = []
    last = ("", root)
  }

  /// Walks to a folder from the nearest open one above it, one component at a time, until `step` returns nil.
  private func walk(
    to wanted: Substring, step: (Folder, String, String) throws(SystemError) -> Folder?
  ) throws(SystemError) -> Folder? {
    if wanted.utf8.elementsEqual(last.path.utf8) { return last.folder }
    while let above = way.last, !wanted.utf8.starts(with: above.path.utf8) { way.removeLast() }
    var folder = way.last?.folder ?? root
    var path = way.last?.path ?? ""
    let rest = wanted.utf8.dropFirst(path.utf8.count)
    for part in rest.split(separator: UInt8(ascii: "/")) {
      if !path.isEmpty, way.count < Self.mostOpen - 2, way.last?.path.utf8.count != path.utf8.count {
        way.append((path, folder))
      }
      let name = String(Substring(part))
      guard let next = try step(folder, name, path + name) else { return nil }
      folder = next
      path += name + "/"
    }
    last = (String(wanted), folder)
    return folder
  }
}
