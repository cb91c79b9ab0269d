import Diagnostics
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
    /// Of each path every fingerprint, with the bytes that were made.
    var known: [String: [ContentHash: [UInt8]]] = [:]
    var reused: [String: Int] = [:]
    for step in 0..<18 {
      let path = step == 0 ? "" : edit(&files, from: other.files(slugs: site.slugs), &random)
      let made = await MadeSite.building(SiteInMemory(files))
      for file in made.site?.files ?? [] {
        guard case .made(let producer) = file.content else { continue }
        let prepared = producer.prepare()
        guard let key = prepared.cacheKey() else { continue }
        let bytes = prepared.bytes()
        #expect(producer.prepare().cacheKey() == key, "\(file.path)")
        if let earlier = known[file.path]?[key] {
          let kind = file.path.hasPrefix("compare/") && file.path.contains("-vs-") ? "pair" : "other"
          reused[kind, default: 0] += 1
          #expect(earlier == bytes, "seed \(seed), step \(step): \(file.path) after an edit of \(path)")
        }
        known[file.path, default: [:]][key] = bytes
      }
    }
    #expect(reused["pair", default: 0] > 20 && reused["other", default: 0] > 100)
    let changed = known.filter { $0.value.count > 1 }.keys
    #expect(changed.contains { $0.hasPrefix("compare/") && $0.contains("-vs-") })
  }

  @Test func `the pages of the pairs of others are made from what they were when an item is edited`() async {
    var random = SplitMix64(seed: 7)
    var site = RandomSite(items: 6, using: &random)
    site.settings = ["pairs: all", "pair-threshold: 0"]
    var files = site.files(slugs: site.slugs)
    let keys = { (made: MadeSite) in
      var result: [String: ContentHash] = [:]
      for file in made.site?.files ?? [] where file.path.contains("-vs-") {
        if case .made(let producer) = file.content { result[file.path] = producer.prepare().cacheKey() }
      }
      return result
    }
    let before = keys(await MadeSite.building(SiteInMemory(files)))
    let edited = site.slugs[2]
    files["items/\(edited).md"]?.append("\nOne more word.\n\n## Features\n\n- **Something**: of its own.\n")
    let after = keys(await MadeSite.building(SiteInMemory(files)))
    #expect(before.keys == after.keys && before.count == 30)
    #expect(before == after, "a remark and a claim on no criterion are on no page of a pair")

    files["items/\(edited).md"]?.append("- **Speed**: quick. [^one]\n")
    let last = keys(await MadeSite.building(SiteInMemory(files)))
    let changed = last.filter { $0.value != before[$0.key] }.keys
    let pages = site.slugs.filter { $0 != edited }.map { slug in
      "compare/\([slug, edited].sorted().joined(separator: "-vs-"))/index.html"
    }
    #expect(pages.allSatisfy(changed.contains))
  }
}
