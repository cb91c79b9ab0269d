import Diagnostics

extension Program {
  /// Whether every page is empty: no step writes a value or any text but blanks.
  var writesNothing: Bool {
    !operations.contains { operation in
      switch operation {
      case .text(let start, let count): !text[Int(start)..<Int(start + count)].allSatisfy(Lexer.isSpace)
      case .write, .writeGrouped: true
      default: false
      }
    }
  }
}

extension TemplateSet {
  /// The error for a template whose pages would all be empty.
  func emptiness(of program: Program, _ template: ParsedTemplate) -> Diagnostic? {
    guard program.writesNothing else { return nil }
    return Diagnostic(
      .error, .templateEmpty, "the template writes nothing, so that its pages would be empty",
      at: .file(template.source.path),
      help: "write what the page shows, or remove the file to use the bundled one")
  }
}
