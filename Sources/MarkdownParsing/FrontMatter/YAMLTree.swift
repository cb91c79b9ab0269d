import Diagnostics

/// Builds the tree of a YAML text from its events, and rejects features that make a text hard to review.
struct YAMLTree {
  private static let mostDepth = 16
  private static let mostNodes = 20_000

  let source: SourceText
  private let base: Int
  private let name: String
  private(set) var open: [Frame] = []
  private var root: YAMLNode?
  private var documents = 0
  private var nodes = 0
  /// Whether the tree may not represent what the author meant.
  private var isUnusable = false
  private var diagnostics: [Diagnostic] = []
  /// Errors that libyaml does not report; used only if it reads the whole text, since after a syntax error it may have
  /// misread the rest.
  var strictness: [Diagnostic] = []
  /// The end of the last scalar or bracket; between it and the next one there are only white space, punctuation and
  /// comments.
  private var gapStart: Int

  /// An unfinished sequence or mapping.
  struct Frame {
    var start: Int
    var isMapping: Bool
    /// Whether it is a flow collection, in braces or brackets.
    var isFlow: Bool
    var items: [YAMLNode] = []
    var entries: [(key: Ranged<String>, value: YAMLNode)] = []
    var key: YAMLNode?
    var firstPlaces: [String: SourceRange] = [:]
    /// Consecutive keys without values in a flow mapping.
    var loose: LooseKeys?
  }

  private init(source: SourceText, base: Int, name: String) {
    self.source = source
    self.base = base
    self.name = name
    gapStart = base
  }

  /// Parses the mapping in a byte range; `name` is what messages call it. A text without a value is an empty mapping.
  static func parse(_ source: SourceText, _ range: Range<Int>, name: String) -> (YAMLMapping?, [Diagnostic]) {
    var tree = YAMLTree(source: source, base: range.lowerBound, name: name)
    let failure = forEachYAMLEvent(in: source.utf8[range]) { tree.add($0) }
    if failure == nil, !tree.isUnusable { tree.checkComments(before: range.upperBound) }
    if failure == nil { tree.diagnostics += tree.strictness }
    if let failure {
      tree.isUnusable = true
      tree.diagnostics.append(YAMLProblem(source: source, region: range, failure: failure).diagnostic)
    }
    return (tree.mapping(in: range), tree.diagnostics)
  }

  private mutating func mapping(in range: Range<Int>) -> YAMLMapping? {
    guard !isUnusable else { return nil }
    guard let root else { return YAMLMapping(range: source.range(range)) }
    if case .mapping(let mapping) = root.kind { return mapping }
    // A lone `~` counts as empty.
    if case .scalar("", quoted: false) = root.kind { return YAMLMapping(range: source.range(range)) }
    let line = source.lineRange(source.lineIndex(at: root.range.offsets.lowerBound))
    let place = root.range.offsets.clamped(to: line)
    diagnostics.append(
      Diagnostic(
        .notAMapping, "\(name) is \(root.kindName), not a mapping", at: source.range(place),
        help: "write lines of the form \"key: value\""))
    return nil
  }

  /// Processes an event; returns false to stop.
  private mutating func add(_ event: YAMLEvent) -> Bool {
    let offsets = (event.offsets.lowerBound + base)..<(event.offsets.upperBound + base)
    if event.hasProperties { refuseProperties(in: offsets) }
    switch event.kind {
    case .documentStart: return addDocument(at: offsets)
    case .alias:
      refuse("an alias (\"\(source.text(offsets))\")", at: offsets, help: "write the value out")
      isUnusable = true
      finish(YAMLNode(.scalar("", quoted: false), at: source.range(offsets)))
    case .scalar(let text, let quoted):
      let isNull = !quoted && ["~", "null", "Null", "NULL"].contains(text) && !expectsKey
      checkScalar(at: offsets)
      checkComments(before: offsets.lowerBound)
      gapStart = max(gapStart, offsets.upperBound)
      finish(YAMLNode(.scalar(isNull ? "" : text, quoted: quoted), at: scalarRange(offsets, quoted: quoted)))
    case .sequenceStart(let isFlow):
      open.append(Frame(start: offsets.lowerBound, isMapping: false, isFlow: isFlow))
    case .mappingStart(let isFlow):
      open.append(Frame(start: offsets.lowerBound, isMapping: true, isFlow: isFlow))
    case .collectionEnd: closeCollection(at: offsets.upperBound)
    }
    return isWithinLimits(at: offsets)
  }

  private mutating func addDocument(at offsets: Range<Int>) -> Bool {
    documents += 1
    guard documents > 1 else { return true }
    let line = source.lineRange(source.lineIndex(at: offsets.lowerBound))
    refuse("a second document in \(name)", at: offsets.isEmpty ? line : offsets, help: "keep only one")
    isUnusable = true
    return false
  }

  private mutating func isWithinLimits(at offsets: Range<Int>) -> Bool {
    let depthExceeded = open.count > Self.mostDepth
    guard depthExceeded || nodes > Self.mostNodes else { return true }
    let summary =
      depthExceeded
      ? "values are nested more than \(Self.mostDepth) deep"
      : "\(name) holds more than \(Self.mostNodes) values"
    diagnostics.append(
      Diagnostic(
        .yamlLimit, summary, at: place(offsets),
        help: depthExceeded ? "nest them less" : "shorten it"))
    isUnusable = true
    return false
  }

  private var expectsKey: Bool { open.last.map { $0.isMapping && $0.key == nil } ?? false }

  private mutating func closeCollection(at upper: Int) {
    guard var frame = open.popLast() else { return }
    reportLooseKeys(of: &frame)
    var end = max(frame.start, upper)
    // libyaml puts the end of a block collection at the beginning of the next token.
    while end > frame.start, [0x20, 0x09, 0x0A].contains(source.utf8[end - 1]) { end -= 1 }
    let range = source.range(frame.start..<end)
    let kind: YAMLNode.Kind =
      frame.isMapping ? .mapping(YAMLMapping(entries: frame.entries, range: range)) : .sequence(frame.items)
    finish(YAMLNode(kind, at: range))
  }

  /// Adds a finished value to the open collection, or makes it the root.
  private mutating func finish(_ node: YAMLNode) {
    nodes += 1
    guard var frame = open.popLast() else {
      root = node
      return
    }
    defer { open.append(frame) }
    if !frame.isMapping {
      frame.items.append(node)
    } else if let key = frame.key {
      frame.key = nil
      add(node, for: key, to: &frame)
    } else {
      frame.key = node
    }
  }

  private mutating func add(_ value: YAMLNode, for key: YAMLNode, to frame: inout Frame) {
    guard case .scalar(let text, let quoted) = key.kind else {
      refuse("\(key.kindName) as a key", at: place(key.range.offsets).offsets, help: "keys are plain text")
      isUnusable = true
      return
    }
    if text == "<<", !quoted {
      refuse("a merge key (\"<<\")", at: key.range.offsets, help: "write the keys out")
      isUnusable = true
    } else if frame.isFlow, isNothing(value) {
      addLooseKey(key, to: &frame)
    } else if let first = frame.firstPlaces[text] {
      diagnostics.append(
        Diagnostic(
          .duplicateKey, "\"\(text)\" is given twice", at: key.range, help: "keep only one",
          notes: [Diagnostic.Note("first given here", at: first)]))
    } else {
      reportLooseKeys(of: &frame)
      frame.firstPlaces[text] = key.range
      frame.entries.append((Ranged(text, at: key.range), value))
    }
  }

  /// Reports comments in the gap up to `end` that are not preceded by white space.
  private mutating func checkComments(before end: Int) {
    var index = gapStart
    while index < end {
      if source.utf8[index] == UInt8(ascii: "#") {
        if index > base, !Self.isBlank(source.utf8[index - 1]) { reportGluedComment(at: index) }
        while index < end, source.utf8[index] != 0x0A { index += 1 }
      }
      index += 1
    }
  }

  static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A].contains(byte) }

  private mutating func refuseProperties(in offsets: Range<Int>) {
    var position = offsets.lowerBound
    while position < offsets.upperBound, source.utf8[position] == 0x26 || source.utf8[position] == 0x21 {
      var end = position
      while end < offsets.upperBound, ![0x20, 0x09, 0x0A].contains(source.utf8[end]) { end += 1 }
      let word = source.text(position..<end)
      if source.utf8[position] == 0x26 {
        refuse("an anchor (\"\(word)\")", at: position..<end, help: "remove it")
      } else {
        refuse(
          "a tag (\"\(word)\")", at: position..<end, help: "remove it, or quote the text if it begins so")
      }
      position = end
      while position < offsets.upperBound, [0x20, 0x09, 0x0A].contains(source.utf8[position]) {
        position += 1
      }
    }
  }

  private mutating func refuse(_ what: String, at offsets: Range<Int>, help: String) {
    diagnostics.append(
      Diagnostic(.unsupportedYAML, "\(what) is not accepted", at: source.range(offsets), help: help)
    )
  }

  /// Returns the range of a scalar, without the trailing line ends of a block scalar.
  private func scalarRange(_ offsets: Range<Int>, quoted: Bool) -> SourceRange {
    var upper = offsets.upperBound
    while quoted, upper > offsets.lowerBound, source.utf8[upper - 1] == 0x0A { upper -= 1 }
    return source.range(offsets.lowerBound..<upper)
  }

  /// Returns the part of a range on its first line.
  private func place(_ offsets: Range<Int>) -> SourceRange {
    source.range(offsets.clamped(to: source.lineRange(source.lineIndex(at: offsets.lowerBound))))
  }
}
