#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A failed call of a test's own set-up.
package struct SetUpError: Error, CustomStringConvertible {
  package let description: String

  package init(_ what: String) { description = "\(what): \(String(cString: strerror(errno)))" }
}

/// A folder of a test's own, removed with its last reference.
package final class TemporaryFolder: Sendable {
  /// Absolute, and free of symbolic links.
  package let path: String

  package init() throws {
    var template = Array("\(Self.root)/collate-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SetUpError("mkdtemp") }
    let made = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    guard let resolved = realpath(made, nil) else { throw SetUpError("realpath") }
    defer { free(resolved) }
    path = String(cString: resolved)
  }

  deinit { _ = try? Child(["rm", "-rf", path]).wait() }

  private static var root: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  /// Makes a folder and those above it.
  package func makeFolder(_ relative: String) throws {
    var current = path
    for name in relative.split(separator: "/") {
      current += "/\(name)"
      guard mkdir(current, 0o755) == 0 || errno == EEXIST else { throw SetUpError("mkdir \(current)") }
    }
  }

  package func write(_ text: String, to relative: String) throws {
    try write(Array(text.utf8), to: relative)
  }

  package func write(_ bytes: [UInt8], to relative: String) throws {
    if let slash = relative.utf8.lastIndex(of: 0x2F) { try makeFolder(String(relative[..<slash])) }
    guard let file = fopen("\(path)/\(relative)", "w") else { throw SetUpError("fopen \(relative)") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw SetUpError("fwrite \(relative)") }
  }

  /// The bytes of a file; nil when there is none.
  package func bytes(_ relative: String) -> [UInt8]? {
    guard let file = fopen("\(path)/\(relative)", "r") else { return nil }
    defer { fclose(file) }
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      if count == 0 { return result }
      result += piece[..<count]
    }
  }

  package func text(_ relative: String) -> String? {
    bytes(relative).map { String(decoding: $0, as: UTF8.self) }
  }

  package func remove(_ relative: String) throws {
    guard unlink("\(path)/\(relative)") == 0 else { throw SetUpError("unlink \(relative)") }
  }

  package func link(_ relative: String, to target: String) throws {
    guard symlink(target, "\(path)/\(relative)") == 0 else { throw SetUpError("symlink \(relative)") }
  }

  package func makePipe(_ relative: String) throws {
    guard mkfifo("\(path)/\(relative)", 0o644) == 0 else { throw SetUpError("mkfifo \(relative)") }
  }

  package func exists(_ relative: String) -> Bool {
    var status = stat()
    return lstat("\(path)/\(relative)", &status) == 0
  }

  /// What changes when a file is written or replaced: its inode and the time of its last change.
  package func identity(_ relative: String) -> [Int]? {
    var status = stat()
    guard lstat("\(path)/\(relative)", &status) == 0 else { return nil }
    #if canImport(Darwin)
      return [Int(status.st_ino), status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec]
    #else
      return [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    #endif
  }

  /// The path of everything below a folder, folders with a final slash, in order.
  package func tree(_ relative: String = ".") -> [String] {
    var result: [String] = []
    var pending = [""]
    while let folder = pending.popLast() {
      guard let stream = opendir("\(path)/\(relative)/\(folder)") else { continue }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name == "." || name == ".." { continue }
        var status = stat()
        guard lstat("\(path)/\(relative)/\(folder)\(name)", &status) == 0 else { continue }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        result.append(folder + name + (isFolder ? "/" : ""))
        if isFolder { pending.append("\(folder)\(name)/") }
      }
    }
    return result.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Every file below a folder with its text.
  package func contents(_ relative: String = ".") -> [String: String] {
    var result: [String: String] = [:]
    for file in tree(relative) where !file.hasSuffix("/") { result[file] = text("\(relative)/\(file)") }
    return result
  }
}
