import Diagnostics
import MarkdownParsing
import TextEncoding

extension Resolver {
  /// Resolves the prose of a document without claims.
  mutating func prose<Header>(_ document: AuthoredDocument<Header>, id: DocumentID) -> Prose {
    let writer = DocumentWriter(document.body, id: id, names)
    let outline = Outline(document.body, name: document.common.name.value)
    var prose = Prose()
    prose.introduction = writer.html(outline.introduction)
    prose.sections = outline.parts.map { writer.section($0) }
    writer.checkTitle(outline)
    let shown = outline.introduction + outline.parts.flatMap { [$0.heading] + $0.blocks }
    prose.footnotes = writer.footnotes(referencedFrom: shown)
    prose.generatedLinks = writer.generatedLinks
    diagnostics += writer.diagnostics
    return prose
  }

  mutating func resolveCriterion(_ index: Int) {
    catalog.criteria[index].prose = prose(criteria[index], id: .criterion(.init(index)))
  }

  mutating func resolveUseCase(_ index: Int) {
    let document = useCases[index]
    catalog.useCases[index] = UseCase(id: .init(index), entry: Entry(document))
    catalog.useCases[index].aliases = document.header.aliases.map(\.value)
    catalog.useCases[index].wish = document.header.wish
    catalog.useCases[index].prose = prose(document, id: .useCase(.init(index)))
    for need in document.header.needs {
      guard let resolved = self.need(need) else { continue }
      let isKnown = catalog.useCases[index].needs.contains {
        $0.criterion == resolved.criterion && $0.wanted == resolved.wanted
      }
      if isKnown {
        diagnostics.append(
          .init(
            .duplicateNeed,
            "the needs name \"\(need.criterion.value)\" twice, which would count it twice",
            at: need.criterion.range))
      } else {
        catalog.useCases[index].needs.append(resolved)
      }
    }
  }

  private mutating func need(_ need: UseCaseHeader.Need) -> UseCase.Need? {
    guard let criterion = references.criterion(need.criterion).value(orNoteIn: &diagnostics) else {
      return nil
    }
    guard let node = need.value else { return .help(criterion) }
    guard let value = value(node, for: criterion) else { return nil }
    guard value.isKnown else {
      diagnostics.append(
        .init(
          .wrongValue, "a use case cannot need that \"\(catalog[criterion].entry.name)\" is unknown",
          at: node.range, help: "write the value that it needs"))
      return nil
    }
    let wanted = WantedValue(criterion: criterion, value: value)
    return need.isPreferred ? .preference(wanted) : .condition(wanted)
  }

  /// Types a required value; for a list criterion, one element is enough.
  private mutating func value(_ node: YAMLNode, for criterion: Criterion.ID) -> FactValue? {
    switch FactTyping.value(node, for: catalog[criterion]) {
    case .success(let value): return value
    case .failure(let mistake):
      diagnostics.append(mistake.diagnostic)
      return nil
    }
  }

  mutating func resolveSource(_ index: Int) {
    let document = sources[index]
    catalog.sources[index].prose = prose(document, id: .source(.init(index)))
    var ranking: [Item.ID] = []
    for name in document.header.ranking {
      guard let item = references.item(name, noun: configuration.items.one).value(orNoteIn: &diagnostics)
      else { continue }
      if ranking.contains(item) {
        diagnostics.append(
          .init(.duplicateRank, "the ranking names \"\(name.value)\" twice", at: name.range))
      } else {
        ranking.append(item)
      }
    }
    catalog.sources[index].ranking = ranking
  }

  mutating func resolvePage(_ index: Int) {
    let document = site.pages[index]
    let id = DocumentID.page(.init(index))
    catalog.pages[index] = Page(document, id: .init(index))
    catalog.pages[index].prose = prose(document, id: id)
    for node in document.body.topLevel {
      guard case .heading(let level, let anchor) = document.body.nodes[node].kind, level <= 3 else {
        continue
      }
      let title = trimmed(document.body.plainText(of: node))
      if title.isEmpty { continue }
      if level == 1, Outline.isTitle(title, of: document.common.name.value) { continue }
      catalog.pages[index].headings.append(.init(level: level, id: anchor, title: title))
    }
  }

  // MARK: Matrices

  mutating func resolveMatrix(_ index: Int) {
    let document = matrices[index]
    catalog.matrices[index] = Matrix(id: .init(index), entry: Entry(document), order: document.header.order)
    catalog.matrices[index].prose = prose(document, id: .matrix(.init(index)))
    catalog.matrices[index].groups =
      document.header.rows.map { rows($0) } ?? grouped(catalog.criteria.map(\.id))
    if let choices = document.header.items {
      var chosen: Set<Item.ID> = []
      for choice in choices { chosen.formUnion(items(choice)) }
      catalog.matrices[index].items = chosen.sorted()
    } else {
      catalog.matrices[index].items = catalog.items.map(\.id)
    }
  }

  /// The names of row sets other than criteria: one row per organisation or per use case.
  private static let rowSets: [String: IndexKind] = ["used-by": .organisations, "use-cases": .useCases]

  /// Returns the groups of rows that a matrix lists, in its order; consecutive single criteria form one group.
  private mutating func rows(_ names: [Ranged<String>]) -> [Matrix.Group] {
    var groups: [Matrix.Group] = []
    var isLoose = false
    for name in names {
      let wanted = NameIndex<Never>.key(name.value)
      let members = catalog.criteria.filter { $0.group.map { NameIndex<Never>.key($0) == wanted } ?? false }
      if let criterion = references.criteria[name.value] {
        if !isLoose { groups.append(.init(name: nil, rows: [])) }
        groups[groups.count - 1].rows.append(.criterion(criterion))
        isLoose = true
        continue
      }
      isLoose = false
      if let group = members.first?.group {
        groups.append(.init(name: group, rows: members.map { .criterion($0.id) }))
      } else if let set = Self.rowSets[wanted] {
        groups.append(rowSet(set, isOnly: names.count == 1))
      } else if references.drafts.has(name.value, .criterion) {
        diagnostics.append(.draftReference("\"\(name.value)\"", at: name.range))
      } else {
        let known =
          catalog.criteria.map(\.entry.slug.text) + catalog.criteria.compactMap(\.group)
          + Self.rowSets.keys.sorted()
        diagnostics.append(
          .init(
            .unknownCriterion, "no criterion or group is named \"\(name.value)\"", at: name.range,
            suggestion: Spelling.closest(to: name.value, among: known)))
      }
    }
    return groups
  }

  /// Returns one row per organisation or use case; the group has a name unless it is the only one.
  private func rowSet(_ set: IndexKind, isOnly: Bool) -> Matrix.Group {
    let kind: ClaimKind = set == .useCases ? .fit : .user
    let rows = set == .useCases ? catalog.useCases.map { Matrix.Row.useCase($0.id) } : organisationRows
    return Matrix.Group(name: isOnly ? nil : configuration.heading(of: kind), rows: rows)
  }

  private var organisationRows: [Matrix.Row] {
    catalog.organisations.ordered(byName: \.name).map { .organisation($0.id) }
  }

  /// Groups criteria by the group that they name, in order of first occurrence.
  private func grouped(_ criteria: [Criterion.ID]) -> [Matrix.Group] {
    var groups: [Matrix.Group] = []
    for id in criteria {
      let name = catalog[id].group
      if let place = groups.firstIndex(where: { $0.name == name }) {
        groups[place].rows.append(.criterion(id))
      } else {
        groups.append(.init(name: name, rows: [.criterion(id)]))
      }
    }
    return groups
  }

  private mutating func items(_ choice: MatrixHeader.ItemChoice) -> [Item.ID] {
    switch choice {
    case .named(let name):
      return references.item(name, noun: configuration.items.one).value(orNoteIn: &diagnostics).map { [$0] }
        ?? []
    case .having(let name, let node):
      guard let criterion = references.criterion(name).value(orNoteIn: &diagnostics),
        let value = value(node, for: criterion)
      else { return [] }
      return catalog.items.map(\.id).filter { catalog.cell($0, criterion).has(value) }
    }
  }

  // MARK: Pairs

  /// Resolves the policy that decides which pairs get a page.
  mutating func resolvePairs() {
    guard let pairs = configuration.pairs else { return }
    switch pairs.value {
    case .all: catalog.pairPolicy = .all
    case .none: catalog.pairPolicy = PairPolicy.none
    case .closest(let count): catalog.pairPolicy = .closest(count)
    case .within(let name):
      guard let criterion = references.criterion(name).value(orNoteIn: &diagnostics) else { return }
      catalog.pairPolicy = .within(criterion)
      if catalog[criterion].type == nil {
        diagnostics.append(
          .init(
            .untypedCriterion,
            "\"\(catalog[criterion].entry.name)\" takes no facts, so no two \(configuration.items.many) share a value of it",
            at: name.range, help: "name a criterion that has a `type`"))
      }
    case .list(let list): catalog.pairPolicy = .list(listedPairs(list))
    }
  }

  private mutating func listedPairs(_ list: [Ranged<[Ranged<String>]>]) -> [Pair] {
    var places: [Pair: SourceRange] = [:]
    var result: [Pair] = []
    for names in list {
      guard let pair = pair(names) else { continue }
      if let first = places[pair] ?? places[pair.mirrored] {
        diagnostics.append(
          .init(
            .duplicatePair,
            "\"\(catalog[pair.left].entry.name)\" and \"\(catalog[pair.right].entry.name)\" are listed twice",
            at: names.range, notes: [.init("the first time", at: first)]))
      }
      places[pair] = names.range
      result.append(pair)
    }
    return result
  }

  private mutating func pair(_ names: Ranged<[Ranged<String>]>) -> Pair? {
    guard names.value.count == 2 else {
      diagnostics.append(
        .init(
          .invalidPair, "a pair has two names, not \(names.value.count)", at: names.range,
          help: "write each pair in brackets of its own: [[a, b], [a, c]]"))
      return nil
    }
    let items = names.value.compactMap {
      references.item($0, noun: configuration.items.one).value(orNoteIn: &diagnostics)
    }
    guard items.count == 2 else { return nil }
    guard items[0] != items[1] else {
      diagnostics.append(
        .init(
          .invalidPair, "\"\(catalog[items[0]].entry.name)\" cannot be compared with itself",
          at: names.range))
      return nil
    }
    return Pair(items[0], items[1])
  }
}
