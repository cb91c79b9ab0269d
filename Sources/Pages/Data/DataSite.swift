import Comparison
import Templating

/// The data that all data files are written from. A class, so that all views share it by reference.
final class DataSite: Sendable {
  let model: SiteModel
  let catalog: Catalog
  let criteria: [CriterionData]
  // Accessing an entity of the catalog copies it, and these properties are needed for every cell and claim.
  private let itemSlugs: [Slug]
  private let criterionSlugs: [Slug]
  private let useCaseSlugs: [Slug]
  private let sourceSlugs: [Slug]
  private let itemPaths: [String]
  private let sourcePaths: [String]

  init(_ model: SiteModel) {
    self.model = model
    catalog = model.catalog
    criteria = catalog.criteria.map { CriterionData($0, of: model) }
    itemSlugs = catalog.items.map(\.slug)
    criterionSlugs = catalog.criteria.map(\.entry.slug)
    useCaseSlugs = catalog.useCases.map(\.entry.slug)
    sourceSlugs = catalog.sources.map(\.entry.slug)
    itemPaths = catalog.items.map { model.routes.path(.item($0.id)) }
    sourcePaths = catalog.sources.map { model.routes.path(.source($0.id)) }
  }

  var routes: Routes { model.routes }

  /// Returns an address of the site if it can be made absolute; nil without a base URL.
  func absolute(_ address: Address) -> Address? { model.baseURL == nil ? nil : address }

  /// Returns the absolute address of a page of the site; nil without a base URL.
  func url(_ address: Address) -> String? { model.baseURL.map { address.text(base: $0) } }

  // MARK: Slugs

  func slug(_ item: Item.ID) -> Slug { itemSlugs[item.index] }
  func slug(_ criterion: Criterion.ID) -> Slug { criterionSlugs[criterion.index] }
  func slug(_ useCase: UseCase.ID) -> Slug { useCaseSlugs[useCase.index] }
  func slug(_ organisation: Organisation.ID) -> Slug { catalog.slug(of: organisation) }
  func slug(_ source: Source.ID) -> Slug { sourceSlugs[source.index] }

  func slug(_ row: Matrix.Row) -> Slug {
    switch row {
    case .criterion(let id): slug(id)
    case .useCase(let id): slug(id)
    case .organisation(let id): slug(id)
    }
  }

  func slugs(_ sources: some Sequence<Source.ID>) -> [Slug] { sources.map { slug($0) } }

  // MARK: Addresses

  func address(of item: Item.ID) -> Address { .site(path: itemPaths[item.index]) }

  /// Returns the address of a claim on its item's page.
  func address(of claim: Claim.ID, _ item: Item.ID) -> Address {
    .site(path: itemPaths[item.index], fragment: Anchors.claim(catalog[claim]))
  }

  /// Returns the address of a claim on the page of a source that makes it.
  func address(of claim: Claim.ID, _ item: Item.ID, from source: Source.ID) -> Address {
    let anchor = Anchors.claim(catalog[claim], of: slug(item))
    return .site(path: sourcePaths[source.index], fragment: anchor)
  }
}

/// The formats of everything in the data files. Each reads from a view of the same name, such as `item` from
/// `ItemData`.
///
/// Views store little and read everything else when it is written, because a file may contain all cells of a site.
enum DataFormats {
  static let site = DataFormat<DataSite>.record(
    "Site", "Where the data is from.",
    [
      DataKey("title", .text, "The site's title.") { $0.catalog.configuration.title },
      DataKey("language", .text, "The language tag of its texts.") { $0.catalog.configuration.language },
      DataKey("url", .optional(.url), "Its root: put before a `path`, it gives the absolute address.") {
        $0.url(.site(path: ""))
      },
    ])
}
