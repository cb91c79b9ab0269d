import Comparison
import Templating

extension PagePlanner {
  mutating func addSources() {
    let model = model
    guard catalog.has(.sources) else { return }
    addIndexPages(
      PageTemplates.sources, of: .sources, count: Pagination.pages(of: catalog.sources.count).count,
      alternates: [.json(DataPaths.sources)]
    ) { IndexPage(prose: $0, number: $1) }
    for source in catalog.sources {
      let path = routes.path(.source(source.id))
      let page = page(
        .source, source.entry.name, path: path, description: source.entry.summary,
        above: [model.link(.sources)], entry: source.entry)
      add(PageTemplates.source, path: path, page: page, origin: source.entry.place, modified: source.date) {
        In(model, SourcePage(source, model))
      }
    }
  }
}

/// A source with all of its statements.
struct SourcePage: Sendable {
  let source: Source
  /// Its statements, grouped by item.
  let statements: [StatementsOfSource]

  fileprivate init(_ source: Source, _ model: SiteModel) {
    self.source = source
    statements = model.catalog.itemIDs.filter { model.speakers(of: $0).contains(source.id) }.compactMap {
      StatementsOfSource(model.catalog, source.id, about: $0)
    }
  }

  fileprivate var claimCount: Int { statements.reduce(0) { $0 + $1.claims.count } }

  fileprivate var factCount: Int { statements.reduce(0) { $0 + $1.facts.factCount } }
}

extension PageTemplates {
  static let source = PageTemplate<In<SourcePage>>(
    .source, "SourcePage", "A source: what it covers and every claim it makes.",
    [
      .text("name", "Its name.") { $0.part.source.entry.name },
      .optionalText("summary", "A sentence on it.") { $0.part.source.entry.summary },
      .optionalText("publisher", "Who published it.") { $0.part.source.publisher },
      .optionalRecord("website", "Where it can be read.", of: Records.outgoingLink) { page in
        page.part.source.url.map { page.model.outgoingLink($0) }
      },
      .optionalDate("date", "When it was published.") {
        $0.part.source.date
      },
      .boolean("is_reference", "Whether it is a reference and no review.") {
        $0.part.source.kind == .reference
      },
      .record("prose", "What its document says of it.", of: Records.prose) { $0.with($0.part.source.prose) },
      .optionalText("ranking_basis", "What it ranks by, if it says so.") { $0.part.source.rankingBasis },
      .list("ranking", "The items in the order that it ranks them.", of: Records.rankedItem) {
        $0.ranking
      },
      .integer("claim_count", "How many claims it makes.") { $0.part.claimCount },
      .integer("fact_count", "How many facts it states.") { $0.part.factCount },
      .list("comparisons", "What it says of two items at once.", of: Records.relation) {
        $0.with(each: $0.comparisons)
      },
      .list(
        "criteria", "The criteria that it speaks on, each with the number of items.", of: Records.countedLink
      ) { $0.criteria },
      .list(
        "judges",
        "How often this source and others praise and criticise, the most critical first: at most ten.",
        of: Records.judge
      ) { $0.judges },
      .list(
        "contradictions",
        "Where other sources say the opposite, first where this one alone says what two or more others contradict: all of seven, or the first six.",
        of: Records.contradiction
      ) { Array($0.contradictions.cutAfterFew.first) },
      .list("more_contradictions", "The others of these.", of: Records.contradiction) {
        Array($0.contradictions.cutAfterFew.more)
      },
      .list("items", "What it says of each item.", of: Records.statements) {
        $0.with(each: $0.part.statements)
      },
    ])

}

extension In<SourcePage> {
  /// What it says of two items directly, in order of the items that state it.
  fileprivate var comparisons: [Item.Relation] {
    catalog.items.flatMap { item in
      item.relations.filter {
        $0.from == item.id && $0.sources.contains(part.source.id)
      }
    }
  }

  /// The maximum number of sources whose judgements stand beside each other.
  private static var mostJudges: Int { 10 }

  /// The sources that judge most, this one among them, the most critical first.
  fileprivate var judges: [In<Judge>] {
    let all = model.judges.filter { $0.count > 0 }
    guard let own = all.first(where: { $0.source == part.source.id }) else { return [] }
    let others = all.filter { $0.source != own.source }.sorted { $0.count > $1.count }
    // Sorting is stable.
    let shown = [own] + others.prefix(Self.mostJudges - 1)
    return with(each: shown.sorted { $0.criticalShare > $1.criticalShare })
  }

  fileprivate var contradictions: [In<Contradiction>] {
    let all = part.statements.flatMap { with($0).contradictions }
    return all.filter(\.part.isAlone) + all.filter { !$0.part.isAlone }
  }

  fileprivate var ranking: [In<RankedItem>] {
    part.source.ranking.indices.map { with(RankedItem(source: part.source.id, place: $0 + 1)) }
  }

  /// The criteria on which the source makes statements, with the number of items for each.
  fileprivate var criteria: [CountedLink] {
    var counts: [Criterion.ID: Int] = [:]
    for criterion in part.statements.flatMap(\.criteria) { counts[criterion, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { CountedLink(link: model.link($0.key), count: $0.value) }
  }
}
