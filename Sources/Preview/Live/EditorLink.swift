import Pages
import Diagnostics
import TextEncoding

/// The address by which an editor opens a file at a place.
package struct EditorLink: Sendable {
  /// Editors that register an address scheme of their own.
  package enum Editor: String, Sendable, CaseIterable {
    case vscode
    case vscodeInsiders = "vscode-insiders"
    case vscodium, cursor, windsurf, zed, idea, webstorm, textmate, macvim
  }

  private let editor: Editor
  /// Absolute.
  private let site: String

  package init(_ editor: Editor, site: String) {
    self.editor = editor
    self.site = site
  }

  /// The address of a file of the site; the bundled templates are none.
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
