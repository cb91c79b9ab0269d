package import Diagnostics

/// A text that pages show and that is not content, with places for values in it.
package struct Word: Sendable, Hashable {
  /// A stretch of a word: text as it is, or the place of a part.
  package enum Piece: Sendable, Hashable {
    case text(String)
    case part(String)
  }

  /// How the word reads for the numbers of one category.
  package struct Form: Sendable, Hashable {
    package var category: PluralCategory
    package var pieces: [Piece]

    package init(_ category: PluralCategory, _ pieces: [Piece]) {
      self.category = category
      self.pieces = pieces
    }

    /// The names of the parts that it shows.
    package var parts: [String] {
      pieces.compactMap { if case .part(let name) = $0 { name } else { nil } }
    }
  }

  /// The part by which a word with several forms is chosen.
  package static let count = "count"

  /// The forms in the order of CLDR's categories; the last is that of `other`.
  package let forms: [Form]
  /// Whether a number chooses the form, so that the word has a part `count` even where no form shows it.
  package let isCounted: Bool
  /// The names of its parts, in the order in which they are first met.
  package let parts: [String]
  package let place: SourceRange

  /// A word that reads the same whatever the numbers in it.
  package init(_ pieces: [Piece], at place: SourceRange) {
    self.init([Form(.other, pieces)], isCounted: false, at: place)
  }

  /// A word whose form a number chooses.
  package init(counted forms: [Form], at place: SourceRange) {
    self.init(forms, isCounted: true, at: place)
  }

  private init(_ forms: [Form], isCounted: Bool, at place: SourceRange) {
    self.forms = forms
    self.isCounted = isCounted
    self.place = place
    var names = isCounted ? [Self.count] : []
    for name in forms.flatMap(\.parts) where !names.contains(name) { names.append(name) }
    parts = names
  }
}

extension Word {
  /// The word as the words file writes it, its forms one after the other.
  var spelling: String {
    guard isCounted else { return forms.map(\.spelling).joined() }
    return forms.map { "\($0.category.rawValue): \($0.spelling)" }.joined(separator: "; ")
  }
}

extension Word.Form {
  fileprivate var spelling: String {
    pieces.map { piece in
      switch piece {
      case .part(let name): "{\(name)}"
      case .text(let text): text.reduce(into: "") { $0 += "{}".contains($1) ? "\($1)\($1)" : String($1) }
      }
    }.joined()
  }
}
