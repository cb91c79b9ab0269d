/// The words of a text as slugs spell them, with a hyphen between each two.
///
/// Letters are in lower case, those of the Latin script without accents and from a to z; `#` and `+` are the words `sharp` and `plus`, an
/// apostrophe joins what it stands between, and every other sign separates words.
struct SlugWords {
  /// With the letters and digits of all scripts.
  var whole: String { all.text }
  /// With those of ASCII alone; all others separate words.
  var plain: String { ascii.text }

  private var all = Hyphenated()
  private var ascii = Hyphenated()

  init(_ text: String) {
    var isLatin = true
    for scalar in Letters.decomposed(text.lowercased()) {
      switch scalar {
      case "a"..."z", "0"..."9": add(String(scalar))
      case "#": addWord("sharp")
      case "+": addWord("plus")
      case "'", "’", "ʼ", "ʻ": continue
      case _ where Letters.combiningClass(scalar) > 0:
        // An accent is part of a letter of another script, and comes off a Latin one.
        if !isLatin { all.append(String(scalar)) }
        continue
      case _ where scalar.isASCII: separate()
      default:
        if let plain = Letters.plain(scalar) {
          add(plain)
        } else if scalar.isWritten {
          all.append(String(scalar))
          ascii.separate()
          isLatin = false
          continue
        } else {
          separate()
        }
      }
      isLatin = true
    }
  }

  private mutating func add(_ letters: String) {
    all.append(letters)
    ascii.append(letters)
  }

  private mutating func addWord(_ word: String) {
    separate()
    add(word)
  }

  private mutating func separate() {
    all.separate()
    ascii.separate()
  }
}

/// Words with a hyphen between each two.
private struct Hyphenated {
  private(set) var text = ""
  private var isSeparated = false

  mutating func append(_ letters: String) {
    if isSeparated, !text.isEmpty { text += "-" }
    isSeparated = false
    text += letters
  }

  mutating func separate() { isSeparated = true }
}

extension Unicode.Scalar {
  /// Whether it is part of a word or a number.
  fileprivate var isWritten: Bool {
    if properties.isAlphabetic || properties.numericType != nil { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }
}
