#if os(Linux)
  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  // The only file that uses inotify(7). Pitfalls that it deals with:
  // - A watch covers one folder, so every new folder needs its own, and no event reports what was created in it before.
  // - A watch follows its folder when that is moved.
  // - The number of watches is limited, and when the event queue overflows only IN_Q_OVERFLOW is reported.

  /// Watches the folders of a site with inotify. Not thread-safe.
  final class FolderEvents {
    /// The events of one read.
    struct Batch {
      var changes = SourceChanges()
      /// Files that were removed or moved away and have not reappeared.
      var gone: Set<[UInt8]> = []
      /// Whether no event was read; false even if all events were irrelevant.
      var isEmpty = true
    }

    /// The inotify descriptor, which becomes readable when there are events.
    let descriptor: Int32
    private let sitePath: String
    private let site: Folder
    /// The path of each watched folder by watch descriptor, relative to the site; empty for the site itself.
    private var folders: [Int32: String] = [:]

    private static let kinds = UInt32(
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB)

    init(site path: String) throws(SystemError) {
      site = try Folder(at: path)
      sitePath = path
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard descriptor >= 0 else { throw SystemError() }
      try watch("")
      try watchTree("Content")
      try watchTree("Templates")
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Returns the reason for a failure, with the name of the system limit if one was reached.
    static func reason(_ error: SystemError) -> String {
      switch error.code {
      case EMFILE: "the system's limit fs.inotify.max_user_instances is reached"
      case ENOSPC: "the system's limit fs.inotify.max_user_watches is reached"
      default: error.reason
      }
    }

    /// Watches a folder; returns false if it does not exist or cannot be watched.
    @discardableResult
    private func watch(_ path: String) throws(SystemError) -> Bool {
      let place = path.isEmpty ? sitePath : "\(sitePath)/\(path)"
      let flags = path.isEmpty ? UInt32(IN_ONLYDIR) : UInt32(IN_ONLYDIR | IN_DONT_FOLLOW)
      let watch = inotify_add_watch(descriptor, place, Self.kinds | flags)
      if watch >= 0 {
        folders[watch] = path
        return true
      }
      let error = SystemError()
      if error.isShortage || error.code == ENOSPC { throw error }
      return false
    }

    /// Watches a folder and all its subfolders.
    private func watchTree(_ top: String) throws(SystemError) {
      var pending = [top]
      while let path = pending.popLast() {
        // Watching before reading ensures that a folder created in between is either listed or reported.
        guard try watch(path), let folder = try? site.descendant(path), let names = try? folder.names() else {
          continue
        }
        for bytes in names where bytes.first != UInt8(ascii: ".") {
          let name = String(decoding: bytes, as: UTF8.self)
          guard name.utf8.elementsEqual(bytes), (try? folder.status(of: name))?.kind == .folder else {
            continue
          }
          pending.append("\(path)/\(name)")
        }
      }
    }

    /// Removes the watches of a folder that has left its path, and of its subfolders.
    private func forgetTree(_ path: String) {
      let place = TreeLocation(path)
      for (watch, folder) in folders where place.holds(folder) {
        inotify_rm_watch(descriptor, watch)
        folders[watch] = nil
      }
    }

    /// Reads all pending events.
    func read() throws(SystemError) -> Batch {
      var batch = Batch()
      var buffer = [UInt8](repeating: 0, count: 64 << 10)
      while true {
        let count = buffer.withUnsafeMutableBytes { Self.systemRead(descriptor, $0) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return batch }
        batch.isEmpty = false
        for event in Self.events(buffer[..<count]) { try take(event, into: &batch) }
      }
    }

    private static func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
      #if canImport(Musl)
        Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
    }

    private struct Event {
      var watch: Int32
      var mask: UInt32
      var name: [UInt8]

      func has(_ kind: Int) -> Bool { mask & UInt32(kind) != 0 }
    }

    /// Parses `struct inotify_event`: watch, mask, cookie and length, four bytes each, then a name padded with zeros.
    private static func events(_ bytes: ArraySlice<UInt8>) -> [Event] {
      var events: [Event] = []
      var rest = bytes
      while rest.count >= 16 {
        let (watch, mask, length) = rest.withUnsafeBytes {
          (
            $0.loadUnaligned(as: Int32.self), $0.loadUnaligned(fromByteOffset: 4, as: UInt32.self),
            Int($0.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
          )
        }
        rest = rest.dropFirst(16)
        events.append(Event(watch: watch, mask: mask, name: Array(rest.prefix(length).prefix { $0 != 0 })))
        rest = rest.dropFirst(length)
      }
      return events
    }

    private func take(_ event: Event, into batch: inout Batch) throws(SystemError) {
      if event.has(Int(IN_Q_OVERFLOW)) {
        batch.changes.formUnion(.everything)
        try watchTree("Content")
        try watchTree("Templates")
        return
      }
      guard let folder = folders[event.watch] else { return }
      if event.has(Int(IN_IGNORED)) {
        folders[event.watch] = nil
        return
      }
      guard !event.name.isEmpty, event.name.first != UInt8(ascii: "."), !EditorFile.isTemporary(event.name)
      else { return }
      let name = String(decoding: event.name, as: UTF8.self)
      // A name that is not valid UTF-8 is reported as an error of its folder.
      guard name.utf8.elementsEqual(event.name) else { return batch.changes.add(folder) }
      if folder.isEmpty {
        if name == "Content" || name == "Templates" { try takeFolder(event, name, into: &batch) }
      } else if event.has(Int(IN_ISDIR)) {
        try takeFolder(event, "\(folder)/\(name)", into: &batch)
      } else {
        takeFile(event, name, in: folder, into: &batch)
      }
    }

    private func takeFolder(_ event: Event, _ path: String, into batch: inout Batch) throws(SystemError) {
      if event.has(Int(IN_MOVED_FROM)) || event.has(Int(IN_DELETE)) {
        forgetTree(path)
      } else {
        try watchTree(path)
      }
      batch.changes.add(path)
    }

    private func takeFile(_ event: Event, _ name: String, in folder: String, into batch: inout Batch) {
      let path = "\(folder)/\(name)"
      if event.has(Int(IN_CREATE)) {
        // A file that is being written causes another event when it is closed. One that is not empty at once may be a
        // new hard link.
        let status = try? site.descendant(folder).status(of: name)
        if let status, status.kind == .file, status.size == 0 { return }
      }
      batch.changes.add(path)
      if event.has(Int(IN_MOVED_FROM)) || event.has(Int(IN_DELETE)) {
        batch.gone.insert(Array(path.utf8))
      } else {
        batch.gone.remove(Array(path.utf8))
      }
    }
  }
#endif
