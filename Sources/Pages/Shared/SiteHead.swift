import Comparison
import Diagnostics
import Templating

/// The data that all pages of a site share, including that of its theme.
struct SiteHead: Sendable {
  let model: SiteModel
  let theme: ThemeFiles

  /// Returns the address of an index; nil if it would be empty.
  fileprivate func address(ofAny index: IndexKind) -> Address? {
    model.catalog.has(index) ? model.routes.address(index) : nil
  }
}

extension Records {
  static let site = Record<SiteHead>(
    "Site", "What all pages share.",
    [
      .text("title", "The site's title.") { $0.model.catalog.configuration.title },
      .optionalText("tagline", "A line on what it is.") { $0.model.catalog.configuration.tagline },
      .text("language", "The language tag.") { $0.model.catalog.configuration.language },
      .address("root", "The home page, and the beginning of every path.") { _ in .site(path: "") },
      .optionalAddress("address", "The home page's absolute address, where the site has a `base-url`.") {
        $0.model.absoluteAddress(of: "")
      },
      .text("one", "What one item is called.") { $0.model.catalog.configuration.items.one },
      .text("many", "What several items are called.") { $0.model.catalog.configuration.items.many },
      .text("item_type", "The type of schema.org that an item is, as `site.yml` names it.") {
        $0.model.catalog.configuration.items.schemaType
      },
      .list("navigation", "The main navigation.", of: link) { $0.model.navigation },
      .list("further", "The indexes that the main navigation does not name.", of: link) {
        $0.model.furtherIndexes
      },
      .integer(
        "dots_against",
        "The places for dots against that the largest balance of the site takes; 0 where nobody judges."
      ) { $0.model.balanceReach.against },
      .integer(
        "dots_for",
        "The places for dots for that the largest balance of the site takes; 0 where nobody judges."
      ) { $0.model.balanceReach.supporting },
      .address("all", "The A to Z.") { $0.model.routes.address(.all) },
      .address("search", "The index that the search looks through: names, as JSON.") { _ in
        .site(path: SearchIndex.path)
      },
      .optionalAddress("sources", "The index of sources, where there are any.") {
        $0.address(ofAny: .sources)
      },
      .optionalAddress("coverage", "What is known and what is missing, where there is anything to know.") {
        $0.address(ofAny: .coverage)
      },
      .optionalAddress("compare", "The page on which items are compared, where there are any to compare.") {
        $0.address(ofAny: .pairs)
      },
      .address("data", "The page that tells of the data files.") { $0.model.routes.address(.data) },
      .optionalAddress(
        "feed", "The feed of dated changes, where anything is dated and the site has a `base-url`."
      ) { $0.model.feedAddress.map { .site(path: $0) } },
      .list("styles", "The theme's style sheets, but for those of one kind of page.", of: asset) {
        $0.theme.styles
      },
      .list("scripts", "The theme's scripts, but for those of one kind of page.", of: asset) {
        $0.theme.scripts
      },
      .list("kinds", "What single kinds of page load beside that.", of: kindAssets) { $0.theme.kinds },
      .optionalAddress("icon", "The theme's icon.") { $0.theme.icon },
      .optionalAddress(
        "social_card",
        "The picture that stands for a page where its address is shared: what `site.yml` names, else the theme's."
      ) { $0.model.catalog.configuration.socialCard.map { .site(path: $0.value) } ?? $0.theme.socialCard },
    ])

  static let asset = Record<Address>(
    "Asset", "A file of the theme.",
    [
      .address("url", "Where it stands; its name holds a hash of its content.") { $0 }
    ])
}

extension SiteModel {
  fileprivate var navigation: [Link] {
    guard let wanted = catalog.configuration.navigation else {
      let shown: [IndexKind] = [.finder, .items, .useCases, .pairs, .matrices, .contested]
      return shown.filter(isShown).map { link($0) }
    }
    return wanted.compactMap { navigationLink($0.value) }
  }

  fileprivate var furtherIndexes: [Link] {
    let named = Set(navigation.map(\.url))
    return IndexKind.allCases.filter(isShown).map { link($0) }.filter { !named.contains($0.url) }
  }

  /// Whether an index is worth a link on every page: it has entries.
  private func isShown(_ index: IndexKind) -> Bool {
    catalog.has(index) && (index != .contested || disagreementCount > 0)
  }

  /// Returns the page that a navigation entry names: an index by its folder, or a page by its path.
  func navigationLink(_ name: String) -> Link? {
    if let index = IndexKind.allCases.first(where: { $0.folder(catalog.configuration) == name }) {
      return catalog.has(index) ? link(index) : nil
    }
    if let page = catalog.pages.first(where: { $0.location == name }) { return link(page.id) }
    if catalog.pages.contains(where: { $0.location.hasPrefix(name + "/") }) {
      return Link(url: .site(path: name + "/"), text: capitalised(name))
    }
    return nil
  }
}
