/// Operations on paths with `/` as the separator, without access to the file system.
///
/// Paths are split by bytes: for Swift, a slash followed by a combining mark is a single character.
package enum RelativePath {
  /// Resolves `target` relative to the folder of `document`; nil if it leads out of the root.
  package static func resolve(_ target: String, from document: String) -> String? {
    var parts = components(document).dropLast()
    for part in components(target) {
      switch part {
      case ".": continue
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// Returns the relative path from the folder of a document to another path: `../sources/x.md`.
  package static func spelling(of path: String, from document: String) -> String {
    let here = components(document).dropLast()
    let there = components(path)
    var common = 0
    while common < here.count, common < there.count - 1, here[common] == there[common] { common += 1 }
    let up = Array(repeating: "..", count: here.count - common)
    return (up + there.dropFirst(common)).joined(separator: "/")
  }

  /// Returns the path relative to `Content`; nil if it is not below that folder.
  package static func belowContent(_ path: String) -> String? {
    let folder = "Content/".utf8
    return path.utf8.starts(with: folder) ? String(Substring(path.utf8.dropFirst(folder.count))) : nil
  }

  /// Returns the components of a path, without empty ones such as that after a trailing slash.
  package static func components(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }
}
