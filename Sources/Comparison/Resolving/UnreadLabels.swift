import Diagnostics
import MarkdownParsing

// Warns of content in claim sections that looks like part of a claim but is not read as such.
extension DocumentWriter {
  /// Reports links, images and footnotes in a claim's label, which the page replaces by the name of the subject.
  ///
  /// A link to the document of that subject is not lost.
  func tellWhatLabelHides(_ claim: AuthoredClaim, subjects subject: (String) -> Claim.Subject?) {
    guard let node = claim.labelNode, let label = claim.label?.value else { return tellIfStruck(claim) }
    for index in node..<document.nodes[node].end {
      switch document.nodes[index].kind {
      case .link:
        if let target = target(of: index), let named = subject(label), target.leads(to: named) { continue }
      case .image: break
      case .footnoteReference(let footnote): if citations[footnote] != nil { continue }
      default: continue
      }
      report(
        .init(
          .hiddenInLabel, "the label of a claim shows what it names, and so not this",
          at: document.nodes[index].range, help: "write it behind the label: `**\(label)**: …`"))
    }
  }

  /// Reports a struck-out label: the bullet is still read as a claim, but without that label.
  private func tellIfStruck(_ claim: AuthoredClaim) {
    guard let first = claim.lead.first, case .strikethrough = document.nodes[first].kind,
      let bold = document.children(of: first).first, case .strong = document.nodes[bold].kind
    else { return }
    report(
      .init(
        .struckOutLabel, "a label that is struck out is not read; the rest is still a claim",
        at: document.nodes[bold].range, help: "remove the bullet, or put it in a comment: `<!-- … -->`"))
  }

  /// Reports paragraphs, quotes and tables with a label among the claims.
  func tellUnread(_ remarks: [Int], _ kind: ClaimKind, _ reader: ClaimReader) {
    for block in remarks {
      guard !reader.isEditorNote(block) else { continue }
      for index in block..<document.nodes[block].end {
        guard isLabelOfBlock(index, reader) else { continue }
        let label = trimmedOfColons(document.plainText(of: index))
        guard reader.isName(label, kind) else { continue }
        report(
          .init(
            .claimOutsideList, "only a bullet is read as a claim, and \"\(label)\" begins none",
            at: document.nodes[index].range, help: "write `- **\(label)**: …` as a list of its own"))
      }
    }
  }

  /// Returns whether a node is bold text at the beginning of a paragraph or table cell.
  private func isLabelOfBlock(_ node: Int, _ reader: ClaimReader) -> Bool {
    guard let parent = document.nodes[node].parent, parent + 1 == node, reader.isBold(node) else {
      return false
    }
    switch document.nodes[parent].kind {
    case .paragraph, .tableCell: return true
    default: return false
    }
  }

  /// Returns the blocks between the claims of a section, without headings that have only claims below them.
  ///
  /// Pages group the claims of a section by subject, so such a heading would have no content. Reports it unless it
  /// serves as a label.
  func withoutEmptyHeadings(
    _ remarks: [Int], in part: Outline.Part, claims: [AuthoredClaim]
  ) -> [Int] {
    let shown = Set(remarks)
    let labels = Set(claims.compactMap(\.heading))
    var empty: Set<Int> = []
    for heading in headings(of: part, withoutAnyOf: shown) {
      empty.insert(heading)
      if labels.contains(heading) { continue }
      report(
        .init(
          .headingAmongClaims,
          "the claims below this heading are shown with the others of their section",
          at: document.nodes[heading].range,
          help: "give each the label that it belongs to, and remove the heading"))
    }
    return remarks.filter { !empty.contains($0) }
  }

  /// Returns the headings of a section that have content below them up to the next heading, but none of the blocks in
  /// `shown`. A heading with lower-level headings below it is kept.
  private func headings(of part: Outline.Part, withoutAnyOf shown: Set<Int>) -> [Int] {
    var headings: [Int] = []
    var open: (node: Int, level: Int, isEmpty: Bool)?
    func close(level: Int) {
      if let open, open.isEmpty, level <= open.level { headings.append(open.node) }
    }
    var hasMore = false
    for block in part.blocks {
      if case .heading(let level, _) = document.nodes[block].kind {
        if hasMore { close(level: level) }
        open = (block, level, true)
        hasMore = false
      } else {
        hasMore = true
        if shown.contains(block) { open?.isEmpty = false }
      }
    }
    if hasMore { close(level: 0) }
    return headings
  }
}

extension LinkTarget {
  /// Returns whether this is the document of a claim's subject.
  fileprivate func leads(to subject: Claim.Subject) -> Bool {
    switch (self, subject) {
    case (.document(.criterion(let id), _), .criterion(let named)): id == named
    case (.document(.useCase(let id), _), .useCase(let named)): id == named
    default: false
    }
  }
}
