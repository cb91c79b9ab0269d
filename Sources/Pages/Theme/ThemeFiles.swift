import CBundledTheme
import Comparison
package import Diagnostics
import Templating

/// The files of a theme: the bundled ones, and in their place those of the site with the same name.
struct ThemeFiles: Sendable {
  /// A file that is published beside the pages.
  struct Asset: Sendable {
    /// Below the output's root; the name of a style sheet or script holds a hash of its content.
    var path: String
    var bytes: [UInt8]
    /// Where it comes from: `Templates/assets/site.css`, or nil for a bundled file.
    var origin: String?
    /// Whether its name changes with its content, so that it may be kept for ever.
    var isHashed: Bool
  }

  private(set) var templates: [SourceText] = []
  private(set) var assets: [Asset] = []
  private(set) var styles: [Address] = []
  private(set) var scripts: [Address] = []
  private(set) var icon: Address?
  private(set) var diagnostics: [Diagnostic] = []

  private static let folder = "Templates/"
  private static let assetFolder = "Templates/assets/"

  init(_ tree: SourceTree) {
    let bundled = BundledTheme.files
    let own = Set(tree.templates.map(\.path))
    templates = tree.templates + BundledTheme.templates.filter { !own.contains($0.path) }
    templates.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var files: [String: (bytes: [UInt8], origin: String?)] = [:]
    for file in bundled where file.path.hasPrefix(Self.assetFolder) { files[file.path] = (file.bytes, nil) }
    for file in tree.themeFiles {
      if file.path.hasPrefix(Self.assetFolder) {
        files[file.path] = (file.bytes, file.path)
      } else {
        diagnostics.append(
          .init(
            .note, "unused-theme-file",
            "\"\(file.path)\" is neither a template nor below \"Templates/assets\"",
            at: .file(file.path),
            help: "style sheets, scripts, pictures and fonts go to Templates/assets"))
      }
    }
    for (path, file) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      add(path, file.bytes, origin: file.origin)
    }
    warnOfUnusedTemplates(tree.templates)
  }

  private mutating func add(_ source: String, _ bytes: [UInt8], origin: String?) {
    let name = String(source.dropFirst(Self.folder.count))
    let isStyle = name.hasSuffix(".css")
    let isScript = name.hasSuffix(".js")
    let path = isStyle || isScript ? Self.hashed(name, bytes) : name
    assets.append(Asset(path: path, bytes: bytes, origin: origin, isHashed: isStyle || isScript))
    if isStyle { styles.append(.site(path: path)) }
    if isScript { scripts.append(.site(path: path)) }
    if name == "assets/icon.svg" { icon = .site(path: path) }
  }

  /// `assets/site.css` as `assets/site.0123456789abcdef.css`: a new content has a new address, so that caches may keep it for ever.
  private static func hashed(_ name: String, _ bytes: [UInt8]) -> String {
    // FNV-1a: it only has to differ between versions of one file.
    let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    let padded = String(repeating: "0", count: 16 - digits.utf8.count) + digits
    guard let dot = name.lastIndex(of: ".") else { return name }
    return "\(name[..<dot]).\(padded)\(name[dot...])"
  }

  /// A template of the site that takes no other's place and that no template names does nothing: most likely its name is misspelled.
  private mutating func warnOfUnusedTemplates(_ own: [SourceText]) {
    let pages = PageKinds.reference.map { Self.folder + $0.template }
    let known = Set(BundledTheme.templates.map(\.path) + pages)
    for template in own where !known.contains(template.path) {
      let name = String(template.path.dropFirst(Self.folder.count))
      let isNamed = templates.contains { other in
        other.path != template.path && other.text(0..<other.endOffset).contains("\"\(name)\"")
      }
      if isNamed { continue }
      let names = known.map { String($0.dropFirst(Self.folder.count)) }
      diagnostics.append(
        .init(
          .warning, "unused-template", "no page and no template uses \"\(name)\"", at: .file(template.path),
          suggestion: names.sorted().first { $0.hasSuffix("/" + name) }
            ?? Spelling.closest(to: name, among: names)))
    }
  }
}

/// The theme that is compiled into the program.
package enum BundledTheme {
  /// Every file, in order of path; paths begin with `Templates/`.
  static let files: [(path: String, bytes: [UInt8])] = {
    (0..<collate_theme_file_count()).compactMap { index in
      let file = collate_theme_file(index)
      guard let name = file.name else { return nil }
      let bytes = UnsafeBufferPointer(start: file.bytes, count: file.size)
      return ("Templates/" + String(cString: name), Array(bytes))
    }
  }()

  /// The templates among them, which diagnostics may point into.
  package static let templates: [SourceText] = files.filter { file in
    [".html", ".xml", ".txt"].contains { file.path.hasSuffix($0) }
      && !file.path.hasPrefix("Templates/assets/")
  }.map { SourceText(path: $0.path, utf8: $0.bytes) }
}
