import Comparison
import Diagnostics
import Templating
import TextEncoding

/// The style sheets and scripts of a theme, published under names that contain a hash of their content, so that they
/// can be cached forever.
///
/// The files that a file loads are published first, and their published names are written into it: a change in a module
/// changes the names of all files that depend on it. What a style sheet imports without conditions is written into it
/// whole, so that a browser need not fetch one sheet to learn of the next.
struct HashedAssets {
  /// A file of the theme, identified by its name below `Templates`: `assets/table/sort.js`.
  struct File {
    var bytes: [UInt8]
    /// The path of the site's file: `Templates/assets/table/sort.js`; nil for a bundled file.
    var origin: String?
    /// Whether it is a bundled file, or replaces one.
    var isOfTheme: Bool
  }

  private let files: [String: File]
  private let words: Words
  /// The published path of each file.
  private(set) var paths: [String: String] = [:]
  /// The published content of each style sheet and script.
  private(set) var rewritten: [String: [UInt8]] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// The scripts that each script imports, in source order.
  private var imports: [String: [String]] = [:]
  /// The style sheets that other style sheets import.
  private(set) var importedStyles: Set<String> = []
  /// Those among them that a browser fetches for themselves.
  private(set) var fetchedStyles: Set<String> = []
  /// The number of imports that each style sheet has.
  private var importCounts: [String: Int] = [:]
  /// The files that each style sheet loads, in source order.
  private var loads: [String: [(reference: AssetReference, target: String)]] = [:]
  /// The addresses in style sheets that are not files of the theme.
  private(set) var unchecked: [UncheckedAddress] = []
  /// The files whose references are currently being processed, outermost first, to detect cycles.
  private var trail: [String] = []

  init(_ files: [String: File], words: Words = Words()) {
    self.files = files
    self.words = words
    for name in files.keys.ordered(byBytesOf: \.self) { publish(name) }
  }

  /// Returns all scripts that a script depends on, without itself, each after its own dependencies.
  func modules(of script: String) -> [String] {
    var found: [String] = []
    func add(_ name: String) {
      for needed in imports[name] ?? [] where needed != script && !found.contains(needed) {
        add(needed)
        found.append(needed)
      }
    }
    add(script)
    return found
  }

  /// Publishes a file after the files that it loads.
  private mutating func publish(_ name: String) {
    guard paths[name] == nil, let file = files[name] else { return }
    guard Self.isScript(name) || Self.isStyle(name) else {
      paths[name] = name
      return
    }
    trail.append(name)
    var bytes = rewriting(file, named: name)
    // The comments of the bundled scripts are an eighth of what visitors would download. Scripts of the site are
    // published with comments, which may contain a licence.
    if file.isOfTheme, Self.isScript(name) { bytes = ScriptScanner.withoutCommentLines(bytes) }
    if Self.isStyle(name) { bytes = style(name, from: name) }
    trail.removeLast()
    rewritten[name] = bytes
    paths[name] = Self.hashed(name, bytes)
  }

  static func isScript(_ name: String) -> Bool { name.lowercased().hasSuffix(".js") }
  static func isStyle(_ name: String) -> Bool { name.lowercased().hasSuffix(".css") }

  /// Returns the published name: `assets/site.00112233445566778899aabbccddeeff.css` for `assets/site.css`. The
  /// extension becomes lower case, which servers need to recognize the type.
  private static func hashed(_ name: String, _ bytes: [UInt8]) -> String {
    guard let dot = name.lastIndex(of: ".") else { return name }
    return "\(name[..<dot]).\(ContentHash(bytes).hexadecimal)\(name[dot...].lowercased())"
  }
}

// MARK: References

extension HashedAssets {
  /// Returns a file's bytes with the published names of the files that it loads, which are published first, and with
  /// the words that a script names.
  private mutating func rewriting(_ file: File, named name: String) -> [UInt8] {
    let isScript = Self.isScript(name)
    let references =
      isScript
      ? AssetReference.modules(in: file.bytes) : AssetReference.addresses(inStyle: file.bytes)
    if !isScript { importCounts[name] = references.count(where: \.isImport) }
    var edits = isScript ? wordEdits(in: file.bytes, named: name) : []
    for reference in references {
      let loaded = isScript ? module(reference, in: name) : styleTarget(reference, in: name)
      guard let target = loaded else { continue }
      if let start = trail.firstIndex(of: target) {
        report(reference, in: name, cycle: Array(trail[start...]))
        continue
      }
      publish(target)
      if Self.isScript(target) { imports[name, default: []].append(target) }
      if Self.isStyle(target) { importedStyles.insert(target) }
      if isScript {
        edits.append((reference.offsets, Array(Self.spelling(of: paths[target] ?? target, from: name).utf8)))
      } else {
        loads[name, default: []].append((reference, target))
      }
    }
    return file.bytes.applying(edits)
  }

  /// Returns the text of a style sheet as part of another or of itself: with what it imports, and with the published
  /// names of what it shows, which lead from the folder of the sheet that they are written into.
  private mutating func style(_ name: String, from home: String) -> [UInt8] {
    guard let bytes = files[name]?.bytes else { return [] }
    let references = loads[name] ?? []
    let isWhole = importsAreWritten(in: name)
    let edits = references.map { reference, target in
      if isWhole, let statement = reference.plainImport { return (statement, style(target, from: home)) }
      if Self.isStyle(target) { fetchedStyles.insert(target) }
      let path = paths[target] ?? target
      let spelling = Self.styleSpelling(
        of: path, from: home, in: bytes[reference.offsets], isSame: path == target && name == home)
      return (reference.offsets, spelling)
    }
    let text = bytes.applying(edits)
    // As with scripts: the comments and the layout of the bundled style sheets are for those who edit them.
    return files[name]?.isOfTheme == true ? CompactStyle(text).text : text
  }

  /// Returns whether all imports of a style sheet can be replaced by what they import. An import that stays must stand
  /// before all rules (CSS Cascading and Inheritance Level 5, section 2), so that a single one keeps the others.
  private func importsAreWritten(in name: String) -> Bool {
    let known = loads[name] ?? []
    let plain = known.filter { $0.reference.plainImport != nil }
    return importCounts[name] == plain.count && plain.allSatisfy { importsAreWritten(in: $0.target) }
  }

  /// Returns the edits that replace the words that a script names.
  private mutating func wordEdits(in script: [UInt8], named name: String) -> [(Range<Int>, [UInt8])] {
    ScriptWord.uses(in: script, of: words).compactMap { use in
      switch use.meaning {
      case .text(let text): return (use.reference.offsets, Array(text.utf8))
      case .mistake(let mistake):
        report(
          use.reference, in: name, rule: mistake.rule, mistake.summary,
          suggestion: mistake.suggestion, help: mistake.help)
        return nil
      }
    }
  }

  /// Returns an address as it is written into a style sheet: with its query and fragment, and unchanged if it is still
  /// correct.
  private static func styleSpelling(
    of path: String, from name: String, in written: ArraySlice<UInt8>, isSame: Bool
  ) -> [UInt8] {
    if isSame, written.first != UInt8(ascii: "/") { return Array(written) }
    let spelling = Address.site(path: RelativePath.spelling(of: path, from: name)).text(base: "")
    return Array(spelling.utf8) + written.drop { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
  }

  /// Returns the file that a style sheet loads; nil if it is not part of the theme, which is checked later against the
  /// whole site.
  private mutating func styleTarget(_ reference: AssetReference, in name: String) -> String? {
    guard let address = ThemeAddress(reference.text, in: name) else { return nil }
    if let path = address.path, files[path] != nil { return path }
    unchecked.append(
      UncheckedAddress(
        text: reference.text, address: address, place: place(of: reference, in: name), home: name))
    return nil
  }

  /// Returns the script that a reference names; nil if there is none, which is reported, or if the address is outside
  /// the theme.
  private mutating func module(_ reference: AssetReference, in name: String) -> String? {
    let text = reference.text
    if text.hasPrefix("./") || text.hasPrefix("../") {
      if let target = RelativePath.resolve(text, from: name), files[target] != nil { return target }
      let known = files.keys.filter { Self.isScript($0) && $0 != name }
      report(
        reference, in: name, "\"\(text)\" is no file of the theme",
        suggestion: Spelling.closest(
          to: text, among: known.map { Self.spelling(of: $0, from: name) }.sorted()))
    } else if !text.hasPrefix("/") && !text.utf8.contains(UInt8(ascii: ":")) {
      report(
        reference, in: name, "\"\(text)\" is no address of a module",
        help: "a module of the theme is named from the folder of the script: \"./\(text).js\"")
    }
    return nil
  }

  private static func spelling(of path: String, from name: String) -> String {
    let spelling = RelativePath.spelling(of: path, from: name)
    return spelling.hasPrefix("../") ? spelling : "./" + spelling
  }

  private mutating func report(_ reference: AssetReference, in name: String, cycle: [String]) {
    let others = cycle.dropFirst().map { "\"\($0)\"" }
    let way = others.isEmpty ? "itself" : "itself by way of \(others.joined(separator: " and "))"
    let what = Self.isScript(name) ? "module" : "style sheet"
    report(
      reference, in: name, rule: .moduleCycle, "\"\(cycle.first ?? name)\" imports \(way)",
      help: "move what both need into a \(what) of its own")
  }

  private mutating func report(
    _ reference: AssetReference, in name: String, rule: Diagnostic.Rule = .unknownModule, _ summary: String,
    suggestion: String? = nil, help: String? = nil
  ) {
    diagnostics.append(
      .init(
        rule, summary, at: place(of: reference, in: name), suggestion: suggestion, help: help))
  }

  private func place(of reference: AssetReference, in name: String) -> Diagnostic.Place {
    let path = "Templates/" + name
    let before = SourceText(
      path: path, utf8: Array((files[name]?.bytes ?? []).prefix(reference.offsets.lowerBound)))
    return .position(path, before.position(at: before.endOffset))
  }
}

extension [UInt8] {
  /// Returns the bytes with some ranges, which must not overlap, replaced.
  fileprivate func applying(_ edits: [(offsets: Range<Int>, text: [UInt8])]) -> [UInt8] {
    var result: [UInt8] = []
    var end = 0
    for edit in edits.sorted(by: { $0.offsets.lowerBound < $1.offsets.lowerBound }) {
      result += self[end..<edit.offsets.lowerBound]
      result += edit.text
      end = edit.offsets.upperBound
    }
    return result + self[end...]
  }
}
