import Pages
import TextEncoding

extension String {
  /// The components between slashes: `a/b/c.html` has `a`, `b` and `c.html`.
  var pathComponents: [String] {
    utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The path of the folder and the last component; the folder of `index.html` is empty.
  var splitAtLastComponent: (folder: Substring, name: Substring) {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", self[...]) }
    return (self[..<slash], self[utf8.index(after: slash)...])
  }

  /// Every folder on the path, the deepest first: `a/b/c.html` has `a/b` and `a`.
  var folders: [String] {
    var result: [String] = []
    var path = splitAtLastComponent.folder
    while !path.isEmpty {
      result.append(String(path))
      path = String(path).splitAtLastComponent.folder
    }
    return result
  }

  var hasControlCharacter: Bool {
    unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }
}

/// The names that Collate reserves in an output folder, and the rules for paths in it.
enum OutputPath {
  static let manifest = ".collate-manifest"
  /// Returns the manifest of one part of a site. Each part has its own, so parts can be copied into one folder without
  /// claiming each other's files.
  static func manifest(of part: Shard?) -> String {
    part.map { "\(manifest)-\($0.number)-of-\($0.count)" } ?? manifest
  }

  static let lock = ".collate-lock"
  static let temporaryPrefix = ".collate-tmp-"

  /// Returns whether a path stays inside the output folder and names no hidden file. No page and no copied file has a
  /// name that begins with a dot, so such a path in a manifest could only be an attempt to have `.git` or `.well-known`
  /// removed.
  static func isSafe(_ path: String) -> Bool {
    if path.hasControlCharacter { return false }
    return path.pathComponents.allSatisfy { name in
      !name.utf8.isEmpty && name.utf8.count <= 255 && !name.hasBytePrefix(".")
    }
  }
}
