import Diagnostics
import MarkdownParsing

extension ItemHeader {
  init(_ reader: inout FrontMatterReader) {
    website = reader.webAddress("website")
    if let mapping = reader.mapping("links") {
      var inner = FrontMatterReader(mapping, owner: "links", place: mapping.range)
      for entry in mapping.entries {
        let isLabel = inner.mayPublish(entry.key, "the label of a link")
        if let address = inner.webAddress(entry.key.value), isLabel {
          links.append(Link(label: entry.key.value, address: address))
        }
      }
      inner.finish().forEach { reader.report($0) }
    }
    logo = reader.text("logo")
    aliases = reader.texts("aliases")
    if let mapping = reader.mapping("facts") {
      for entry in mapping.entries {
        facts += AuthoredFact.reading(entry.value, criterion: entry.key, &reader)
      }
      limitFacts(&reader)
    }
    for node in reader.elements("related") {
      if let relation = Relation(node, &reader) { related.append(relation) }
    }
    updated = reader.date("updated")
  }
}

extension ItemHeader.Relation {
  init?(_ node: YAMLNode, _ outer: inout FrontMatterReader) {
    guard case .mapping(let mapping) = node.kind else {
      outer.wrongType("related", "takes { item, as, criterion, favours, sources }", node)
      return nil
    }
    var reader = FrontMatterReader(mapping, owner: "a relation", place: node.range)
    let item = reader.requiredText("item")
    let phrase = reader.requiredText("as")
    sources = reader.texts("sources")
    criterion = reader.text("criterion")
    favours = reader.text("favours")
    reader.finish().forEach { outer.report($0) }
    guard let item, let phrase else { return nil }
    self.item = item
    self.phrase = phrase.value
  }
}

extension AuthoredFact {
  /// Reads the facts of one criterion: a plain value, a mapping of value and sources, or a list of mappings if sources
  /// differ.
  static func reading(
    _ node: YAMLNode, criterion: Ranged<String>, _ reader: inout FrontMatterReader
  ) -> [AuthoredFact] {
    switch node.kind {
    case .scalar: return [AuthoredFact(criterion: criterion, value: node)]
    case .mapping(let mapping): return AuthoredFact(mapping, criterion, node, &reader).map { [$0] } ?? []
    case .sequence(let elements):
      let isList = elements.contains { if case .mapping = $0.kind { true } else { false } }
      guard isList else { return [AuthoredFact(criterion: criterion, value: node)] }
      return elements.compactMap { element in
        guard case .mapping(let mapping) = element.kind else {
          reader.wrongType(criterion.value, "takes { value, sources, … } in each place of its list", element)
          return nil
        }
        return AuthoredFact(mapping, criterion, element, &reader)
      }
    }
  }

  private enum Basis: String, CaseIterable { case common }

  private init?(
    _ mapping: YAMLMapping, _ criterion: Ranged<String>, _ node: YAMLNode, _ outer: inout FrontMatterReader
  ) {
    var reader = FrontMatterReader(mapping, owner: "a fact", place: node.range)
    let value = reader.node("value")
    if case .scalar("", _)? = mapping["note"]?.kind {
      isNoted = false
    } else {
      isNoted = mapping["note"] != nil
    }
    note = reader.summary("note")
    sources = reader.texts("sources")
    verified = reader.date("verified")
    isCommonKnowledge = reader.word("basis", Basis.self) != nil
    if value == nil {
      reader.report(.init(.missingKey, "a fact needs \"value\"", at: node.range))
    }
    reader.finish().forEach { outer.report($0) }
    guard let value else { return nil }
    self.criterion = criterion
    self.value = value
  }
}

extension CriterionHeader {
  init(_ reader: inout FrontMatterReader) {
    type = reader.word(
      "type", Criterion.ValueType.self,
      synonyms: [
        "integer": .number, "int": .number, "float": .number, "bool": .boolean, "string": .text,
        "enum": .choice,
      ])
    // An unknown type is treated as a list, which accepts any value, so that the error is not followed by one for every
    // fact.
    if type == nil, reader.mapping?["type"] != nil { type = .list }
    unit = reader.text("unit")?.value
    better = reader.word("better", Criterion.Direction.self)
    group = reader.label("group")
    order = reader.integer("order", in: -1_000_000...1_000_000)
    if let mapping = reader.mapping("values") {
      for entry in mapping.entries { readChoice(entry, &reader) }
    }
    hasValueIndex = reader.boolean("index") ?? false
    aliases = reader.texts("aliases")
    mostAge = reader.integer("max-age", in: 1...1_000_000)
    wish = reader.label("choose")?.value
  }

  private mutating func readChoice(
    _ entry: (key: Ranged<String>, value: YAMLNode), _ outer: inout FrontMatterReader
  ) {
    guard let slug = Slug(entry.key.value) else {
      let problem = Slug.problem(in: entry.key.value) ?? ""
      outer.report(
        .init(
          .invalidSlug, "\"\(entry.key.value)\" is no slug: \(problem)", at: entry.key.range,
          suggestion: Slug.derived(from: entry.key.value)?.text))
      return
    }
    var choice = Criterion.Choice(slug: slug, label: slug.text, range: entry.key.range)
    switch entry.value.kind {
    case .scalar(let label, _):
      let label = Ranged(label, at: entry.value.range)
      if !label.value.isEmpty, outer.mayPublish(label, "the label of a value") { choice.label = label.value }
    case .mapping(let mapping):
      var reader = FrontMatterReader(mapping, owner: "a value", place: entry.value.range)
      choice.label = reader.label("label")?.value ?? slug.text
      choice.summary = reader.summary("description")
      choice.wish = reader.label("choose")?.value
      reader.finish().forEach { outer.report($0) }
    case .sequence: outer.wrongType("values", "takes slug: label", entry.value)
    }
    values.append(choice)
  }
}

extension UseCaseHeader {
  init(_ reader: inout FrontMatterReader) {
    for node in reader.elements("needs") {
      if let need = Need.reading(node, &reader) { needs.append(need) }
    }
    if needs.count > CountLimits.needs {
      reader.report(
        .tooMany(
          "a use case has more than \(CountLimits.needs) needs", at: needs[CountLimits.needs].criterion.range,
          help: "name those that matter most"))
      needs.removeSubrange(CountLimits.needs...)
    }
    aliases = reader.texts("aliases")
    wish = reader.label("for")?.value
  }
}

extension SourceHeader {
  init(_ reader: inout FrontMatterReader) {
    shortName = reader.label("short")?.value
    publisher = reader.text("publisher")?.value
    url = reader.webAddress("url")
    date = reader.date("date")
    kind = reader.word("kind", Source.Kind.self) ?? .review
    isTrusted = reader.boolean("trusted") ?? false
    aliases = reader.texts("aliases")
    if let mapping = reader.mapping("ranking") {
      var inner = FrontMatterReader(mapping, owner: "a ranking", place: mapping.range)
      rankingBasis = inner.text("by")?.value
      ranking = inner.texts("order")
      inner.finish().forEach { reader.report($0) }
    }
  }
}

extension MatrixHeader {
  init(_ reader: inout FrontMatterReader) {
    if reader.node("rows") != nil {
      rows = reader.limited(
        reader.texts("rows"), to: CountLimits.rows, "a matrix names rows,", help: "make it two matrices")
    }
    if reader.node("items") != nil {
      items = reader.elements("items").flatMap { node -> [ItemChoice] in
        switch node.kind {
        case .scalar(let text, _): return [.named(Ranged(text, at: node.range))]
        case .mapping(let mapping):
          return mapping.entries.map { .having(criterion: $0.key, value: $0.value) }
        case .sequence:
          reader.wrongType("items", "takes slugs, or { criterion: value }", node)
          return []
        }
      }
    }
    order = reader.integer("order", in: -1_000_000...1_000_000)
  }
}

extension ComparisonHeader {
  init(_ reader: inout FrontMatterReader) {
    guard let node = reader.node("items") else {
      if !reader.isDamaged {
        reader.report(
          .init(
            .missingKey, "\(reader.owner) needs \"items\"", at: reader.place,
            help: "add `items: [a, b, c]` to the front matter"))
      }
      return
    }
    let named = reader.texts(of: node, key: "items")
    let allowed = CountLimits.comparedItems
    if named.count < allowed.lowerBound, !reader.diagnostics.hasErrors {
      reader.report(
        .init(
          .invalidComparison,
          "a comparison names \(allowed.lowerBound) to \(allowed.upperBound) items, not \(named.count)",
          at: node.range, help: "write their slugs in brackets: `items: [a, b, c]`"))
    }
    if named.count > allowed.upperBound {
      reader.report(
        .init(
          .invalidComparison,
          "a comparison names \(allowed.lowerBound) to \(allowed.upperBound) items, not \(named.count)",
          at: named[allowed.upperBound].range, help: "leave out from here, or make it a matrix"))
    }
    items = Array(named.prefix(allowed.upperBound))
  }
}

extension PageHeader {
  init(_ reader: inout FrontMatterReader) {
    order = reader.integer("order", in: -1_000_000...1_000_000)
  }
}

extension FrontMatterReader {
  /// Reads an absolute `https` or `http` URL.
  mutating func webAddress(_ key: String) -> Ranged<String>? {
    guard let text = text(key) else { return nil }
    if WebAddress.isWellFormed(text.value) { return text }
    report(
      .init(
        .wrongType,
        "\"\(key)\" takes an address that begins with https:// or http://, not \"\(text.value)\"",
        at: text.range))
    return nil
  }
}
