/// A made-up site with every kind of fact and claim in it, the same for the same seed.
///
/// Its items are numbered, and get their slugs only when the documents are written: so one site can be written with other slugs.
package struct RandomSite: Sendable {
  package struct Item: Sendable {
    package var name: String
    /// The lines of the front matter that name no other item.
    var header: [String]
    /// Whom it is related to, how, and what states it.
    var related: [Relation]
    var body: String
  }

  struct Relation: Sendable {
    var item: Int
    var phrase: String
    var sources: [String]
    /// The criterion and whom it favours, as keys of the front matter; the other item is `OTHER`, its own `OWN`.
    var judgement: String
  }

  package private(set) var items: [Item] = []
  /// The items in the order of each source that ranks.
  private var rankings: [String: [Int]] = [:]
  /// Whether some relations name a criterion or whom they favour.
  package var comparesDirectly = true
  /// Lines of `site.yml` on pairs.
  package var settings: [String] = []

  /// Items with facts, claims, uses and relations, and sources that rank some of them.
  package init(items count: Int, using random: inout SplitMix64) {
    for number in 0..<count { items.append(Self.item(number, of: count, &random)) }
    for source in ["one", "three"] {
      rankings[source] = Array(0..<count).shuffled(using: &random).filter { _ in random.isLikely(0.6) }
    }
  }

  /// The same site with one more item, that is related to some of the others.
  package func addingItem(using random: inout SplitMix64) -> RandomSite {
    var result = self
    result.items.append(Self.item(items.count, of: items.count + 1, &random))
    return result
  }

  /// The documents by their paths below `Content`, with a slug for each item.
  package func files(slugs: [String]) -> [String: String] {
    var files = Self.frame
    files["site.yml"] =
      (["title: Random", "items: { folder: items, one: item, many: items }", "key-facts: [kind, open]"]
      + settings)
      .joined(separator: "\n")
    for (item, slug) in zip(items, slugs) {
      var lines = ["---", "name: \(item.name)"] + item.header
      if !item.related.isEmpty { lines.append("related:") }
      for relation in item.related {
        let sources = relation.sources.joined(separator: ", ")
        let judgement =
          !comparesDirectly
          ? ""
          : relation.judgement.replacing("OTHER", with: slugs[relation.item])
            .replacing("OWN", with: slug)
        lines.append(
          "  - { item: \(slugs[relation.item]), as: \(relation.phrase), sources: [\(sources)]\(judgement) }")
      }
      files["items/\(slug).md"] = lines.joined(separator: "\n") + "\n---\n" + item.body
    }
    for source in Self.sources {
      let kind = source == "three" ? "reference" : "review"
      var text = "---\nname: Source \(source)\nkind: \(kind)\n"
      if let ranking = rankings[source], !ranking.isEmpty {
        text += "ranking: { by: stars, order: [\(ranking.map { slugs[$0] }.joined(separator: ", "))] }\n"
      }
      files["sources/\(source).md"] = text + "---\n"
    }
    return files
  }

  /// Slugs in the order of the items.
  package var slugs: [String] { items.indices.map { "item-\(Self.letters($0))" } }
  /// Slugs in the opposite order.
  package var reversedSlugs: [String] { items.indices.map { "item-\(Self.letters(9999 - $0))" } }

  /// A number as four letters in the same order.
  private static func letters(_ number: Int) -> String {
    String([1000, 100, 10, 1].map { Character(Unicode.Scalar(UInt8(97 + number / $0 % 10))) })
  }
}

extension SplitMix64 {
  /// Whether something happens that happens in such a share of all cases.
  package mutating func isLikely(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

  /// Some of the elements, in their order.
  package mutating func some<Element>(of elements: [Element], share: Double) -> [Element] {
    elements.filter { _ in isLikely(share) }
  }
}

extension RandomSite {
  private static let sources = ["one", "two", "three", "four"]
  private static let uses = ["Games", "Shops", "Films"]
  private static let judgements = [
    "", ", criterion: speed, favours: OTHER", ", criterion: speed, favours: OWN",
    ", criterion: ease, favours: OTHER", ", criterion: ease, favours: neither", ", criterion: open",
    ", favours: OWN",
  ]

  /// Each criterion with the front matter that makes it, and values that its facts may have; none for one that takes claims alone.
  private static let criteria: [(name: String, header: String, values: [String])] = [
    ("Open", "type: boolean\nchoose: want it open", ["yes", "no"]),
    ("Year", "type: number\nbetter: higher", ["1999", "2004", "2004.0", "-3"]),
    ("Weight", "type: number\nbetter: lower\nunit: kg", ["1.50", "2", "12"]),
    ("Size", "type: number", ["10", "20"]),
    (
      "Kind", "type: choice\nindex: true\nvalues: { big: Big, small: Small, odd: \"Odd & <b>even</b>\" }",
      ["big", "Small", "odd"]
    ),
    (
      "Parts", "type: list\nvalues: { a: Part A, b: Part B, c: Part C }",
      ["[a]", "[b, a]", "[a, c]", "[c]", "b"]
    ),
    ("Tags", "type: list", ["[red, blue]", "[blue]", "[green]"]),
    ("Address", "type: url", ["https://a.example/", "https://b.example/"]),
    ("Made of", "type: text", ["wood", "iron", "\"partial\""]),
    ("Born", "type: date", ["2001-02-03", "2002-02-03"]),
    ("Speed", "group: Quality", []), ("Ease", "group: Quality", []), ("Support", "group: People", []),
  ]

  /// Everything but the items, the sources and the settings.
  private static let frame: [String: String] = {
    var files = [
      "use-cases/games.md":
        "---\nname: Games\nneeds: [speed, ease, { open: yes }, { kind: big, prefer: true }]\n---\n"
    ]
    for use in uses.dropFirst() { files["use-cases/\(use.lowercased()).md"] = "---\nname: \(use)\n---\n" }
    for (place, criterion) in criteria.enumerated() {
      files["criteria/\(slug(of: criterion.name)).md"] =
        "---\nname: \(criterion.name)\norder: \(place)\n\(criterion.header)\n---\n"
    }
    return files
  }()

  private static func slug(of name: String) -> String {
    String(name.lowercased().map { $0 == " " ? "-" : $0 })
  }

  private static func item(_ number: Int, of count: Int, _ random: inout SplitMix64) -> Item {
    let initial = ["Alpha", "beta", "Gamma & Co", "Delta <i>"].randomElement(using: &random) ?? ""
    var header = ["facts:"]
    for criterion in criteria where !criterion.values.isEmpty && random.isLikely(0.7) {
      header.append("  \(slug(of: criterion.name)): \(facts(criterion.values, &random))")
    }
    if header.count == 1 { header = [] }
    if random.isLikely(0.3) { header.append("updated: 2024-01-\(10 + number % 19)") }
    let others = (0..<count).filter { $0 != number && $0 < number }
    let related = random.some(of: others, share: 0.4).map { other in
      Relation(
        item: other, phrase: random.isLikely(0.5) ? "builds on" : "resembles", sources: citing(&random),
        judgement: judgements.randomElement(using: &random) ?? "")
    }
    return Item(
      name: "\"\(initial) \(number)\"", header: header, related: related, body: body(&random))
  }

  /// One fact, or several that may contest each other.
  private static func facts(_ values: [String], _ random: inout SplitMix64) -> String {
    let count = [1, 1, 1, 2, 3].randomElement(using: &random) ?? 1
    let facts = (0..<count).map { _ in fact(values, &random) }
    return count == 1 ? facts[0] : "[\(facts.joined(separator: ", "))]"
  }

  private static func fact(_ values: [String], _ random: inout SplitMix64) -> String {
    let value =
      random.isLikely(0.8)
      ? values.randomElement(using: &random)
      : ["partial", "not-applicable", "unknown"].randomElement(using: &random)
    let sources = citing(&random)
    let basis = sources.isEmpty && random.isLikely(0.7) ? ", basis: common" : ""
    let note = value == "partial" || random.isLikely(0.1) ? ", note: but see there" : ""
    return "{ value: \(value ?? "unknown"), sources: [\(sources.joined(separator: ", "))]\(basis)\(note) }"
  }

  private static func citing(_ random: inout SplitMix64) -> [String] { random.some(of: sources, share: 0.35) }

  private static func body(_ random: inout SplitMix64) -> String {
    var text = "What it is.\n"
    for heading in ["Strengths", "Weaknesses", "Features"] {
      let names = criteria.map(\.name).filter { _ in random.isLikely(0.35) }
      text += section(heading, names + random.some(of: ["Speed, Ease", "Its own"], share: 0.2), &random)
    }
    text += section("Use cases", random.some(of: uses, share: 0.5), &random)
    text += section("Used by", random.some(of: ["Acme", "Zeus"], share: 0.3), &random)
    for source in sources { text += "\n[^\(source)]: [\(source)](../sources/\(source).md)\n" }
    return text
  }

  private static func section(_ heading: String, _ labels: [String], _ random: inout SplitMix64) -> String {
    if labels.isEmpty { return "" }
    var text = "\n## \(heading)\n\n"
    for label in labels {
      for word in 0..<(random.isLikely(0.2) ? 2 : 1) {
        let citations = citing(&random).map { " [^\($0)]" }.joined()
        text += "- **\(label)**: point \(word) of *\(label)*.\(citations)\n"
      }
    }
    return text
  }
}
