@testable import Comparison
import TestSupport
import Testing

/// What must hold of every two items of every site; the sites are made up from seeds.
struct PairPropertyTests {
  static let seeds = Array(UInt64(1)...10)

  private func catalog(_ seed: UInt64) async -> Catalog {
    var random = SplitMix64(seed: seed)
    let site = RandomSite(items: Int.random(in: 2...9, using: &random), using: &random)
    let (catalog, report) = await SiteInMemory(site.files(slugs: site.slugs)).resolved()
    #expect(!report.contains("error["), "\(report)")
    #expect(catalog.items.count == site.items.count)
    return catalog
  }

  private func orderedPairs(_ catalog: Catalog) -> [Pair] {
    catalog.items.flatMap { left in
      catalog.items.filter { $0.id != left.id }.map { Pair(left.id, $0.id) }
    }
  }

  @Test(arguments: seeds)
  func `swapping a pair mirrors its comparison`(seed: UInt64) async {
    let catalog = await catalog(seed)
    for pair in orderedPairs(catalog) {
      let comparison = catalog.comparison(of: pair)
      #expect(catalog.comparison(of: pair.mirrored) == comparison.mirrored)
      #expect(comparison.mirrored.mirrored == comparison)
      #expect(comparison.pair == pair && comparison.mirrored.pair == pair.mirrored)
      #expect(catalog.comparison(of: pair.mirrored).differences == comparison.differences)
    }
  }

  @Test(arguments: seeds)
  func `the reasons for an item are the same on either side`(seed: UInt64) async {
    let catalog = await catalog(seed)
    var count = 0
    for pair in orderedPairs(catalog) {
      let comparison = catalog.comparison(of: pair)
      for side in Side.allCases {
        let reasons = catalog.reasons(for: side, of: comparison)
        #expect(reasons == catalog.reasons(for: side.other, of: catalog.comparison(of: pair.mirrored)))
        let ranks = reasons.map(rank)
        #expect(ranks == ranks.sorted() && Set(reasons).count == reasons.count)
        #expect(
          reasons.allSatisfy { rank($0) == 2 || !$0.supporters.isEmpty }, "common knowledge is no reason")
        count += reasons.count
      }
    }
    #expect(count > 0)
  }

  private func rank(_ reason: ReasonToChoose) -> Int {
    switch reason.kind {
    case .direct: 1
    case .opinion: 2
    case .useCase: 3
    case .fact: 4
    case .praise: 5
    }
  }

  /// What a source that says nothing of an item, or a critic of it, changes.
  @Test(arguments: seeds)
  func `one more critic makes no item stronger`(seed: UInt64) async throws {
    let catalog = await catalog(seed)
    let critic = Source.ID(catalog.sources.count)
    for pair in orderedPairs(catalog) {
      for criterion in catalog.criterionIDs {
        var worse = catalog
        worse.items[pair.left.index] = catalog[pair.left].criticised(by: critic, on: criterion)
        let before = catalog.comparison(of: pair).opinion(on: criterion)
        let after = try #require(worse.comparison(of: pair).opinion(on: criterion))
        #expect(
          worse.balance(of: pair.left, on: criterion).net < catalog.balance(of: pair.left, on: criterion).net)
        if after.stronger == .left, !after.isDecidedDirectly {
          #expect(before?.stronger == .left && !(before?.isDecidedDirectly ?? true))
        }
        if before?.stronger == .right, !(before?.isDecidedDirectly ?? true) {
          #expect(after.stronger == .right)
        }
      }
    }
  }

  @Test(arguments: seeds)
  func `the table counts the differences that the comparison tells`(seed: UInt64) async {
    let catalog = await catalog(seed)
    let table = DifferenceTable(catalog)
    for pair in orderedPairs(catalog) {
      #expect(table.differences(pair) == catalog.comparison(of: pair).differences.count)
    }
  }

  @Test(arguments: seeds)
  func `the order in which facts are written changes no comparison`(seed: UInt64) async {
    let catalog = await catalog(seed)
    var turned = catalog
    turned.items = turned.items.map { item in
      var content = item.content
      for criterion in content.cells.indices { content.cells[criterion].facts.reverse() }
      return Item(id: item.id, content, relations: item.relations)
    }
    let (table, turnedTable) = (DifferenceTable(catalog), DifferenceTable(turned))
    for pair in orderedPairs(catalog) {
      #expect(turned.comparison(of: pair) == catalog.comparison(of: pair))
      #expect(turnedTable.differences(pair) == table.differences(pair))
      #expect(
        SimilarityIndex(turned, turnedTable).similarity(of: pair.left, and: pair.right).score
          == SimilarityIndex(catalog, table).similarity(of: pair.left, and: pair.right).score)
    }
  }

  @Test(arguments: seeds)
  func `similarity is symmetric, and the closest come first`(seed: UInt64) async {
    let catalog = await catalog(seed)
    let similarity = SimilarityIndex(catalog, DifferenceTable(catalog))
    for pair in orderedPairs(catalog) {
      let there = similarity.similarity(of: pair.left, and: pair.right)
      let back = similarity.similarity(of: pair.right, and: pair.left)
      #expect(there.item == pair.right && back.item == pair.left)
      #expect(there.useCases == back.useCases && there.facts == back.facts && there.score == back.score)
      // What is shared is the same on both pages: equal facts are no difference.
      let differing = Set(
        catalog.comparison(of: pair).rows.filter { $0.aspect == .facts && $0.outcome != .same }.map(
          \.criterion))
      #expect(differing.isDisjoint(with: there.facts))
    }
    for item in catalog.items {
      let others = catalog.items.filter { $0.id != item.id }
      let expected = others.map {
        (slug: $0.entry.slug, score: similarity.similarity(of: item.id, and: $0.id).score)
      }
      .filter { $0.score > 0 }.sorted { ($1.score, $0.slug) < ($0.score, $1.slug) }
      let closest = similarity.closest(to: item.id)
      #expect(closest.map { catalog[$0].entry.slug } == expected.map(\.slug))
      #expect(similarity.closest(to: item.id, most: 2) == Array(closest.prefix(2)))
    }
  }

  /// Every policy against the words that define it, each pair looked at by itself.
  @Test(arguments: seeds)
  func `a policy chooses the pairs that it says`(seed: UInt64) async {
    var catalog = await catalog(seed)
    let table = DifferenceTable(catalog)
    let similarity = SimilarityIndex(catalog, table)
    let all = orderedPairs(catalog).filter { catalog[$0.left].entry.slug < catalog[$0.right].entry.slug }
      .sorted { catalog.slugs($0) < catalog.slugs($1) }
    var random = SplitMix64(seed: seed)
    let listed = random.some(of: orderedPairs(catalog), share: 0.3)
    let kinds = catalog.criteria.filter { ["kind", "parts", "open"].contains($0.entry.slug.text) }.map(\.id)
    let policies: [PairPolicy] =
      [.all, .none, .closest(1), .closest(3), .list(listed)] + kinds.map { .within($0) }
    for policy in policies {
      let wanted = all.filter { pair in
        switch policy {
        case .all: true
        case .none: false
        case .closest(let most):
          [pair, pair.mirrored].contains { similarity.closest(to: $0.left, most: most).contains($0.right) }
        case .within(let criterion): catalog.share(pair, criterion)
        case .list(let pairs): pairs.contains(pair) || pairs.contains(pair.mirrored)
        }
      }
      for threshold in [0, 1, 4] {
        catalog.pairPolicy = policy
        catalog.configuration.pairThreshold = threshold
        let selection = PairSelection(catalog, similarity: similarity, table: table)
        var needed = threshold
        if case .list = policy { needed = 0 }
        let direct = all.filter { policy != .none && !table.directComparisons(of: $0).isEmpty }
        let selected = all.filter { pair in
          direct.contains(pair) || wanted.contains(pair) && table.differences(pair) >= needed
        }
        #expect(selection.pairs == selected)
        let leftOut = wanted.filter { table.differences($0) < needed && !direct.contains($0) }
        #expect(selection.leftOut.map(\.pair) == leftOut)
        #expect(selection.leftOut.allSatisfy { $0.differences == table.differences($0.pair) })
        check(selection, of: catalog)
      }
    }
  }

  /// What can be asked of a selection, against the list of its pairs.
  private func check(_ selection: PairSelection, of catalog: Catalog) {
    for pair in orderedPairs(catalog) {
      let isChosen = selection.pairs.contains(pair) || selection.pairs.contains(pair.mirrored)
      #expect(selection.contains(pair) == isChosen)
      let isCanonical = catalog[pair.left].entry.slug < catalog[pair.right].entry.slug
      #expect(selection.canonical(pair) == (isCanonical ? pair : pair.mirrored))
    }
    for item in catalog.items {
      let partners = selection.pairs.filter { $0.left == item.id || $0.right == item.id }
        .map { catalog[$0.other(than: item.id)].entry.slug }
      #expect(selection.partners(of: item.id).map { catalog[$0].entry.slug } == partners.sorted())
    }
  }
}

extension Item {
  /// The same item with one more source that criticises it on a criterion.
  fileprivate func criticised(by source: Source.ID, on criterion: Criterion.ID) -> Item {
    var content = content
    content.cells[criterion.index].balance.critics.append(source)
    return Item(id: id, content, relations: relations)
  }
}

extension PairComparison {
  fileprivate func opinion(on criterion: Criterion.ID) -> Row? {
    rows.first { $0.aspect == .judgements && $0.criterion == criterion }
  }
}

extension Catalog {
  fileprivate func slugs(_ pair: Pair) -> (Slug, Slug) {
    (self[pair.left].entry.slug, self[pair.right].entry.slug)
  }

  /// Whether two items share a value of a criterion that says what an item is, where each has one value, or a list.
  fileprivate func share(_ pair: Pair, _ criterion: Criterion.ID) -> Bool {
    let known = [pair.left, pair.right].map { item -> Set<FactValue> in
      let cell = cell(item, criterion)
      let stated = cell.facts.filter { !$0.sources.isEmpty && $0.value != .unknown }
      let values = Set((stated.isEmpty ? cell.facts : stated).map(\.value)).subtracting([.unknown])
      let isList = self[criterion].type == .list
      return (isList ? Set(cell.values) : values.count == 1 ? values : [])
        .subtracting([.unknown, .partial, .notApplicable])
    }
    return !known[0].isDisjoint(with: known[1])
  }
}
