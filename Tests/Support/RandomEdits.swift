/// Edits of a site's folder as people and programs make them, good ones and bad ones, the same for the same seed.
package struct RandomEdits {
  private let folder: TemporaryFolder
  private var random: SplitMix64
  private static let items = ["a", "b", "c", "d"]

  /// Fills a folder with a small site.
  package init(of folder: TemporaryFolder, seed: UInt64) throws {
    self.folder = folder
    random = SplitMix64(seed: seed)
    try folder.write(Self.settings(items: "items") + "pairs: { closest: 1 }\n", to: "Content/site.yml")
    try folder.write("---\nname: Speed\n---\n", to: "Content/criteria/speed.md")
    try folder.write("---\nname: Year\ntype: number\n---\n", to: "Content/criteria/year.md")
    try folder.write(Self.source, to: "Content/sources/one.md")
    try folder.write("not really a picture", to: "Content/images/logo.png")
    for name in Self.items { try writeItem(name) }
  }

  private static func settings(items: String) -> String {
    "title: Edited\nitems: { folder: \(items), one: item, many: items }\n"
  }

  /// Makes one edit, and tells which paths it touched.
  package mutating func edit() throws -> [String] {
    let name = Self.items[Int.random(in: 0..<4, using: &random)]
    switch Int.random(in: 0..<29, using: &random) {
    case 0...3:
      try writeItem(name)
      return ["Content/items/\(name).md"]
    case 4: return try remove("Content/items/\(name).md")
    case 5: return try write("# no front matter at all {{\n", to: "Content/items/\(name).md")
    case 6: return try write([0x61, 0xFF], to: "Content/items/\(name).md")
    case 7:
      return try write(
        "---\nname: A page\n---\n\n[An item](../items/\(name).md)\n", to: "Content/guides/\(name).md")
    case 8: return try remove("Content/guides/\(name).md")
    case 9:
      let isGood = random.isLikely(0.7)
      return try write(isGood ? "User-agent: *\n" : "{{ nothing }}\n", to: "Templates/robots.txt")
    case 10: return try remove("Templates/robots.txt")
    case 11:
      return try write(
        "body { margin: \(Int.random(in: 0...9, using: &random))px }", to: "Templates/assets/more.css")
    case 12:
      let folder = random.isLikely(0.8) ? "items" : "guides"
      let pairs = random.isLikely(0.7) ? "pairs: { closest: \(Int.random(in: 1...2, using: &random)) }\n" : ""
      return try write(Self.settings(items: folder) + pairs, to: "Content/site.yml")
    case 13...15, 24...26: return try mend()
    case 16: return try write(criterion("type: number\n"), to: "Content/criteria/year.md")
    case 17:
      return try write(
        criterion("type: choice\nvalues: { 2000: A, 2001: B }\n"), to: "Content/criteria/year.md")
    case 18:
      let trusted = random.isLikely(0.5) ? "trusted: true\n" : ""
      return try write(
        "---\nname: One\nurl: https://one.example/\n\(trusted)---\n", to: "Content/sources/one.md")
    case 19:
      let path = "Content/sources/one.md"
      return try random.isLikely(0.3) ? remove(path) : write(Self.source, to: path)
    case 20...22: return try writeUsers(name)
    case 23: return try writeUseCase()
    default:
      return try write("an editor's", to: "Content/items/\(name).md~")
        + write("picture \(name)", to: "Content/images/logo.png")
    }
  }

  private static let source = "---\nname: One\n---\n"

  private mutating func criterion(_ header: String) -> String {
    let most = random.isLikely(0.5) ? "max-age: \(Int.random(in: 1...400, using: &random))\n" : ""
    return "---\nname: Year\n\(header)\(most)---\n"
  }

  /// A use case that items may be named for, by a name that comes and goes.
  private mutating func writeUseCase() throws -> [String] {
    let name = random.isLikely(0.5) ? "Games" : "Plays"
    return try write(
      "---\nname: \(name)\nneeds: [speed]\n---\n\n## \(name)\n", to: "Content/use-cases/games.md")
  }

  /// An item with another name, more or fewer claims than before, dates, users whom other items may name first, and perhaps a draft.
  private mutating func writeUsers(_ name: String) throws -> [String] {
    let users = ["Acme", "Acme, Inc", "Bolt", "ACME"].shuffled(using: &random).prefix(2)
    let day = Int.random(in: 10...28, using: &random)
    let bullets = users.map { "- **\($0)** uses it. [^1]\n" }.joined()
    let title = random.isLikely(0.7) ? "Item \(name)" : "Renamed \(name)"
    let (draft, aliases) = (random.isLikely(0.15), random.isLikely(0.2) ? "aliases: [Thing]\n" : "")
    return try write(
      """
      ---
      name: \(title)
      \(aliases)draft: \(draft ? "yes" : "no")
      updated: 2024-0\(Int.random(in: 1...9, using: &random))-\(day)
      facts: { year: { value: 2000, sources: [one], verified: 2023-05-\(day) } }
      ---

      See [the users](#used-by) and [another](b.md#used-by).

      ## Use cases

      - **Games**: good. [^1]

      ## \(random.isLikely(0.8) ? "Used by" : "Users")

      \(bullets)
      [^1]: [One](../sources/one.md)

      """, to: "Content/items/\(name).md")
  }

  /// Makes everything right again.
  private mutating func mend() throws -> [String] {
    for name in Self.items { try writeItem(name, isGood: true) }
    let robots = try remove("Templates/robots.txt")
    return try Self.items.map { "Content/items/\($0).md" } + robots
      + write(Self.source, to: "Content/sources/one.md")
      + write("---\nname: Year\ntype: number\n---\n", to: "Content/criteria/year.md")
      + write(Self.settings(items: "items"), to: "Content/site.yml")
  }

  private mutating func writeItem(_ name: String, isGood: Bool = false) throws {
    let other = Self.items[Int.random(in: 0..<4, using: &random)]
    let year = !isGood && random.isLikely(0.1) ? "soon" : String(Int.random(in: 1990...2020, using: &random))
    let heading = random.isLikely(0.5) ? "Strengths" : "Weaknesses"
    try folder.write(
      """
      ---
      name: Item \(name)
      facts: { year: { value: \(year), sources: [one] } }
      related: [{ item: \(other == name ? "b" : other), as: builds on, sources: [one] }]
      ---

      ## \(heading)

      - **Speed**: it is so. [^1]

      [^1]: [One](../sources/one.md)

      """, to: "Content/items/\(name).md")
  }

  private func write(_ text: String, to path: String) throws -> [String] {
    try write(Array(text.utf8), to: path)
  }

  private func write(_ bytes: [UInt8], to path: String) throws -> [String] {
    try folder.write(bytes, to: path)
    return [path]
  }

  private func remove(_ path: String) throws -> [String] {
    if folder.exists(path) { try folder.remove(path) }
    return [path]
  }
}
