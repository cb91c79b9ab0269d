import TextEncoding

/// An error, a warning or a note about the content or the templates.
package struct Diagnostic: Sendable, Hashable {
  /// The severity of a diagnostic, the most severe first; errors prevent a site from being published.
  package enum Severity: Int, Sendable, Hashable, Comparable {
    case error, warning, note

    package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

    /// The word for the severity, except in GitHub annotations, where a note is a "notice".
    package var name: String {
      switch self {
      case .error: "error"
      case .warning: "warning"
      case .note: "note"
      }
    }
  }

  /// The place of a diagnostic.
  package enum Place: Sendable, Hashable {
    /// The site as a whole.
    case site
    /// A whole file.
    case file(String)
    /// A line and column of a file whose text could not be decoded.
    case position(String, SourcePosition)
    /// A range of a file's text.
    case range(SourceRange)

    /// The path of the file; nil for the site as a whole.
    package var path: String? {
      switch self {
      case .site: nil
      case .file(let path), .position(let path, _): path
      case .range(let range): range.path
      }
    }
  }

  /// A related place that helps to explain the diagnostic, such as the other one of two clashing definitions.
  package struct Note: Sendable, Hashable {
    package var message: String
    package var place: Place

    package init(_ message: String, at place: Place) {
      self.message = message
      self.place = place
    }

    package init(_ message: String, at range: SourceRange) {
      self.init(message, at: .range(range))
    }
  }

  package var severity: Severity
  package var rule: Rule
  /// What is wrong, most specific fact first, without a full stop.
  package var summary: String
  package var place: Place
  /// The correct text, shown below the caret as `did you mean "…"?`.
  package var suggestion: String?
  /// Advice on how to fix the problem.
  package var help: String?
  package var notes: [Note]
  /// The number of diagnostics that this one represents; more than 1 only for a count of further ones.
  package private(set) var count = 1

  package init(
    _ rule: Rule, as severity: Severity? = nil, _ summary: String, at place: Place,
    suggestion: String? = nil, help: String? = nil, notes: [Note] = []
  ) {
    self.severity = severity ?? rule.severity
    self.rule = rule
    self.summary = summary
    self.place = place
    self.suggestion = suggestion
    self.help = help
    self.notes = notes
  }

  /// Creates a diagnostic that represents `count` further ones of the same kind.
  package init(_ count: Int, more severity: Severity, _ rule: Rule, at place: Place) {
    self.init(rule, as: severity, "\(count) more of this kind from here on", at: place)
    self.count = count
  }

  package init(
    _ rule: Rule, as severity: Severity? = nil, _ summary: String, at range: SourceRange,
    suggestion: String? = nil, help: String? = nil, notes: [Note] = []
  ) {
    self.init(
      rule, as: severity, summary, at: .range(range), suggestion: suggestion, help: help, notes: notes)
  }

  package init(
    _ rule: Rule, as severity: Severity? = nil, _ summary: String, inFile path: String,
    at position: SourcePosition? = nil, help: String? = nil, notes: [Note] = []
  ) {
    let place = position.map { Place.position(path, $0) } ?? .file(path)
    self.init(rule, as: severity, summary, at: place, help: help, notes: notes)
  }
}

extension [Diagnostic] {
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// Returns the number of diagnostics with a severity.
  package func count(of severity: Diagnostic.Severity) -> Int {
    reduce(0) { $1.severity == severity ? $0 + $1.count : $0 }
  }

  /// Returns the diagnostics without duplicates, in order of file, place, severity and text. The order depends on
  /// nothing else, so it is the same in every run.
  package func inStableOrder() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let keyed = filter { seen.insert($0).inserted }.map { (diagnostic: $0, key: $0.sortKey) }
    return keyed.sorted { $0.key < $1.key }.map(\.diagnostic)
  }
}

extension Diagnostic {
  fileprivate struct SortKey: Comparable {
    var path: [UInt8]
    var line: Int
    var offset: Int
    var severity: Severity
    var text: [UInt8]

    static func < (left: SortKey, right: SortKey) -> Bool {
      // Bytes rather than strings: Swift compares strings by canonical equivalence, in which different file names may
      // be equal.
      if left.path != right.path { return left.path.lexicographicallyPrecedes(right.path) }
      if left.line != right.line { return left.line < right.line }
      if left.offset != right.offset { return left.offset < right.offset }
      if left.severity != right.severity { return left.severity < right.severity }
      return left.text.lexicographicallyPrecedes(right.text)
    }
  }

  fileprivate var sortKey: SortKey {
    var line = 0
    var offset = 0
    switch place {
    case .site, .file: break
    case .position(_, let position): (line, offset) = (position.line, position.column)
    case .range(let range): offset = range.offsets.lowerBound + 1
    }
    return SortKey(
      path: Array((place.path ?? "").utf8), line: line, offset: offset, severity: severity,
      text: Array("\(rule.id)\u{0}\(summary)".utf8))
  }
}
