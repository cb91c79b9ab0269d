import Comparison
import Diagnostics
import Foundation
import Importing
import Pages
import TextEncoding

/// A real data set of another shape, and the site that an import makes of it.
struct Corpus {
  /// What the data set says of its attributes beside it.
  struct Schema: Decodable {
    struct Attribute: Decodable {
      var label: String
      var type: String
      var group: String?
      var unit: String?
      var help: String?
    }

    var attributes: [String: Attribute]
  }

  /// An item as the data set has it, read by Foundation, to compare what the importer read with.
  struct Item: Decodable {
    enum Value: Decodable, Hashable {
      case truth(Bool)
      case number(Int)
      case text(String)
      case list([String])

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let truth = try? container.decode(Bool.self) {
          self = .truth(truth)
        } else if let number = try? container.decode(Int.self) {
          self = .number(number)
        } else if let list = try? container.decode([String].self) {
          self = .list(list)
        } else {
          self = .text(try container.decode(String.self))
        }
      }
    }

    var slug: String
    var name: String
    var attributes: [String: Value]
    var categories: [String]
  }

  var schema: Schema
  var items: [Item]
  private var lines: SourceText

  /// The folder of the data sets, where the environment names one.
  static var folder: String? { ProcessInfo.processInfo.environment["COLLATE_CORPORA"] }

  /// Reads `NAME.schema.json` and `NAME.jsonl`.
  init(_ name: String, in folder: String) throws {
    let root = URL(filePath: folder)
    schema = try JSONDecoder().decode(
      Schema.self, from: Data(contentsOf: root.appending(path: "\(name).schema.json")))
    let bytes = try Data(contentsOf: root.appending(path: "\(name).jsonl"))
    lines = SourceText(path: "\(name).jsonl", utf8: Array(bytes))
    items = try bytes.split(separator: 0x0A).map { try JSONDecoder().decode(Item.self, from: $0) }
  }

  /// The site that the data set becomes: with nothing but the settings beforehand, or with criteria as the schema describes them.
  func imported(
    withSchema: Bool, more documents: [String: String] = [:]
  ) async -> (tree: SourceTree, plan: ImportPlan, diagnostics: [Diagnostic]) {
    var files = documents
    if withSchema { files.merge(criteria) { $1 } }
    var tree = SourceTree(
      configuration: SourceText(path: "Content/site.yml", "title: Corpus\n"),
      documents: files.map { SourceText(path: "Content/\($0.key)", $0.value) }.sorted { $0.path < $1.path })
    let (site, _) = await readDocuments(tree, jobs: 1)
    let (plan, diagnostics) = planImport(
      lines, into: site, options: ImportOptions(source: "the-data-set", skipped: ["source"]))
    tree.documents += plan.documents.map { SourceText(path: $0.path, $0.text) }
    tree.documents.sort { $0.path < $1.path }
    return (tree, plan, diagnostics)
  }

  static func slug(_ key: String) -> String { key.replacingOccurrences(of: "_", with: "-") }

  /// A document for each attribute. JSON is YAML, so that a text can be spelled as JSON spells it.
  private var criteria: [String: String] {
    var documents: [String: String] = [:]
    for (key, attribute) in schema.attributes {
      let type = ["bool": "boolean", "number": "number", "enum-list": "list"][attribute.type] ?? "text"
      var lines = ["---", "name: \(JSONText.string(attribute.label))", "type: \(type)", "aliases: [\(key)]"]
      if let group = attribute.group { lines.append("group: \(group)") }
      if let unit = attribute.unit { lines.append("unit: \(unit)") }
      if let help = attribute.help { lines.append("summary: \(JSONText.string(help))") }
      if type == "list" { lines.append("index: true") }
      documents["criteria/\(Self.slug(key)).md"] = (lines + ["---", ""]).joined(separator: "\n")
    }
    return documents
  }
}
