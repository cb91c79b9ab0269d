/// Paths with `/` between components, taken apart and put together without asking a disk.
///
/// They are cut by bytes: to Swift a slash and an accent that a file's name begins with are one character.
package enum RelativePath {
  /// The path that `target` names from inside the folder of `document`; nil when it climbs out of the root.
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

  /// How a document spells the way to another path: `../sources/x.md`.
  package static func spelling(of path: String, from document: String) -> String {
    let here = components(document).dropLast()
    let there = components(path)
    var common = 0
    while common < here.count, common < there.count - 1, here[common] == there[common] { common += 1 }
    let up = Array(repeating: "..", count: here.count - common)
    return (up + there.dropFirst(common)).joined(separator: "/")
  }

  /// The path below the folder of the content, or nil when it is not in that.
  package static func belowContent(_ path: String) -> String? {
    let folder = "Content/".utf8
    return path.utf8.starts(with: folder) ? String(Substring(path.utf8.dropFirst(folder.count))) : nil
  }

  /// The components of a path; empty ones, as of a slash at the end, are left out.
  package static func components(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }
}
