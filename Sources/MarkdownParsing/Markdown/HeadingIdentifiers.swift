/// Makes the ids of a document's headings: readable, each only once, and never with an underscore.
struct HeadingIdentifiers {
  private var taken: Set<String> = []
  private var counts: [String: Int] = [:]

  /// The id for the next heading: `fast-and-safe`, then `fast-and-safe-2`.
  mutating func identifier(for text: String) -> String {
    let slug = Self.slug(text)
    var candidate = slug
    var count = counts[slug] ?? 1
    while !taken.insert(candidate).inserted {
      count += 1
      candidate = "\(slug)-\(count)"
    }
    counts[slug] = count
    return candidate
  }

  /// Letters, marks and digits of any script in lower case, and a single hyphen for whatever stands between them.
  static func slug(_ text: String) -> String {
    var result = ""
    var needsHyphen = false
    for scalar in text.unicodeScalars {
      if isWordCharacter(scalar) {
        if needsHyphen, !result.isEmpty { result += "-" }
        needsHyphen = false
        result += scalar.properties.lowercaseMapping
      } else {
        needsHyphen = true
      }
    }
    return result.isEmpty ? "section" : result
  }

  private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }
}
