import Comparison
import Diagnostics
import TextEncoding

/// The probable type of a column, with the evidence for it.
struct TypeGuess: Sendable {
  var type: Criterion.ValueType
  /// The evidence in a few words: `90 yes, 44 no`.
  var evidence: String
  /// The predefined values of a choice or list.
  var choices = Choices()
  /// The separator, if lists are written as texts.
  var separator: Character?
  /// Whether the texts are too long for a table cell and belong in the body.
  var isProse = false
  /// The first value that prevents a stricter type that nearly all others have.
  var exception: (cell: Cell, noun: String)?

  /// Longer texts, in characters, are prose, as they do not fit a table cell.
  private static let longestText = 500

  init(_ cells: [Cell]) {
    self.init(kindOf: cells)
    if let version = Self.version(among: cells) {
      evidence += "; no numbers, as \(version) may be a version, whose last zero counts"
    }
  }

  private init(kindOf cells: [Cell]) {
    let cells = cells.filter { $0.content != .notApplicable }
    self.init(type: .text, evidence: "nothing but \"not applicable\"")
    if cells.isEmpty { return }
    if let list = Self.list(cells) {
      self = list
    } else if let strict = Self.strict(cells) {
      self = strict
    } else if cells.contains(where: { $0.original != nil || $0.text.unicodeScalars.count > Self.longestText })
    {
      let longest = cells.map { ($0.original ?? $0.text).unicodeScalars.count }.max() ?? 0
      self.init(type: .text, evidence: "\(amount(cells.count, "text")) of up to \(longest) characters")
      isProse = true
    } else if let list = Self.listAsText(cells) {
      self = list
    } else if let choice = Self.choice(cells) {
      self = choice
    } else {
      let different = Set(cells.map(\.text)).count
      let kinds = different == cells.count ? "all different" : "\(different) different"
      self.init(type: .text, evidence: cells.count == 1 ? "1 text" : "\(cells.count) texts, \(kinds)")
      exception = Self.exception(cells)
    }
  }

  private init(type: Criterion.ValueType, evidence: String) {
    self.type = type
    self.evidence = evidence
  }

  // MARK: Types that a single value reveals

  /// Tests for the types that can be recognized from a single text.
  private static let tests: [(type: Criterion.ValueType, noun: String, accepts: @Sendable (String) -> Bool)] =
    [
      (.boolean, "yes or no", { FileSpelling.truth($0) != nil }),
      (.number, "a number", { isPlainNumber($0) }),
      (.date, "a date (YYYY-MM-DD)", { FileSpelling.date($0) != nil }),
      (.url, "an address", { WebAddress.isWellFormed($0) }),
    ]

  private static func strict(_ cells: [Cell]) -> TypeGuess? {
    let isVersion = version(among: cells) != nil
    for test in tests
    where !(isVersion && test.type == .number) && cells.allSatisfy({ test.accepts($0.text) }) {
      return TypeGuess(type: test.type, evidence: evidence(of: cells, as: test.type))
    }
    return nil
  }

  /// Returns whether a text is a number. A zero before other digits indicates a code instead.
  private static func isPlainNumber(_ text: String) -> Bool {
    let digits = text.utf8.drop { $0 == 0x2D || $0 == 0x2B }
    if digits.first == 0x30, let second = digits.dropFirst().first, second != 0x2E { return false }
    return DecimalNumber(text) != nil
  }

  /// Returns a number that is probably a version, such as 1.10 beside 1.9: it ends in zero although the numbers of
  /// decimals differ, so it is counted, not measured.
  private static func version(among cells: [Cell]) -> String? {
    let texts = cells.filter { $0.content != .notApplicable }.map(\.text)
    guard texts.allSatisfy(isPlainNumber) else { return nil }
    let fractions = texts.compactMap { text in text.utf8.lastIndex(of: 0x2E).map { text.utf8[$0...].count } }
    guard Set(fractions).count > 1 else { return nil }
    return texts.first { $0.hasSuffix("0") && $0.utf8.contains(0x2E) }
  }

  private static func evidence(of cells: [Cell], as type: Criterion.ValueType) -> String {
    switch type {
    case .boolean:
      let truths = cells.compactMap { FileSpelling.truth($0.text) }
      let counts = [FileSpelling.Truth.Word.yes, .no, .partial].map { word in
        (word.rawValue, truths.count { $0.word == word })
      }
      let notes = truths.count { $0.note != nil }
      return counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
        + (notes > 0 ? ", \(notes) of them with a note" : "")
    case .number:
      let numbers = cells.compactMap { DecimalNumber($0.text) }.sorted()
      return range(numbers.first?.text, numbers.last?.text, of: "numbers")
    case .date:
      let dates = cells.compactMap { FileSpelling.date($0.text) }.sorted()
      return range(dates.first?.description, dates.last?.description, of: "dates")
    default: return amount(cells.count, "address", "addresses")
    }
  }

  private static func range(_ least: String?, _ most: String?, of what: String) -> String {
    guard let least, let most else { return what }
    return least == most ? "\(what), all \(least)" : "\(what) from \(least) to \(most)"
  }

  /// Returns the first value that does not fit a type that at least 80 % of the cells, and at least five, fit.
  private static func exception(_ cells: [Cell]) -> (cell: Cell, noun: String)? {
    for test in tests {
      let fitting = cells.count { test.accepts($0.text) }
      if fitting >= 5, fitting * 5 >= cells.count * 4,
        let odd = cells.first(where: { !test.accepts($0.text) })
      {
        return (odd, test.noun)
      }
    }
    return nil
  }

  // MARK: Lists and choices

  private static let longestChoice = 40
  private static let mostChoices = 12
  private static let mostElements = 100

  private static func list(_ cells: [Cell]) -> TypeGuess? {
    let isList = cells.contains { if case .list = $0.content { true } else { false } }
    return isList ? list(of: cells.map(\.elements), what: "lists") : nil
  }

  /// Recognizes texts that are lists of recurring short elements with a common separator.
  private static func listAsText(_ cells: [Cell]) -> TypeGuess? {
    for separator: Character in [";", "|", ","] {
      let lists = cells.map { elements(of: $0.text, separator: separator) }
      let all = lists.joined()
      let several = lists.count { $0.count > 1 }
      guard several >= 2, several * 10 >= cells.count,
        all.allSatisfy({ $0.unicodeScalars.count <= longestChoice && $0.split(separator: " ").count <= 4 }),
        Set(all).count * 2 <= all.count
      else { continue }
      var guess = list(of: lists, what: "texts with \"\(separator)\" between values")
      guess.separator = separator
      return guess
    }
    return nil
  }

  private static func list(of lists: [[String]], what: String) -> TypeGuess {
    let choices = Choices(lists.joined(), most: mostElements)
    let known = choices.isEmpty ? amount(Set(lists.joined()).count, "different value") : choices.summary
    var guess = TypeGuess(type: .list, evidence: "\(lists.count) \(what), \(known)")
    guess.choices = choices
    return guess
  }

  /// Returns the elements of a list written as text.
  static func elements(of text: String, separator: Character) -> [String] {
    text.split(separator: separator).map { tidyLine(String($0)) }.filter { !$0.isEmpty }
  }

  private static func choice(_ cells: [Cell]) -> TypeGuess? {
    let texts = cells.map(\.text)
    let different = Set(texts).count
    guard different > 1, different * 2 <= texts.count,
      texts.allSatisfy({ $0.unicodeScalars.count <= longestChoice })
    else { return nil }
    let choices = Choices(texts, most: mostChoices)
    guard choices.count > 1 else { return nil }
    // If some texts are combinations of others, all are lists.
    let type: Criterion.ValueType = choices.joined.isEmpty ? .choice : .list
    var guess = TypeGuess(type: type, evidence: "\(texts.count) texts, \(choices.summary)")
    guess.choices = choices
    return guess
  }
}

extension Cell {
  /// The elements of a list; a single value is a list of one.
  var elements: [String] {
    if case .list(let elements) = content { elements } else { [text] }
  }
}

/// Returns a number with a noun: `1 text`, `2 texts`.
func amount(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? one : many ?? one + "s")"
}
