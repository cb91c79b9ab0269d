import MarkdownParsing

// Splits a claim's first paragraph at its citation marks.
extension ClaimReader {
  /// Sorts the citation marks of the first paragraph: those among the words stay in place, the others are left out
  /// together with the white space before them.
  func takeMarks(_ claim: inout AuthoredClaim) {
    let leaves = leaves(of: claim)
    let first = leaves.firstIndex { hasWords($0, claim) } ?? leaves.endIndex
    let last = leaves.lastIndex { hasWords($0, claim) } ?? leaves.startIndex
    var part = AuthoredClaim.Part(text: "")
    for (place, index) in leaves.enumerated() {
      guard let footnote = citation(at: index) else {
        if !part.footnotes.isEmpty, hasWords(index, claim) {
          claim.parts.append(part)
          part = AuthoredClaim.Part(text: "")
        }
        part.text += text(of: index, claim)
        continue
      }
      if place < first || place > last {
        claim.edits[index] = .omit
        part.text = trimmedEnd(part.text)
        if !claim.closing.contains(footnote) { claim.closing.append(footnote) }
      }
      if place > first, !part.footnotes.contains(footnote) { part.footnotes.append(footnote) }
    }
    if claim.parts.isEmpty || !trimmed(part.text).isEmpty || !part.footnotes.isEmpty {
      claim.parts.append(part)
    }
    for place in claim.parts.indices { claim.parts[place].text = trimmed(claim.parts[place].text) }
    for (place, index) in leaves.enumerated() {
      guard case .text(let written) = document.nodes[index].kind else { continue }
      let next = leaves.dropFirst(place + 1).first
      guard next.map({ claim.edits[$0] == .omit }) ?? true else { continue }
      let text = trimmedEnd(self.text(of: index, claim))
      if text != written { claim.edits[index] = .text(text) }
    }
  }

  /// Returns the leaf nodes of the first paragraph, except those that are left out.
  private func leaves(of claim: AuthoredClaim) -> [Int] {
    claim.lead.flatMap { root in
      (root..<max(root + 1, document.nodes[root].end)).filter {
        document.nodes[$0].end <= $0 + 1 && claim.edits[$0] != .omit
      }
    }
  }

  private func citation(at index: Int) -> Int? {
    guard case .footnoteReference(let footnote) = document.nodes[index].kind, citations.contains(footnote)
    else { return nil }
    return footnote
  }

  private func text(of index: Int, _ claim: AuthoredClaim) -> String {
    if case .text(let edited)? = claim.edits[index] { return edited }
    switch document.nodes[index].kind {
    case .text(let text), .code(let text): return text
    case .softBreak, .lineBreak: return " "
    default: return ""
    }
  }

  /// Returns whether a leaf node has content other than punctuation and white space.
  private func hasWords(_ index: Int, _ claim: AuthoredClaim) -> Bool {
    switch document.nodes[index].kind {
    case .text:
      text(of: index, claim).unicodeScalars.contains { !$0.isBlank && !isPunctuation($0) }
    case .code, .image, .htmlInline: true
    default: false
    }
  }

  private func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .closePunctuation, .finalPunctuation, .otherPunctuation, .dashPunctuation, .connectorPunctuation:
      true
    default: false
    }
  }
}
