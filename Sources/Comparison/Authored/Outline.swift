import Diagnostics
import MarkdownParsing

/// A document's body cut at its second-level headings.
struct Outline {
  struct Part {
    var heading: Int
    var id: String
    var title: String
    /// The top-level blocks below the heading.
    var blocks: [Int]
  }

  /// The blocks before the first part.
  var introduction: [Int] = []
  var parts: [Part] = []
  /// The first-level heading that is not shown, as it repeats the document's name.
  var title: Int?

  /// Whether a first-level heading only repeats a document's name.
  static func isTitle(_ heading: String, of name: String) -> Bool {
    NameIndex<Never>.key(heading) == NameIndex<Never>.key(name)
  }

  /// Cuts the body; a first-level heading that repeats the document's name is dropped, as the page shows the name itself.
  init(_ document: MarkdownDocument, name: String) {
    for index in document.topLevel {
      guard case .heading(let level, let id) = document.nodes[index].kind, level <= 2 else {
        if parts.isEmpty { introduction.append(index) } else { parts[parts.count - 1].blocks.append(index) }
        continue
      }
      let title = trimmed(document.plainText(of: index))
      if level == 1, Self.isTitle(title, of: name) {
        self.title = self.title ?? index
        continue
      }
      parts.append(Part(heading: index, id: id, title: title, blocks: []))
    }
  }
}

/// A bullet of a section that carries claims, as written.
struct AuthoredClaim {
  var kind: ClaimKind
  /// The bold words that it begins with, without a colon.
  var label: Ranged<String>?
  /// The inlines of its first paragraph.
  var lead: [Int] = []
  /// What is left of the other blocks.
  var more: [Int] = []
  var editorNotes: [[Int]] = []
  /// Label and citations left out, and the white space that they leave behind.
  var edits: [Int: NodeEdit] = [:]
  /// The footnotes that it refers to, in order.
  var footnotes: [Int] = []
  var range: SourceRange
}

/// Takes claims out of the syntax tree.
struct ClaimReader {
  let document: MarkdownDocument
  let configuration: SiteConfiguration
  /// For each footnote the first link of its definition that leads to another document.
  private let citedLinks: [Int?]

  init(document: MarkdownDocument, configuration: SiteConfiguration) {
    self.document = document
    self.configuration = configuration
    citedLinks = document.footnotes.map { footnote in
      footnote.nodes.first { index in
        guard case .link(let destination, _) = document.nodes[index].kind,
          case .relative(let path, _, _) = destination
        else { return false }
        return path.hasSuffix(".md")
      }
    }
  }

  /// The claims of a section's lists, and the blocks that are no lists.
  func claims(in blocks: [Int], kind: ClaimKind) -> (claims: [AuthoredClaim], remarks: [Int]) {
    var claims: [AuthoredClaim] = []
    var remarks: [Int] = []
    for block in blocks {
      guard case .list = document.nodes[block].kind else {
        remarks.append(block)
        continue
      }
      claims += document.children(of: block).map { claim(item: $0, kind: kind) }
    }
    return (claims, remarks)
  }

  private func claim(item: Int, kind: ClaimKind) -> AuthoredClaim {
    let blocks = document.children(of: item)
    var claim = AuthoredClaim(kind: kind, range: document.nodes[item].range)
    var rest = blocks[...]
    if let first = blocks.first, case .paragraph = document.nodes[first].kind {
      claim.range = document.nodes[first].range
      claim.lead = document.children(of: first)
      rest = rest.dropFirst()
      takeLabel(&claim)
    }
    for block in rest {
      if isEditorNote(block) {
        claim.editorNotes.append(noteContent(block, &claim))
      } else {
        claim.more.append(block)
      }
    }
    takeCitations(item, &claim)
    tidyLead(&claim)
    return claim
  }

  /// Leading bold text is the label; a colon in it or after it is no part of either.
  private func takeLabel(_ claim: inout AuthoredClaim) {
    guard let first = claim.lead.first, case .strong = document.nodes[first].kind else { return }
    let text = trimmedOfColons(document.plainText(of: first))
    guard !text.isEmpty else { return }
    claim.label = Ranged(text, at: document.nodes[first].range)
    claim.edits[first] = .omit
    claim.lead.removeFirst()
    guard let next = claim.lead.first, case .text(let following) = document.nodes[next].kind else { return }
    let marks: Set<Unicode.Scalar> = [":", " ", "–", "—", "-", "\u{A0}"]
    claim.edits[next] = .text(String(following.unicodeScalars.drop { marks.contains($0) }))
  }

  private func takeCitations(_ item: Int, _ claim: inout AuthoredClaim) {
    var known: Set<Int> = []
    for index in item..<max(item, document.nodes[item].end) {
      guard case .footnoteReference(let footnote) = document.nodes[index].kind else { continue }
      if known.insert(footnote).inserted { claim.footnotes.append(footnote) }
    }
  }

  /// Leaves the citations out of the first paragraph, with the space before each and at the end.
  private func tidyLead(_ claim: inout AuthoredClaim) {
    for (place, index) in claim.lead.enumerated() {
      if case .footnoteReference(let footnote) = document.nodes[index].kind, isCitation(footnote) {
        claim.edits[index] = .omit
      }
      guard case .text(let written) = document.nodes[index].kind else { continue }
      var text = written
      if case .text(let edited)? = claim.edits[index] { text = edited }
      let next = claim.lead.dropFirst(place + 1).first
      let beforeCitation = next.map { self.isCitationReference($0) } ?? true
      if beforeCitation { text = trimmedEnd(text) }
      if text != written { claim.edits[index] = .text(text) }
    }
  }

  private func isCitationReference(_ index: Int) -> Bool {
    guard case .footnoteReference(let footnote) = document.nodes[index].kind else { return false }
    return isCitation(footnote)
  }

  /// Whether a footnote's definition links to a document: then it is a citation, or wants to be one.
  func isCitation(_ footnote: Int) -> Bool { citedLink(footnote) != nil }

  /// The first link of a footnote's definition that leads to another document.
  func citedLink(_ footnote: Int) -> Int? {
    citedLinks.indices.contains(footnote) ? citedLinks[footnote] : nil
  }

  // MARK: Editor's notes

  /// Whether a block is a quote that begins with the bold words of an editor's note.
  func isEditorNote(_ block: Int) -> Bool { editorNoteLabel(block) != nil }

  private func editorNoteLabel(_ block: Int) -> Int? {
    guard case .blockQuote = document.nodes[block].kind,
      let paragraph = document.children(of: block).first, case .paragraph = document.nodes[paragraph].kind,
      let label = document.children(of: paragraph).first, case .strong = document.nodes[label].kind
    else { return nil }
    let text = trimmedOfColons(document.plainText(of: label))
    let words = configuration.editorNoteWords.map { NameIndex<Never>.key($0) }
    return words.contains(NameIndex<Never>.key(text)) ? label : nil
  }

  /// The blocks of an editor's note; its label and the colon are left out.
  func noteContent(_ block: Int, _ claim: inout AuthoredClaim) -> [Int] {
    if let label = editorNoteLabel(block) {
      claim.edits[label] = .omit
      let next = document.nodes[label].end
      if document.nodes.indices.contains(next), case .text(let text) = document.nodes[next].kind,
        document.nodes[next].parent == document.nodes[label].parent
      {
        claim.edits[next] = .text(String(text.unicodeScalars.drop { $0 == ":" || $0 == " " }))
      }
    }
    return document.children(of: block)
  }
}

/// A label without the colons and the white space at its end.
private func trimmedOfColons(_ label: String) -> String {
  trimmedEnd(trimmed(label)) { $0 == ":" || $0.isBlank }
}

func trimmed(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let start = scalars.firstIndex(where: { !$0.isBlank }) else { return "" }
  return trimmedEnd(start == scalars.startIndex ? text : String(scalars[start...]))
}

func trimmedEnd(_ text: String, of isUnwanted: (Unicode.Scalar) -> Bool = \.isBlank) -> String {
  let scalars = text.unicodeScalars
  guard let last = scalars.lastIndex(where: { !isUnwanted($0) }) else { return "" }
  let end = scalars.index(after: last)
  return end == scalars.endIndex ? text : String(scalars[..<end])
}

extension Unicode.Scalar {
  /// Whether it is white space; ASCII is told without the tables of Unicode, which take many times as long.
  var isBlank: Bool {
    isASCII ? self == " " || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
