import TextEncoding

extension DiagnosticFormatter {
  /// Formats a diagnostic as one line with a JSON object: severity, id, message, file, line, column, endLine,
  /// endColumn, suggestion, help, notes.
  func json(_ diagnostic: Diagnostic) -> String {
    var members = [
      ("severity", JSONText.string(diagnostic.severity.name)),
      ("id", JSONText.string(diagnostic.rule.id)),
      ("message", JSONText.string(diagnostic.summary)),
    ]
    members += jsonPlace(diagnostic.place)
    if let suggestion = diagnostic.suggestion { members.append(("suggestion", JSONText.string(suggestion))) }
    if let help = diagnostic.help { members.append(("help", JSONText.string(help))) }
    if !diagnostic.notes.isEmpty {
      let notes = diagnostic.notes.map { note in
        JSONText.object([("message", JSONText.string(note.message))] + jsonPlace(note.place))
      }
      members.append(("notes", "[\(notes.joined(separator: ","))]"))
    }
    return JSONText.object(members) + "\n"
  }

  private func jsonPlace(_ place: Diagnostic.Place) -> [(String, String)] {
    guard let path = place.path else { return [] }
    let file = [("file", JSONText.string(path))]
    guard let (start, end) = positions(place) else { return file }
    return file + [
      ("line", String(start.line)), ("column", String(start.column)),
      ("endLine", String(end.line)), ("endColumn", String(end.column)),
    ]
  }

  /// Formats a diagnostic as a GitHub workflow command, with the syntax and escaping of the "Workflow commands"
  /// documentation.
  func github(_ diagnostic: Diagnostic) -> String {
    let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.name
    var properties: [String] = []
    if let path = diagnostic.place.path { properties.append("file=\(escapedProperty(visible(path)))") }
    if let (start, end) = positions(diagnostic.place) {
      properties += ["line=\(start.line)", "col=\(start.column)"]
      if end.line == start.line { properties.append("endColumn=\(end.column)") }
    }
    properties.append("title=\(escapedProperty(diagnostic.rule.id))")
    // The log viewer interprets escape sequences, as a terminal does.
    var message = visible(diagnostic.summary)
    if let suggestion = diagnostic.suggestion { message += "; did you mean \"\(visible(suggestion))\"?" }
    if let help = diagnostic.help { message += "\nhelp: \(visible(help))" }
    for note in diagnostic.notes {
      message += "\nnote: \(visible(note.message))"
      guard let path = note.place.path else { continue }
      message +=
        " (\(visible(path))" + (positions(note.place).map { ":\($0.start.line):\($0.start.column)" } ?? "")
        + ")"
    }
    return "::\(command) \(properties.joined(separator: ","))::\(escapedMessage(message))\n"
  }

  private func escapedMessage(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  private func escapedProperty(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private func escaped(_ text: String, _ replacements: [Unicode.Scalar: String]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let replacement = replacements[scalar] {
        result += replacement
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
