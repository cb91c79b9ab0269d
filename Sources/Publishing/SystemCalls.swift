#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// All system calls on files and folders are in this file. Pitfalls that it deals with:
// - `open` on a FIFO or a device may block for ever, hence O_NONBLOCK; the kind is checked on the open descriptor.
// - O_NOFOLLOW protects the last component only, hence one `openat` per component.
// - A name ends at NUL; names come from the disk, from `OutputPath.isSafe` or from the command line and contain none.

/// The error code of a failed system call.
struct SystemError: Error, Hashable {
  let code: Int32

  /// Takes `errno`, the error of this thread's last call.
  init() { code = errno }

  init(code: Int32) { self.code = code }

  static let missing = SystemError(code: ENOENT)
  static let symbolicLink = SystemError(code: ELOOP)

  /// Whether the path does not exist.
  var isMissing: Bool { code == ENOENT }
  var isExisting: Bool { code == EEXIST }
  var isNotFolder: Bool { code == ENOTDIR }
  var isSymbolicLink: Bool { code == ELOOP }
  /// Whether the process is short of descriptors or memory, so that the error does not concern this file.
  var isShortage: Bool { code == EMFILE || code == ENFILE || code == ENOMEM }

  var reason: String { String(cString: strerror(code)) }
}

/// Identifies a file independently of its name.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
}

/// The status of a file, as `fstat` reports it.
struct FileStatus: Hashable, Sendable {
  enum Kind: Sendable { case file, folder, symbolicLink, pipe, socket, device }

  let identity: FileIdentity
  let kind: Kind
  let size: Int
  /// The user id of the owner.
  let owner: UInt32
  /// A tag that changes with the file, from its size, modification time and inode.
  var tag: String {
    [size, modifiedSeconds, modifiedNanoseconds].map { String($0, radix: 16) }.joined(separator: "-")
      + "-" + String(identity.inode, radix: 16)
  }

  /// The modification time: seconds and nanoseconds since 1970.
  private let modifiedSeconds: Int
  private let modifiedNanoseconds: Int

  fileprivate init(_ raw: stat) {
    identity = FileIdentity(device: UInt64(truncatingIfNeeded: raw.st_dev), inode: UInt64(raw.st_ino))
    size = Int(raw.st_size)
    owner = raw.st_uid
    #if canImport(Darwin)
      let modified = raw.st_mtimespec
    #else
      let modified = raw.st_mtim
    #endif
    modifiedSeconds = modified.tv_sec
    modifiedNanoseconds = modified.tv_nsec
    kind =
      switch raw.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
  }
}

extension FileStamp {
  fileprivate init(_ raw: stat) {
    let status = FileStatus(raw)
    #if canImport(Darwin)
      let (modified, changed) = (raw.st_mtimespec, raw.st_ctimespec)
    #else
      let (modified, changed) = (raw.st_mtim, raw.st_ctim)
    #endif
    self.init(
      identity: status.identity, kind: status.kind, size: status.size, modified: Time(modified),
      changed: Time(changed))
  }

  /// The stamp of the running program; nil where `/proc/self/exe` is not available.
  static var program: FileStamp? { try? OpenFile(at: "/proc/self/exe").stamp() }
}

extension FileStamp.Time {
  fileprivate init(_ raw: timespec) { self.init(seconds: raw.tv_sec, nanoseconds: raw.tv_nsec) }

  /// The current time. In a build it only serves to tell which files are too new to be trusted.
  static var now: FileStamp.Time {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return FileStamp.Time(time)
  }
}

/// An open file or folder; the descriptor is closed when the object is released.
class OpenEntry {
  fileprivate let descriptor: Int32

  fileprivate init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  func status() throws(SystemError) -> FileStatus {
    var raw = stat()
    guard fstat(descriptor, &raw) == 0 else { throw SystemError() }
    return FileStatus(raw)
  }

  func stamp() throws(SystemError) -> FileStamp {
    var raw = stat()
    guard fstat(descriptor, &raw) == 0 else { throw SystemError() }
    return FileStamp(raw)
  }

  fileprivate static func opening(
    _ path: String, in parent: Int32 = AT_FDCWD, _ flags: Int32
  ) throws(SystemError) -> Int32 {
    while true {
      let descriptor = openat(parent, path, flags | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return descriptor }
      if errno != EINTR { throw SystemError() }
    }
  }
}

/// An open folder. Names are single components and are looked up without following symbolic links.
final class Folder: OpenEntry, @unchecked Sendable {  // holds one immutable number
  /// Opens a path that the user gave, following symbolic links.
  convenience init(at path: String) throws(SystemError) {
    self.init(descriptor: try Self.opening(path, O_RDONLY | O_DIRECTORY))
  }

  func folder(_ name: String, followingLink: Bool = false) throws(SystemError) -> Folder {
    let flags = O_RDONLY | O_DIRECTORY | (followingLink ? 0 : O_NOFOLLOW)
    do throws(SystemError) {
      return Folder(descriptor: try Self.opening(name, in: descriptor, flags))
    } catch {
      // Linux reports ENOTDIR for a symbolic link that must not be followed.
      if error.isNotFolder, !followingLink, try status(of: name).kind == .symbolicLink { throw .symbolicLink }
      throw error
    }
  }

  func file(_ name: String) throws(SystemError) -> OpenFile {
    OpenFile(descriptor: try Self.opening(name, in: descriptor, O_RDONLY | O_NOFOLLOW | O_NONBLOCK))
  }

  /// Creates a file that must not exist yet.
  func newFile(_ name: String) throws(SystemError) -> OpenFile {
    OpenFile(descriptor: try Self.opening(name, in: descriptor, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW))
  }

  /// Opens a file for reading and writing, creating it if it is missing.
  func lockFile(_ name: String) throws(SystemError) -> OpenFile {
    OpenFile(descriptor: try Self.opening(name, in: descriptor, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK))
  }

  /// Returns the status of the entry itself, not of the target of a symbolic link.
  func status(of name: String) throws(SystemError) -> FileStatus {
    var raw = stat()
    guard fstatat(descriptor, name, &raw, AT_SYMLINK_NOFOLLOW) == 0 else { throw SystemError() }
    return FileStatus(raw)
  }

  /// Returns the stamp of the entry itself, not of the target of a symbolic link.
  func stamp(of name: String) throws(SystemError) -> FileStamp {
    var raw = stat()
    guard fstatat(descriptor, name, &raw, AT_SYMLINK_NOFOLLOW) == 0 else { throw SystemError() }
    return FileStamp(raw)
  }

  func makeFolder(_ name: String) throws(SystemError) {
    guard mkdirat(descriptor, name, 0o777) == 0 else { throw SystemError() }
  }

  func rename(_ name: String, to other: String) throws(SystemError) {
    guard renameat(descriptor, name, descriptor, other) == 0 else { throw SystemError() }
  }

  func removeFile(_ name: String) throws(SystemError) {
    guard unlinkat(descriptor, name, 0) == 0 else { throw SystemError() }
  }

  /// Removes an empty folder.
  func removeFolder(_ name: String) throws(SystemError) {
    guard unlinkat(descriptor, name, AT_REMOVEDIR) == 0 else { throw SystemError() }
  }

  /// Returns the bytes of every name in the folder except `.` and `..`, in byte order.
  func names() throws(SystemError) -> [[UInt8]] {
    // `closedir` closes its descriptor, and a duplicate made by `dup` would share the read position.
    let copy = try Self.opening(".", in: descriptor, O_RDONLY | O_DIRECTORY)
    guard let stream = fdopendir(copy) else {
      let error = SystemError()
      close(copy)
      throw error
    }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw SystemError() }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

// Inside a class, `read` and `write` would resolve to its own methods.
private let systemRead = read
private let systemWrite = write

/// An open file.
final class OpenFile: OpenEntry, @unchecked Sendable {  // holds one immutable number
  /// Opens a path for reading that the user gave, following symbolic links.
  convenience init(at path: String) throws(SystemError) {
    self.init(descriptor: try Self.opening(path, O_RDONLY | O_NONBLOCK))
  }

  /// Reads until the buffer is full or the file ends, and returns the number of bytes read.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    var count = 0
    while count < buffer.count {
      let slice = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let got = systemRead(descriptor, slice.baseAddress, slice.count)
      if got == 0 { break }
      if got > 0 { count += got } else if errno != EINTR { throw SystemError() }
    }
    return count
  }

  /// Reads the whole file. Requests one byte more than `size`, to detect that the file has grown.
  func bytes(expecting size: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      do throws(SystemError) {
        count = try read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Reads the bytes in a range; fewer if the file ends before.
  func bytes(in range: Range<Int>) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let got = pread(descriptor, rest.baseAddress, rest.count, off_t(range.lowerBound + count))
        if got == 0 { return }
        if got > 0 {
          count += got
        } else if errno != EINTR {
          failure = SystemError()
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    var rest = bytes
    while rest.count > 0 {
      let put = systemWrite(descriptor, rest.baseAddress, rest.count)
      if put >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[put...])
      } else if errno != EINTR {
        throw SystemError()
      }
    }
  }

  func rewind() throws(SystemError) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw SystemError() }
  }

  /// Detects a delayed write error: network file systems and quotas report some only when a descriptor is closed.
  func flush() throws(SystemError) {
    let copy = dup(descriptor)
    guard copy >= 0, close(copy) == 0 || errno == EINTR else { throw SystemError() }
  }

  /// Tries to acquire a record lock on the whole file. Returns nil on success, otherwise the id of the process that
  /// holds it, or 0 if that is not known.
  ///
  /// A record lock belongs to the process and ends with it, so no lock survives a crash.
  func lock() throws(SystemError) -> Int32? {
    while true {
      var request = flock()
      request.l_type = Int16(F_WRLCK)
      request.l_whence = Int16(SEEK_SET)
      if fcntl(descriptor, F_SETLK, &request) == 0 { return nil }
      guard errno == EAGAIN || errno == EACCES else { throw SystemError() }
      guard fcntl(descriptor, F_GETLK, &request) == 0 else { throw SystemError() }
      // The holder may have released the lock between the two calls.
      if request.l_type != Int16(F_UNLCK) { return max(0, request.l_pid) }
    }
  }
}

func haveSameBytes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
  guard left.count == right.count else { return false }
  guard let first = left.baseAddress, let second = right.baseAddress else { return true }
  return memcmp(first, second, left.count) == 0
}

/// Returns the number of files that this process may have open at a time.
func openFileLimit() -> Int {
  var limit = rlimit()
  #if canImport(Glibc)
    let answer = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  #else
    let answer = getrlimit(RLIMIT_NOFILE, &limit)
  #endif
  guard answer == 0 else { return 256 }
  return Int(min(limit.rlim_cur, 65536))
}

/// Resolves a path to an absolute one without symbolic links; returns the path itself if it does not exist.
package func absolutePath(of path: String) -> String {
  guard let resolved = realpath(path, nil) else { return path }
  defer { free(resolved) }
  return String(cString: resolved)
}
