import Comparison
import Diagnostics

/// An item before its document is written.
struct ItemDraft: Sendable {
  /// A fact, with several statements if the file has more than one value.
  struct Fact: Sendable {
    var criterion: String
    var statements: [Statement]
  }

  struct Statement: Sendable {
    var yaml: String
    var note: String?
    var sources: [String]
    var verified: String?
    var isCommon: Bool
  }

  /// The item's place in the file.
  var offsets: Range<Int>
  var name = ""
  var nameOffsets: Range<Int>
  /// The slug from the file, if any.
  var wantedSlug: (text: String, offsets: Range<Int>)?
  var slug = ""
  var summary: String?
  var website: String?
  var links: [(label: String, address: String)] = []
  var aliases: [(text: String, offsets: Range<Int>)] = []
  var updated: String?
  var facts: [Fact] = []
  var parts: [BodyPart] = []

  init(offsets: Range<Int>) {
    self.offsets = offsets
    nameOffsets = offsets
  }
}

extension ItemDraft {
  /// Adds a value for a criterion; `isRepeated` tells that an earlier column has the same criterion.
  mutating func add(_ statement: Statement, on criterion: String, isRepeated: Bool) {
    let last = facts.last?.criterion == criterion ? facts.indices.last : nil
    if let place = isRepeated ? facts.firstIndex(where: { $0.criterion == criterion }) : last {
      facts[place].statements.append(statement)
    } else {
      facts.append(Fact(criterion: criterion, statements: [statement]))
    }
  }

  /// Returns the front matter of the item's document.
  func frontMatter() -> String {
    var lines = ["---", "name: \(YAMLText.scalar(name))"]
    if let summary { lines.append("summary: \(YAMLText.scalar(summary))") }
    if let website { lines.append("website: \(YAMLText.scalar(website))") }
    if !links.isEmpty {
      lines.append("links:")
      lines += links.map { "  \(YAMLText.scalar($0.label)): \(YAMLText.scalar($0.address))" }
    }
    if !aliases.isEmpty {
      lines.append("aliases: [\(aliases.map { YAMLText.scalar($0.text) }.joined(separator: ", "))]")
    }
    if let updated { lines.append("updated: \(updated)") }
    if !facts.isEmpty {
      lines.append("facts:")
      for fact in facts { lines += Self.lines(fact) }
    }
    return (lines + ["---", ""]).joined(separator: "\n")
  }

  private static func lines(_ fact: Fact) -> [String] {
    guard fact.statements.count > 1 else {
      return fact.statements.map { "  \(fact.criterion): \($0.text)" }
    }
    return ["  \(fact.criterion):"] + fact.statements.map { "    - \($0.inBraces)" }
  }
}

extension ItemDraft.Statement {
  /// The value alone if nothing else is stated, otherwise a mapping.
  fileprivate var text: String {
    note == nil && sources.isEmpty && verified == nil && !isCommon ? yaml : inBraces
  }

  fileprivate var inBraces: String {
    var parts = ["value: \(yaml)"]
    if let note { parts.append("note: \(YAMLText.scalar(note))") }
    if !sources.isEmpty { parts.append("sources: [\(sources.joined(separator: ", "))]") }
    if let verified { parts.append("verified: \(verified)") }
    if isCommon { parts.append("basis: common") }
    return "{ \(parts.joined(separator: ", ")) }"
  }
}
