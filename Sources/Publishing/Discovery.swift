package import Comparison
package import Diagnostics
import TextEncoding

/// Reads a site's folder: its documents, templates and theme files, and the names of all other files.
///
/// Each file is read once and everything later works on what was read, so an edit during a build is left to the next
/// one. A file that changes while it is being read is an error.
///
/// - Returns: The source tree and the diagnostics about single files, in stable order.
/// - Throws: Only errors of the environment: the site's folder or its `Content` is missing, or the process is short of
///   descriptors or memory.
package func discover(site path: String) throws(PublishingError) -> (SourceTree, [Diagnostic]) {
  let site = try openSite(path)
  var discovery = Discovery(site: site, skipping: skippedFiles(of: site))
  guard try discovery.read(top: "Content") else { throw .noContent(site: path) }
  _ = try discovery.read(top: "Templates")
  return discovery.result
}

/// Reads one file or folder of a site with everything below it; the tree holds nothing else.
func discover(
  _ path: String, site sitePath: String, skipping: SkippedFiles
) throws(PublishingError) -> (SourceTree, [Diagnostic]) {
  var discovery = Discovery(site: try openSite(sitePath), skipping: skipping)
  if path.pathComponents.count == 1 {
    let isThere = try discovery.read(top: path)
    if !isThere, path.equalsByBytes("Content") { throw .noContent(site: sitePath) }
  } else {
    try discovery.read(below: path)
  }
  return discovery.result
}

/// Returns the files that the site's settings exclude. Problems in the settings are reported when they are read with
/// everything else.
private func skippedFiles(of site: Folder) -> SkippedFiles {
  var settings = Discovery(site: site, skipping: SkippedFiles(SiteConfiguration()))
  try? settings.read(below: Discovery.settingsPath)
  return SkippedFiles(SiteConfiguration.reading(settings.tree.configuration).0)
}

func openSite(_ path: String) throws(PublishingError) -> Folder {
  do throws(SystemError) {
    return try Folder(at: path)
  } catch {
    throw .noSite(path: path, reason: error.reason)
  }
}

/// Walks the folders of a site iteratively, so that a few descriptors suffice whatever the depth.
private struct Discovery {
  static let settingsPath = "Content/site.yml"

  let site: Folder
  let skipping: SkippedFiles
  var tree = SourceTree()
  var diagnostics: [Diagnostic] = []
  /// Folders that were found but not yet read.
  private var pending: [String] = []

  private static let deepest = 64
  /// Files that are skipped without a report, because nobody expects them to be published.
  private static let silentNames: Set<String> = [".gitkeep", ".gitignore", ".DS_Store"]

  init(site: Folder, skipping: SkippedFiles) {
    self.site = site
    self.skipping = skipping
  }

  /// The source tree and the diagnostics, both in order.
  var result: (SourceTree, [Diagnostic]) {
    var tree = tree
    tree.documents.sort { $0.path.precedesByBytes($1.path) }
    tree.templates.sort { $0.path.precedesByBytes($1.path) }
    tree.themeFiles.sort { $0.path.precedesByBytes($1.path) }
    tree.otherFiles.sort { $0.path.precedesByBytes($1.path) }
    tree.skipped.sort { $0.precedesByBytes($1) }
    return (tree, diagnostics.inStableOrder())
  }

  /// Reads everything below a folder of the site; returns false if there is none.
  mutating func read(top: String) throws(PublishingError) -> Bool {
    do throws(SystemError) {
      let status = try site.status(of: top)
      switch status.kind {
      case .folder: pending = [top]
      case .symbolicLink: reportLink(top)
      default:
        report(.notAFolder, "\"\(top)\" is \(status.kind.words), not a folder", top, help: "rename it")
      }
    } catch {
      if error.isMissing { return false }
      try reportUnreadable(top, error)
    }
    while let path = pending.popLast() { try readFolder(path) }
    return true
  }

  /// Reads the file or folder at a path below `Content` or `Templates`. Does nothing if it is missing, excluded or not
  /// reachable through folders.
  mutating func read(below path: String) throws(PublishingError) {
    let (folderPath, name) = path.splitAtLastComponent
    do throws(SystemError) {
      var folder = site
      var above = ""
      for name in String(folderPath).pathComponents {
        above += above.isEmpty ? name : "/" + name
        if name.hasBytePrefix(".") || skipping.skips(above) { return }
        folder = try folder.folder(name)
      }
      guard (try? folder.status(of: String(name))) != nil else { return }
      try visit(Array(name.utf8), in: folder, at: String(folderPath))
    } catch {
      if error.isMissing || error.isSymbolicLink || error.isNotFolder { return }
      try reportUnreadable(path, error)
    }
    while let path = pending.popLast() { try readFolder(path) }
  }

  private mutating func readFolder(_ path: String) throws(PublishingError) {
    do throws(SystemError) {
      var folder = site
      for name in path.pathComponents { folder = try folder.folder(name) }
      for bytes in try folder.names() {
        try visit(bytes, in: folder, at: path)
      }
    } catch {
      try reportUnreadable(path, error)
    }
  }

  private mutating func visit(
    _ bytes: [UInt8], in folder: Folder, at folderPath: String
  ) throws(SystemError) {
    let name = String(decoding: bytes, as: UTF8.self)
    let path = "\(folderPath)/\(name)"
    if bytes.first == UInt8(ascii: ".") {
      if !Self.silentNames.contains(name) { tree.skipped.append(path) }
      return
    }
    if EditorFile.isTemporary(bytes) || skipping.skips(path) { return tree.skipped.append(path) }
    guard name.utf8.elementsEqual(bytes), !name.hasControlCharacter else {
      let flaw = name.utf8.elementsEqual(bytes) ? "holds a control character" : "is not valid UTF-8"
      report(.invalidFileName, "a file name \(flaw)", path, help: "rename the file")
      return
    }
    try look(at: name, in: folder, path: path)
  }

  private mutating func look(
    at name: String, in folder: Folder, path: String
  ) throws(SystemError) {
    do throws(SystemError) {
      let status = try folder.status(of: name)
      switch status.kind {
      case .file: try readFile(name, in: folder, path: path)
      case .folder: enqueue(path)
      case .symbolicLink: reportLink(path)
      case .pipe, .socket, .device: reportSpecial(path, status.kind)
      }
    } catch {
      if error.isShortage { throw error }
      if error.isSymbolicLink {
        reportLink(path)
      } else {
        report(.unreadableFile, "the file cannot be read: \(error.reason)", path)
      }
    }
  }

  private mutating func enqueue(_ path: String) {
    if path.pathComponents.count > Self.deepest {
      report(.deepFolder, "folders are nested more than \(Self.deepest) deep", path, help: "move it up")
    } else {
      pending.append(path)
    }
  }

  private mutating func readFile(
    _ name: String, in folder: Folder, path: String
  ) throws(SystemError) {
    let file = try folder.file(name)
    let status = try file.status()
    // The entry may have been replaced between `status` and `open`.
    guard status.kind == .file else { return reportSpecial(path, status.kind) }
    let role = SourceRole(path: path)
    guard role != .other else {
      let size = ImageSize.mayBeKnown(of: path) ? try imageSize(of: file, status.size) : nil
      tree.otherFiles.append(SourceTree.OtherFile(path: path, imageSize: size))
      return
    }
    guard status.size <= role.largest else {
      return report(
        .largeFile, "\(status.size) bytes are more than the \(role.largest) that \(role.words) may have",
        path, help: role == .themeFile ? "make it smaller" : "split it")
    }
    let bytes = try file.bytes(expecting: status.size)
    let now = try file.status()
    guard bytes.count == status.size, now == status else {
      return report(.changedFile, "the file changed while it was being read", path, help: "build again")
    }
    take(bytes, path: path, role: role)
  }

  private func imageSize(of file: OpenFile, _ byteCount: Int) throws(SystemError) -> ImageSize? {
    try ImageSize.reading(byteCount: byteCount) { (range) throws(SystemError) in try file.bytes(in: range) }
  }

  private mutating func take(_ bytes: [UInt8], path: String, role: SourceRole) {
    if role == .themeFile {
      tree.themeFiles.append((path: path, bytes: bytes))
      return
    }
    let (text, found) = SourceText.decoding(path: path, bytes: bytes)
    diagnostics += found
    guard let text else { return }
    switch role {
    case .configuration: tree.configuration = text
    case .document: tree.documents.append(text)
    case .template, .themeFile, .other: tree.templates.append(text)
    }
  }
}

extension Discovery {
  private mutating func report(
    _ rule: Diagnostic.Rule, _ summary: String, _ path: String, help: String? = nil
  ) {
    diagnostics.append(Diagnostic(rule, summary, inFile: path, help: help))
  }

  private mutating func reportLink(_ path: String) {
    report(
      .symbolicLink, "a symbolic link is not followed", path,
      help: "put the file itself here, since a link may lead out of the site")
  }

  private mutating func reportSpecial(_ path: String, _ kind: FileStatus.Kind) {
    report(.specialFile, "\(kind.words) cannot be read as a file", path, help: "remove it")
  }

  /// Reports a folder that cannot be read as an error of the content, unless the process is short of descriptors or
  /// memory.
  private mutating func reportUnreadable(_ path: String, _ error: SystemError) throws(PublishingError) {
    if error.isShortage { throw .failed(action: .read, path: path, reason: error.reason) }
    if error.isSymbolicLink {
      reportLink(path)
    } else {
      report(.unreadableFolder, "the folder cannot be read: \(error.reason)", path)
    }
  }
}

/// The role of a source file, determined by its path alone.
private enum SourceRole {
  case configuration, document, template, themeFile, other

  init(path: String) {
    if path.hasBytePrefix("Templates/") {
      let isTemplate =
        [".html", ".xml", ".txt"].contains { path.hasByteSuffix($0) }
        || path.hasBytePrefix("Templates/words/") && path.hasByteSuffix(".yml")
      self = isTemplate ? .template : .themeFile
    } else if path.equalsByBytes(Discovery.settingsPath) {
      self = .configuration
    } else {
      self = path.hasByteSuffix(".md") ? .document : .other
    }
  }

  /// The largest permitted size, in bytes.
  var largest: Int { self == .themeFile ? 64 << 20 : 1 << 20 }

  var words: String {
    switch self {
    case .configuration: "the configuration"
    case .document: "a document"
    case .template: "a template"
    case .themeFile, .other: "a file of the theme"
    }
  }
}

extension FileStatus.Kind {
  var words: String {
    switch self {
    case .file: "a file"
    case .folder: "a folder"
    case .symbolicLink: "a symbolic link"
    case .pipe: "a named pipe"
    case .socket: "a socket"
    case .device: "a device"
    }
  }
}
