import Pages
import TestSupport
import Testing

struct ShardTests {
  @Test(arguments: ["1/1", "1/3", "3/3", "2/100000", "03/3"])
  func `a part is named by its number and how many there are`(text: String) {
    #expect(Shard(text) != nil)
  }

  @Test(arguments: [
    "0/3", "4/3", "a/b", "1", "", "/", "1/", "/3", "1/0", "-1/3", "+1/3", "1/3/5", " 1/3", "1/100001",
    "1/99999999999999999999",
  ])
  func `anything else is no part`(text: String) {
    #expect(Shard(text) == nil)
  }

  @Test(arguments: [1, 2, 3, 7, 50])
  func `the parts have no file in common, and all of them are the site`(count: Int) async throws {
    var random = SplitMix64(seed: UInt64(count))
    let content = RandomSite(items: 12, using: &random)
    let made = await MadeSite.building(SiteInMemory(content.files(slugs: content.slugs)))
    let site = try #require(made.site, "\(made.report)")
    let whole = made.texts { _ in true }

    var union: [String: String] = [:]
    var pageCount = 0
    for number in 1...count {
      let part = site.part(try #require(Shard(number, of: count)))
      pageCount += part.pageCount
      let paths = part.files.map(\.path)
      #expect(paths == part.files.paths(\.path))
      #expect(paths.elementsEqual(paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }))
      union.merge(MadeSite(site: part, report: "").texts { _ in true }) { one, _ in
        Issue.record("a file is in two parts")
        return one
      }
    }
    #expect(union == whole)
    #expect(pageCount == site.pageCount)
  }

  @Test func `the parts are of about one size`() {
    let paths = (0..<6000).map { "compare/item-\($0)-vs-item-\($0 * 7 % 6000)/index.html" }
    for number in 1...6 {
      guard let shard = Shard(number, of: 6) else { continue }
      let size = paths.count { shard.holds($0) }
      #expect((900...1100).contains(size))
    }
  }
}
