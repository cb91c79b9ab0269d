/// The right to publish into an output folder: one process at a time has it.
///
/// It is a record lock on `.collate-lock`, which dies with its process. The file is removed at the end; who comes in between locks
/// a file that has lost its name, sees so, and tries again.
struct OutputLock {
  private let folder: Folder
  /// Open for as long as the lock is held; any other descriptor of this process for the file would drop the lock when closed.
  private let file: OpenFile

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

  /// Gives the lock up. The name goes first, while nobody else can hold it.
  func release() {
    try? folder.removeFile(OutputPath.lock)
    withExtendedLifetime(file) {}
  }
}
