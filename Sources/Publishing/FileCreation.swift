import TextEncoding

/// A file to be created in the site's folder.
package struct NewFile: Sendable, Hashable {
  /// Relative to the site's folder and below `Content`, for example `Content/items/django.md`.
  package var path: String
  package var text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

/// The result of `create`.
package struct CreationResult: Sendable, Hashable {
  /// The paths of the files that were created.
  package var created: [String]
  /// Paths that existed already and were left alone.
  package var kept: [String]

  package init(created: [String] = [], kept: [String] = []) {
    self.created = created
    self.kept = kept
  }
}

/// Creates files below a site's `Content`. Existing files are not overwritten and symbolic links are not followed.
///
/// If a file cannot be created, those before it remain; nothing remains of the file itself.
///
/// - Throws: `.unsafePath` before anything is written if a path is not below `Content`; `.failed` or `.symbolicLink` if
///   a file or folder cannot be created; `.interrupted` after a signal.
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
  /// Creates a file that holds `bytes`; returns false if the name is taken.
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
