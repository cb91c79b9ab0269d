/// The plural categories of the Unicode CLDR.
package enum PluralCategory: String, Sendable, BitwiseCopyable, CaseIterable {
  case zero, one, two, few, many, other
}

/// The plural rules of a language, which assign a category to each whole number (CLDR, plurals.xml).
package enum PluralRules: Sendable, BitwiseCopyable {
  case english

  /// The name of the language, for messages.
  package var language: String {
    switch self {
    case .english: "English"
    }
  }

  /// The language code (BCP 47).
  package var code: String {
    switch self {
    case .english: "en"
    }
  }

  /// The categories that the language distinguishes, with `other` last.
  package var categories: [PluralCategory] {
    switch self {
    case .english: [.one, .other]
    }
  }

  /// Returns the category of a number.
  func category(of number: Int) -> PluralCategory {
    switch self {
    case .english: number == 1 ? .one : .other
    }
  }
}
