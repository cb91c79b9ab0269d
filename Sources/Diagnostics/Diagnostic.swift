import TextEncoding

/// One thing that is wrong, or worth knowing, about the content or the templates.
package struct Diagnostic: Sendable, Hashable {
  /// How much a diagnostic matters, the gravest first; errors keep a site from being published.
  package enum Severity: Int, Sendable, Hashable, Comparable {
    case error, warning, note

    package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

    /// The word for it, except in GitHub's annotations.
    package var name: String {
      switch self {
      case .error: "error"
      case .warning: "warning"
      case .note: "note"
      }
    }
  }

  /// Where a diagnostic points.
  package enum Place: Sendable, Hashable {
    /// Nowhere in a file: the site as a whole.
    case site
    /// A whole file.
    case file(String)
    /// A line and column of a file whose text could not be decoded.
    case position(String, SourcePosition)
    /// A stretch of a file's text.
    case range(SourceRange)

    package var path: String? {
      switch self {
      case .site: nil
      case .file(let path), .position(let path, _): path
      case .range(let range): range.path
      }
    }
  }

  /// A second place that explains the first: the other of two clashing definitions, say.
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
  /// What is wrong here, most specific fact first, without a full stop.
  package var summary: String
  package var place: Place
  /// What to write instead, shown under the caret as `did you mean "…"?`.
  package var suggestion: String?
  /// A sentence that says how to mend it.
  package var help: String?
  package var notes: [Note]
  /// How many it stands for: more than one where only the number of further ones is told.
  package private(set) var count = 1

  package init(
    _ severity: Severity, _ rule: Rule, _ summary: String, at place: Place,
    suggestion: String? = nil, help: String? = nil, notes: [Note] = []
  ) {
    self.severity = severity
    self.rule = rule
    self.summary = summary
    self.place = place
    self.suggestion = suggestion
    self.help = help
    self.notes = notes
  }

  /// Stands for so many of a kind that are not listed.
  package init(_ count: Int, more severity: Severity, _ rule: Rule, at place: Place) {
    self.init(severity, rule, "\(count) more of this kind from here on", at: place)
    self.count = count
  }

  package init(
    _ severity: Severity, _ rule: Rule, _ summary: String, at range: SourceRange,
    suggestion: String? = nil, help: String? = nil, notes: [Note] = []
  ) {
    self.init(
      severity, rule, summary, at: .range(range), suggestion: suggestion, help: help, notes: notes)
  }

  package init(
    _ severity: Severity, _ rule: Rule, _ summary: String, inFile path: String,
    at position: SourcePosition? = nil, help: String? = nil, notes: [Note] = []
  ) {
    let place = position.map { Place.position(path, $0) } ?? .file(path)
    self.init(severity, rule, summary, at: place, help: help, notes: notes)
  }
}

extension [Diagnostic] {
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// How many have a severity.
  package func count(of severity: Diagnostic.Severity) -> Int {
    reduce(0) { $1.severity == severity ? $0 + $1.count : $0 }
  }

  /// The diagnostics without repeats, ordered by file, place, severity and text: by names alone, never by the run.
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
      // Bytes, not strings: Swift orders strings by canonical equivalence, in which two file names may be equal.
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
