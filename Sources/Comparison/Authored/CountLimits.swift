import Diagnostics
import MarkdownParsing

/// Limits for the number of entries in one document. Pages list the entries, some once for each of the others, so a
/// limit on the document's size alone would not bound the output.
package enum CountLimits {
  /// Elements of a list value; each may get a page.
  package static let listElements = 200
  /// Values of all facts of an item, counting every element of a list.
  package static let factValues = 1_000
  /// Sources of one fact or one claim.
  package static let sources = 50
  /// Claims of an item; a claim about several subjects counts once for each.
  package static let claims = 1_000
  /// Names in the label of one claim.
  package static let labelParts = 20
  /// Needs of a use case.
  package static let needs = 100
  /// Names in the rows of a matrix.
  package static let rows = 500
  /// Items of a comparison: more columns of equal width are too narrow to read.
  package static let comparedItems = 2...5
  /// Bytes of a name, which is shown wherever the entity is mentioned.
  package static let nameBytes = 500
  /// Bytes of a summary or of a fact's note, which also appear on many pages.
  package static let summaryBytes = 4_000
}

extension Diagnostic {
  /// Returns the error for a document that exceeds one of the `CountLimits`.
  static func tooMany(_ summary: String, at range: SourceRange, help: String) -> Diagnostic {
    Diagnostic(.documentLimit, summary, at: range, help: help)
  }
}

extension [Diagnostic] {
  /// Whether suggestions are still worth computing, since each searches all names.
  package var mayStillSuggest: Bool { count < 100 }
}

extension FrontMatterReader {
  /// Returns at most `most` elements of a list; reports an error at the first one beyond.
  mutating func limited<Value>(
    _ all: [Ranged<Value>], to most: Int, _ what: String, help: String
  ) -> [Ranged<Value>] {
    guard all.count > most else { return all }
    report(.tooMany("\(what) more than \(most)", at: all[most].range, help: help))
    return Array(all.prefix(most))
  }

  /// Reads a text that is shown on many pages, with the size limit of a summary.
  mutating func summary(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    return isShort(text, key, most: CountLimits.summaryBytes) ? text.value : nil
  }

  mutating func isShort(_ text: Ranged<String>, _ key: String, most: Int) -> Bool {
    guard text.value.utf8.count > most else { return true }
    report(
      .tooMany(
        "\"\(key)\" is longer than \(most) bytes", at: text.range,
        help: "it stands on many pages: write the rest below the front matter"))
    return false
  }
}

extension ItemHeader {
  /// Removes the facts and the sources beyond the limits, and reports the first violation of each kind.
  mutating func limitFacts(_ reader: inout FrontMatterReader) {
    var count = 0
    for index in facts.indices {
      facts[index].sources = reader.limited(
        facts[index].sources, to: CountLimits.sources, "a fact has sources,", help: "name those that say most"
      )
      if case .sequence(let elements) = facts[index].value.kind {
        if elements.count > CountLimits.listElements {
          let most = CountLimits.listElements
          reader.report(
            .tooMany(
              "a list has more than \(most) values", at: elements[most].range,
              help: "name the kinds that they belong to"))
          facts.removeSubrange(index...)
          return
        }
        count += elements.count
      } else {
        count += 1
      }
      guard count > CountLimits.factValues else { continue }
      reader.report(
        .tooMany(
          "the facts have more than \(CountLimits.factValues) values together", at: facts[index].value.range,
          help: "make it two documents"))
      facts.removeSubrange(index...)
      return
    }
  }
}
