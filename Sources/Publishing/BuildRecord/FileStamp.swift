import TextEncoding

/// All that the system knows of a file that changes with it, however it is changed.
///
/// The time of the last change of the status is the system's own, and cannot be set back as that of the content can.
struct FileStamp: Equatable {
  /// Seconds and nanoseconds since 1970.
  struct Time: Equatable, Comparable {
    var seconds: Int
    var nanoseconds: Int

    static func < (left: Time, right: Time) -> Bool {
      (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
  }

  /// Sixteen bytes that tell two stamps apart.
  struct Digest: Equatable, Sendable {
    var hash: ContentHash

    /// That of no file.
    static let unknown = Digest(hash: ContentHash(high: 0, low: 0))
  }

  var identity: FileIdentity
  var kind: FileStatus.Kind
  var size: Int
  var modified: Time
  /// When anything about it last changed, its name and its rights included.
  var changed: Time

  /// In nanoseconds: several ticks of the clocks that file systems use.
  static let coarseness = 100_000_000

  var digest: Digest {
    var writer = ByteWriter()
    for number in [
      Int(truncatingIfNeeded: identity.device), Int(truncatingIfNeeded: identity.inode),
      kind == .file ? 1 : 0, size,
      modified.seconds, modified.nanoseconds, changed.seconds, changed.nanoseconds,
    ] { writer.write(number) }
    return Digest(hash: ContentHash(writer.bytes))
  }
}

extension FileStamp.Time {
  /// Whether it lies before a time of another clock, which is `skew` ahead, by more than so many nanoseconds.
  func isBefore(_ other: FileStamp.Time, less skew: Int, by margin: Int) -> Bool {
    guard let distance = other.nanoseconds(since: self) else { return other.seconds > seconds }
    return distance - skew > margin
  }

  /// Nil where it is too many to count.
  func nanoseconds(since other: FileStamp.Time) -> Int? {
    let (whole, overflow) = seconds.subtractingReportingOverflow(other.seconds)
    guard !overflow, whole.magnitude < 1_000_000_000 else { return nil }
    return whole * 1_000_000_000 + nanoseconds - other.nanoseconds
  }
}

extension Folder {
  /// The whole of a file.
  func wholeFile(_ name: String) throws(SystemError) -> [UInt8] {
    let file = try file(name)
    let status = try file.status()
    guard status.kind == .file, status.size < 1 << 30 else { throw .missing }
    return try file.bytes(expecting: status.size)
  }

  func existingStamp(of name: String) throws(SystemError) -> FileStamp? {
    do throws(SystemError) { return try stamp(of: name) } catch {
      if error.isMissing { return nil }
      throw error
    }
  }

  /// Puts a file in place of what has its name, at once.
  func replaceFile(_ name: String, with bytes: [UInt8]) throws(SystemError) {
    let temporary = OutputPath.temporaryPrefix + name
    let file = try temporaryFile(temporary)
    var failure: SystemError?
    bytes.withUnsafeBytes { bytes in
      do throws(SystemError) {
        try file.write(bytes)
        try file.flush()
        try rename(temporary, to: name)
      } catch { failure = error }
    }
    if let failure {
      try? removeFile(temporary)
      throw failure
    }
  }

  /// By how many nanoseconds this process's clock is ahead of that of the file system.
  func clockSkew(_ name: String) throws(SystemError) -> Int {
    let temporary = OutputPath.temporaryPrefix + name
    let file = try temporaryFile(temporary)
    defer { try? removeFile(temporary) }
    let made = try file.stamp().changed
    return FileStamp.Time.now.nanoseconds(since: made) ?? 0
  }

  /// Makes a folder that no repository takes up.
  func ignoreByGit() throws(SystemError) {
    if try existingStamp(of: ".gitignore") == nil { try replaceFile(".gitignore", with: Array("*\n".utf8)) }
  }
}

extension OpenFile {
  /// A fingerprint of all bytes from the first, which are read into a buffer.
  func contentHash(using buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> ContentHash {
    var hasher = ContentHasher()
    while true {
      let count = try read(into: buffer)
      if count == 0 { return hasher.finish() }
      hasher.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  func contentHash() throws(SystemError) -> ContentHash {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 << 10, alignment: 16)
    defer { buffer.deallocate() }
    return try contentHash(using: buffer)
  }
}

extension FolderCursor {
  func stamp(of path: String) throws(SystemError) -> FileStamp {
    let (folder, name) = try place(of: path)
    return try folder.stamp(of: name)
  }

  func wholeFile(_ path: String) throws(SystemError) -> [UInt8] {
    let (folder, name) = try place(of: path)
    return try folder.wholeFile(name)
  }

  func contentHash(of path: String) throws(SystemError) -> ContentHash {
    let (folder, name) = try place(of: path)
    return try folder.file(name).contentHash()
  }

  private func place(of path: String) throws(SystemError) -> (Folder, String) {
    let (folderPath, name) = path.splitAtLastComponent
    guard case .found(let folder) = try lookup(folderPath) else { throw .missing }
    return (folder, String(name))
  }
}
