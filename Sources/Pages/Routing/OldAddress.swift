import Comparison
import TextEncoding

/// A former address of a page, as `redirect-from` gives it: a path below the site's root, not necessarily one that
/// Collate generated.
struct OldAddress: Sendable {
  /// The reason why a text is not a valid old address, and how to fix it.
  struct Problem: Error {
    var summary: String
    var help: String
  }

  /// The path, percent-decoded and without a leading slash; it ends in a slash if the text does: `Old Name/`,
  /// `page.php`.
  let path: String

  /// The maximum length of a percent-encoded path, in bytes.
  private static let mostBytes = 900

  /// Parses a path with or without a leading slash. A character and its percent-encoding are equivalent.
  init(_ text: String) throws(Problem) {
    let path = text.hasPrefix("/") ? text.utf8.dropFirst() : text.utf8[...]
    if path.first == UInt8(ascii: "/") || text.contains("://") {
      throw Self.problem(text, "is an address of another host")
    }
    var parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    var names: [String] = []
    for part in parts {
      if part.contains(UInt8(ascii: "?")) || part.contains(UInt8(ascii: "#")) {
        throw Problem(
          summary: "\"\(text)\" has a query or a fragment, and redirects go by the path alone",
          help: "write the path alone, without \"?\" or \"#\" and what follows; a \"?\" in a name is %3F")
      }
      guard let name = Self.decoded(part) else {
        throw Problem(
          summary: "\"\(text)\" is no address: after \"%\" stand two digits that spell a letter",
          help: "write %25 for the percent sign itself, and no slash as %2F")
      }
      if name.isEmpty || name == "." || name == ".." {
        throw Self.problem(text, "is no path: it has an empty part, \".\" or \"..\"")
      }
      names.append(name)
    }
    self.path = names.joined(separator: "/") + (path.last == UInt8(ascii: "/") ? "/" : "")
    guard PercentEncoding.encoded(self.path, keeping: .path).utf8.count <= Self.mostBytes else {
      throw Problem(
        summary: "an old address has more than \(Self.mostBytes) bytes", help: "no host takes such a rule")
    }
  }

  private static func problem(_ text: String, _ what: String) -> Problem {
    Problem(summary: "\"\(text)\" \(what)", help: "write the path below the site's root, such as /old/name/")
  }

  /// Decodes a percent-encoded path component; returns nil if the result is not a valid name.
  private static func decoded(_ part: Substring.UTF8View.SubSequence) -> String? {
    guard let bytes = PercentEncoding.decoded(part), let name = String(validating: bytes, as: UTF8.self),
      !name.unicodeScalars.contains(where: { $0 == "/" || $0.properties.generalCategory == .control })
    else { return nil }
    return name
  }

  /// The file for a redirect page at this address: the path itself if it is an HTML file, otherwise the `index.html` of
  /// a folder.
  var outputPath: String {
    let isFile = [".html", ".htm"].contains { path.lowercased().hasSuffix($0) }
    if isFile { return path }
    return path.hasSuffix("/") ? path + "index.html" : path + "/index.html"
  }

  /// The path of that page in the form that planned pages use: without `index.html`.
  var pagePath: String {
    outputPath.hasSuffix("/index.html") ? String(outputPath.dropLast("index.html".count)) : outputPath
  }

  /// The reason why no file can be at this address, or nil.
  var fileProblem: Problem? {
    for name in RelativePath.components(outputPath) {
      if name.utf8.first == UInt8(ascii: ".") || name.utf8.count > 255 {
        return noFile("\"\(name)\" is \(name.utf8.count > 255 ? "too long for a file" : "hidden")")
      }
      if let problem = PortableName.problem(in: name) { return noFile("\"\(name)\" \(problem.words)") }
    }
    return nil
  }

  private func noFile(_ reason: String) -> Problem {
    Problem(
      summary: "no page can stand at \"/\(path)\": \(reason)",
      help: "write `redirects: file` in site.yml, where your host reads `_redirects`")
  }
}
