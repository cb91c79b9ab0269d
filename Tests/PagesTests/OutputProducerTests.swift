import Diagnostics
import Incremental
import Pages
import TestSupport
import Testing
import TextEncoding

/// What files say that they are made from, which tells a build what it need not make again.
struct OutputProducerTests {
  /// Makes one small edit of a site: another site's document in place of one, or a document with a line less.
  private func edit(
    _ files: inout [String: String], from other: [String: String], _ random: inout SplitMix64
  ) -> String {
    let paths = files.keys.sorted()
    let path =
      paths.filter { $0.hasPrefix("items/") || random.isLikely(0.1) }.randomElement(using: &random) ?? ""
    switch Int.random(in: 0..<8, using: &random) {
    case 0...1: files[path] = other[path]
    case 2:
      files["criteria/weight.md"] = files["criteria/weight.md"]?.replacing("unit: kg", with: "unit: g")
      return "criteria/weight.md"
    case 3:
      files["sources/two.md"] = "---\nname: Source two\nshort: \(random.next() % 9)\n---\n"
      return "sources/two.md"
    default:
      var lines = files[path]?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
      let places = lines.indices.filter { lines[$0].hasPrefix("- **") || lines[$0].hasPrefix("  ") }
      if let place = places.randomElement(using: &random) { lines.remove(at: place) }
      files[path] = lines.joined(separator: "\n")
    }
    return path
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `what is made from the same comes out the same, whatever else is edited`(seed: UInt64) async {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 5...8, using: &random)
    var site = RandomSite(items: count, using: &random)
    site.settings = PairPurityTests.policies[Int(seed) % PairPurityTests.policies.count].settings
    let other = RandomSite(items: count, using: &random)
    var files = site.files(slugs: site.slugs)
    var last: Built?
    var reused: [String: Int] = [:]
    for step in 0..<18 {
      let path = step == 0 ? "" : edit(&files, from: other.files(slugs: site.slugs), &random)
      let built = await Built(SiteInMemory(files))
      if let last, last.nodes != nil, built.nodes != nil {
        for (name, made) in built.files where last.files[name] != nil && built.keeps(name, of: last) {
          let kind = name.hasPrefix("compare/") && name.contains("-vs-") ? "pair" : "other"
          reused[kind, default: 0] += 1
          #expect(
            last.files[name]?.bytes == made.bytes,
            "seed \(seed), step \(step): \(name) after an edit of \(path)")
        }
      }
      if built.nodes != nil { last = built }
    }
    #expect(reused["pair", default: 0] > 20 && reused["other", default: 0] > 100)
  }

  /// The files of a site with what each was made from.
  private struct Built {
    var files: [String: (bytes: [UInt8], reads: ReadSet?)] = [:]
    /// Nil if the site has errors.
    var nodes: NodeTable?

    init(_ site: SiteInMemory) async {
      let (made, _) = await makeSite(
        from: site.tree, options: BuildOptions(baseURL: "https://example.org/", records: true))
      nodes = made?.nodes()
      guard let nodes else { return }
      for file in made?.files ?? [] {
        if case .made(let producer) = file.content { files[file.path] = producer.recording(nodes.layout) }
      }
    }

    /// Whether a file need not be made again after another build.
    func keeps(_ path: String, of last: Built) -> Bool {
      guard let old = last.nodes, let nodes, let reads = last.files[path]?.reads else { return false }
      return NodeChanges(from: old, to: nodes).unchanged(reads) != nil
    }
  }

  @Test func `the pages of the pairs of others are kept when an item is edited`() async {
    var random = SplitMix64(seed: 7)
    var site = RandomSite(items: 6, using: &random)
    site.settings = ["pairs: all", "pair-threshold: 0"]
    var files = site.files(slugs: site.slugs)
    let before = await Built(SiteInMemory(files))
    let edited = site.slugs[2]
    files["items/\(edited).md"]?.append("\nOne more word.\n\n## Features\n\n- **Something**: of its own.\n")
    let after = await Built(SiteInMemory(files))
    let pairs = before.files.keys.filter { $0.contains("-vs-") }
    #expect(pairs.count == 30)
    let others = pairs.filter { !$0.contains(edited) }
    #expect(others.allSatisfy { after.keeps($0, of: before) })

    files["items/\(edited).md"]?.append("- **Speed**: quick. [^one]\n")
    let last = await Built(SiteInMemory(files))
    let pages = site.slugs.filter { $0 != edited }.map { slug in
      "compare/\([slug, edited].sorted().joined(separator: "-vs-"))/index.html"
    }
    #expect(!pages.contains { last.keeps($0, of: after) })
  }
}
