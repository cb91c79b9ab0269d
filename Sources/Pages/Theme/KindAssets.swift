import Templating

/// The assets that one kind of page loads in addition to those of all pages.
struct KindAssets: Sendable {
  var kind: String
  var style: Address?
  /// The script, which is a module.
  var script: Address?
  /// The modules that the script depends on, each after its own dependencies.
  var modules: [Address] = []
}

/// The pages that load a style sheet or script, determined by its folder in the theme.
enum AssetPlace: Equatable {
  /// Every page: the file is directly in `assets`.
  case everyPage
  /// One kind of page: `assets/kinds/matrix.js`.
  case kind(String)
  /// The file is in another folder; a script there is a module that other scripts import.
  case elsewhere

  /// Determines the place of a file from its name below `Templates`.
  init(_ name: String) {
    let parts = name.split(separator: "/")
    if parts.count == 2 {
      self = .everyPage
    } else if parts.count == 3, parts[1] == "kinds", let dot = parts[2].lastIndex(of: ".") {
      self = .kind(String(parts[2][..<dot]))
    } else {
      self = .elsewhere
    }
  }
}

extension Records {
  static let kindAssets = Record<KindAssets>(
    "KindAssets", "What one kind of page loads beside what every page does.",
    [
      .text("kind", "The kind of page, as in `page.kind`.") { $0.kind },
      .optionalAddress("style", "Its style sheet: `assets/kinds/KIND.css`.") { $0.style },
      .optionalAddress("script", "Its script, a module: `assets/kinds/KIND.js`.") { $0.script },
      .list(
        "modules", "The modules that the script imports, so that they can be fetched at once.", of: asset
      ) { $0.modules },
    ])
}
