import Diagnostics
import MarkdownParsing

/// A bullet of a claim section, as written.
struct AuthoredClaim {
  /// A part of a claim's text with the footnotes that are referenced right after it.
  struct Part {
    var text: String
    var footnotes: [Int] = []
  }

  var kind: ClaimKind
  /// The leading words that name the claim's subject, without a colon.
  var label: Ranged<String>?
  /// The label's node, if it is left out of the text.
  var labelNode: Int?
  /// The heading that serves as the label, if the claim has none of its own.
  var heading: Int?
  /// The inline nodes of the first paragraph.
  var lead: [Int] = []
  /// The remaining blocks, without editor's notes.
  var more: [Int] = []
  /// The blocks of each editor's note.
  var editorNotes: [[Int]] = []
  /// The changes to nodes: label and citation marks are left out, with the white space around them.
  var edits: [Int: NodeEdit] = [:]
  /// The referenced footnotes, each once, in order of first reference.
  var footnotes: [Int] = []
  /// The citations whose marks precede or follow all words of the first paragraph, and so cover the whole of it.
  var closing: [Int] = []
  /// The first paragraph, split after each citation mark; a single part if no mark is among the words.
  var parts: [Part] = []
  var range: SourceRange
}
