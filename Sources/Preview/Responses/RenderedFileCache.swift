import Synchronization
import TextEncoding

/// A small cache of produced files, so that repeated requests for one file do not produce it each time.
final class RenderedFileCache: Sendable {
  /// A produced file with its entity tag.
  struct Made: Sendable {
    var path: String
    var bytes: [UInt8]
    var tag: String
  }

  private let files = Mutex<[Made]>([])

  private static let most = 16
  /// The size in bytes above which a file is not cached.
  private static let mostBytes = 1 << 20

  /// Returns the file at a path of the output, calling `make` if it is not cached.
  func file(_ path: String, _ make: () -> [UInt8]) -> Made {
    let known = files.withLock { $0.first { $0.path.equalsByBytes(path) } }
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
