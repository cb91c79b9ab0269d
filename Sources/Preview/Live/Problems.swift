package import Diagnostics
import TextEncoding

/// What is wrong with a site, as its pages and an editor are told of it.
package struct Problems: Sendable {
  /// One JSON object, in the order of the diagnostics: see `Client/client.js`.
  let json: String
  /// For a page that no script reads.
  let text: String

  /// No more are told: who has more mends these first.
  private static let most = 100

  static let none = Problems([], texts: [], isStrict: false, editor: nil)

  /// Under `isStrict` warnings matter as much as errors.
  package init(_ diagnostics: [Diagnostic], texts: [SourceText], isStrict: Bool, editor: EditorLink?) {
    let told = diagnostics.inStableOrder().filter { $0.severity != .note }
    let formatter = DiagnosticFormatter(format: .text, sources: told.isEmpty ? [] : texts)
    // The gravest first, as only some are told.
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

  /// The file, where in it, an excerpt, and the link that opens it.
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
