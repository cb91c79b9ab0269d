import Comparison
import Diagnostics

/// The style sheets and scripts of a theme under names that hold a hash of their content, so that caches may keep them for ever.
///
/// A module is published after those that it imports, with the imports rewritten to the names that those have got: a change of
/// one module changes the names of all that need it.
struct HashedAssets {
  /// A file of the theme; its name is below `Templates`: `assets/table/sort.js`.
  struct File {
    var bytes: [UInt8]
    /// Where it comes from: `Templates/assets/table/sort.js`, or nil for a bundled file.
    var origin: String?
    /// Whether it is a bundled file, or stands in the place of one.
    var isOfTheme: Bool
  }

  private let files: [String: File]
  /// The published name of each style sheet and script.
  private(set) var paths: [String: String] = [:]
  /// What is published in place of a script's own bytes.
  private(set) var rewritten: [String: [UInt8]] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// The scripts that each script imports, in the order written.
  private var imports: [String: [String]] = [:]
  /// The scripts whose imports are being followed at the moment, the first on top.
  private var trail: [String] = []

  init(_ files: [String: File]) {
    self.files = files
    for name in files.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) { publish(name) }
  }

  /// The scripts that a script needs, itself left out, each behind those that it needs itself.
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

  private mutating func publish(_ name: String) {
    guard paths[name] == nil, let file = files[name] else { return }
    guard Self.isScript(name) else {
      paths[name] = name.hasSuffix(".css") ? Self.hashed(name, file.bytes) : name
      return
    }
    trail.append(name)
    var bytes = rewriting(file, named: name)
    // The theme's own scripts have their reasons beside them, an eighth of what visitors would load. What a site adds is published
    // as it is, as its comments may be a licence.
    if file.isOfTheme { bytes = ScriptScanner.withoutCommentLines(bytes) }
    trail.removeLast()
    rewritten[name] = bytes
    paths[name] = Self.hashed(name, bytes)
  }

  static func isScript(_ name: String) -> Bool { name.hasSuffix(".js") }

  /// `assets/site.css` as `assets/site.00112233445566778899aabbccddeeff.css`.
  private static func hashed(_ name: String, _ bytes: [UInt8]) -> String {
    guard let dot = name.lastIndex(of: ".") else { return name }
    return "\(name[..<dot]).\(ContentHash(bytes).hexadecimal)\(name[dot...])"
  }
}

// MARK: Imports

extension HashedAssets {
  /// A script's bytes with the published names of what it imports, which is published before it.
  private mutating func rewriting(_ file: File, named name: String) -> [UInt8] {
    var result: [UInt8] = []
    var end = 0
    for specifier in ModuleSpecifier.all(in: file.bytes) {
      guard let target = target(of: specifier, in: name) else { continue }
      if let start = trail.firstIndex(of: target) {
        report(specifier, in: name, cycle: Array(trail[start...]))
        continue
      }
      publish(target)
      if Self.isScript(target) { imports[name, default: []].append(target) }
      result += file.bytes[end..<specifier.offsets.lowerBound]
      result += Self.spelling(of: paths[target] ?? target, from: name).utf8
      end = specifier.offsets.upperBound
    }
    return result + file.bytes[end...]
  }

  /// The file that a specifier names; nil where it names none, which is reported, or leads out of the theme.
  private mutating func target(of specifier: ModuleSpecifier, in name: String) -> String? {
    let text = specifier.text
    if text.hasPrefix("./") || text.hasPrefix("../") {
      if let target = RelativePath.resolve(text, from: name), files[target] != nil { return target }
      let known = files.keys.filter { Self.isScript($0) && $0 != name }
      report(
        specifier, in: name, "\"\(text)\" is no file of the theme",
        suggestion: Spelling.closest(
          to: text, among: known.map { Self.spelling(of: $0, from: name) }.sorted()))
    } else if !text.hasPrefix("/") && !text.utf8.contains(UInt8(ascii: ":")) {
      report(
        specifier, in: name, "\"\(text)\" is no address of a module",
        help: "a module of the theme is named from the folder of the script: \"./\(text).js\"")
    }
    return nil
  }

  private static func spelling(of path: String, from name: String) -> String {
    let spelling = RelativePath.spelling(of: path, from: name)
    return spelling.hasPrefix("../") ? spelling : "./" + spelling
  }

  private mutating func report(_ specifier: ModuleSpecifier, in name: String, cycle: [String]) {
    let others = cycle.dropFirst().map { "\"\($0)\"" }
    let way = others.isEmpty ? "itself" : "itself by way of \(others.joined(separator: " and "))"
    report(
      specifier, in: name, identifier: "module-cycle", "\"\(cycle.first ?? name)\" imports \(way)",
      help: "move what both need into a module of its own")
  }

  private mutating func report(
    _ specifier: ModuleSpecifier, in name: String, identifier: String = "unknown-module", _ summary: String,
    suggestion: String? = nil, help: String? = nil
  ) {
    let path = "Templates/" + name
    let before = SourceText(
      path: path, utf8: Array((files[name]?.bytes ?? []).prefix(specifier.offsets.lowerBound)))
    diagnostics.append(
      .init(
        .error, identifier, summary, at: .position(path, before.position(at: before.endOffset)),
        suggestion: suggestion, help: help))
  }
}
