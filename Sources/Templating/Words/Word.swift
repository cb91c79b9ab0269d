package import Diagnostics

/// A text of the user interface, with placeholders for values.
package struct Word: Sendable, Hashable {
  /// A piece of a word: literal text, or the placeholder of a part.
  package enum Piece: Sendable, Hashable {
    case text(String)
    case part(String)
  }

  /// The form of the word for numbers of one category.
  package struct Form: Sendable, Hashable {
    package var category: PluralCategory
    package var pieces: [Piece]

    package init(_ category: PluralCategory, _ pieces: [Piece]) {
      self.category = category
      self.pieces = pieces
    }

    /// The names of the parts in this form.
    package var parts: [String] {
      pieces.compactMap { if case .part(let name) = $0 { name } else { nil } }
    }
  }

  /// The name of the part that selects the form of a word with several forms.
  package static let count = "count"

  /// The forms in the order of CLDR's categories, with `other` last.
  package let forms: [Form]
  /// Whether a number selects the form; the word then has a part `count`, even if no form shows it.
  package let isCounted: Bool
  /// The names of the parts, in order of first occurrence.
  package let parts: [String]
  /// Where the word is written.
  package let place: SourceRange

  /// Creates a word with a single form.
  package init(_ pieces: [Piece], at place: SourceRange) {
    self.init([Form(.other, pieces)], isCounted: false, at: place)
  }

  /// Creates a word whose form is selected by a number.
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
  /// The word in the syntax of the words file, with all forms on one line.
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
