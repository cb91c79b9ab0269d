/// Writes diagnostics for people, for programs and for GitHub's annotations.
package struct DiagnosticFormatter: Sendable {
  /// A way to write diagnostics, by its name on the command line.
  package enum Format: String, Sendable, CaseIterable {
    /// An excerpt of the source with a caret under the place.
    case text
    /// One JSON object a line.
    case json
    /// GitHub workflow commands, which the site shows beside the changed lines.
    case github
  }

  let format: Format
  /// By the bytes of their paths: strings that differ only by normalisation are equal, but are two files.
  private let sources: [[UInt8]: SourceText]
  let colours: Bool

  /// A formatter that shows excerpts of `sources`; a place in any other file is told without one.
  package init(format: Format, sources: [SourceText], colours: Bool = false) {
    self.format = format
    self.colours = colours
    self.sources = Dictionary(
      sources.map { (Array($0.path.utf8), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The diagnostics in the order given, each ending in a line feed.
  package func string(for diagnostics: [Diagnostic]) -> String {
    diagnostics.map { string(for: $0) }.joined()
  }

  /// One diagnostic, ending in a line feed.
  package func string(for diagnostic: Diagnostic) -> String {
    switch format {
    case .text: text(diagnostic)
    case .json: json(diagnostic)
    case .github: github(diagnostic)
    }
  }

  func source(_ path: String) -> SourceText? { sources[Array(path.utf8)] }

  /// The first and last position of a place, where it has any.
  func positions(_ place: Diagnostic.Place) -> (start: SourcePosition, end: SourcePosition)? {
    switch place {
    case .site, .file: return nil
    case .position(_, let position): return (position, position)
    case .range(let range):
      guard let source = source(range.path) else { return nil }
      return (source.position(at: range.offsets.lowerBound), source.position(at: range.offsets.upperBound))
    }
  }
}
