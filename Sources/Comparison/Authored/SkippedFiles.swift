package import Diagnostics

/// Decides which files of a site are excluded: files that systems, editors and repositories put beside documents, and
/// those that `ignore` in `site.yml` names.
package struct SkippedFiles: Sendable, Hashable {
  /// Names of files that nobody wants to publish, compared without regard to case.
  private static let junk: [Wildcard] = [
    "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "*.orig", "*.rej", "*.bak", "*.tmp",
    "*.temp",
    "*.swp", "*.swo", "*.part", "*.crdownload", "~$*",
  ].map(Wildcard.init)

  /// Files that describe a repository. Excluded below `Content` only: in a theme, the licence of a font or style sheet
  /// has to be published with it.
  private static let ofRepositories: Set<String> = [
    "README.md", "README", "LICENSE.md", "LICENSE", "LICENCE.md", "LICENCE", "COPYING", "CONTRIBUTING.md",
    "CODEOWNERS",
  ]

  private let patterns: [IgnorePattern]

  /// Takes the patterns of the site's settings.
  package init(_ configuration: SiteConfiguration) { patterns = configuration.ignored }

  /// Returns whether a file or folder is excluded, by its path relative to the site's folder; not called for paths
  /// below an excluded folder.
  package func skips(_ path: String) -> Bool {
    let name = RelativePath.components(path).last ?? path
    let folded = Array(name.lowercased().utf8)
    if Self.junk.contains(where: { $0.matches(folded) }) { return true }
    guard let below = RelativePath.belowContent(path) else { return false }
    return Self.ofRepositories.contains(name) || patterns.contains { $0.matches(below) }
  }
}

extension SourceTree {
  private static let mostNamed = 10

  /// A note that lists the excluded files, if there are any.
  package var skippedNote: Diagnostic? {
    guard let first = skipped.first else { return nil }
    let named = skipped.prefix(Self.mostNamed).map { "\"\($0)\"" }
    let more = skipped.count > named.count ? " and \(skipped.count - named.count) more" : ""
    return Diagnostic(
      .skippedFiles, "left out: \(named.joined(separator: ", "))\(more)", at: .file(first),
      help:
        "names that begin with a dot are left out, what systems, editors and repositories put beside documents, and what"
        + " `ignore` in site.yml names")
  }
}

/// A pattern of `ignore` in `site.yml`: a name at any depth (`*.psd`) or a path below `Content` (`drafts/**`). `*`
/// matches any part of a name, `?` one character and `**` any number of folders.
package struct IgnorePattern: Sendable, Hashable {
  /// The components of the pattern; nil for `**`.
  private let parts: [Wildcard?]

  /// The reason why a text is not a valid pattern.
  package struct Problem: Error {
    package var summary: String
    package var help: String
  }

  /// Parses a pattern; throws if it is malformed or matches `site.yml` itself.
  package init(_ text: String) throws(Problem) {
    var names = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    // A trailing slash may mark a folder.
    if names.count > 1, names.last?.isEmpty == true { names.removeLast() }
    let isPath = names.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." } && names.first != "Content"
    guard isPath, text.utf8.count <= 1000 else {
      throw Problem(
        summary: "\"\(text)\" is no path below Content",
        help: "write a name such as *.psd, or a path below Content such as drafts/old.md")
    }
    if let sign = text.unicodeScalars.first(where: { "![]{}\\".unicodeScalars.contains($0) }) {
      throw Problem(
        summary: "\"\(sign)\" has no meaning in a pattern",
        help: "* stands for any part of a name, ? for a letter, ** for any folders")
    }
    let wildcards = names.map { $0 == "**" ? nil : Wildcard($0) }
    parts = (names.count == 1 ? [nil] : []) + wildcards
    if matches("site.yml") {
      throw Problem(
        summary: "\"\(text)\" would leave out site.yml itself",
        help: "write what only the files have that you mean")
    }
  }

  /// Returns whether the pattern matches a path below `Content`.
  func matches(_ path: String) -> Bool {
    let names = RelativePath.components(path).map { Array($0.utf8) }
    // `reached[n]` tells whether the first n components of the pattern can match all names so far.
    var reached = Self.passingFolders([true] + Array(repeating: false, count: parts.count), parts)
    for name in names {
      var next = Array(repeating: false, count: reached.count)
      for index in parts.indices where reached[index] {
        if let part = parts[index] {
          if part.matches(name) { next[index + 1] = true }
        } else {
          next[index] = true
        }
      }
      reached = Self.passingFolders(next, parts)
    }
    return reached[parts.count]
  }

  /// Accounts for `**` matching no folder at all.
  private static func passingFolders(_ reached: [Bool], _ parts: [Wildcard?]) -> [Bool] {
    var reached = reached
    for index in parts.indices where reached[index] && parts[index] == nil { reached[index + 1] = true }
    return reached
  }
}

/// A pattern for a single name, in which `*` matches any bytes and `?` one character.
struct Wildcard: Sendable, Hashable {
  private let pattern: [UInt8]

  init(_ text: String) { pattern = Array(text.utf8) }

  func matches(_ name: [UInt8]) -> Bool {
    var (place, index) = (0, 0)
    // The last star of the pattern, and the end of what it matches so far, for backtracking.
    var star: (place: Int, end: Int)?
    while index < name.count {
      if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
        star = (place, index)
        place += 1
      } else if place < pattern.count, pattern[place] == UInt8(ascii: "?") {
        place += 1
        index = Self.end(ofLetter: index, in: name)
      } else if place < pattern.count, pattern[place] == name[index] {
        place += 1
        index += 1
      } else if let last = star {
        star = (last.place, last.end + 1)
        (place, index) = (last.place + 1, last.end + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  private static func end(ofLetter start: Int, in name: [UInt8]) -> Int {
    var end = start + 1
    while end < name.count, name[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
