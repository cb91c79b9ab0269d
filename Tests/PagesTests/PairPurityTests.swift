import Comparison
import Diagnostics
import Pages
import TestSupport
import Testing

/// What an added item may change on the pages of the pairs of the others: lists that name other pairs, and nothing else.
struct PairPurityTests {
  /// Every policy, with what is left of the pages that it gives when an item is added: all of them, or perhaps not.
  static let policies: [(settings: [String], keepsAll: Bool)] = [
    ([], true), (["pairs: all"], true), (["pairs: { within: kind }"], true),
    (["pairs: { closest: 2 }"], false),
  ]

  /// A page without its list of other pairs, which is there if there is another pair.
  private func rest(_ page: String) -> String {
    page.cutting(from: "<section class=\"others\">", through: "</section>\n")
  }

  /// The pages of pairs, and the redirects to them; of a large site those that begin with one of its items.
  private func pages(_ site: RandomSite, slugs: [String]) async -> [String: String] {
    let made = await MadeSite.building(SiteInMemory(site.files(slugs: slugs)))
    #expect(!made.report.contains("error["), "\(made.report)")
    let shown = slugs.count < 40 ? "-vs-" : "\(slugs[7])-vs-"
    return made.texts { $0.hasPrefix("compare/") && $0.contains(shown) }
  }

  @Test(arguments: 0...3, policies)
  func `an added item changes nothing else on the pages of the others`(
    threshold: Int, policy: (settings: [String], keepsAll: Bool)
  ) async {
    var random = SplitMix64(seed: UInt64(threshold + 1))
    var site = RandomSite(items: Int.random(in: 4...6, using: &random), using: &random)
    site.settings = policy.settings + ["pair-threshold: \(threshold)"]
    await check(site, keepsAll: policy.keepsAll, using: &random)
  }

  @Test func `a list of pairs is not touched by an item that it does not name`() async {
    for seed in UInt64(1)...2 {
      var random = SplitMix64(seed: seed)
      var site = RandomSite(items: 5, using: &random)
      site.settings = [
        "pairs: { list: [[\(site.slugs[0]), \(site.slugs[3])], [\(site.slugs[4]), \(site.slugs[2])]] }"
      ]
      // A pair that sources compare directly has a page even where a list does not name it.
      site.comparesDirectly = false
      let before = await pages(site, slugs: site.slugs)
      let more = site.addingItem(using: &random)
      #expect(before.count == 4)
      #expect(await pages(more, slugs: more.slugs) == before)
    }
  }

  /// Where the grid of all pairs gives way to lists, and where not every pair has a page any more.
  @Test(arguments: [40, 60])
  func `nothing else changes where a site gets too large for a grid or for all pairs`(count: Int) async {
    var random = SplitMix64(seed: UInt64(count))
    let site = RandomSite(items: count, using: &random)
    await check(site, keepsAll: count == 40, using: &random)
  }

  private func check(_ site: RandomSite, keepsAll: Bool, using random: inout SplitMix64) async {
    let more = site.addingItem(using: &random)
    let first = await pages(site, slugs: site.slugs)
    // The new item comes first, in the middle or last by its slug.
    var slugs = site.slugs
    slugs.append(["item-a", "item-aaab-x", "item-z"].randomElement(using: &random) ?? "")
    let second = await pages(more, slugs: slugs)
    let common = Set(first.keys).intersection(second.keys)
    #expect(!common.isEmpty || first.isEmpty)
    if keepsAll { #expect(common.count == first.count) }
    for path in common {
      guard let before = first[path], let after = second[path] else { continue }
      // A redirect has no list.
      #expect(rest(before) == rest(after), "\(path)")
      #expect((before + after).contains("id=\"Other_pairs\"") || before == after)
    }
  }
}

extension String {
  /// The text without what stands from the first place of one text to the end of the next place of another, if both are there.
  fileprivate func cutting(from start: String, through end: String) -> String {
    guard let first = firstRange(of: start),
      let last = self[first.upperBound...].firstRange(of: end)
    else { return self }
    return String(self[..<first.lowerBound] + self[last.upperBound...])
  }
}
