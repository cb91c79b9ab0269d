package import Diagnostics
import TextEncoding

/// The problems of a site, formatted for its pages.
package struct Problems: Sendable {
  /// One JSON object with the problems in the order of the diagnostics, errors first; see `Client/client.js` for its
  /// shape.
  let json: String
  /// The same as plain text, for browsers without JavaScript.
  let text: String

  /// The largest number of problems that is sent; an author with more fixes these first.
  private static let most = 100

  static let none = Problems([], texts: [], isStrict: false, editor: nil)

  /// Formats diagnostics.
  ///
  /// - Parameters:
  ///   - diagnostics: The diagnostics of the site; notes are left out.
  ///   - texts: The texts that the diagnostics point into.
  ///   - isStrict: Whether warnings count as errors.
  ///   - editor: Builds the links to positions in files; nil for no links.
  package init(_ diagnostics: [Diagnostic], texts: [SourceText], isStrict: Bool, editor: EditorLink?) {
    let told = diagnostics.inStableOrder().filter { $0.severity != .note }
    let formatter = DiagnosticFormatter(format: .text, sources: told.isEmpty ? [] : texts)
    // Errors first, because the list may be cut.
    let shown = told.filter { $0.severity == .error } + told.filter { $0.severity != .error }
    text = formatter.string(for: Array(shown.prefix(Self.most)))
    let problems = shown.prefix(Self.most).map { Self.object($0, formatter, editor) }
    let isGrave = told.hasErrors || isStrict && !told.isEmpty
    json = JSONText.object([
      ("errors", String(told.count(of: .error))), ("warnings", String(told.count(of: .warning))),
      ("grave", String(isGrave)), ("problems", "[\(problems.joined(separator: ","))]"),
    ])
  }

  private static func object(
    _ diagnostic: Diagnostic, _ formatter: DiagnosticFormatter, _ editor: EditorLink?
  ) -> String {
    var members = [
      ("severity", JSONText.string(diagnostic.severity.name)),
      ("id", JSONText.string(diagnostic.rule.id)),
      ("message", JSONText.string(visible(diagnostic.summary))),
    ]
    members += place(diagnostic.place, formatter, editor)
    if let suggestion = diagnostic.suggestion {
      members.append(("suggestion", JSONText.string(visible(suggestion))))
    }
    if let help = diagnostic.help { members.append(("help", JSONText.string(visible(help)))) }
    let notes = diagnostic.notes.map { note in
      JSONText.object(
        [("message", JSONText.string(visible(note.message)))] + place(note.place, formatter, editor))
    }
    members.append(("notes", "[\(notes.joined(separator: ","))]"))
    return JSONText.object(members)
  }

  /// Returns the JSON members of a place: file, position, excerpt and editor link.
  private static func place(
    _ place: Diagnostic.Place, _ formatter: DiagnosticFormatter, _ editor: EditorLink?
  ) -> [(String, String)] {
    guard let path = place.path else { return [] }
    var members = [("file", JSONText.string(visible(path)))]
    let position = formatter.start(of: place)
    if let position { members += [("line", String(position.line)), ("column", String(position.column))] }
    if let excerpt = formatter.excerpt(of: place) {
      members += [
        ("excerpt", JSONText.string(excerpt.text)),
        ("caret", JSONText.string(excerpt.indent + String(repeating: "^", count: excerpt.width))),
      ]
    }
    if let link = editor?.address(of: path, at: position) { members.append(("link", JSONText.string(link))) }
    return members
  }
}
