/// The words of a text as slugs spell them, with a hyphen between each two.
///
/// Letters are in lower case, those of the Latin script without accents and from a to z; `#` and `+` are the words `sharp` and `plus`, an
/// apostrophe joins what it stands between, and every other sign separates words.
package struct SlugWords {
  /// With the letters and digits of all scripts.
  package var whole: String { all.text }
  /// With those of ASCII alone; all others separate words.
  package var plain: String { ascii.text }

  private var all = Hyphenated()
  private var ascii = Hyphenated()
  private var isLatin = true

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
      // Upper case differs from lower by one bit, which digits have.
      let byte = UInt8(truncatingIfNeeded: scalar.value) | 0x20
      all.append(CollectionOfOne(byte))
      ascii.append(CollectionOfOne(byte))
    case "#": addWord("sharp")
    case "+": addWord("plus")
    case "'", "’", "ʼ", "ʻ": return
    case _ where scalar.isASCII: separate()
    case _ where Letters.combiningClass(scalar) > 0:
      // An accent is part of a letter of another script, and comes off a Latin one.
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
  /// The longest slug, in bytes; with `-vs-` and another it still is a file name that every disk takes.
  package static let mostBytes = 100

  /// What stands for a text in an address: its plain words, as many as a slug may have; where it has none, those of its own script.
  package static func addressPart(of text: String) -> String {
    let words = SlugWords(text)
    return shortened(words.plain.utf8.isEmpty ? words.whole : words.plain, to: mostBytes)
  }

  /// The beginning of words, at most so many bytes.
  package static func shortened(_ words: String, to most: Int) -> String {
    if words.utf8.count <= most { return words }
    // A view of scalars cuts none of them.
    var start = String(words.unicodeScalars[..<words.utf8.index(words.startIndex, offsetBy: most)])
    while start.utf8.last == UInt8(ascii: "-") { start.unicodeScalars.removeLast() }
    return start
  }
}

/// Words with a hyphen between each two.
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
  /// Whether it is part of a word or a number.
  fileprivate var isWritten: Bool {
    if properties.isAlphabetic || properties.numericType != nil { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }
}
