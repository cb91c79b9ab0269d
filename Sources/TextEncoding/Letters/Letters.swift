/// Decomposes characters: into base letters and accents, and Latin letters into a to z.
package enum Letters {
  /// Returns the canonical decomposition of a text, as far as `Decompositions` and the Hangul algorithm cover it: the
  /// same for all canonically equivalent texts (Unicode Standard Annex #15).
  package static func decomposed(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.utf8.count)
    var marks: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      decompose(scalar) { part in
        if combiningClass(part) > 0 {
          marks.append(part)
        } else {
          result += inOrder(&marks)
          result.append(part)
        }
      }
    }
    return result + inOrder(&marks)
  }

  /// Removes and returns the collected marks of a letter in canonical order.
  private static func inOrder(_ marks: inout [Unicode.Scalar]) -> [Unicode.Scalar] {
    if marks.isEmpty { return [] }
    defer { marks.removeAll(keepingCapacity: true) }
    if marks.count == 1 { return marks }
    let keyed = marks.enumerated().map { (order: combiningClass($1), place: $0, mark: $1) }
    return keyed.sorted { ($0.order, $0.place) < ($1.order, $1.place) }.map(\.mark)
  }

  /// Returns the canonical combining class: 0 for everything except combining marks.
  static func combiningClass(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar.value < 0x300 ? 0 : scalar.properties.canonicalCombiningClass.rawValue
  }

  private static func decompose(_ scalar: Unicode.Scalar, _ add: (Unicode.Scalar) -> Void) {
    if scalar.value < 0xC0, scalar.value != 0xA8 { return add(scalar) }
    if let twin = Decompositions.twins[scalar] { return decompose(twin, add) }
    if let (base, mark) = Decompositions.parts[scalar] {
      decompose(base, add)
      return add(mark)
    }
    for part in Hangul.parts(of: scalar) { add(part) }
  }

  /// Returns the transliteration of a lower-case Latin letter without marks to letters from a to z; nil for other
  /// characters.
  static func plain(_ scalar: Unicode.Scalar) -> String? { plainLetters[scalar] }

  /// Latin letters that have no decomposition, as far as they occur in ordinary text.
  private static let plainLetters: [Unicode.Scalar: String] = {
    let rows: [(plain: String, letters: String)] = [
      ("a", "ªⱥɐɑ"), ("ae", "æ"), ("b", "ƀɓƃ"), ("c", "ȼƈɕ"), ("d", "ðđɖɗƌȡ"), ("dz", "ǆǳ"), ("e", "ɇǝəɛ"),
      ("f", "ƒ"), ("ff", "ﬀ"), ("ffi", "ﬃ"), ("ffl", "ﬄ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("g", "ǥɠɡɣ"),
      ("h", "ħɦ"),
      ("hv", "ƕ"), ("i", "ıɨɩ"), ("ij", "ĳ"), ("j", "ȷɉ"), ("k", "ƙⱪ"), ("l", "łŀƚɫɬɭȴⱡ"), ("lj", "ǉ"),
      ("m", "ɱ"),
      ("n", "ŉɲƞɳȵ"), ("ng", "ŋ"), ("nj", "ǌ"), ("o", "ºøɔɵ"), ("oe", "œ"), ("ou", "ȣ"), ("p", "ƥᵽ"),
      ("q", "ĸɋ"),
      ("r", "ɍɽ"), ("s", "ſʂȿ"), ("ss", "ß"), ("st", "ﬅﬆ"), ("t", "ŧⱦƭʈƫȶ"), ("th", "þ"), ("u", "ʉɯ"),
      ("v", "ʋⱱ"),
      ("w", "ƿⱳ"), ("y", "ɏƴ"), ("z", "ƶȥʐʑɀⱬʒ"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (plain, letters) in rows { for letter in letters.unicodeScalars { table[letter] = plain } }
    for offset in UInt32(0)..<26 {
      if let wide = Unicode.Scalar(0xFF41 + offset), let narrow = Unicode.Scalar(0x61 + offset) {
        table[wide] = String(narrow)
      }
    }
    return table
  }()
}

/// The algorithmic decomposition of Hangul syllables (The Unicode Standard, section 3.12).
private enum Hangul {
  static func parts(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    guard (0xAC00...0xD7A3).contains(scalar.value) else { return [scalar] }
    let number = scalar.value - 0xAC00
    let last = number % 28
    let parts = [0x1100 + number / 588, 0x1161 + number % 588 / 28] + (last > 0 ? [0x11A7 + last] : [])
    return parts.compactMap(Unicode.Scalar.init)
  }
}
