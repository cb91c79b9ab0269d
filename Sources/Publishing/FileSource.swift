/// The bytes of one planned file, in memory or in a file of the site.
enum FileSource {
  case bytes([UInt8])
  /// An open file of the site, with its status when it was opened.
  case file(OpenFile, FileStatus, path: String)

  var size: Int {
    switch self {
    case .bytes(let bytes): bytes.count
    case .file(_, let status, _): status.size
    }
  }

  /// Passes the bytes to `body` in pieces that fit the buffer, until the end or until `body` returns false. Throws
  /// `.changed` if the file was changed meanwhile.
  func forEachPiece(
    using buffer: UnsafeMutableRawBufferPointer,
    _ body: (UnsafeRawBufferPointer) throws(PublishingError) -> Bool
  ) throws(PublishingError) {
    switch self {
    case .bytes(let bytes):
      var start = 0
      while start < bytes.count {
        let end = min(bytes.count, start + buffer.count)
        var failure: PublishingError?
        let wantsMore = bytes.withUnsafeBytes { all in
          do throws(PublishingError) {
            return try body(UnsafeRawBufferPointer(rebasing: all[start..<end]))
          } catch {
            failure = error
            return false
          }
        }
        if let failure { throw failure }
        guard wantsMore else { return }
        start = end
      }
    case .file(let file, let status, let path):
      try naming(.read, path) { () throws(SystemError) in try file.rewind() }
      while true {
        let count = try naming(.read, path) { () throws(SystemError) in try file.read(into: buffer) }
        guard count > 0 else { break }
        guard try body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return }
      }
      let now = try naming(.read, path) { () throws(SystemError) in try file.status() }
      guard now == status else { throw .changed(path: path) }
    }
  }
}
