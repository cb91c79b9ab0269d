import Diagnostics
import MarkdownParsing

/// Resolves the links of one document and renders its HTML.
///
/// It is a class because the closures for links and footnotes would otherwise capture copies of its whole state.
final class DocumentWriter {
  let document: MarkdownDocument
  let id: DocumentID
  private let names: Names
  private(set) var diagnostics: [Diagnostic] = []
  /// Links to generated pages, which can be checked only later.
  private(set) var generatedLinks: [GeneratedPageLink] = []
  /// The target of each internal link or image, by its node.
  private var targets: [Int: LinkTarget] = [:]
  /// The image that is probably visible without scrolling: the first one before any section.
  private var firstImage: Int?
  /// The footnotes that cite sources.
  private(set) var citations: [Int: Citation] = [:]
  /// The numbers of the footnotes at the end of the page, in order of first reference: those that are not citations,
  /// and detailed citations that are referenced from prose. Claims show the details of their citations themselves.
  private var noteNumbers: [Int: Int] = [:]
  private var noteTitles: [Int: String] = [:]

  /// Resolves the links of a document; `claimLists` are the lists whose bullets are claims.
  init(_ document: MarkdownDocument, id: DocumentID, _ names: Names, claimLists: [Int] = []) {
    self.document = document
    self.id = id
    self.names = names
    resolveLinks()
    resolveCitations(claimLists)
  }

  var reader: ClaimReader {
    ClaimReader(
      document: document, configuration: names.configuration, citations: Set(citations.keys),
      isName: { [references] in references.isName($0, for: $1) })
  }

  private var path: String { document.source.path }
  private var references: References { _read { yield names.references } }

  // MARK: Links

  private func resolveLinks() {
    var isBeforeSections = true
    for (index, node) in document.nodes.enumerated() {
      let destination: LinkDestination
      var isImage = false
      switch node.kind {
      case .link(let link, _): destination = link
      case .image(let link, _):
        destination = link
        isImage = true
      case .heading(level: 2, _):
        isBeforeSections = false
        continue
      default: continue
      }
      switch destination {
      case .external, .refused: continue
      case .fragment(let fragment):
        checkAnchor(fragment, of: id, at: node.range)
        targets[index] = .document(id, fragment: fragment)
      case .relative(let path, let query, let fragment):
        resolve(index, path: path, query: query, fragment: fragment, isImage: isImage, at: node.range)
        guard isImage else { continue }
        checkDescription(index)
        if isBeforeSections, firstImage == nil, targets[index] != nil { firstImage = index }
      }
    }
  }

  private func resolve(
    _ index: Int, path target: String, query: String?, fragment: String?, isImage: Bool, at range: SourceRange
  ) {
    let place = addressRange(of: target, in: range)
    // An empty path must not resolve to the document's own folder.
    if target.isEmpty {
      diagnostics.append(deadLink(target, "", isImage: isImage, at: place))
      return
    }
    let resolved = target.hasPrefix("/") ? "Content" + target : RelativePath.resolve(target, from: path)
    guard let resolved, resolved == "Content" || RelativePath.belowContent(resolved) != nil else {
      diagnostics.append(
        .init(.deadLink, "\"\(target)\" leads out of Content", at: place))
      return
    }
    let folder = resolved.hasSuffix("/") ? String(resolved.dropLast()) : resolved
    if let document = references.documents[resolved], !isImage {
      if let fragment { checkAnchor(fragment, of: document, at: range) }
      targets[index] = .document(document, fragment: fragment)
    } else if references.files.contains(resolved), let file = RelativePath.belowContent(resolved) {
      targets[index] = .file(file, query: query, fragment: fragment)
    } else if let document = references.documents[folder + "/index.md"], !isImage {
      targets[index] = .document(document, fragment: fragment)
    } else if let kind = references.indexes[folder], !isImage {
      targets[index] = .index(kind, fragment: fragment)
    } else if !isImage, !references.drafts.has(path: resolved), let made = GeneratedPageLink.path(resolved) {
      generatedLinks.append(GeneratedPageLink(spelled: target, target: .path(made), place: place))
      targets[index] = .made(made, fragment: fragment)
    } else {
      diagnostics.append(deadLink(target, resolved, isImage: isImage, at: place))
    }
  }

  /// Reports an image without alternative text.
  private func checkDescription(_ index: Int) {
    if document.plainText(of: index).isVisible { return }
    diagnostics.append(
      .init(
        .missingAltText, "an image says in words what it shows",
        at: document.nodes[index].range, help: "write it between the brackets: ![what it shows](picture.png)")
    )
  }

  private func deadLink(_ target: String, _ resolved: String, isImage: Bool, at place: SourceRange)
    -> Diagnostic
  {
    let what = isImage ? "image" : "link"
    if references.drafts.has(path: resolved) {
      return .draftReference("the link \"\(target)\"", at: place)
    }
    return .init(
      isImage ? .deadImage : .deadLink, "the \(what) \"\(target)\" leads nowhere", at: place,
      suggestion: diagnostics.mayStillSuggest ? path(like: resolved, isImage: isImage) : nil)
  }

  /// Returns the closest existing path, compared as a whole, so that a wrong folder is found as well as a wrong name.
  private func path(like path: String, isImage: Bool) -> String? {
    let candidates =
      isImage ? Array(references.files) : Array(references.documents.keys) + Array(references.files)
    let close = Spelling.closest(to: path, among: candidates) ?? sameName(as: path, among: candidates)
    return close.map { RelativePath.spelling(of: $0, from: self.path) }
  }

  private func sameName(as path: String, among candidates: [String]) -> String? {
    guard let name = RelativePath.components(path).last else { return nil }
    let matches = candidates.filter { RelativePath.components($0).last == name }
    return matches.count == 1 ? matches.first : nil
  }

  private func checkAnchor(_ fragment: String, of target: DocumentID, at range: SourceRange) {
    guard let known = references.anchors[target], !fragment.isEmpty, !known.contains(fragment) else { return }
    let place = addressRange(of: "#" + fragment, in: range)
    if GeneratedPageLink.isMade(anchor: fragment) {
      generatedLinks.append(GeneratedPageLink(spelled: fragment, target: .anchor(target), place: place))
      return
    }
    diagnostics.append(
      .init(
        .deadAnchor, "no heading has the anchor \"#\(fragment)\"",
        at: place,
        suggestion: diagnostics.mayStillSuggest
          ? Spelling.closest(to: fragment, among: known).map { "#" + $0 } : nil))
  }

  /// Returns the range of an address within a link; that of the whole link if the address is written with escapes.
  private func addressRange(of address: String, in range: SourceRange) -> SourceRange {
    let bytes = document.source.utf8[range.offsets.clamped(to: 0..<document.source.endOffset)]
    let wanted = Array(address.utf8)
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return range }
    // Search backwards, since the text of a link may equal its address.
    for start in stride(from: bytes.endIndex - wanted.count, through: bytes.startIndex, by: -1)
    where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
      return document.source.range(start..<(start + wanted.count))
    }
    return range
  }

  // MARK: Citations

  private func resolveCitations(_ claimLists: [Int]) {
    for index in document.footnotes.indices {
      citations[index] = document.citation(index, targets: targets)
    }
    let claims = Set(claimLists)
    for index in document.footnotes.indices {
      let isNote = citations[index].map { $0.saysMore && isReferred(index, outside: claims) } ?? true
      guard isNote else { continue }
      noteNumbers[index] = noteNumbers.count + 1
      noteTitles[index] = noteTitle(index)
    }
  }

  /// Returns whether a footnote is referenced from outside the given top-level blocks.
  private func isReferred(_ footnote: Int, outside blocks: Set<Int>) -> Bool {
    document.footnotes[footnote].references.contains { reference in
      var block = reference
      while let parent = document.nodes[block].parent { block = parent }
      return !blocks.contains(block)
    }
  }

  /// Returns the target of an internal link, by its node.
  func target(of link: Int) -> LinkTarget? { targets[link] }

  func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Returns whether a footnote links to a missing document, which has been reported already.
  func hasDeadLink(_ footnote: Int) -> Bool { document.hasDeadLink(footnote, targets: targets) }

  /// Reports citations in the heading of a claim section, which would belong to none of the claims.
  func refuseCitations(inHeadingOf part: Outline.Part) {
    for node in part.heading..<document.nodes[part.heading].end {
      guard case .footnoteReference(let footnote) = document.nodes[node].kind, citations[footnote] != nil
      else { continue }
      let label = document.footnotes[footnote].label.value
      diagnostics.append(
        .init(
          .citationInHeading, "a citation in the heading of claims belongs to none of them",
          at: document.nodes[node].range,
          help: "write `[^\(label)]` at the end of each claim that it is the source of"))
    }
  }

  /// Reports notes and links in a heading that repeats the document's name: it is not shown, so they would be lost.
  func checkTitle(_ outline: Outline) {
    guard let title = outline.title else { return }
    for node in title..<document.nodes[title].end {
      switch document.nodes[node].kind {
      case .footnoteReference, .link, .image:
        diagnostics.append(
          .init(
            .hiddenInTitle, "the heading that repeats the name is not shown, and so this is not",
            at: document.nodes[node].range, help: "write it below the heading"))
      default: continue
      }
    }
  }

  // MARK: HTML

  /// Makes a renderer for the document's own page, or for claims, which are shown on several pages.
  private func renderer(forClaims: Bool = false) -> HTMLRenderer<LinkTarget> {
    let notes = noteNumbers
    let first = forClaims ? nil : firstImage
    return HTMLRenderer(
      document: document,
      link: { [self] index, destination in
        if let target = targets[index] { return .target(target) }
        if case .external(let address) = destination {
          return .external(address, rel: WebAddress.rel(for: address, trusting: references.trustedHosts))
        }
        return .plain
      },
      image: { [self] index in
        guard case .file(let file, _, _)? = targets[index] else { return ImageTreatment() }
        let size = references.imageSizes["Content/" + file].map { (width: $0.width, height: $0.height) }
        return ImageTreatment(size: size, isFetchedAtOnce: index == first)
      },
      footnote: { [self] footnote in
        if let citation = citations[footnote], forClaims || notes[footnote] == nil {
          return .references(citation.sources.map { reference(to: $0) })
        }
        guard let number = notes[footnote] else { return .omit }
        return forClaims ? .references([noteElsewhere(footnote, number)]) : .note(number: number)
      },
      highestHeading: 2, ids: !forClaims)
  }

  /// Returns a reference to an ordinary footnote for use in a claim: the claim is shown on several pages, its footnote
  /// only on that of its document.
  private func noteElsewhere(_ footnote: Int, _ number: Int) -> FootnoteReference<LinkTarget> {
    FootnoteReference(
      target: .document(id, fragment: "Fn_\(number)"), mark: String(number), title: noteTitles[footnote] ?? ""
    )
  }

  /// Returns the beginning of a footnote's text, for the tooltips of its references.
  private func noteTitle(_ footnote: Int) -> String {
    let text = document.plainText(of: document.footnotes[footnote].nodes).unicodeScalars
    return text.count <= Self.longestTitle ? String(text) : String(text.prefix(Self.longestTitle)) + "…"
  }

  private static let longestTitle = 200

  private func reference(to id: Source.ID) -> FootnoteReference<LinkTarget> {
    let source = references.sourceNames[id.index]
    return FootnoteReference(
      target: .document(.source(id), fragment: nil), mark: source.shortName, title: "")
  }

  func html(_ blocks: [Int]) -> RichText {
    blocks.isEmpty ? [] : renderer().render(blocks)
  }

  /// Renders a section without claims.
  func section(_ part: Outline.Part) -> Section {
    Section(id: part.id, title: part.title, heading: heading(part), text: html(part.blocks))
  }

  /// Renders the content of a section's heading.
  func heading(_ part: Outline.Part) -> RichText { html(document.children(of: part.heading)) }

  /// Renders a part of a claim.
  func claimHTML(_ blocks: [Int], edits: [Int: NodeEdit]) -> RichText {
    blocks.isEmpty ? [] : renderer(forClaims: true).render(blocks, edits: edits)
  }

  /// Renders the full text of a citation, to be shown with a claim.
  func details(of footnote: Int) -> RichText {
    let blocks = document.blocks(in: document.footnotes[footnote].nodes)
    guard blocks.count == 1, case .paragraph = document.nodes[blocks[0]].kind else {
      return claimHTML(blocks, edits: [:])
    }
    return claimHTML(document.children(of: blocks[0]), edits: [:])
  }

  /// Renders the footnotes at the end of the page; those referenced from `blocks` get links back.
  func footnotes(referencedFrom blocks: [Int]) -> RichText {
    let notes = noteNumbers.map { (footnote: $0.key, number: $0.value) }.sorted { $0.number < $1.number }
    return notes.isEmpty ? [] : renderer().renderFootnotes(notes, referencedFrom: blocks)
  }
}
