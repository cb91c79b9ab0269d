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
        In(model, criterion)
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

  static let criterion = PageTemplate<In<Criterion>>(
    .criterion, "CriterionPage", "A criterion: what it means and every item's cell.",
    [
      .text("name", "Its name.") { $0.part.entry.name },
      .optionalText("summary", "A sentence on it.") { $0.part.entry.summary },
      .optionalText("group", "The group that it belongs to.") { $0.part.group },
      .optionalText("unit", "The unit of its numbers.") { $0.part.unit },
      .boolean("takes_facts", "Whether it takes facts beside claims.") { $0.part.type != nil },
      .record("prose", "What it means.", of: Records.prose) { $0.with($0.part.prose) },
      .list("values", "Its values and who has them.", of: Records.value) { criterion in
        criterion.model.values(of: criterion.part).map {
          criterion.with(ListedValue(value: $0, criterion: criterion.part.id))
        }
      },
      .list(
        "contested", "The items on which sources disagree; each link leads to its cell.",
        of: Records.judgedLink
      ) { $0.entries(where: \.isContested) },
      .list("mixed", "The items of which one source says both.", of: Records.judgedLink) {
        $0.entries(where: \.isMixed)
      },
      .list(
        "cells",
        "The cell of every item of which something is known; by balance, best first, where the criterion takes no facts.",
        of: Records.cell
      ) { $0.cells },
      .list("comparisons", "What sources say here of two items at once.", of: Records.relation) {
        $0.with(each: $0.comparisons)
      },
      .list("unknown", "The items of which nothing is known here.", of: Records.link) { criterion in
        criterion.items { $0.state == .unknown }.map { criterion.model.link($0) }
      },
      .list("use_cases", "The use cases that need it.", of: Records.link) { $0.useCases },
    ])
}

extension In<Criterion> {
  /// Returns the items whose cells satisfy a condition.
  fileprivate func items(where isWanted: (Comparison.Cell) -> Bool) -> [Item.ID] {
    catalog.itemIDs.filter { isWanted(catalog[$0, part.id]) }
  }

  fileprivate var cells: [In<ShownCell>] {
    var known = items { $0.state != .unknown }
    if part.type == nil {
      // Sorting is stable.
      known.sort { catalog[$0, part.id].balance.isAhead(of: catalog[$1, part.id].balance) }
    }
    return known.map {
      with(ShownCell(item: $0, criterion: part.id, id: Anchors.item(catalog[$0].entry.slug)))
    }
  }

  /// Returns links to the cells on this page that satisfy a condition.
  fileprivate func entries(where isWanted: (Comparison.Cell) -> Bool) -> [JudgedLink] {
    let disputes = items(where: isWanted).compactMap { model.disputes($0, part.id).first }
    return model.inOrder(disputes).map { dispute in
      let item = catalog[dispute.item].entry
      let url = routes.address(.criterion(part.id), fragment: Anchors.item(item.slug))
      return JudgedLink(link: Link(url: url, text: item.name), balance: with(dispute).balance)
    }
  }

  /// What sources say of two items directly on the criterion, in order of the items that state it.
  fileprivate var comparisons: [Item.Relation] {
    catalog.items.flatMap { item in
      item.relations.filter { $0.from == item.id && $0.criterion == part.id && $0.isSourcedComparison }
    }
  }

  fileprivate var useCases: [Link] {
    catalog.useCases.filter { $0.needs.contains { $0.criterion == part.id } }.map { model.link($0.id) }
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
