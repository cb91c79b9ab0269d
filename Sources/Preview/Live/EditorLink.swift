import Pages
import Diagnostics
import TextEncoding

/// Builds the links by which an editor opens a file at a position.
package struct EditorLink: Sendable {
  /// Editors that register a URL scheme of their own.
  package enum Editor: String, Sendable, CaseIterable {
    case vscode
    case vscodeInsiders = "vscode-insiders"
    case vscodium, cursor, windsurf, zed, idea, webstorm, textmate, macvim
  }

  private let editor: Editor
  /// The absolute path of the site's folder.
  private let site: String

  /// Creates links for an editor; `site` is the absolute path of the site's folder.
  package init(_ editor: Editor, site: String) {
    self.editor = editor
    self.site = site
  }

  /// Returns the link that opens a file of the site, at the first line and column if `position` is nil.
  func address(of path: String, at position: SourcePosition?) -> String? {
    let file = PercentEncoding.encoded(site.hasSuffix("/") ? site + path : "\(site)/\(path)", keeping: .path)
    let (line, column) = (position?.line ?? 1, position?.column ?? 1)
    switch editor {
    case .vscode, .vscodeInsiders, .vscodium, .cursor, .windsurf, .zed:
      return "\(editor.rawValue)://file\(file):\(line):\(column)"
    case .idea, .webstorm:
      return "\(editor.rawValue)://open?file=\(file)&line=\(line)&column=\(column)"
    case .textmate: return "txmt://open?url=file://\(file)&line=\(line)&column=\(column)"
    case .macvim: return "mvim://open?url=file://\(file)&line=\(line)&column=\(column)"
    }
  }
}
