import Comparison
import Templating

/// What all data is read from. A class, so that the views of a large site share it at the price of one reference.
final class DataSite: Sendable {
  let model: SiteModel

  init(_ model: SiteModel) { self.model = model }

  var catalog: Catalog { model.catalog }
  var routes: Routes { model.routes }

  /// The absolute address of a place of the site, where the site has one.
  func url(_ address: Address) -> String? { model.baseURL.map { address.text(base: $0) } }

  func slug(_ row: Matrix.Row) -> Slug {
    switch row {
    case .criterion(let id): catalog[id].entry.slug
    case .useCase(let id): catalog[id].entry.slug
    case .organisation(let id): catalog[id].slug
    }
  }

  func slugs(_ sources: some Sequence<Source.ID>) -> [Slug] { sources.map { catalog[$0].entry.slug } }
}

/// How each thing stands in the data files, key by key; each reads from a view of its name, `item` from `ItemData`.
///
/// Views hold little and read the rest when it is written, as a file may hold every cell of a site.
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
