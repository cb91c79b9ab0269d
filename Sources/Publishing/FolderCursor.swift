/// Finds the folders of a tree, one after the other, without following a symbolic link.
///
/// It keeps the last folder open, since files come in order of path; its use of descriptors does not depend on the depth.
final class FolderCursor {
  /// What stands where a folder is looked for.
  enum Lookup {
    case found(Folder)
    case missing
    /// Something that is not a folder stands on the way.
    case blocked(by: String, FileStatus.Kind)
  }

  private let root: Folder
  private var path = ""
  private var current: Folder

  init(root: Folder) {
    self.root = root
    current = root
  }

  /// The folder at a path relative to the root; the empty path is the root.
  func lookup(_ wanted: Substring) throws(SystemError) -> Lookup {
    if wanted.utf8.elementsEqual(path.utf8) { return .found(current) }
    var folder = root
    var walked = ""
    for name in String(wanted).pathComponents where !wanted.isEmpty {
      walked += walked.isEmpty ? name : "/\(name)"
      do throws(SystemError) {
        folder = try folder.folder(name)
      } catch {
        if error.isMissing { return .missing }
        if error.isSymbolicLink { return .blocked(by: walked, .symbolicLink) }
        if error.isNotFolder { return .blocked(by: walked, try folder.status(of: name).kind) }
        throw error
      }
    }
    keep(folder, at: wanted)
    return .found(folder)
  }

  /// The folder at a path, with every missing one on the way made.
  func made(_ wanted: Substring) throws(SystemError) -> Folder {
    if wanted.utf8.elementsEqual(path.utf8) { return current }
    var folder = root
    for name in String(wanted).pathComponents where !wanted.isEmpty {
      if let next = try folder.existingFolder(name) {
        folder = next
      } else {
        folder = try folder.folderMade(name)
      }
    }
    keep(folder, at: wanted)
    return folder
  }

  private func keep(_ folder: Folder, at wanted: Substring) {
    path = String(wanted)
    current = folder
  }

  /// Forgets the folder that was kept: it may have been removed since.
  func reset() {
    path = ""
    current = root
  }
}
