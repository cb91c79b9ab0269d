import Comparison
import Templating

/// The metadata of a page.
struct PageHead: Sendable {
  let model: SiteModel
  let kind: PageKind
  let title: String
  /// A sentence that describes the page.
  let description: String
  /// The path below the site's root.
  let path: String
  /// The links from the home page to the page itself, inclusive.
  let breadcrumbs: [Link]
  /// The entry of the document that the page is made from.
  let entry: Entry?
  let alternates: [DataAlternate]

  /// Creates the metadata of a page; `above` are the pages between the home page and this one, and `shortTitle`
  /// replaces the title in the breadcrumbs, if given.
  init(
    _ model: SiteModel, _ kind: PageKind, _ title: String, shortTitle: String? = nil, path: String,
    description: String?, above: [Link] = [], entry: Entry? = nil, alternates: [DataAlternate] = []
  ) {
    self.model = model
    self.kind = kind
    self.title = title
    self.description = description ?? "\(title) – \(model.catalog.configuration.title)"
    self.path = path
    breadcrumbs =
      path.isEmpty ? [] : [model.home] + above + [Link(url: .site(path: path), text: shortTitle ?? title)]
    self.entry = entry
    self.alternates = alternates
  }
}

/// A file with the content of a page as data.
struct DataAlternate: Sendable {
  /// Its media type: `text/csv`.
  var type: String
  /// The common name of that type: `CSV`.
  var name: String
  var path: String

  static func json(_ path: String) -> DataAlternate {
    DataAlternate(type: "application/json", name: "JSON", path: path)
  }

  static func csv(_ path: String) -> DataAlternate {
    DataAlternate(type: "text/csv", name: "CSV", path: path)
  }
}

extension Records {
  static let extra = Record<(key: String, value: String)>(
    "Extra", "A free key of the document.",
    [
      .text("key", "The key.") { $0.key },
      .text("value", "Its text.") { $0.value },
    ])

  static let breadcrumb = Record<In<Link>>(
    "Breadcrumb", "A step of the way from the home page to a page.",
    [
      .address("url", "Where it leads.") { $0.part.url },
      .text("text", "What it says.") { $0.part.text },
      .optionalAddress("absolute", "Its absolute address, where the site has a `base-url`.") {
        guard case .site(let path, _) = $0.part.url else { return nil }
        return $0.model.absoluteAddress(of: path)
      },
    ])

  static let alternate = Record<DataAlternate>(
    "Alternate", "A file that tells as data what the page tells.",
    [
      .text("type", "Its media type: `application/json`, `text/csv`.") { $0.type },
      .text("name", "What that is called: `JSON`, `CSV`.") { $0.name },
      .address("url", "Where it stands.") { .site(path: $0.path) },
    ])

  static let page = Record<PageHead>(
    "Page", "What every page says of itself.",
    [
      .text("kind", "The kind of page: `item`, `matrix`, `use-case`, …") { $0.kind.rawValue },
      .text("title", "Its title, without the site's.") { $0.title },
      .text("description", "A sentence on what it holds.") { $0.description },
      .address("url", "The page itself.") { .site(path: $0.path) },
      .optionalAddress("canonical", "Its absolute address, where the site has a `base-url`.") {
        $0.model.absoluteAddress(of: $0.path)
      },
      .list("breadcrumbs", "The way to it from the home page, itself included.", of: breadcrumb) { page in
        page.breadcrumbs.map { In(page.model, $0) }
      },
      .optionalAddress("edit", "Where its document can be edited.") { page in
        page.entry.flatMap { page.model.editAddress($0.path) }
      },
      .list("alternates", "The same as data, where there is such a file.", of: alternate) { $0.alternates },
      .list("extra", "The document's own keys.", of: extra) { $0.entry?.extra ?? [] },
    ])
}

extension SiteModel {
  /// Returns the address for editing a document: `edit-url` with the document's path inserted.
  fileprivate func editAddress(_ path: String) -> Address? {
    guard let pattern = catalog.configuration.editURL else { return nil }
    let parts = pattern.utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false)
    let marker = Array("path}".utf8)
    let filled = parts.enumerated().map { index, part in
      guard index > 0 else { return String(Substring(part)) }
      return part.starts(with: marker)
        ? path + String(Substring(part.dropFirst(marker.count))) : "{" + String(Substring(part))
    }
    return .external(filled.joined())
  }
}
