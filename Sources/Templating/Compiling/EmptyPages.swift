import Diagnostics

extension Program {
  /// Whether no page would have any content: no operation writes a value or text other than white space.
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
  /// Returns the error for a template whose pages would all be empty.
  func emptiness(of program: Program, _ template: ParsedTemplate) -> Diagnostic? {
    guard program.writesNothing else { return nil }
    return Diagnostic(
      .templateEmpty, "the template writes nothing, so that its pages would be empty",
      at: .file(template.source.path),
      help: "write what the page shows, or remove the file to use the bundled one")
  }
}
