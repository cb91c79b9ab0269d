import Comparison
import Diagnostics

/// Sorts the members of a file's items into columns, links and sections.
struct ColumnCollector {
  /// A section of an item's body, as in the file.
  struct Section: Sendable {
    var heading: String?
    var markdown: String
    var offsets: Range<Int>
  }

  /// A link of an item, as in the file.
  struct Link: Sendable {
    var label: String
    var value: ImportedValue
  }

  private(set) var columns: [Column] = []
  /// The links by the index of the item.
  private(set) var links: [Int: [Link]] = [:]
  private(set) var sections: [Int: [Section]] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private let source: SourceText
  private var places: [Key: Int] = [:]
  private var isFull = false

  private struct Key: Hashable {
    var path: [String]
    var isFact: Bool
  }

  /// The keys whose members are always facts.
  private static let factContainers: Set<String> = ["facts", "attributes"]
  private static let deepest = 4

  init(_ table: ImportedTable, source: SourceText) {
    self.source = source
    for (record, item) in table.records.enumerated() {
      for member in item.members { add(member, of: record) }
    }
  }

  private mutating func add(_ member: ImportedMember, of record: Int) {
    if case .object(let members) = member.value.kind {
      if Self.factContainers.contains(member.key) {
        for inner in members { addFact(inner, path: [inner.key], isFact: true, of: record) }
        return
      }
      if member.key == "links" {
        for inner in members { links[record, default: []].append(Link(label: inner.key, value: inner.value)) }
        return
      }
    }
    switch member.key {
    case "sections": addSections(member.value, of: record)
    case "links": addLinks(member.value, of: record)
    default: addFlat(member, of: record)
    }
  }

  /// Interprets headers that are more than a name: `links.homepage`, `facts.year`, `Permissions: distribution`.
  private mutating func addFlat(_ member: ImportedMember, of record: Int) {
    let parts = member.key.split(separator: ".", maxSplits: 1).map(String.init)
    if parts.count == 2, parts[0] == "links" {
      links[record, default: []].append(Link(label: parts[1], value: member.value))
    } else if parts.count == 2, Self.factContainers.contains(parts[0]) {
      addFact(member, path: [parts[1]], isFact: true, of: record)
    } else if let colon = member.key.firstRange(of: ": "), !member.key[colon.upperBound...].isEmpty {
      let path = [String(member.key[..<colon.lowerBound]), String(member.key[colon.upperBound...])]
      addFact(member, path: path, isFact: true, of: record)
    } else {
      addFact(member, path: [member.key], isFact: false, of: record)
    }
  }

  private mutating func addFact(_ member: ImportedMember, path: [String], isFact: Bool, of record: Int) {
    let statements = Statement.all(in: member.value)
    if let statements {
      for statement in statements { append(statement.value, statement.backing, member, path, true, record) }
    } else if case .object(let members) = member.value.kind {
      guard path.count < Self.deepest else {
        diagnostics.append(
          Diagnostic(
            .deepObject, "\"\(path.joined(separator: "."))\" is nested too deep to be a fact",
            at: source.range(member.value.offsets), help: "it is left out"))
        return
      }
      for inner in members { addFact(inner, path: path + [inner.key], isFact: true, of: record) }
    } else {
      append(member.value, nil, member, path, isFact, record)
    }
  }

  private mutating func append(
    _ value: ImportedValue, _ backing: Cell.Backing?, _ member: ImportedMember, _ path: [String],
    _ isFact: Bool, _ record: Int
  ) {
    // A header with a colon is a path of two components, but is shown as written.
    let header = member.key.contains(": ") ? member.key : path.joined(separator: ".")
    guard let column = column(path, isFact: isFact, header: header, at: member.keyOffsets) else { return }
    if let limit = value.exceededLimit {
      diagnostics.append(
        Diagnostic(
          .largeValue, "the value has more than \(limit)",
          at: source.range(value.offsets.lowerBound..<value.offsets.lowerBound + 1), help: "it is left out"))
      return
    }
    guard let content = Cell.Content(value) else {
      if case .list(let elements) = value.kind, !elements.isEmpty {
        diagnostics.append(
          Diagnostic(
            .unreadableList, "the list has nothing in it that is a text or has a name",
            at: source.range(value.offsets), help: "it is left out"))
      }
      return
    }
    var cell = Cell(record: record, content: content, offsets: value.offsets, backing: backing)
    if case .text(let text) = value.kind, text.utf8.contains(0x0A) || text.utf8.contains(0x0D) {
      cell.original = text
    }
    columns[column].cells.append(cell)
  }

  private mutating func column(
    _ path: [String], isFact: Bool, header: String, at offsets: Range<Int>
  ) -> Int? {
    let key = Key(path: path, isFact: isFact)
    if let place = places[key] { return place }
    guard columns.count < ImportedTable.mostColumns else {
      if !isFull {
        diagnostics.append(
          .importLimit(
            "the items have more than \(ImportedTable.mostColumns) different keys", at: source.range(offsets))
        )
      }
      isFull = true
      return nil
    }
    places[key] = columns.count
    columns.append(Column(path: path, isFact: isFact, offsets: offsets, header: header))
    return columns.count - 1
  }

  // MARK: Links and sections

  /// Adds URLs without labels, which are labelled with their hosts.
  private mutating func addLinks(_ value: ImportedValue, of record: Int) {
    let values: [ImportedValue]
    if case .list(let elements) = value.kind { values = elements } else { values = [value] }
    for value in values where !value.isBlank {
      let label = value.scalar.flatMap { WebAddress.host(of: $0) }
      links[record, default: []].append(Link(label: label ?? "link", value: value))
    }
  }

  /// Adds sections in the form `[{ heading, markdown }]` or `{ heading: markdown }`.
  private mutating func addSections(_ value: ImportedValue, of record: Int) {
    switch value.kind {
    case .null: return
    case .object(let members):
      for member in members {
        addSection(heading: member.key, member.value.scalar, at: member.keyOffsets, of: record)
      }
    case .list(let elements):
      for element in elements {
        guard case .object(let members) = element.kind else {
          reportSection(element.offsets)
          continue
        }
        let value = { (keys: [String]) in members.first { keys.contains($0.key) }?.value }
        let heading = value(["heading", "title", "name"])
        addSection(
          heading: heading?.scalar, value(["markdown", "body", "content", "text"])?.scalar,
          at: heading?.offsets ?? element.offsets, of: record)
      }
    case .truth, .number, .text: reportSection(value.offsets)
    }
  }

  private mutating func addSection(
    heading: String?, _ markdown: String?, at offsets: Range<Int>, of record: Int
  ) {
    guard heading != nil || markdown != nil else { return reportSection(offsets) }
    sections[record, default: []].append(
      Section(heading: heading, markdown: markdown ?? "", offsets: offsets))
  }

  private mutating func reportSection(_ offsets: Range<Int>) {
    diagnostics.append(
      Diagnostic(
        .unreadableSection, "a section is an object with \"heading\" and \"markdown\"",
        at: source.range(offsets), help: "it is left out"))
  }
}
