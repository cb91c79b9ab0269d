import Synchronization

/// The files of a site that were made last: whoever asks for one again and again, on however many connections, has it made once.
final class LatestFiles: Sendable {
  /// A file as it is sent.
  struct Made: Sendable {
    var path: String
    var bytes: [UInt8]
    var tag: String
  }

  private let files = Mutex<[Made]>([])

  private static let most = 16
  /// A larger one is made anew.
  private static let mostBytes = 1 << 20

  /// The file at a path of the output, by `make` where it was not made lately.
  func file(_ path: String, _ make: () -> [UInt8]) -> Made {
    let known = files.withLock { $0.first { $0.path.utf8.elementsEqual(path.utf8) } }
    if let known { return known }
    let bytes = make()
    let made = Made(path: path, bytes: bytes, tag: "\"\(Fingerprint.text(of: bytes))\"")
    guard bytes.count <= Self.mostBytes else { return made }
    files.withLock { files in
      files.append(made)
      if files.count > Self.most { files.removeFirst() }
    }
    return made
  }
}
