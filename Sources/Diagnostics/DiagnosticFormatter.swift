/// Formats diagnostics for people, for programs and as GitHub annotations.
package struct DiagnosticFormatter: Sendable {
  /// An output format, by its name on the command line.
  package enum Format: String, Sendable, CaseIterable {
    /// Text with an excerpt of the source and a caret below the place.
    case text
    /// One JSON object per line.
    case json
    /// GitHub workflow commands, which GitHub shows beside the changed lines.
    case github
  }

  let format: Format
  /// The texts by the bytes of their paths: canonically equivalent strings are equal, but may be different files.
  private let sources: [[UInt8]: SourceText]
  let colours: Bool

  /// Creates a formatter that shows excerpts of `sources`; places in other files are shown without an excerpt.
  package init(format: Format, sources: [SourceText], colours: Bool = false) {
    self.format = format
    self.colours = colours
    self.sources = Dictionary(
      sources.map { (Array($0.path.utf8), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Formats diagnostics in the given order, each ending in a line feed.
  package func string(for diagnostics: [Diagnostic]) -> String {
    diagnostics.map { string(for: $0) }.joined()
  }

  /// Formats a diagnostic, ending in a line feed.
  package func string(for diagnostic: Diagnostic) -> String {
    switch format {
    case .text: text(diagnostic)
    case .json: json(diagnostic)
    case .github: github(diagnostic)
    }
  }

  func source(_ path: String) -> SourceText? { sources[Array(path.utf8)] }

  /// Returns the start and end of a place; nil if it has no position or its text is not available.
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
