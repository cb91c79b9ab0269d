/// An exclusive lock on an output folder, which one process at a time can hold.
///
/// It is a POSIX record lock on `.collate-lock`, which the system releases when the process ends. The file is removed
/// on release; a process that locks it just before that finds that the name is gone and tries again.
struct OutputLock {
  private let folder: Folder
  /// Stays open while the lock is held: closing any other descriptor of the file in this process would release the
  /// lock.
  private let file: OpenFile

  /// Acquires the lock. Throws `.locked` with the id of the process that holds it.
  init(folder: Folder, path: String) throws(PublishingError) {
    let lockPath = "\(path)/\(OutputPath.lock)"
    while true {
      let file = try naming(.lock, lockPath) { () throws(SystemError) in try folder.lockFile(OutputPath.lock)
      }
      let status = try naming(.lock, lockPath) { () throws(SystemError) in try file.status() }
      guard status.kind == .file else { throw .occupied(path: lockPath, by: status.kind.words) }
      let holder = try naming(.lock, lockPath) { () throws(SystemError) in try file.lock() }
      if let holder { throw .locked(path: path, process: holder) }
      if let named = try? folder.status(of: OutputPath.lock), named.identity == status.identity {
        self.folder = folder
        self.file = file
        return
      }
    }
  }

  /// Releases the lock. The file is removed first, while no other process can hold the lock.
  func release() {
    try? folder.removeFile(OutputPath.lock)
    withExtendedLifetime(file) {}
  }
}
