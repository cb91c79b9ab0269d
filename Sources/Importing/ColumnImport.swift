import Comparison
import Diagnostics
import MarkdownParsing
import TextEncoding

extension Importer {
  /// A longer summary, in characters, becomes part of the body.
  private static let longestSummary = 300

  /// Applies a column to the items, unless it holds facts.
  mutating func take(_ column: Column, as meaning: ColumnMeaning, _ index: Int) {
    switch meaning {
    case .fact: return
    case .name:
      for cell in column.cells {
        items[cell.record].name = cell.text
        items[cell.record].nameOffsets = cell.offsets
      }
      tell(index, "name", "")
    case .slug:
      for cell in column.cells { items[cell.record].wantedSlug = (cell.text, cell.offsets) }
      tell(index, "slug", "")
    case .summary: takeSummaries(column, index)
    case .website: takeWebsites(column, index)
    case .aliases:
      for cell in column.cells { items[cell.record].aliases = Self.aliases(cell) }
      tell(index, "aliases", "")
    case .updated: takeDates(column, index)
    case .body:
      for cell in column.cells { addPart(nil, cell.original ?? cell.text, cell, isWhole: true) }
      tell(index, "body", "")
    }
  }

  private static func aliases(_ cell: Cell) -> [(text: String, offsets: Range<Int>)] {
    var texts = cell.elements
    if case .text(let text) = cell.content {
      let separator: Character = text.contains(";") ? ";" : text.contains("|") ? "|" : ","
      texts = TypeGuess.elements(of: text, separator: separator)
    }
    return texts.filter { $0.isVisible }.map { ($0, cell.offsets) }
  }

  private mutating func takeSummaries(_ column: Column, _ index: Int) {
    var longCount = 0
    for cell in column.cells {
      let text = withoutTags(cell.text)
      if text.unicodeScalars.count > Self.longestSummary {
        longCount += 1
        addPart(nil, cell.original ?? cell.text, cell)
      } else if text.isVisible {
        items[cell.record].summary = text
      }
    }
    let long = "\(longCount) of more than \(Self.longestSummary) characters open the body instead"
    tell(index, "summary", longCount == 0 ? "" : long)
  }

  private mutating func takeWebsites(_ column: Column, _ index: Int) {
    for cell in column.cells {
      if WebAddress.isWellFormed(cell.text) {
        items[cell.record].website = cell.text
      } else {
        leaveOut(cell, "\"\(cell.text)\" is no address that begins with https:// or http://")
      }
    }
    tell(index, "website", "")
  }

  private mutating func takeDates(_ column: Column, _ index: Int) {
    for cell in column.cells {
      if let date = FileSpelling.date(cell.text) {
        items[cell.record].updated = date.description
      } else {
        leaveOut(cell, "\"\(cell.text)\" is no date of the calendar (YYYY-MM-DD)")
      }
    }
    tell(index, "updated", "")
  }

  /// Warns of a value that is left out because it does not fit.
  private mutating func leaveOut(_ cell: Cell, _ summary: String, suggestion: String? = nil) {
    diagnostics.append(
      Diagnostic(
        .leftOutValue, summary, at: firstLine(cell.offsets), suggestion: suggestion,
        help: "the value is left out"))
  }

  private mutating func addPart(
    _ heading: String?, _ markdown: String, _ cell: Cell, isWhole: Bool = false
  ) {
    addPart(heading, markdown, at: cell.offsets, to: cell.record, isWhole: isWhole)
  }

  private mutating func addPart(
    _ heading: String?, _ markdown: String, at offsets: Range<Int>, to record: Int, isWhole: Bool = false
  ) {
    if let part = BodyPart(heading: heading, markdown: markdown, offsets: offsets, isWhole: isWhole) {
      items[record].parts.append(part)
      if part.isVerbatim { diagnostics.append(.verbatimText(at: source.range(offsets))) }
    } else {
      diagnostics.append(
        Diagnostic(
          .largeText, "the text is too large for a document", at: firstLine(offsets),
          help: "the text is left out"))
    }
  }

  // MARK: Sections and links

  mutating func takeSections() {
    for (record, sections) in collected.sections.sorted(by: { $0.key < $1.key }) {
      for section in sections {
        addPart(section.heading, section.markdown, at: section.offsets, to: record)
      }
    }
  }

  private static let websiteLabels: Set<String> = ["homepage", "website"]
  private static let longestLabel = 100

  mutating func takeLinks() {
    for (record, links) in collected.links.sorted(by: { $0.key < $1.key }) {
      for link in links where !link.value.isBlank {
        let address = tidyLine(link.value.scalar ?? "")
        let label = tidyLine(link.label)
        guard WebAddress.isWellFormed(address), label.isVisible,
          label.unicodeScalars.count <= Self.longestLabel
        else {
          diagnostics.append(
            Diagnostic(
              .leftOutValue, "\"\(address)\" is no address that can be a link",
              at: firstLine(link.value.offsets), help: "the link is left out"))
          continue
        }
        if items[record].website == nil, Self.websiteLabels.contains(label.lowercased()) {
          items[record].website = address
        } else {
          addLink(label, address, to: record)
        }
      }
    }
  }

  /// Adds a link; a number is appended to a label that is taken.
  private mutating func addLink(_ label: String, _ address: String, to record: Int) {
    if items[record].links.contains(where: { $0.address == address }) { return }
    var unique = label
    var count = 1
    while items[record].links.contains(where: { $0.label == unique }) {
      count += 1
      unique = "\(label) \(count)"
    }
    items[record].links.append((unique, address))
  }

  // MARK: Facts

  mutating func takeFacts() {
    var planner = CriterionPlanner(
      zip(collected.columns, meanings).filter { $0.1 == .fact }.map(\.0), site: site, source: source)
    for (index, meaning) in meanings.enumerated() where meaning == .fact {
      let column = collected.columns[index]
      guard let criterion = planner.plan(column) else {
        tell(index, "nothing", "its criterion takes claims only")
        continue
      }
      if criterion.guess?.isProse ?? false {
        for cell in column.cells {
          addPart(readableName(column.path.last ?? ""), cell.original ?? cell.text, cell)
        }
        tell(index, "section of the body", criterion.guess?.evidence ?? "")
        continue
      }
      take(column, criterion)
      tell(criterion, index)
      criteria.append(criterion)
    }
    diagnostics += planner.diagnostics
  }

  private mutating func tell(_ criterion: CriterionPlan, _ index: Int) {
    let kind = "criterion \(criterion.slug), \(criterion.type.rawValue)"
    guard let guess = criterion.guess else {
      tell(index, kind, "as \(criterion.path) says")
      return
    }
    tell(index, kind, guess.evidence)
    if let exception = guess.exception {
      diagnostics.append(
        Diagnostic(
          .mixedColumn,
          "\"\(exception.cell.text)\" is not \(exception.noun), as most of \"\(criterion.name)\" is, which stays text",
          at: firstLine(exception.cell.offsets), help: "mend it in the file if it is a slip"))
    }
  }

  private mutating func take(_ column: Column, _ criterion: CriterionPlan) {
    let spelling = FactSpelling(plan: criterion)
    let isRepeated = criteria.contains { $0.slug == criterion.slug }
    for cell in column.cells {
      switch spelling.spell(cell) {
      case .failure(let misfit): leaveOut(cell, misfit.summary, suggestion: misfit.suggestion)
      case .success(let spelled):
        items[cell.record].add(statement(cell, spelled), on: criterion.slug, isRepeated: isRepeated)
      }
    }
  }

  private mutating func statement(_ cell: Cell, _ spelled: FactSpelling.Spelled) -> ItemDraft.Statement {
    let backing = cell.backing
    var sources: [String] = []
    for wanted in backing?.sources ?? [] {
      if let slug = site.source(wanted.name) ?? (wanted.name == origin?.slug ? wanted.name : nil) {
        if !sources.contains(slug) { sources.append(slug) }
      } else {
        diagnostics.append(
          Diagnostic(
            .unknownSource, "no source is named \"\(wanted.name)\"",
            at: source.range(wanted.offsets), suggestion: site.source(like: wanted.name)))
      }
    }
    let isCommon = backing?.isCommon ?? false
    if sources.isEmpty, !isCommon, let origin { sources = [origin.slug] }
    let verified = backing?.verified.flatMap { FileSpelling.date($0)?.description }
    return ItemDraft.Statement(
      yaml: spelled.yaml, note: backing?.note ?? spelled.note, sources: sources, verified: verified,
      isCommon: isCommon)
  }
}
