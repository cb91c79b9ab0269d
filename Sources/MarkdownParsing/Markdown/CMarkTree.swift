// The only file that imports cmark-gfm, through the C target that enforces its limits and documents its pitfalls. One
// applies here: the tree is allocated in the document's arena, so all texts are copied before that is freed.
import CCMarkGFM

/// A node of cmark's tree, before its link destination, footnotes and position are processed.
struct CMarkNode {
  enum Kind {
    case blockQuote
    case list(ordered: Bool, start: Int, tight: Bool)
    case item
    case taskItem(checked: Bool)
    case codeBlock(info: String, literal: String)
    case htmlBlock(String)
    case paragraph
    case heading(level: Int)
    case thematicBreak
    case table(alignments: [MarkdownNode.ColumnAlignment])
    case tableHeader
    case tableRow
    case tableCell
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case htmlInline(String)
    case emphasis
    case strong
    case strikethrough
    indirect case link(address: String, title: String)
    indirect case image(address: String, title: String)
    /// An index into the tree's `definitions`.
    case footnoteReference(Int)
    /// A reference with an undefined label.
    case undefinedReference(String)
  }

  /// 1-based lines of the body and 1-based byte columns, the end inclusive; exact for blocks, approximate for inlines.
  struct Place {
    var startLine: Int32
    var startColumn: Int32
    var endLine: Int32
    var endColumn: Int32
  }

  var kind: Kind
  var parent: Int?
  var end: Int
  var place: Place
  /// The offsets in the source, set by `BlockPlaces` and `InlinePlaces`.
  var offsets: Range<Int> = 0..<0
}

/// A footnote definition in the source.
struct CMarkDefinition {
  var label: String
  /// The label as cmark normalizes it for comparison.
  var key: String
  var line: Int
}

/// A document as parsed by cmark.
struct CMarkTree {
  enum Failure {
    case outOfMemory, outOfTime
  }

  /// The nodes of the body, followed by those of each footnote that is used.
  var nodes: [CMarkNode] = []
  /// The number of nodes of the body.
  var bodyCount = 0
  /// All definitions, in source order.
  var definitions: [CMarkDefinition] = []
  /// The definitions in use, in the order of their first reference, with the ranges of their nodes.
  var used: [(definition: Int, nodes: Range<Int>)] = []
  /// The reason why parsing failed, and the 1-based line of the body that was reached; 0 after the last.
  var failure: (reason: Failure, line: Int)?

  /// Parses within the limits. The total memory stays below the limit; cmark gets five eighths of it.
  init(_ bytes: ArraySlice<UInt8>, limits: MarkdownLimits) {
    let share = collate_limits(
      memory: max(0, limits.memoryBytes) / 8 * 5, milliseconds: UInt32(clamping: limits.milliseconds))
    let parsed = bytes.withUnsafeBufferPointer { collate_markdown_parse($0.baseAddress, $0.count, share) }
    defer { collate_markdown_free(parsed) }
    guard let parsed else {
      failure = (.outOfMemory, 0)
      return
    }
    guard let root = collate_markdown_root(parsed) else {
      let reason: Failure = collate_markdown_status(parsed) == COLLATE_OUT_OF_TIME ? .outOfTime : .outOfMemory
      failure = (reason, Int(collate_markdown_line(parsed)))
      return
    }
    var indexes: [OpaquePointer: Int] = [:]
    var roots: [OpaquePointer] = []
    var count = 0
    if let first = collate_markdown_definitions(parsed, &count) {
      for definition in UnsafeBufferPointer(start: first, count: count) {
        indexes[definition.node] = definitions.count
        roots.append(definition.node)
        definitions.append(CMarkDefinition(definition))
      }
    }
    nodes.reserveCapacity(Self.count(below: root))
    flatten(root, definitions: indexes)
    bodyCount = nodes.count
    flattenFootnotes(roots, definitions: indexes)
  }

  /// Adds the footnotes that the body references, then those that these reference, and so on.
  private mutating func flattenFootnotes(_ roots: [OpaquePointer], definitions: [OpaquePointer: Int]) {
    var seen: Set<Int> = []
    var next = 0
    while next < nodes.count {
      if case .footnoteReference(let definition) = nodes[next].kind, seen.insert(definition).inserted {
        let start = nodes.count
        flatten(roots[definition], definitions: definitions)
        used.append((definition, start..<nodes.count))
      }
      next += 1
    }
  }

  /// Adds all descendants of a node, in order.
  private mutating func flatten(_ root: OpaquePointer, definitions: [OpaquePointer: Int]) {
    var open: [Int] = []
    var current = collate_node_first_child(root)
    while let node = current {
      let record = collate_node_read(node)
      // Definitions are not part of their surroundings; those in use are added separately.
      if record.kind != COLLATE_FOOTNOTE_DEFINITION,
        let kind = CMarkNode.Kind(record, definitions: definitions)
      {
        let place = CMarkNode.Place(
          startLine: record.start_line, startColumn: record.start_column, endLine: record.end_line,
          endColumn: record.end_column)
        nodes.append(CMarkNode(kind: kind, parent: open.last, end: nodes.count + 1, place: place))
        if let child = collate_node_first_child(node) {
          open.append(nodes.count - 1)
          current = child
          continue
        }
      }
      current = Self.following(node, below: root) {
        if let closed = open.popLast() { nodes[closed].end = nodes.count }
      }
    }
  }

  /// Returns the next node after a node and its descendants; calls `close` for each ancestor that ends in between.
  private static func following(
    _ node: OpaquePointer, below root: OpaquePointer, close: () -> Void
  ) -> OpaquePointer? {
    var current = node
    while true {
      if let next = collate_node_next(current) { return next }
      guard let parent = collate_node_parent(current), parent != root else {
        return nil
      }
      close()
      current = parent
    }
  }

  private static func count(below root: OpaquePointer) -> Int {
    var result = 0
    var current = collate_node_first_child(root)
    while let node = current {
      result += 1
      current = collate_node_first_child(node) ?? following(node, below: root) {}
    }
    return result
  }
}

extension CMarkDefinition {
  fileprivate init(_ definition: collate_definition) {
    self.init(
      label: string(definition.label), key: string(definition.key), line: Int(definition.line))
  }
}

private func string(_ text: collate_text) -> String {
  String(decoding: UnsafeBufferPointer(start: text.bytes, count: text.count), as: UTF8.self)
}

extension CMarkNode.Kind {
  fileprivate init?(_ record: collate_node_record, definitions: [OpaquePointer: Int]) {
    switch record.kind {
    case COLLATE_BLOCK_QUOTE: self = .blockQuote
    case COLLATE_LIST: self = .list(ordered: record.ordered, start: Int(record.number), tight: record.tight)
    case COLLATE_ITEM: self = .item
    case COLLATE_TASK_ITEM: self = .taskItem(checked: record.checked)
    case COLLATE_CODE_BLOCK:
      self = .codeBlock(info: string(record.destination), literal: string(record.literal))
    case COLLATE_HTML_BLOCK: self = .htmlBlock(string(record.literal))
    case COLLATE_PARAGRAPH: self = .paragraph
    case COLLATE_HEADING: self = .heading(level: Int(record.number))
    case COLLATE_THEMATIC_BREAK: self = .thematicBreak
    case COLLATE_TABLE: self = .table(alignments: Self.alignments(record))
    case COLLATE_TABLE_HEADER: self = .tableHeader
    case COLLATE_TABLE_ROW: self = .tableRow
    case COLLATE_TABLE_CELL: self = .tableCell
    default:
      guard let inline = Self.inline(record, definitions: definitions) else { return nil }
      self = inline
    }
  }

  private static func inline(_ record: collate_node_record, definitions: [OpaquePointer: Int]) -> Self? {
    switch record.kind {
    case COLLATE_TEXT: return .text(string(record.literal))
    case COLLATE_SOFT_BREAK: return .softBreak
    case COLLATE_LINE_BREAK: return .lineBreak
    case COLLATE_CODE: return .code(string(record.literal))
    case COLLATE_HTML_INLINE: return .htmlInline(string(record.literal))
    case COLLATE_EMPHASIS: return .emphasis
    case COLLATE_STRONG: return .strong
    case COLLATE_STRIKETHROUGH: return .strikethrough
    case COLLATE_LINK: return .link(address: string(record.destination), title: string(record.title))
    case COLLATE_IMAGE: return .image(address: string(record.destination), title: string(record.title))
    case COLLATE_FOOTNOTE_REFERENCE:
      if !record.is_undefined, let definition = record.definition, let index = definitions[definition] {
        return .footnoteReference(index)
      }
      return .undefinedReference(string(record.literal))
    default: return nil
    }
  }

  private static func alignments(_ record: collate_node_record) -> [MarkdownNode.ColumnAlignment] {
    UnsafeBufferPointer(start: record.alignments, count: record.alignments == nil ? 0 : record.column_count)
      .map {
        switch $0 {
        case 0x6C: .left
        case 0x63: .center
        case 0x72: .right
        default: .none
        }
      }
  }
}

/// Decodes the entity that follows an `&`; nil if there is none.
func decodeEntity(_ bytes: ArraySlice<UInt8>) -> (length: Int, text: [UInt8])? {
  bytes.prefix(40).withUnsafeBufferPointer { buffer in
    guard let start = buffer.baseAddress else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 8) { result in
      var count = 0
      let length = collate_entity(start, buffer.count, result.baseAddress, &count)
      return length == 0 ? nil : (length, Array(result.prefix(count)))
    }
  }
}
