import Comparison
import Templating

/// An item, as it is written to data files.
struct ItemData: Sendable {
  let site: DataSite
  let id: Item.ID

  init(_ id: Item.ID, of site: DataSite) {
    self.site = site
    self.id = id
  }

  var item: Item { _read { yield site.catalog[id] } }
  var address: Address { site.address(of: id) }
  var file: Address { .site(path: DataPaths.item(site.slug(id))) }

  var cells: [CellData] {
    site.catalog.criterionIDs.map { CellData(.criterion($0), of: id, site) }
  }

  var claims: [ClaimData] {
    item.claimSections.flatMap(\.claims).map { ClaimData(site: site, id: $0) }
  }
}

/// A relation between two items, as it is written to data files.
struct RelationData: Sendable {
  let site: DataSite
  let relation: Item.Relation

  var favours: String? {
    switch relation.favours {
    case .item(let item): site.slug(item).text
    case .neither: "neither"
    case nil: nil
    }
  }
}

/// A criterion, as it is written to data files. A class because all of its cells share it.
final class CriterionData: Sendable {
  let criterion: Criterion
  let address: Address
  /// Its absolute address; nil without a base URL.
  let url: String?

  init(_ criterion: Criterion, of model: SiteModel) {
    self.criterion = criterion
    address = model.routes.address(.criterion(criterion.id))
    url = model.baseURL.map { [address] in address.text(base: $0) }
  }
}

extension DataFormats {
  private static let link = DataFormat<Item.Link>.record(
    "Link", "An address of the item's own.",
    [
      DataKey("label", .text, "What it leads to.") { $0.label },
      DataKey("url", .url, "The address.") { Address.external($0.address).text(base: "") },
    ])

  private static let relation = DataFormat<RelationData>.record(
    "Relation", "How one item relates to another.",
    [
      DataKey("from", .slug, "The first item.") { $0.site.slug($0.relation.from) },
      DataKey("phrase", .text, "What stands between the two names.") { $0.relation.phrase },
      DataKey("to", .slug, "The second item.") { $0.site.slug($0.relation.to) },
      DataKey("sources", .list(.slug), "Who says so.") { $0.site.slugs($0.relation.sources) },
      DataKey("criterion", .optional(.slug), "The criterion on which it compares the two.") { relation in
        relation.relation.criterion.map { relation.site.slug($0) }
      },
      DataKey(
        "favours", .optional(.text),
        "The slug of the item that it favours, or neither; null where it does not judge."
      ) { $0.favours },
    ])

  /// The format of an item.
  static let item = DataFormat<ItemData>.record(
    "Item", "One of the things that are compared.",
    [
      DataKey("slug", .slug, "Its name in addresses.") { $0.item.entry.slug },
      DataKey("name", .text, "Its name.") { $0.item.entry.name },
      DataKey("summary", .optional(.text), "A sentence on what it is.") { $0.item.entry.summary },
      DataKey("aliases", .list(.text), "Its other names.") { $0.item.aliases },
      DataKey("website", .optional(.url), "Its website.") {
        $0.item.website.map { Address.external($0).text(base: "") }
      },
      DataKey("links", .list(link), "Other addresses of it.") { $0.item.links },
      DataKey("logo", .optional(.path), "Its logo.") { item in
        item.item.logo.map { item.site.routes.address($0.target) }
      },
      DataKey("updated", .optional(.date), "When its document was last revised.") { $0.item.updated },
      DataKey("path", .path, "Its page, relative to the site's root.") { $0.address },
      DataKey("url", .optional(.absolute), "The same as an absolute address.") {
        $0.site.absolute($0.address)
      },
      DataKey("data", .path, "The file of this item alone, with its claims.") { $0.file },
      DataKey("sources", .list(.slug), "The sources that say anything of it.") {
        $0.site.slugs($0.site.model.speakers(of: $0.id).sorted())
      },
      DataKey("related", .list(relation), "How it relates to other items.") { item in
        item.item.relations.map { RelationData(site: item.site, relation: $0) }
      },
      DataKey("cells", .list(itemCell), "What is known of it, criterion by criterion.") { $0.cells },
    ])

  private static let choice = DataFormat<Criterion.Choice>.record(
    "Choice", "A value that the criterion names beforehand.",
    [
      DataKey("slug", .slug, "As `value` says it.") { $0.slug },
      DataKey("label", .text, "As people read it.") { $0.label },
      DataKey("summary", .optional(.text), "What it means.") { $0.summary },
      DataKey("choose", .optional(.text), "What follows “Choose it if you …” for this value.") { $0.wish },
    ])

  /// The format of a criterion.
  static let criterion = DataFormat<CriterionData>.record(
    "Criterion", "What is compared.",
    [
      DataKey("slug", .slug, "Its name in addresses.") { $0.criterion.entry.slug },
      DataKey("name", .text, "Its name.") { $0.criterion.entry.name },
      DataKey("summary", .optional(.text), "A sentence on it.") { $0.criterion.entry.summary },
      DataKey("group", .optional(.text), "The group that it belongs to.") { $0.criterion.group },
      DataKey("type", .optional(.word), "The type of its facts; null where it takes claims alone.") {
        $0.criterion.type
      },
      DataKey("unit", .optional(.text), "The unit of its numbers.") { $0.criterion.unit },
      DataKey("better", .optional(.word), "Which numbers are better, where it says so.") {
        $0.criterion.better
      },
      DataKey("choose", .optional(.text), "What follows “Choose it if you …” for this criterion.") {
        $0.criterion.wish
      },
      DataKey("max_age", .optional(.integer), "The age in days from which a verified fact is stale.") {
        $0.criterion.mostAge
      },
      DataKey("choices", .list(choice), "Its values, where it names them.") { $0.criterion.choices },
      DataKey("path", .path, "Its page, relative to the site's root.") { $0.address },
      DataKey("url", .optional(.url), "The same as an absolute address.") { $0.url },
    ])
}
