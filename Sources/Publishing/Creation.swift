import TextEncoding

/// A file of the site's own that is to be made, never overwritten.
package struct NewFile: Sendable, Hashable {
  /// Relative to the site's folder, and below `Content`: `Content/items/django.md`.
  package var path: String
  package var text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

/// What `create` did.
package struct CreationResult: Sendable, Hashable {
  package var created: [String]
  /// Paths at which something stood already, which was left alone.
  package var kept: [String]

  package init(created: [String] = [], kept: [String] = []) {
    self.created = created
    self.kept = kept
  }
}

/// Makes files below a site's `Content`: nothing that exists is overwritten, no symbolic link is followed.
///
/// The files before one that cannot be made stay; that one does not.
package func create(
  _ files: [NewFile], site path: String, interruption: Interruption = Interruption()
) throws(PublishingError) -> CreationResult {
  for file in files where !file.path.hasBytePrefix("Content/") || !OutputPath.isSafe(file.path) {
    throw .unsafePath(file.path)
  }
  let cursor = FolderCursor(root: try openSite(path))
  interruption.beginWriting()
  defer { interruption.endWriting() }
  var result = CreationResult()
  for file in files {
    try interruption.check()
    let (folderPath, name) = file.path.splitAtLastComponent
    let isNew = try naming(.write, file.path) { () throws(SystemError) in
      try cursor.made(folderPath).create(String(name), holding: Array(file.text.utf8))
    }
    if isNew { result.created.append(file.path) } else { result.kept.append(file.path) }
  }
  return result
}

extension Folder {
  /// Makes a file with some bytes; false where something stands at the name already.
  fileprivate func create(_ name: String, holding bytes: [UInt8]) throws(SystemError) -> Bool {
    let file: OpenFile
    do throws(SystemError) {
      file = try newFile(name)
    } catch {
      if error.isExisting { return false }
      throw error
    }
    do throws(SystemError) {
      var failure: SystemError?
      bytes.withUnsafeBytes { all in
        do throws(SystemError) { try file.write(all) } catch { failure = error }
      }
      if let failure { throw failure }
      try file.flush()
      return true
    } catch {
      try? removeFile(name)
      throw error
    }
  }
}
