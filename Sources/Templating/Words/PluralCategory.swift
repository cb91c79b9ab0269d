/// The forms that a language may have for different numbers of things, by the names of the Unicode CLDR.
package enum PluralCategory: String, Sendable, BitwiseCopyable, CaseIterable {
  case zero, one, two, few, many, other
}

/// Which form of a word goes with which whole number, by the rules of one language (CLDR, plurals.xml).
package enum PluralRules: Sendable, BitwiseCopyable {
  case english

  /// The name of the language, as messages write it.
  package var language: String {
    switch self {
    case .english: "English"
    }
  }

  /// The language's code (BCP 47).
  package var code: String {
    switch self {
    case .english: "en"
    }
  }

  /// The categories that the language tells apart, `other` last.
  package var categories: [PluralCategory] {
    switch self {
    case .english: [.one, .other]
    }
  }

  /// The category of a number.
  func category(of number: Int) -> PluralCategory {
    switch self {
    case .english: number == 1 ? .one : .other
    }
  }
}
