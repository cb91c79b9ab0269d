import Comparison
import Diagnostics

/// A column of a file: all values below one header, or of one key.
struct Column: Sendable {
  /// The keys that lead to it, without `facts` and `attributes`: `permissions`, `commercial_use`.
  var path: [String]
  /// Whether it is a fact regardless of its name, because it was below `facts` or `attributes`.
  var isFact: Bool
  /// The place of its first occurrence in the file.
  var offsets: Range<Int>
  var cells: [Cell] = []
  /// The header as written in the file, or the keys of the path joined by dots.
  var header: String

}

/// The value of one item in a column.
struct Cell: Sendable {
  enum Content: Sendable, Hashable {
    case truth(Bool)
    case number(String)
    /// Normalized to one line; never empty.
    case text(String)
    case list([String])
    /// The file states that the criterion does not apply.
    case notApplicable
  }

  /// What a fact states beside its value.
  struct Backing: Sendable {
    var note: String?
    var sources: [(name: String, offsets: Range<Int>)] = []
    var verified: String?
    var isCommon = false
  }

  /// The index of the item.
  var record: Int
  var content: Content
  /// The text before it was normalized, if it had several lines.
  var original: String?
  var offsets: Range<Int>
  var backing: Backing?

  /// The value as a single line of text.
  var text: String {
    switch content {
    case .truth(let truth): truth ? "yes" : "no"
    case .number(let text), .text(let text): text
    case .list(let elements): elements.joined(separator: ", ")
    case .notApplicable: "not applicable"
    }
  }
}

extension Cell.Content {
  /// Spellings of a missing value.
  private static let missingWords: Set<String> = [
    "-", "–", "—", "?", "n/a", "#n/a", "null", "unknown", "tbd",
  ]
  private static let inapplicableWords: Set<String> = ["not applicable", "not-applicable"]

  /// Converts a value; nil if it is empty or missing.
  init?(_ value: ImportedValue) {
    switch value.kind {
    case .null, .object: return nil
    case .truth(let truth): self = .truth(truth)
    case .number(let text): self = .number(text)
    case .text(let text):
      let line = tidyLine(text)
      let word = line.lowercased()
      if line.isEmpty || Self.missingWords.contains(word) { return nil }
      self = Self.inapplicableWords.contains(word) ? .notApplicable : .text(line)
    case .list(let elements):
      let texts = elements.compactMap(\.label).map(tidyLine).filter { !$0.isEmpty }
      if texts.isEmpty { return nil }
      self = .list(texts)
    }
  }
}

extension ImportedValue {
  /// The longest text, in bytes: no document could hold more.
  static let longestText = 1 << 20

  /// The limit that the value exceeds, for messages; nil if it fits.
  var exceededLimit: String? {
    switch kind {
    case .text(let text) where text.utf8.count > Self.longestText: "\(Self.longestText >> 20) MiB"
    case .list(let elements) where elements.count > CountLimits.listElements:
      "\(CountLimits.listElements) elements"
    default: nil
    }
  }

  /// The text of a list element: its own, or the name of an object.
  fileprivate var label: String? {
    guard case .object(let members) = kind else { return scalar }
    for key in ["name", "label", "title"] {
      if let text = members.first(where: { $0.key == key })?.value.scalar { return text }
    }
    return nil
  }
}

/// Makes a readable name of a key in a file: `open_source` and `openSource` become "Open source".
func readableName(_ key: String) -> String {
  let key = tidyLine(key)
  guard !key.contains(" ") else { return key }
  var words = ""
  var last: Unicode.Scalar?
  let scalars = Array(key.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    let next = index + 1 < scalars.count ? scalars[index + 1] : nil
    let opensWord = scalar.properties.isUppercase && (last?.properties.isLowercase ?? false)
    if opensWord {
      words += " "
      let isAcronym = next.map { $0.properties.isUppercase } ?? true
      words += isAcronym ? String(scalar) : scalar.properties.lowercaseMapping
    } else if scalar == "_" || scalar == "-" {
      if !words.isEmpty, !words.hasSuffix(" ") { words += " " }
    } else {
      words.unicodeScalars.append(scalar)
    }
    last = scalar
  }
  let name = tidyLine(words)
  guard let first = name.unicodeScalars.first else { return key }
  return first.properties.titlecaseMapping + String(String.UnicodeScalarView(name.unicodeScalars.dropFirst()))
}
