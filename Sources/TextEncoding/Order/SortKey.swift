/// A sort key for names: compares letters regardless of case and accents, and numbers by value; then accents, then
/// lower case before upper case, then bytes.
///
/// These are the levels of the Unicode Collation Algorithm (Unicode Technical Standard #10) with the order of
/// `SortOrder`, so that tables that a browser sorts with `Intl.Collator` are in the same order.
package struct SortKey: Comparable, Sendable {
  private var letters: [UInt32] = []
  private var accents: [UInt32] = []
  private var forms: [LetterForm] = []
  private let exact: String

  /// Computes the key of a name.
  package init(_ name: String) {
    exact = name
    letters.reserveCapacity(name.utf8.count)
    accents.reserveCapacity(name.utf8.count)
    forms.reserveCapacity(name.utf8.count)
    var digits: [UInt8] = []
    for scalar in Letters.decomposed(name) {
      if let digit = scalar.decimalDigit {
        digits.append(digit)
      } else {
        addNumber(&digits)
        add(scalar)
      }
    }
    addNumber(&digits)
  }

  package static func < (left: SortKey, right: SortKey) -> Bool {
    if left.letters != right.letters { return left.letters.lexicographicallyPrecedes(right.letters) }
    if left.accents != right.accents { return left.accents.lexicographicallyPrecedes(right.accents) }
    if left.forms != right.forms { return left.forms.lexicographicallyPrecedes(right.forms) }
    return left.exact.precedesByBytes(right.exact)
  }

  package static func == (left: SortKey, right: SortKey) -> Bool {
    left.exact.equalsByBytes(right.exact)
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if scalar.isIgnored { return }
    if Letters.combiningClass(scalar) > 0 { return addMark(scalar) }
    if let hiragana = scalar.hiragana { return add(hiragana, .upper) }
    let lower = scalar.lowerCase
    let form = lower == scalar ? LetterForm.plain : .upper
    guard let joined = SortOrder.joined[lower] else { return add(lower, form) }
    for letter in joined.letters {
      if Letters.combiningClass(letter) > 0 { addMark(letter) } else { add(letter, max(form, joined.form)) }
    }
  }

  private mutating func add(_ letter: Unicode.Scalar, _ form: LetterForm) {
    letters.append(SortOrder.place(letter))
    accents.append(0)
    forms.append(form)
  }

  private mutating func addMark(_ mark: Unicode.Scalar) {
    if mark == SortOrder.shortI.mark, letters.last == SortOrder.shortI.base, accents.last == 0 {
      letters[letters.count - 1] = SortOrder.shortI.place
    } else {
      accents.append(SortOrder.place(ofMark: mark))
    }
  }

  /// Adds a number: one with more digits, not counting leading zeros, is greater.
  private mutating func addNumber(_ digits: inout [UInt8]) {
    if digits.isEmpty { return }
    let value = digits.drop { $0 == 0 }
    letters += [SortOrder.numbers, UInt32(truncatingIfNeeded: value.count)] + value.map { UInt32($0) }
    accents.append(0)
    forms.append(.plain)
    digits.removeAll(keepingCapacity: true)
  }
}

/// The form of a letter, which orders names that are equal otherwise.
enum LetterForm: UInt8, Comparable {
  case plain
  /// A ligature, or a full-width letter.
  case joined
  case upper

  static func < (left: LetterForm, right: LetterForm) -> Bool { left.rawValue < right.rawValue }
}

extension Unicode.Scalar {
  fileprivate var isIgnored: Bool {
    if isASCII { return value < 0x20 || value == 0x7F }
    return properties.isDefaultIgnorableCodePoint || properties.generalCategory == .control
      || properties.generalCategory == .format
  }

  fileprivate var lowerCase: Unicode.Scalar {
    if isASCII { return (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value) | 0x20) : self }
    return properties.lowercaseMapping.unicodeScalars.first ?? self
  }

  /// The value of a decimal digit in any script.
  fileprivate var decimalDigit: UInt8? {
    if isASCII { return (0x30...0x39).contains(value) ? UInt8(value - 0x30) : nil }
    guard properties.numericType == .decimal else { return nil }
    return properties.numericValue.map { UInt8($0) }
  }

  /// The hiragana that corresponds to a katakana.
  fileprivate var hiragana: Unicode.Scalar? {
    (0x30A1...0x30F6).contains(value) ? Unicode.Scalar(value - 0x60) : nil
  }
}

extension Sequence {
  /// Sorts the elements by name, as `SortKey` orders them; elements with equal names keep their order.
  package func ordered(byName name: (Element) -> String) -> [Element] {
    let keyed = enumerated().map { (place: $0, element: $1, key: SortKey(name($1))) }
    return keyed.sorted { $0.key == $1.key ? $0.place < $1.place : $0.key < $1.key }.map(\.element)
  }
}
