import TextEncoding

/// The metadata of a file that changes whenever the file does.
///
/// It includes the time of the last status change (`st_ctime`), which the system maintains itself and which, unlike the
/// time of the last modification, no program can set back.
struct FileStamp: Equatable {
  /// Seconds and nanoseconds since 1970.
  struct Time: Equatable, Comparable {
    var seconds: Int
    var nanoseconds: Int

    static func < (left: Time, right: Time) -> Bool {
      (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
  }

  /// A 16-byte digest of a stamp.
  struct Digest: Equatable, Sendable {
    var hash: ContentHash

    /// Stands for a file without a trustworthy stamp; equal to the digest of no file.
    static let unknown = Digest(hash: ContentHash(high: 0, low: 0))
  }

  var identity: FileIdentity
  var kind: FileStatus.Kind
  var size: Int
  var modified: Time
  /// When the content or metadata last changed, the name and the permissions included (`st_ctime`).
  var changed: Time

  /// The margin within which two times count as equal, in nanoseconds: several ticks of the clocks that file systems
  /// use.
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
  /// Returns whether this time lies more than `margin` nanoseconds before `other`, whose clock is `skew` nanoseconds
  /// ahead.
  func isBefore(_ other: FileStamp.Time, less skew: Int, by margin: Int) -> Bool {
    guard let distance = other.nanoseconds(since: self) else { return other.seconds > seconds }
    return distance - skew > margin
  }

  /// Returns the distance in nanoseconds; nil if it is out of range (a billion seconds or more).
  func nanoseconds(since other: FileStamp.Time) -> Int? {
    let (whole, overflow) = seconds.subtractingReportingOverflow(other.seconds)
    guard !overflow, whole.magnitude < 1_000_000_000 else { return nil }
    return whole * 1_000_000_000 + nanoseconds - other.nanoseconds
  }
}

extension Folder {
  /// Reads a whole file, which must be smaller than 1 GiB.
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

  /// Replaces a file atomically, by writing a temporary file and renaming it.
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

  /// Returns by how many nanoseconds this process's clock is ahead of the file system's.
  func clockSkew(_ name: String) throws(SystemError) -> Int {
    let temporary = OutputPath.temporaryPrefix + name
    let file = try temporaryFile(temporary)
    defer { try? removeFile(temporary) }
    let made = try file.stamp().changed
    return FileStamp.Time.now.nanoseconds(since: made) ?? 0
  }

  /// Adds a `.gitignore` that keeps everything in this folder out of version control.
  func ignoreByGit() throws(SystemError) {
    if try existingStamp(of: ".gitignore") == nil { try replaceFile(".gitignore", with: Array("*\n".utf8)) }
  }
}

extension OpenFile {
  /// Hashes the file from its current position to its end, reading through `buffer`.
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
