import Comparison
import Templating

extension PagePlanner {
  mutating func addCriteria() {
    guard catalog.has(.criteria) else { return }
    let model = model
    addIndex(PageTemplates.criteria, of: .criteria) { Index(prose: $0, rows: model.criterionGroups) }
    for criterion in catalog.criteria {
      let path = routes.path(.criterion(criterion.id))
      let page = page(
        .criterion, criterion.entry.name, path: path,
        description: criterion.entry.summary
          ?? model.siteWords(.criterionDescription, criterion.entry.name, catalog.configuration.items.one),
        above: [model.link(.criteria)], entry: criterion.entry)
      add(PageTemplates.criterion, path: path, page: page, origin: criterion.entry.place) {
        In(model, CriterionPage(criterion, model))
      }
      addValues(of: criterion)
    }
  }
}

extension PageTemplates {
  static let criteria = PageTemplate<Index<Listing>>(
    .criteria, "CriteriaPage", "The index of criteria.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.prose },
      .list("groups", "The criteria by group.", of: Records.listing) { $0.rows },
    ])

  static let criterion = PageTemplate<In<CriterionPage>>(
    .criterion, "CriterionPage",
    "A criterion: what it means, who is best at it, and what is said of each item.",
    [
      .text("name", "Its name.") { $0.part.criterion.entry.name },
      .optionalText("summary", "A sentence on it.") { $0.part.criterion.entry.summary },
      .optionalText("group", "The group that it belongs to.") { $0.part.criterion.group },
      .optionalText("unit", "The unit of its numbers.") { $0.part.criterion.unit },
      .optionalText("better", "`higher` or `lower`, where it says which of its numbers are better.") {
        $0.part.criterion.better?.rawValue
      },
      .boolean("takes_facts", "Whether it takes facts beside claims.") { $0.part.criterion.type != nil },
      .boolean("is_number", "Whether these facts are numbers.") { $0.part.criterion.type == .number },
      .record("prose", "What it means.", of: Records.prose) { $0.with($0.part.criterion.prose) },
      .list("leaders", "The items that are ahead of all others, if they are few.", of: Records.criterionRow) {
        $0.rows($0.part.leaders)
      },
      .list(
        "criticised", "The items that sources only criticise: all, or none where they are many.",
        of: Records.criterionRow
      ) { $0.rows($0.part.criticised) },
      .list("values", "Its values and who has them, where they are no numbers.", of: Records.value) { page in
        page.part.values.map { page.with($0) }
      },
      .list(
        "rows",
        "What is known of each item that is in none of `values`, the best first: all, or the first hundred.",
        of: Records.criterionRow
      ) { $0.rows($0.part.rows.prefix(CriterionPage.mostRows)) },
      .integer("row_count", "How many items these are in all.") { $0.part.rows.count },
      .list(
        "disagreements",
        "The items on which sources are not of one mind, the most evenly split first: at most six.",
        of: Records.judgedLink
      ) { $0.disagreements },
      .list("comparisons", "What sources say here of two items at once.", of: Records.relation) {
        $0.with(each: $0.comparisons)
      },
      .list("unknown", "Items of which nothing is known here: all, or the first hundred.", of: Records.link) {
        page in
        page.part.unknown.prefix(CriterionPage.mostRows).map { page.model.link($0) }
      },
      .integer("unknown_count", "How many these are in all.") { $0.part.unknown.count },
      .integer("more_unknown", "How many of these are not among `unknown`.") {
        max(0, $0.part.unknown.count - CriterionPage.mostRows)
      },
      .list("use_cases", "The use cases that need it.", of: Records.link) { $0.useCases },
    ])
}

extension In<CriterionPage> {
  fileprivate func rows(_ items: some Sequence<Item.ID>) -> [In<CriterionRow>] {
    items.map {
      with(CriterionRow(item: $0, criterion: part.criterion.id, largest: part.largest))
    }
  }

  /// The items on which sources are not of one mind, linked to where they stand on this page.
  fileprivate var disagreements: [JudgedLink] {
    let disputes = catalog.itemIDs.flatMap { model.disputes($0, part.criterion.id) }
    return model.inOrder(disputes).prefix(CriterionPage.mostDisagreements).map { dispute in
      let item = catalog[dispute.item].entry
      let url = routes.address(.criterion(part.criterion.id), fragment: Anchors.item(item.slug))
      return JudgedLink(link: Link(url: url, text: item.name), balance: with(dispute).balance)
    }
  }

  /// What sources say of two items directly on the criterion, in order of the items that state it.
  fileprivate var comparisons: [Item.Relation] {
    catalog.items.flatMap { item in
      item.relations.filter {
        $0.from == item.id && $0.criterion == part.criterion.id && $0.isSourcedComparison
      }
    }
  }

  fileprivate var useCases: [Link] {
    catalog.useCases.filter { $0.needs.contains { $0.criterion == part.criterion.id } }.map {
      model.link($0.id)
    }
  }
}

extension SiteModel {
  /// The criteria by group, in order of first occurrence; those without a group are below the title of the index.
  fileprivate var criterionGroups: [Listing] {
    criteriaByGroup.enumerated().map {
      Listing(id: "Group_\($0 + 1)", title: $1.name, links: $1.criteria.map { link($0) })
    }
  }

  /// The names and criteria of the groups, in order of first occurrence; criteria without a group are in one that is
  /// named like the index.
  var criteriaByGroup: [(name: String, criteria: [Criterion.ID])] {
    var names: [String] = []
    var members: [String: [Criterion.ID]] = [:]
    for criterion in catalog.criteria {
      let name = criterion.group ?? title(.criteria)
      if members[name] == nil { names.append(name) }
      members[name, default: []].append(criterion.id)
    }
    return names.map { ($0, members[$0] ?? []) }
  }
}
