import Comparison
import Diagnostics
import TextEncoding

/// Collects the paths of the output and finds those that conflict.
struct OutputPaths {
  /// What something is called in messages, composed on demand: `the page "Criteria"`, `the file of headers`.
  struct Title: Sendable {
    var what: String
    var name: String?

    init(_ what: String, _ name: String? = nil) {
      self.what = what
      self.name = name
    }

    var text: String { name.map { "\(what) \"\($0)\"" } ?? what }
  }

  /// Something that claims an output path.
  struct Claimant: Sendable {
    var path: String
    /// Its origin for messages: a place in a document, or a file; nil for generated files.
    var origin: Diagnostic.Place?
    var title: Title
    /// Whether it is a redirect from an old address.
    var isRedirect = false
    /// The old address itself, if it is a line of `_redirects` rather than a file.
    var line: String?
  }

  private(set) var claimants: [Claimant] = []

  /// Records that something claims a path.
  mutating func claim(
    _ path: String, origin: Diagnostic.Place?, title: Title, isRedirect: Bool = false, line: String? = nil
  ) {
    claimants.append(Claimant(path: path, origin: origin, title: title, isRedirect: isRedirect, line: line))
  }

  /// Returns an error for each conflict: two equal paths, paths that some file systems do not distinguish because they
  /// differ only by case or Unicode normalization, and a file where a folder is needed. Reports one conflict for any
  /// two documents.
  ///
  /// Looks up the paths of pairs instead of listing them, because there may be half a million.
  func clashes(with pairs: PairPages) -> [Diagnostic] {
    // Swift compares and hashes strings by canonical equivalence, so NFC and NFD have the same key.
    var byKey: [String: Claimant] = [:]
    var diagnostics: [Diagnostic] = []
    var told: Set<[Diagnostic.Place]> = []
    for claimant in claimants where claimant.line == nil {
      let key = claimant.path.caseFolded
      if let other = byKey[key] {
        let origins = [claimant.origin, other.origin].compactMap { $0 }
        if origins.count == 2, !told.insert(origins).inserted { continue }
        let what =
          claimant.path.equalsByBytes(other.path)
          ? "would both be \"\(claimant.path)\""
          : "would be \"\(claimant.path)\" and \"\(other.path)\", which some disks take for one file"
        diagnostics.append(clash(claimant, other, what))
      } else {
        byKey[key] = claimant
      }
      if let pair = pairs.claimant(of: key) {
        let file = pair.path.utf8.count < key.utf8.count ? pair.path : claimant.path
        let what = pair.path == key ? "would both be \"\(file)\"" : cannotBeFolder(file)
        diagnostics.append(clash(claimant, pair, what))
      }
    }
    for claimant in claimants where claimant.line == nil {
      var folder = claimant.path.caseFolded
      while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
        folder = String(folder[..<slash])
        guard let file = byKey[folder] else { continue }
        diagnostics.append(clash(claimant, file, cannotBeFolder(file.path)))
      }
    }
    return diagnostics + folderTwins() + lineClashes(with: pairs)
  }

  /// Returns an error for any two sibling folders that some file systems do not distinguish: a copy on such a file
  /// system would contain only one of the names.
  private func folderTwins() -> [Diagnostic] {
    let files = claimants.filter { $0.line == nil }
    // Nearly all paths consist of lowercase ASCII letters and cannot collide.
    let suspects = Set(files.flatMap { Self.folders($0.path) }.filter(Self.mayHaveTwin).map(\.caseFolded))
    if suspects.isEmpty { return [] }
    var known: [String: (folder: String, claimant: Claimant)] = [:]
    var told: Set<[UInt8]> = []
    return files.flatMap { claimant in
      Self.folders(claimant.path).compactMap { folder -> Diagnostic? in
        let key = folder.caseFolded
        guard suspects.contains(key) else { return nil }
        guard let other = known[key] else {
          known[key] = (folder, claimant)
          return nil
        }
        let isBeside = Self.parent(folder).elementsEqual(Self.parent(other.folder))
        guard isBeside, !folder.equalsByBytes(other.folder),
          told.insert(Array(folder.utf8)).inserted
        else { return nil }
        return clash(
          claimant, other.claimant,
          "need the folders \"\(folder)\" and \"\(other.folder)\", which some disks take for one")
      }
    }
  }

  private static func mayHaveTwin(_ folder: String) -> Bool {
    folder.utf8.contains { $0 >= 0x80 || (0x41...0x5A).contains($0) }
  }

  /// Returns the folders above a path, from the root: those of `a/b/c` are `a` and `a/b`.
  private static func folders(_ path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
  }

  private static func parent(_ folder: String) -> Substring.UTF8View {
    let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) ?? folder.utf8.startIndex
    return folder[..<slash].utf8
  }

  /// Returns an error for each line of `_redirects` whose address is taken. Lines are not files, so their addresses
  /// conflict only if their bytes are equal.
  private func lineClashes(with pairs: PairPages) -> [Diagnostic] {
    let lines = claimants.filter { $0.line != nil }
    if lines.isEmpty { return [] }
    var taken: [[UInt8]: Claimant] = [:]
    for claimant in claimants where claimant.line == nil { taken[Array(claimant.path.utf8)] = claimant }
    return lines.compactMap { claimant in
      guard let line = claimant.line else { return nil }
      // The leading slash distinguishes lines from output paths, which have none.
      let other =
        taken[Array("/\(line)".utf8)] ?? taken[Array(claimant.path.utf8)] ?? taken[Array(line.utf8)]
        ?? pairs.claimant(of: claimant.path).flatMap { $0.path == claimant.path ? $0 : nil }
      taken[Array("/\(line)".utf8)] = claimant
      return other.map { clash(claimant, $0, "would both be \"\(claimant.path)\"") }
    }
  }

  private func cannotBeFolder(_ file: String) -> String {
    "cannot both be: \"\(file)\" is a file, and a folder is needed there"
  }

  private func clash(_ left: Claimant, _ right: Claimant, _ what: String) -> Diagnostic {
    // Report at the one that an author can change.
    let (first, second) = left.origin == nil ? (right, left) : (left, right)
    let names = "\(name(first)) and \(name(second)) \(what)"
    let note = second.origin.map { [Diagnostic.Note("the other", at: $0)] } ?? []
    return Diagnostic(
      .pathClash, names, at: first.origin ?? .site,
      help: help(first, second),
      notes: note)
  }

  private func help(_ first: Claimant, _ second: Claimant) -> String {
    if first.isRedirect {
      let isTwin = !first.path.equalsByBytes(second.path)
      return "remove it from `redirect-from`"
        + (isTwin ? ", or write `redirects: file` in site.yml, where your host reads `_redirects`" : "")
    }
    let folders = RelativePath.components(first.path).dropLast()
    if second.origin == nil, folders.count == 1, let path = first.origin?.path, path.hasSuffix(".md") {
      return
        "the words of that page stand in \"Content/\(folders.joined(separator: "/"))/index.md\": rename it"
    }
    let areFiles = [first, second].allSatisfy { $0.origin?.path.map { !$0.hasSuffix(".md") } ?? false }
    return areFiles ? "rename one of them" : "give one of them another `slug:` or name"
  }

  private func name(_ claimant: Claimant) -> String {
    claimant.origin?.path.map { "\"\($0)\"" } ?? claimant.title.text
  }
}
