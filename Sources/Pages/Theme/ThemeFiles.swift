import CBundledTheme
import Comparison
package import Diagnostics
import Templating
import TextEncoding

/// The files of a theme: the bundled files, with those replaced for which the site has a file of the same name.
struct ThemeFiles: Sendable {
  /// A file that is published next to the pages.
  struct Asset: Sendable {
    /// The path below the output folder; for a style sheet or script, the name contains a hash of its content.
    var path: String
    var bytes: [UInt8]
    /// The path of the site's file: `Templates/assets/site.css`; nil for a bundled file.
    var origin: String?
    /// Whether its name contains a hash of its content, so that it can be cached forever.
    var isHashed: Bool
  }

  private(set) var templates: [SourceText] = []
  let words: Words
  private(set) var assets: [Asset] = []
  private(set) var styles: [Address] = []
  private(set) var scripts: [Address] = []
  /// The assets of single kinds of pages, in order of the kinds' names.
  private(set) var kinds: [KindAssets] = []
  private(set) var icon: Address?
  private(set) var socialCard: Address?
  private(set) var diagnostics: [Diagnostic] = []
  /// The addresses in style sheets and templates that are not files of the theme.
  private(set) var unchecked: [UncheckedAddress] = []
  /// The published path of each file, by its name below `Templates`.
  private(set) var paths: [String: String] = [:]
  /// The paths of the site's scripts that no page loads, by name; templates may still refer to them.
  private var unusedModules: [String: String] = [:]
  /// The published paths that templates contain literally.
  private var namedPaths: [String] = []

  private static let folder = "Templates/"
  private static let assetFolder = "Templates/assets/"

  init(_ tree: SourceTree) {
    let bundled = BundledTheme.files
    let own = Set(tree.templates.map(\.path))
    let ownWords = ThemeWords(tree.templates.filter { ThemeWords.holdsWords($0.path) })
    words = ownWords.words
    diagnostics = ownWords.diagnostics
    templates = tree.templates + BundledTheme.templates.filter { !own.contains($0.path) }
    templates.removeAll { ThemeWords.holdsWords($0.path) }
    templates.sort { $0.path.precedesByBytes($1.path) }
    var files: [String: HashedAssets.File] = [:]
    for file in bundled where file.path.hasPrefix(Self.assetFolder) {
      files[Self.name(file.path)] = .init(bytes: file.bytes, origin: nil, isOfTheme: true)
    }
    for file in tree.themeFiles {
      if file.path.hasPrefix(Self.assetFolder) {
        let name = Self.name(file.path)
        files[name] = .init(bytes: file.bytes, origin: file.path, isOfTheme: files[name]?.isOfTheme == true)
      } else {
        diagnostics.append(
          .init(
            .unusedThemeFile,
            "\"\(file.path)\" is neither a template nor below \"Templates/assets\"",
            at: .file(file.path),
            help: "style sheets, scripts, pictures and fonts go to Templates/assets"))
      }
    }
    addAssets(files)
    warnOfUnusedTemplates(tree.templates)
  }

  /// A fingerprint of everything in the theme that files depend on: the names and content of templates, the words, the
  /// published paths that templates contain, and the assets.
  var fingerprint: ContentHash {
    ContentHash(
      of: templates.map { ContentHash($0.utf8) } + assets.map { ContentHash($0.bytes) } + [words.fingerprint],
      and: templates.map(\.path) + namedPaths + ["assets"] + assets.map(\.path))
  }

  /// Resolves an address in the text of a template, which is relative to the site's root on every page, to its
  /// published path.
  var placing: AddressPlacing {
    { [paths] text in ThemeAddress(text, in: nil)?.path.map { paths[$0] ?? $0 } }
  }

  /// Records the addresses that templates contain literally.
  mutating func note(_ addresses: Set<WrittenAddress>) {
    var named: Set<String> = []
    for written in addresses {
      guard let address = ThemeAddress(written.path, in: nil) else { continue }
      if let name = address.path, let path = paths[name], named.insert(name).inserted {
        namedPaths.append(path)
      }
      if address.path.map({ written.isWhole && paths[$0] == nil }) ?? true {
        unchecked.append(UncheckedAddress(text: written.path, address: address, place: .range(written.range)))
      }
    }
    namedPaths.sort()
    warnOfUnusedModules(but: named)
  }

  /// Returns a file's name below `Templates`: `assets/site.css` for `Templates/assets/site.css`.
  private static func name(_ path: String) -> String { String(path.dropFirst(folder.count)) }

  private mutating func addAssets(_ files: [String: HashedAssets.File]) {
    let hashed = HashedAssets(files, words: words)
    diagnostics += hashed.diagnostics
    unchecked = hashed.unchecked
    let names = files.keys.ordered(byBytesOf: \.self)
    let entries = names.filter { HashedAssets.isScript($0) && AssetPlace($0) != .elsewhere }
    let loaded = Set(entries + entries.flatMap { hashed.modules(of: $0) })
    var kinds: [String: KindAssets] = [:]
    for name in names {
      guard let file = files[name], let path = hashed.paths[name] else { continue }
      let isScript = HashedAssets.isScript(name)
      if isScript, !loaded.contains(name) {
        if let origin = file.origin { unusedModules[name] = origin }
        // An unused bundled module is not needed by the site's theme, so it is not published.
        if file.origin == nil { continue }
      }
      // Nor is a style sheet of the theme that stands whole in those that import it.
      let isFetched = !hashed.importedStyles.contains(name) || hashed.fetchedStyles.contains(name)
      if file.isOfTheme, !isFetched { continue }
      paths[name] = path
      assets.append(
        Asset(
          path: path, bytes: hashed.rewritten[name] ?? file.bytes, origin: file.origin,
          isHashed: path != name))
      let address = Address.site(path: path)
      if name == "assets/icon.svg" { icon = address }
      if name == "assets/social-card.png" { socialCard = address }
      guard isScript || HashedAssets.isStyle(name) else { continue }
      switch AssetPlace(name) {
      case .kind(let kind):
        warnOfUnknownKind(kind, file)
        var own = kinds[kind] ?? KindAssets(kind: kind)
        if isScript {
          own.script = address
          own.modules = hashed.modules(of: name).compactMap { hashed.paths[$0] }.map { .site(path: $0) }
        } else {
          own.style = address
        }
        kinds[kind] = own
      case .everyPage where isScript: scripts.append(address)
      case .elsewhere where isScript: break
      // A style sheet that another one imports needs no link.
      case .everyPage, .elsewhere: if !hashed.importedStyles.contains(name) { styles.append(address) }
      }
    }
    self.kinds = kinds.values.ordered(byBytesOf: \.kind)
  }

  private mutating func warnOfUnusedModules(but named: Set<String>) {
    for (name, path) in unusedModules where !named.contains(name) {
      diagnostics.append(
        .init(
          .unusedModule, "no page and no script loads \"\(name)\"", at: .file(path),
          help:
            "a script that every page loads stands directly in Templates/assets, one of a single kind of page in "
            + "Templates/assets/kinds: kinds/matrix.js"))
    }
  }

  private mutating func warnOfUnknownKind(_ kind: String, _ file: HashedAssets.File) {
    let known = PageKind.allCases.filter { $0.file.hasSuffix(".html") }.map(\.rawValue)
    guard let path = file.origin, !known.contains(kind) else { return }
    diagnostics.append(
      .init(
        .unknownPageKind, "there is no kind of page \"\(kind)\"", at: .file(path),
        suggestion: Spelling.closest(to: kind, among: known.sorted())))
  }

  /// Warns of templates of the site that neither replace a template nor are named by another: they have no effect, and
  /// are probably misspelled.
  private mutating func warnOfUnusedTemplates(_ own: [SourceText]) {
    let pages = PageKind.allCases.map { Self.folder + $0.file }
    let known = Set(BundledTheme.templates.map(\.path) + pages)
    for template in own where !known.contains(template.path) && !ThemeWords.holdsWords(template.path) {
      let name = String(template.path.dropFirst(Self.folder.count))
      let isNamed = templates.contains { other in
        other.path != template.path && other.text(0..<other.endOffset).contains("\"\(name)\"")
      }
      if isNamed { continue }
      let names = known.map { String($0.dropFirst(Self.folder.count)) }
      diagnostics.append(
        .init(
          .unusedTemplate, "no page and no template uses \"\(name)\"", at: .file(template.path),
          suggestion: names.sorted().first { $0.hasSuffix("/" + name) }
            ?? Spelling.closest(to: name, among: names)))
    }
  }
}

/// The theme that is compiled into the executable.
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

  /// The templates and words files, whose texts diagnostics may refer to.
  package static let templates: [SourceText] = files.filter { file in
    ThemeWords.holdsWords(file.path)
      || [".html", ".xml", ".txt"].contains { file.path.hasSuffix($0) }
        && !file.path.hasPrefix("Templates/assets/")
  }.map { SourceText(path: $0.path, utf8: $0.bytes) }
}
