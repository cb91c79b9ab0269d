import Diagnostics
import MarkdownParsing

/// Extracts claims from a document's syntax tree.
struct ClaimReader {
  let document: MarkdownDocument
  let configuration: SiteConfiguration
  /// The footnotes that cite sources.
  let citations: Set<Int>
  /// Whether words name a possible subject of claims of a kind.
  let isName: (_ words: String, _ kind: ClaimKind) -> Bool

  /// Returns the claims of a section's lists, and the remaining blocks.
  ///
  /// A heading within the section serves as the label of the claims below it that have none, except for users.
  func claims(in blocks: [Int], kind: ClaimKind) -> (claims: [AuthoredClaim], remarks: [Int]) {
    var claims: [AuthoredClaim] = []
    var remarks: [Int] = []
    var heading: Int?
    for block in blocks {
      switch document.nodes[block].kind {
      case .list:
        for item in document.children(of: block) {
          var claim = claim(item: item, kind: kind)
          if let heading, claim.label == nil, kind != .user { label(&claim, by: heading) }
          claims.append(claim)
        }
      case .heading:
        heading = block
        remarks.append(block)
      default: remarks.append(block)
      }
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
    claim.footnotes = footnotes(in: item..<max(item, document.nodes[item].end))
    takeMarks(&claim)
    return claim
  }

  private func label(_ claim: inout AuthoredClaim, by heading: Int) {
    let text = trimmedOfColons(document.plainText(of: heading))
    guard text.isVisible else { return }
    claim.label = Ranged(text, at: document.nodes[heading].range)
    claim.heading = heading
  }

  /// Takes the label off the claim's text, with the colon inside or after it.
  private func takeLabel(_ claim: inout AuthoredClaim) {
    guard let first = claim.lead.first else { return }
    if isBold(first) {
      takeLabel(first, &claim)
    } else if case .text(let text) = document.nodes[first].kind {
      takePlainLabel(first, text, &claim)
    } else if isStressed(first), isSeparated(claim.lead.dropFirst().first),
      isName(trimmedOfColons(document.plainText(of: first)), claim.kind)
    {
      takeLabel(first, &claim)
    }
  }

  /// Returns whether the whole node is bold; bold text may also be the only content of a link or of emphasis.
  func isBold(_ node: Int) -> Bool {
    switch document.nodes[node].kind {
    case .strong: return true
    case .link, .emphasis:
      let children = document.children(of: node)
      return children.count == 1 && isBold(children[0])
    default: return false
    }
  }

  /// Returns whether a node is emphasis, a link or code.
  private func isStressed(_ node: Int) -> Bool {
    switch document.nodes[node].kind {
    case .emphasis, .link, .code: true
    default: false
    }
  }

  private func isSeparated(_ next: Int?) -> Bool {
    guard let next, case .text(let text) = document.nodes[next].kind else { return false }
    return LabelMarks.separation(in: text).map { trimmed(String(text[..<$0])).isEmpty } ?? false
  }

  private func takeLabel(_ node: Int, _ claim: inout AuthoredClaim) {
    let text = trimmedOfColons(document.plainText(of: node))
    guard text.isVisible else { return }
    claim.label = Ranged(text, at: document.nodes[node].range)
    claim.labelNode = node
    // A citation in the label applies to the whole claim.
    claim.closing = footnotes(in: node..<document.nodes[node].end).filter(citations.contains)
    claim.edits[node] = .omit
    claim.lead.removeFirst()
    dropSeparator(&claim)
  }

  /// Takes a label off plain text: words that name something known and are followed by a colon or a dash.
  private func takePlainLabel(_ node: Int, _ text: String, _ claim: inout AuthoredClaim) {
    guard let end = LabelMarks.separation(in: text) else { return }
    let words = trimmed(String(text[..<end]))
    guard !words.isEmpty, isName(words, claim.kind) else { return }
    claim.label = Ranged(words, at: document.nodes[node].range)
    claim.edits[node] = .text(String(text[end...].unicodeScalars.drop { LabelMarks.separates($0) }))
  }

  /// Removes the colon or dash between label and text, which may follow citation marks.
  private func dropSeparator(_ claim: inout AuthoredClaim) {
    for index in claim.lead {
      if case .footnoteReference(let footnote) = document.nodes[index].kind, citations.contains(footnote) {
        continue
      }
      guard case .text(let following) = document.nodes[index].kind else { return }
      let rest = String(following.unicodeScalars.drop { LabelMarks.separates($0) })
      claim.edits[index] = .text(rest)
      if !rest.isEmpty { return }
    }
  }

  /// Returns the footnotes that a range of nodes references, each once, in order of first reference.
  private func footnotes(in nodes: Range<Int>) -> [Int] {
    var known: Set<Int> = []
    var result: [Int] = []
    for index in nodes {
      guard case .footnoteReference(let footnote) = document.nodes[index].kind else { continue }
      if known.insert(footnote).inserted { result.append(footnote) }
    }
    return result
  }

  // MARK: Editor's notes

  /// Returns whether a block quote begins with the bold words of an editor's note.
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

  /// Returns the blocks of an editor's note, without its label and colon.
  func noteContent(_ block: Int, _ claim: inout AuthoredClaim) -> [Int] {
    if let label = editorNoteLabel(block) {
      claim.edits[label] = .omit
      let next = document.nodes[label].end
      if document.nodes.indices.contains(next), case .text(let text) = document.nodes[next].kind,
        document.nodes[next].parent == document.nodes[label].parent
      {
        claim.edits[next] = .text(String(text.unicodeScalars.drop { LabelMarks.isColon($0) || $0.isBlank }))
      }
    }
    return document.children(of: block)
  }
}

/// The characters that may separate a label from the text.
enum LabelMarks {
  /// Returns whether a character is a colon: in ASCII, full-width (as in Chinese and Japanese), or small.
  static func isColon(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ":" || scalar == "\u{FF1A}" || scalar == "\u{FE55}"
  }

  static func separates(_ scalar: Unicode.Scalar) -> Bool {
    isColon(scalar) || scalar.isBlank || isDash(scalar)
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "–" || scalar == "—" || scalar == "-"
  }

  /// Returns the index of the first colon, or of the first dash between spaces, within the largest length of a label.
  static func separation(in text: String) -> String.Index? {
    let scalars = text.unicodeScalars.prefix(mostScalars)
    var wasBlank = true
    for index in scalars.indices {
      if isColon(scalars[index]) { return index }
      if isDash(scalars[index]), wasBlank {
        let next = scalars.index(after: index)
        if next == text.endIndex || text.unicodeScalars[next].isBlank { return index }
      }
      wasBlank = scalars[index].isBlank
    }
    return nil
  }

  private static let mostScalars = 100
}

/// Returns a label without surrounding white space and trailing colons.
func trimmedOfColons(_ label: String) -> String {
  trimmedEnd(trimmed(label)) { LabelMarks.isColon($0) || $0.isBlank }
}
