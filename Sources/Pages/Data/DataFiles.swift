import Comparison
import Diagnostics
import Incremental
import Templating

/// A file that is generated from data without a template.
struct DataFile: Sendable {
  /// The path below the output folder: `data/items.json`.
  var path: String
  /// The source range in the document that it is made from; nil if it is made from several.
  var origin: SourceRange?
  /// Creates the content, when the file is written.
  var bytes: @Sendable () -> [UInt8]
  /// What was read when it was planned; nil if nobody recorded.
  var planning: ReadSet?

  init(path: String, origin: SourceRange? = nil, bytes: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    self.origin = origin
    self.bytes = bytes
  }
}

/// The paths of the data files, below the site's root.
enum DataPaths {
  static let items = "data/items.json"
  static let claims = "data/claims.json"
  static let sources = "data/sources.json"
  static let finder = "data/finder.json"
  /// The schema of item files; it cannot conflict with them because slugs contain no dots.
  static let itemSchema = "data/items/item.schema.json"

  /// Returns the path of an item's file.
  static func item(_ slug: Slug) -> String { "data/items/\(slug).json" }

  /// Returns the path of a matrix's file of a type, in the folder of its page.
  static func matrix(_ slug: Slug, _ type: String) -> String { "matrices/\(slug)/\(slug).\(type)" }

  /// Returns the path of the schema of a file: `data/items.schema.json`.
  static func schema(of path: String) -> String { path.dropLast(".json".count) + ".schema.json" }
}

/// A kind of data file, defined by the keys that it has in addition to those of all data files.
struct DataFileKind<Content: Sendable>: Sendable {
  /// The data that a file is written from.
  struct Root: Sendable {
    let site: DataSite
    /// The address of the schema, relative to the file.
    let schema: String
    let content: Content
  }

  private let keys: [DataKey<Root>]
  private let object: DataSchema.Object

  init(_ name: String, _ summary: String, _ own: [DataKey<Root>]) {
    keys =
      [
        DataKey("$schema", .text, "The schema of this file, relative to it.") { $0.schema },
        DataKey("format", .integer, "1; more when a key was taken away or means something else.") { _ in 1 },
        DataKey("site", DataFormats.site, "Where the data is from.") { $0.site },
      ] + own
    object = DataSchema.Object(name: name, summary: summary, keys: keys.map(\.description))
  }

  /// Returns a file with each key on a line of its own; `schema` is the path of its schema, in the same folder. The
  /// content is created when the file is written.
  func file(
    _ path: String, schema: String, _ site: DataSite, origin: SourceRange? = nil,
    _ content: @escaping @Sendable @autoclosure () -> Content
  ) -> DataFile {
    let name = RelativePath.components(schema).last ?? schema
    return DataFile(path: path, origin: origin) { bytes(Root(site: site, schema: name, content: content())) }
  }

  /// Returns the file with the schema of this kind.
  func schemaFile(_ path: String, _ site: DataSite, origin: SourceRange? = nil) -> DataFile {
    DataFile(path: path, origin: origin) { object.file(address: site.url(.site(path: path))) }
  }

  private func bytes(_ root: Root) -> [UInt8] {
    var writer = JSONWriter(base: root.site.model.baseURL ?? "")
    for (index, key) in keys.enumerated() {
      writer.append(index == 0 ? "{\n" : ",\n")
      key.write(root, &writer)
    }
    writer.append("\n}\n")
    return writer.bytes()
  }
}

/// The kinds of data files, and the files of a site.
enum DataFiles {
  static let items = DataFileKind<Void>(
    "Items", "Every item with what is known of it.",
    [
      DataKey("criteria", .lines(DataFormats.criterion), "What is compared, in the site's order.") { root in
        root.site.criteria
      },
      DataKey("items", .lines(DataFormats.item), "Every item, in the site's order.") { root in
        root.site.catalog.itemIDs.map { ItemData($0, of: root.site) }
      },
    ])

  static let item = DataFileKind<Item.ID>(
    "ItemFile", "One item with what is known of it, and every claim about it.",
    [
      DataKey("item", DataFormats.item, "The item.") { ItemData($0.content, of: $0.site) },
      DataKey("claims", .lines(DataFormats.claim), "What is said of it, in the order of its page.") {
        ItemData($0.content, of: $0.site).claims
      },
    ])

  static let claims = DataFileKind<Void>(
    "Claims", "Every claim of the site.",
    [
      DataKey("claims", .lines(DataFormats.claim), "The claims, by item and then in the order written.") {
        root in
        root.site.catalog.claims.map { ClaimData(site: root.site, id: $0.id) }
      }
    ])

  static let sources = DataFileKind<Void>(
    "Sources", "Everybody who says something about items.",
    [
      DataKey("sources", .lines(DataFormats.source), "Every source, in the site's order.") { root in
        SourceData.all(root.site)
      }
    ])

  static let matrix = DataFileKind<Matrix.ID>(
    "Matrix", "A comparison table.",
    [
      DataKey("matrix", DataFormats.matrix, "The table.") { root in
        MatrixData(site: root.site, matrix: root.site.catalog[root.content])
      }
    ])

  /// Returns the data files of a site but those of single items, with the schemas of all.
  static func all(_ site: DataSite) -> [DataFile] {
    var files = [
      items.file(DataPaths.items, schema: DataPaths.schema(of: DataPaths.items), site, ()),
      items.schemaFile(DataPaths.schema(of: DataPaths.items), site),
      claims.file(DataPaths.claims, schema: DataPaths.schema(of: DataPaths.claims), site, ()),
      claims.schemaFile(DataPaths.schema(of: DataPaths.claims), site),
      sources.file(DataPaths.sources, schema: DataPaths.schema(of: DataPaths.sources), site, ()),
      sources.schemaFile(DataPaths.schema(of: DataPaths.sources), site),
      item.schemaFile(DataPaths.itemSchema, site),
    ]
    if site.catalog.has(.finder) {
      let schema = DataPaths.schema(of: DataPaths.finder)
      files.append(finder.file(DataPaths.finder, schema: schema, site, FinderData(site)))
      files.append(finder.schemaFile(schema, site))
    }
    for one in site.catalog.matrices {
      let path = DataPaths.matrix(one.entry.slug, "json")
      let schema = DataPaths.schema(of: path)
      let id = one.id
      let origin = one.entry.place
      files.append(matrix.file(path, schema: schema, site, origin: origin, id))
      files.append(matrix.schemaFile(schema, site, origin: origin))
      files.append(
        DataFile(path: DataPaths.matrix(one.entry.slug, "csv"), origin: origin) {
          MatrixCSV(site: site, matrix: one).bytes
        })
    }
    return files
  }

  /// Returns the data file of an item.
  static func file(of one: Item, _ site: DataSite) -> DataFile {
    item.file(DataPaths.item(one.slug), schema: DataPaths.itemSchema, site, origin: one.place, one.id)
  }
}
