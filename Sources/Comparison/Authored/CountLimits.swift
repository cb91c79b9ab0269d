import Diagnostics
import MarkdownParsing

/// How many things one document may hold. Pages list them, some once for each of the others, so that their number counts and not only the
/// bytes that spell them.
package enum CountLimits {
  /// Elements of a list that is a fact's value; each may have a page.
  package static let listElements = 200
  /// Values of all facts of an item, each element of a list counted.
  package static let factValues = 1_000
  /// Sources of one fact or one claim.
  package static let sources = 50
  /// Claims of an item; one that is about several things counts for each.
  package static let claims = 1_000
  /// Names in the label of one claim.
  package static let labelParts = 20
  /// Needs of a use case.
  package static let needs = 100
  /// Names in the rows of a matrix.
  package static let rows = 500
  /// Bytes of a name, which stands wherever the thing is mentioned.
  package static let nameBytes = 500
  /// Bytes of a summary or of the note of a fact, which stand on many pages too.
  package static let summaryBytes = 4_000
}

extension Diagnostic {
  /// The error of a document that holds too many of something.
  static func tooMany(_ summary: String, at range: SourceRange, help: String) -> Diagnostic {
    Diagnostic(.error, .documentLimit, summary, at: range, help: help)
  }
}

extension [Diagnostic] {
  /// Whether the next problem of a document is worth the search for what was meant, which goes through everything that there is.
  package var mayStillSuggest: Bool { count < 100 }
}

extension FrontMatterReader {
  /// The first of some references, as many as there may be; one too many is an error at its place.
  mutating func limited<Value>(
    _ all: [Ranged<Value>], to most: Int, _ what: String, help: String
  ) -> [Ranged<Value>] {
    guard all.count > most else { return all }
    report(.tooMany("\(what) more than \(most)", at: all[most].range, help: help))
    return Array(all.prefix(most))
  }

  /// A text that stands on many pages.
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
  /// Leaves out the facts, and the parts of facts, that are too many, after the first of each kind is told.
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
