import Comparison
import Diagnostics
import Foundation

/// A real data set of another shape, turned into the documents of a site.
struct Corpus {
  struct Attribute: Decodable {
    var label: String
    var type: String
    var group: String?
    var unit: String?
    var values: [String]?
  }

  struct Schema: Decodable { var attributes: [String: Attribute] }

  struct Section: Decodable {
    var heading: String
    var markdown: String
  }

  enum Value: Decodable {
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

    /// As front matter spells it: JSON is YAML.
    var yaml: String {
      switch self {
      case .truth(let truth): truth ? "yes" : "no"
      case .number(let number): String(number)
      case .text(let text): JSONText.string(text)
      case .list(let list): "[\(list.map { JSONText.string($0) }.joined(separator: ", "))]"
      }
    }
  }

  struct Item: Decodable {
    var slug: String
    var name: String
    var summary: String?
    var attributes: [String: Value]
    var sections: [Section]
  }

  var schema: Schema
  var items: [Item]

  /// Reads `NAME.schema.json` and `NAME.jsonl` from the folder that the environment names.
  init(_ name: String, in folder: String) throws {
    let root = URL(filePath: folder)
    schema = try JSONDecoder().decode(
      Schema.self, from: Data(contentsOf: root.appending(path: "\(name).schema.json")))
    items = try String(contentsOf: root.appending(path: "\(name).jsonl"), encoding: .utf8).split(
      separator: "\n"
    ).map {
      try JSONDecoder().decode(Item.self, from: Data($0.utf8))
    }
  }

  /// The folder of the corpora, where the environment names one.
  static var folder: String? { ProcessInfo.processInfo.environment["COLLATE_CORPORA"] }

  var tree: SourceTree {
    var documents = [
      SourceText(path: "Content/sources/origin.md", "---\nname: The data set\nkind: reference\n---\n")
    ]
    for (key, attribute) in schema.attributes {
      let type = ["bool": "boolean", "number": "number", "enum-list": "list"][attribute.type] ?? "text"
      var lines = ["---", "name: \(JSONText.string(attribute.label))", "type: \(type)"]
      if let group = attribute.group { lines.append("group: \(JSONText.string(group))") }
      if let unit = attribute.unit { lines.append("unit: \(JSONText.string(unit))") }
      if type == "list" { lines.append("index: true") }
      documents.append(
        SourceText(path: "Content/criteria/\(slug(key)).md", (lines + ["---", ""]).joined(separator: "\n")))
    }
    documents += items.map { SourceText(path: "Content/items/\($0.slug).md", text($0)) }
    documents.sort { $0.path < $1.path }
    let configuration = "title: Corpus\nitems: { folder: items }\nsections: { features: [Key features] }\n"
    return SourceTree(
      configuration: SourceText(path: "Content/site.yml", configuration), documents: documents)
  }

  private func slug(_ key: String) -> String { key.replacingOccurrences(of: "_", with: "-") }

  private func text(_ item: Item) -> String {
    var lines = ["---", "name: \(JSONText.string(item.name))"]
    if let summary = item.summary { lines.append("summary: \(JSONText.string(summary))") }
    lines.append("facts:")
    for (key, value) in item.attributes.sorted(by: { $0.key < $1.key }) {
      if case .list(let list) = value, list.isEmpty { continue }
      lines.append("  \(slug(key)): { value: \(value.yaml), sources: [origin] }")
    }
    lines.append("---")
    for section in item.sections {
      lines += ["", "## \(section.heading)", "", section.markdown]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
