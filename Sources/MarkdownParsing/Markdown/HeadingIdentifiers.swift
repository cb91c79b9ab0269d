/// Makes the ids of a document's headings as GitHub makes its anchors, so that one link is right there and on the site.
///
/// None holds a letter from A to Z, except where GitHub has no anchor: those that begin with a capital are Collate's own.
struct HeadingIdentifiers {
  private var counts: [String: Int] = [:]

  /// The id for the next heading: `whats-new`, then `whats-new-1`.
  mutating func identifier(for text: String) -> String {
    let slug = Self.slug(text)
    var candidate = slug
    while counts[candidate] != nil {
      let count = counts[slug, default: 0] + 1
      counts[slug] = count
      candidate = "\(slug)-\(count)"
    }
    counts[candidate] = 0
    return candidate
  }

  /// Lower case, each space as a hyphen, and nothing else that is no letter, mark, digit, underscore or hyphen.
  static func slug(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "-" {
        result += "-"
      } else if isWordCharacter(scalar) {
        result += scalar.properties.lowercaseMapping
      }
    }
    return result.isEmpty ? "Section" : result
  }

  private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation: return true
    default: return false
    }
  }
}
