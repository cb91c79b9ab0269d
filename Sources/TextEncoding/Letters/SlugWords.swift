/// The words of a text as used in slugs, joined by hyphens.
///
/// Letters are lower-cased, and Latin letters are transliterated to a to z. `#` and `+` become the words `sharp` and
/// `plus`, apostrophes are dropped, and all other characters separate words.
package struct SlugWords {
  /// The words with the letters and digits of all scripts.
  package var whole: String { all.text }
  /// The words with ASCII letters and digits only; all other characters separate words.
  package var plain: String { ascii.text }

  private var all = Hyphenated()
  private var ascii = Hyphenated()
  private var isLatin = true

  /// Splits a text into words.
  package init(_ text: String) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      for scalar in text.unicodeScalars { add(scalar) }
    } else {
      for scalar in Letters.decomposed(text.lowercased()) { add(scalar) }
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9":
      // The cases of a letter differ in one bit, which is also set in digits.
      let byte = UInt8(truncatingIfNeeded: scalar.value) | 0x20
      all.append(CollectionOfOne(byte))
      ascii.append(CollectionOfOne(byte))
    case "#": addWord("sharp")
    case "+": addWord("plus")
    case "'", "’", "ʼ", "ʻ": return
    case _ where scalar.isASCII: separate()
    case _ where Letters.combiningClass(scalar) > 0:
      // A combining mark is kept with letters of other scripts, but dropped from Latin letters.
      if !isLatin { all.append(String(scalar).utf8) }
      return
    default: return addBeyondASCII(scalar)
    }
    isLatin = true
  }

  private mutating func addBeyondASCII(_ scalar: Unicode.Scalar) {
    isLatin = true
    if let plain = Letters.plain(scalar) {
      all.append(plain.utf8)
      ascii.append(plain.utf8)
    } else if scalar.isWritten {
      all.append(String(scalar).utf8)
      ascii.separate()
      isLatin = false
    } else {
      separate()
    }
  }

  private mutating func addWord(_ word: String) {
    separate()
    all.append(word.utf8)
    ascii.append(word.utf8)
  }

  private mutating func separate() {
    all.separate()
    ascii.separate()
  }
}

extension SlugWords {
  /// The largest length of a slug in bytes: two slugs with `-vs-` between them are still a valid file name on every
  /// file system.
  package static let mostBytes = 100

  /// Returns the slug of a text: its plain words, shortened to the largest length, or the words in its own script if
  /// there are none.
  package static func addressPart(of text: String) -> String {
    // Most texts are a word already.
    if text.utf8.count <= mostBytes, text.utf8.allSatisfy(isPlain) { return text }
    let words = SlugWords(text)
    return shortened(words.plain.utf8.isEmpty ? words.whole : words.plain, to: mostBytes)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  /// Shortens words to at most `most` bytes.
  package static func shortened(_ words: String, to most: Int) -> String {
    if words.utf8.count <= most { return words }
    // Slicing the scalar view cannot split a scalar.
    var start = String(words.unicodeScalars[..<words.utf8.index(words.startIndex, offsetBy: most)])
    while start.utf8.last == UInt8(ascii: "-") { start.unicodeScalars.removeLast() }
    return start
  }
}

/// Builds words joined by hyphens.
private struct Hyphenated {
  private var bytes: [UInt8] = []
  private var isSeparated = false

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ letters: some Sequence<UInt8>) {
    if isSeparated, !bytes.isEmpty { bytes.append(UInt8(ascii: "-")) }
    isSeparated = false
    bytes.append(contentsOf: letters)
  }

  mutating func separate() { isSeparated = true }
}

extension Unicode.Scalar {
  /// Whether the character is part of a word or number.
  fileprivate var isWritten: Bool {
    if properties.isAlphabetic || properties.numericType != nil { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }
}
