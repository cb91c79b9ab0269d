import Comparison
import Templating
import TextEncoding

extension PagePlanner {
  mutating func addHome() {
    let home = catalog.pages.first { $0.isIndex && $0.location.isEmpty }
    let configuration = catalog.configuration
    let page = page(
      .home, home?.entry.name ?? configuration.title, path: "",
      description: home?.entry.summary ?? configuration.tagline, entry: home?.entry)
    let model = model
    add(
      PageTemplates.home, path: "", page: page, origin: home?.entry.place, modified: catalog.newestDate
    ) { In(model, home?.prose ?? Prose()) }
  }
}

extension PageTemplates {
  static let home = PageTemplate<In<Prose>>(
    .home, "HomePage", "The home page.",
    [
      .record("prose", "The words of `index.md`.", of: Records.prose) { $0 },
      .list(
        "sources", "The sources that the page cites, which the marks in its words lead to.",
        of: Records.citedSource
      ) { home in
        let shown = home.model.specimen.map { home.model.sources(of: $0.item, on: $0.criterion) } ?? []
        return home.cited(home.part.citedSources.union(shown))
      },
      .integer("item_count", "How many items there are.") { $0.catalog.items.count },
      .integer("criterion_count", "How many criteria.") { $0.catalog.criteria.count },
      .integer("source_count", "How many sources.") { $0.catalog.sources.count },
      .integer("review_count", "How many of them are reviews.") { $0.catalog.reviewCount },
      .integer("claim_count", "How many claims cite a source.") { $0.catalog.citedClaimCount },
      .integer("fact_count", "How many facts cite a source.") { $0.catalog.citedFactCount },
      .list(
        "choices", "The items to choose two from; empty where they are too many for a list.",
        of: Records.itemChoice
      ) { $0.with(each: $0.model.itemChoices) },
      .list(
        "often",
        "The pairs that visitors are most likely to ask for, those that sources compare directly first.",
        of: Records.memberPair
      ) { $0.with(each: $0.model.oftenAsked) },
      .list("items", "The items, where they are few; else none.", of: Records.link) { home in
        home.catalog.items.count > HomePage.mostItems ? [] : home.catalog.items.map { home.model.link($0.id) }
      },
      .list("use_cases", "The use cases, or the first of many.", of: Records.useCaseCard) {
        $0.with(each: $0.catalog.useCases.prefix(HomePage.mostUseCases).map(\.id))
      },
      .integer("use_case_count", "How many use cases there are.") { $0.catalog.useCases.count },
      .optionalAddress("use_cases_url", "Where all of them are listed, where there are any.") {
        $0.catalog.has(.useCases) ? $0.routes.address(.useCases) : nil
      },
      .optionalRecord(
        "specimen", "The disagreement that shows best what one is, where there is any.",
        of: Records.specimen
      ) { home in home.model.specimen.map { home.with($0) } },
      .integer(
        "contested_count", "How many disagreements there are, those of a source with itself among them."
      ) { $0.model.disagreementCount },
      .address("contested_url", "The page of all disagreements.") { $0.routes.address(.contested) },
      .list("key_facts", "The key facts whose values have pages.", of: Records.keyFactValues) {
        $0.with(each: $0.model.keyFactValues)
      },
      .optionalRecord(
        "overview", "A small table of what sources speak of most; absent where it would tell nothing apart.",
        of: Records.overview
      ) { home in Overview(home.model).map { home.with($0) } },
      .list("matrices", "The tables, or the first of many.", of: Records.link) { home in
        home.catalog.matrices.prefix(HomePage.mostLinks).map { home.model.link($0.id) }
      },
      .list("guides", "The guides, or the first of many.", of: Records.link) { home in
        home.guides.prefix(HomePage.mostLinks).map { $0 }
      },
      .optionalAddress("finder", "The finder, where the site has one.") {
        $0.catalog.has(.finder) ? $0.routes.address(.finder) : nil
      },
      .address("items_url", "Where all items are listed.") { $0.routes.address(.items) },
    ])
}

/// What bounds the lists of the home page.
private enum HomePage {
  static let mostItems = 40
  static let mostUseCases = 24
  static let mostLinks = 12
}

extension In<Prose> {
  /// Links to the pages below `guides`, except its index.
  fileprivate var guides: [Link] {
    model.pageTree.pages(below: "guides").filter { !catalog[$0].isIndex }.map { model.link($0) }
  }
}

extension Catalog {
  /// The number of claims that cite a source.
  var citedClaimCount: Int { claims.count { !$0.citations.isEmpty } }

  /// The number of facts that cite a source.
  var citedFactCount: Int {
    items.reduce(0) { count, item in
      item.cells.reduce(count) { $0 + $1.facts.count { !$0.sources.isEmpty } }
    }
  }

  /// The newest date in the content, which becomes the date of the home page.
  fileprivate var newestDate: CalendarDate? {
    (items.compactMap(\.updated) + sources.compactMap(\.date)).max()
  }
}
