import Diagnostics
import MarkdownParsing

/// The rule for every text from front matter, `site.yml` and facts: it must be visible, and must not affect the text
/// around it.
package enum PublishedText {
  /// Returns the problem with a text, if any; `subject` names it in the message, such as `"name"`. An empty text has no
  /// problem.
  static func problem(
    in text: String, _ subject: @autoclosure () -> String, at range: SourceRange
  ) -> Diagnostic? {
    guard !text.isEmpty else { return nil }
    if !text.isVisible {
      return Diagnostic(.wrongValue, "\(subject()) has nothing in it that can be seen", at: range)
    }
    if turnsWhatFollows(text) {
      return Diagnostic(
        .wrongValue, "\(subject()) turns the direction of the text after it", at: range,
        help: "leave out the invisible characters U+202A to U+202E and U+2066 to U+2069")
    }
    return nil
  }

  /// Returns whether a text has an embedding, override or isolate that it does not close, so that it would change the
  /// direction of the text after it (Unicode Standard Annex #9).
  package static func turnsWhatFollows(_ text: String) -> Bool {
    var (embeddings, isolates) = (0, 0)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x202A, 0x202B, 0x202D, 0x202E: embeddings += 1
      case 0x202C: embeddings = max(0, embeddings - 1)
      case 0x2066...0x2068: isolates += 1
      case 0x2069: isolates = max(0, isolates - 1)
      default: continue
      }
    }
    return embeddings + isolates > 0
  }

  /// Returns whether a character begins or ends an embedding, override or isolate.
  package static func turns(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}
