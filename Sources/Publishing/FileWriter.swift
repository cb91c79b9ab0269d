import Incremental
import Pages
import TextEncoding

/// Compares planned files with the existing output and writes those that differ. Not thread-safe: each task has its
/// own.
final class FileWriter {
  /// What exists in the output at the path of a planned file.
  enum Existing {
    case missing
    case equal(Manifest.Content)
    case different
    /// Something other than a regular file.
    case occupied(FileStatus.Kind)
    /// Something other than a folder, on the path to the file.
    case blocked(by: String, FileStatus.Kind)
  }

  private let outputPath: String
  private let output: FolderCursor
  private let site: FolderCursor
  private let sourceBuffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 << 10, alignment: 16)
  private let targetBuffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 << 10, alignment: 16)

  init(output: Folder, outputPath: String, site: Folder) {
    self.outputPath = outputPath
    self.output = FolderCursor(root: output)
    self.site = FolderCursor(root: site)
  }

  deinit {
    sourceBuffer.deallocate()
    targetBuffer.deallocate()
  }

  /// Opens the source of a planned file: produces its bytes now, or opens the file in the site's folder.
  func source(of file: OutputFile) throws(PublishingError) -> FileSource {
    try source(of: file, recording: nil).source
  }

  /// Does the same, and returns what the bytes were made from, if that is known; `layout` numbers what they may be made
  /// from, nil if that is not recorded.
  func source(
    of file: OutputFile, recording layout: NodeLayout?
  ) throws(PublishingError) -> (source: FileSource, reads: ReadSet?) {
    switch file.content {
    case .made(let producer):
      guard let layout else { return (.bytes(producer()), nil) }
      let (bytes, reads) = producer.recording(layout)
      return (.bytes(bytes), reads)
    case .copied(let path): return (try copied(path), nil)
    }
  }

  private func copied(_ path: String) throws(PublishingError) -> FileSource {
    let (folderPath, name) = path.splitAtLastComponent
    return try naming(.read, path) { () throws(SystemError) in
      guard case .found(let folder) = try site.lookup(folderPath) else { throw .missing }
      let open = try folder.file(String(name))
      let status = try open.status()
      guard status.kind == .file else { throw .missing }
      return .file(open, status, path: path)
    }
  }

  /// Returns the stamp of a file of the output.
  func stamp(of path: String) throws(SystemError) -> FileStamp { try output.stamp(of: path) }

  /// Returns whether a file of the output has this size and hash.
  func holds(_ content: Manifest.Content, at path: String) throws(SystemError) -> Bool {
    let (folderPath, name) = path.splitAtLastComponent
    guard case .found(let folder) = try output.lookup(folderPath) else { return false }
    let file = try folder.file(String(name))
    let status = try file.status()
    guard status.kind == .file, status.size == content.size else { return false }
    return try file.contentHash(using: targetBuffer) == content.hash
  }

  func existing(at path: String, against source: FileSource) throws(PublishingError) -> Existing {
    let (folderPath, name) = path.splitAtLastComponent
    let shown = "\(outputPath)/\(path)"
    let lookup = try naming(.open, shown) { () throws(SystemError) in try output.lookup(folderPath) }
    switch lookup {
    case .missing: return .missing
    case .blocked(let by, let kind): return .blocked(by: by, kind)
    case .found(let folder):
      return try existing(at: String(name), in: folder, shown: shown, against: source)
    }
  }

  private func existing(
    at name: String, in folder: Folder, shown: String, against source: FileSource
  ) throws(PublishingError) -> Existing {
    let target: OpenFile
    do throws(SystemError) {
      target = try folder.file(name)
    } catch {
      if error.isMissing { return .missing }
      // Opening a socket fails, so its kind has to be asked for separately.
      if let kind = try? folder.status(of: name).kind, kind != .file { return .occupied(kind) }
      throw .failed(action: .read, path: shown, reason: error.reason)
    }
    let status = try naming(.read, shown) { () throws(SystemError) in try target.status() }
    guard status.kind == .file else { return .occupied(status.kind) }
    guard status.size == source.size else { return .different }
    return try compare(target, shown, with: source).map(Existing.equal) ?? .different
  }

  private func compare(
    _ target: OpenFile, _ shown: String, with source: FileSource
  ) throws(PublishingError) -> Manifest.Content? {
    var hasher = ContentHasher()
    var isEqual = true
    try source.forEachPiece(using: sourceBuffer) { piece throws(PublishingError) in
      hasher.update(piece)
      let room = UnsafeMutableRawBufferPointer(rebasing: targetBuffer[..<piece.count])
      let count = try naming(.read, shown) { () throws(SystemError) in try target.read(into: room) }
      isEqual = haveSameBytes(piece, UnsafeRawBufferPointer(rebasing: room[..<count]))
      return isEqual
    }
    return isEqual ? Manifest.Content(hash: hasher.finish(), size: source.size) : nil
  }

  /// Writes a file atomically: to a temporary file in the same folder, which is then renamed. `number` makes the
  /// temporary name unique within one build.
  func write(
    _ source: FileSource, to path: String, number: Int
  ) throws(PublishingError) -> Manifest.Content {
    let (folderPath, name) = path.splitAtLastComponent
    let shown = "\(outputPath)/\(path)"
    let folder = try naming(.write, shown) { () throws(SystemError) in try output.made(folderPath) }
    let temporary = "\(OutputPath.temporaryPrefix)\(number)"
    let file = try naming(.write, shown) { () throws(SystemError) in try folder.temporaryFile(temporary) }
    do throws(PublishingError) {
      var hasher = ContentHasher()
      try source.forEachPiece(using: sourceBuffer) { piece throws(PublishingError) in
        hasher.update(piece)
        try naming(.write, shown) { () throws(SystemError) in try file.write(piece) }
        return true
      }
      try naming(.write, shown) { () throws(SystemError) in
        try file.flush()
        try folder.rename(temporary, to: String(name))
      }
      return Manifest.Content(hash: hasher.finish(), size: source.size)
    } catch {
      try? folder.removeFile(temporary)
      throw error
    }
  }
}

extension Folder {
  /// Creates a temporary file, replacing one that a killed build left behind.
  func temporaryFile(_ name: String) throws(SystemError) -> OpenFile {
    do throws(SystemError) {
      return try newFile(name)
    } catch {
      guard error.isExisting else { throw error }
      try removeFile(name)
      return try newFile(name)
    }
  }
}
