import Diagnostics
import MarkdownParsing

/// A bullet of a section that carries claims, as written.
struct AuthoredClaim {
  /// A stretch of a claim's words, and the footnotes whose references stand behind it.
  struct Part {
    var text: String
    var footnotes: [Int] = []
  }

  var kind: ClaimKind
  /// The words that it begins with and that say what it is about, without a colon.
  var label: Ranged<String>?
  /// The node that is the label, where it is one that is left out.
  var labelNode: Int?
  /// The heading that is the label, where the claim has none of its own.
  var heading: Int?
  /// The inlines of its first paragraph.
  var lead: [Int] = []
  /// What is left of the other blocks.
  var more: [Int] = []
  var editorNotes: [[Int]] = []
  /// Label and citations left out, and the white space that they leave behind.
  var edits: [Int: NodeEdit] = [:]
  /// The footnotes that it refers to, in order.
  var footnotes: [Int] = []
  /// The citations whose marks stand before its words or behind the last of them, and so belong to all of them.
  var closing: [Int] = []
  /// Its first paragraph cut behind the marks in it; a single part where none stands among the words.
  var parts: [Part] = []
  var range: SourceRange
}
