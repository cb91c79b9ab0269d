import Templating

/// What one kind of page loads beside what every page does.
struct KindAssets: Sendable {
  var kind: String
  var style: Address?
  /// A module.
  var script: Address?
  /// The modules that the script imports, each behind those that it imports itself.
  var modules: [Address] = []
}

/// Which pages a style sheet or a script is for, by where it stands in the theme.
enum AssetPlace: Equatable {
  /// Directly in `assets`: every page's.
  case everyPage
  /// `assets/kinds/matrix.js`: that of one kind of page.
  case kind(String)
  /// In another folder; a script there is a module, which is loaded where another imports it.
  case elsewhere

  /// The place of a file that is named below `Templates`.
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
