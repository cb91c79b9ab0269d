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
      .integer("item_count", "How many items there are.") { $0.catalog.items.count },
      .integer("criterion_count", "How many criteria.") { $0.catalog.criteria.count },
      .integer("source_count", "How many sources.") { $0.catalog.sources.count },
      .integer("claim_count", "How many claims cite a source.") {
        $0.catalog.claims.count { !$0.citations.isEmpty }
      },
      .integer("fact_count", "How many facts cite a source.") {
        $0.catalog.items.reduce(0) { count, item in
          item.cells.reduce(count) { $0 + $1.facts.count { !$0.sources.isEmpty } }
        }
      },
      .list("tables", "The overview matrix: the first one of the site.", of: Records.table) { home in
        home.overview.map { TableMaker(home.model).tables($0, page: 1) } ?? []
      },
      .optionalRecord(
        "pagination", "The pages of that matrix, where it is too long for one; `tables` has the first.",
        of: Records.pagination
      ) { home in home.overview.flatMap { home.model.pagination(of: $0, page: 1) } },
      .optionalRecord("matrix", "The page of that matrix.", of: Records.link) { home in
        home.overview.map { home.model.link($0.id) }
      },
      .list("items", "Every item.", of: Records.itemCard) { $0.with(each: $0.catalog.items) },
      .list("use_cases", "Every use case.", of: Records.useCaseCard) {
        $0.with(each: $0.catalog.useCases.map(\.id))
      },
      .list(
        "contested", "The disagreements on which the sources are most evenly split.",
        of: Records.disagreement
      ) { $0.with(each: $0.model.firstDisagreements(6)) },
      .integer("contested_count", "How many disagreements there are.") { $0.model.disagreementCount },
      .address("contested_url", "The page of all disagreements.") { $0.routes.address(.contested) },
      .list("sources", "Every source.", of: Records.sourceCard) { $0.with(each: $0.catalog.sources) },
      .list("guides", "The guides.", of: Records.link) { $0.guides },
    ])
}

extension In<Prose> {
  /// The matrix that the home page shows; nil without matrices.
  fileprivate var overview: Matrix? { catalog.matrices.first }

  /// Links to the pages below `guides`, except its index.
  fileprivate var guides: [Link] {
    model.pageTree.pages(below: "guides").filter { !catalog[$0].isIndex }.map { model.link($0) }
  }
}

extension Catalog {
  /// The newest date in the content, which becomes the date of the home page.
  fileprivate var newestDate: CalendarDate? {
    (items.compactMap(\.updated) + sources.compactMap(\.date)).max()
  }
}
