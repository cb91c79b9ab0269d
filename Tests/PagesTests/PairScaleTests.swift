import Comparison
import Diagnostics
import Pages
import TestSupport
import Testing

#if os(Linux)
  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #endif

  /// A thousand items: their pairs are half a million, and with the redirects a million files.
  struct PairScaleTests {
    /// In a process of its own, as memory is counted by process and other tests run at the same time.
    @Test func `all pairs of a thousand items are planned without holding a page`() async {
      await #expect(processExitsWith: .success) {
        var random = SplitMix64(seed: 1)
        // Items of one colour are closest: to the last ten of twenty the first ten, to one of those nine of them and the eleventh.
        let (fewPairs, allPairs) = (50 * (10 * 10 + 10 * 9 / 2), 1000 * 999 / 2)
        let few = await Plan(pairs: "{ closest: 10 }")
        few.check(pairs: fewPairs, &random)

        let before = Memory.now
        let all = await Plan(pairs: "all")
        let after = Memory.now
        all.check(pairs: allPairs, &random)
        #expect(all.otherAddresses(pairs: allPairs) == few.otherAddresses(pairs: fewPairs))
        let atLast = Memory.now
        // A pair takes 48 bytes: its two items, its place in the lists of both, and those of its page and its redirect. What
        // the content, the row's own pages and the heap's gaps take beside it is less than as much again. One path that was
        // held for each file would take as much, and a page many times that.
        #expect(after.resident - before.resident < 2 * 48 * 499_500, "\(before) \(after)")
        // While the places are sorted there are two copies of them.
        #expect(after.most - before.most < 4 * 48 * 499_500, "\(before) \(after)")
        // And what was asked for is not kept: a million paths of twenty bytes would take more than 64 MB.
        #expect(atLast.resident - after.resident < 32 << 20, "\(after) \(atLast)")
      }
    }
  }

  /// Bytes of memory that the process has, and the most that it ever had.
  private struct Memory {
    var resident: Int
    var most: Int

    static var now: Memory {
      var sizes: [Substring: Int] = [:]
      guard let file = fopen("/proc/self/status", "r") else { return Memory(resident: 0, most: 0) }
      defer { fclose(file) }
      var line = [CChar](repeating: 0, count: 256)
      while fgets(&line, 255, file) != nil {
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        // `VmRSS:	    2168 kB`
        guard let match = text.wholeMatch(of: /(\w+):\s+(\d+) kB\n/) else { continue }
        sizes[match.output.1] = Int(match.output.2).map { $0 << 10 }
      }
      return Memory(resident: sizes["VmRSS"] ?? 0, most: sizes["VmHWM"] ?? 0)
    }
  }

  /// The plan of a site of a thousand items, every two of which differ.
  private struct Plan {
    let files: OutputFiles

    init(pairs: String) async {
      var documents = [
        "site.yml": "title: Large\npairs: \(pairs)\n",
        "criteria/weight.md": "---\nname: Weight\ntype: number\n---\n",
        "criteria/colour.md": "---\nname: Colour\ntype: text\n---\n",
        "sources/one.md": "---\nname: One\n---\n",
      ]
      for number in 0..<1000 {
        documents["items/\(Self.slug(number)).md"] = """
          ---
          name: Item \(number)
          facts:
            weight: { value: \(number), sources: [one] }
            colour: { value: c\(number / 20), sources: [one] }
          ---
          """
      }
      let (site, diagnostics) = await makeSite(
        from: SiteInMemory(documents).tree, options: BuildOptions(baseURL: "https://example.org/"))
      #expect(diagnostics == [])
      files = site?.files ?? []
      // What all pages of pairs share is made for the first of them, and kept.
      if case .made(let make) = files.file(at: "compare/i1-vs-i2/index.html")?.content { _ = make() }
    }

    /// Slugs of which some begin with another.
    private static func slug(_ number: Int) -> String { "i\(number)\(number % 7 == 0 ? "-x" : "")" }

    func check(pairs: Int, _ random: inout SplitMix64) {
      // Two files for each pair, a page for each item, and five for the list of all.
      let (start, end) = (place(of: "compare/"), place(of: "compare0"))
      #expect(end - start == 2 * pairs + 1000 + 5)

      let sampled = stride(from: 0, to: files.count, by: max(1, files.count / 2000)).map { files[$0].path }
      #expect(zip(sampled, sampled.dropFirst()).allSatisfy(precedes))
      let ends = [0, start - 100, end - 100]
      let places = (0..<40).map { _ in Int.random(in: 0..<files.count, using: &random) }
      for place in ends + places {
        let range = max(0, place)..<min(place + 100, files.count)
        let neighbours = range.map { files[$0].path }
        #expect(zip(neighbours, neighbours.dropFirst()).allSatisfy(precedes), "\(range)")
      }
      for _ in 0..<20 { checkPage(Int.random(in: start..<end, using: &random)) }
      checkPage((start + end) / 2)
    }

    /// How many files stand before a path.
    private func place(of path: String) -> Int {
      var (low, high) = (0, files.count)
      while low < high {
        let middle = (low + high) / 2
        if precedes(files[middle].path, path) { low = middle + 1 } else { high = middle }
      }
      return low
    }

    private func precedes(_ path: String, _ other: String) -> Bool {
      path.utf8.lexicographicallyPrecedes(other.utf8)
    }

    private func text(_ place: Int) -> String {
      guard files.indices.contains(place), case .made(let make) = files[place].content else { return "" }
      return String(decoding: make(), as: UTF8.self)
    }

    /// A file of a pair is its page, or leads to it.
    private func checkPage(_ place: Int) {
      let path = files[place].path
      guard let match = path.wholeMatch(of: /compare\/(i(\d+)(?:-x)?)-vs-(i(\d+)(?:-x)?)\/index\.html/) else {
        return
      }
      let (left, right) = (match.output.1, match.output.3)
      let page = text(place)
      if precedes(String(left), String(right)) {
        #expect(page.contains("<title>Item \(match.output.2) vs Item \(match.output.4) ·"), "\(path)")
        #expect(page.contains("id=\"Fact_weight\""), "\(path)")
      } else {
        #expect(page.contains("content=\"0; url=../../compare/\(right)-vs-\(left)/\""), "\(path)")
      }
    }

    /// How many addresses the sitemap lists beside those of pairs; more than 50,000 are listed in parts.
    func otherAddresses(pairs: Int) -> Int {
      let index = text(place(of: "sitemap.xml"))
      let parts = index.matches(
        of: /<sitemap><loc>https:\/\/example.org\/(sitemap-\d+\.xml)<\/loc><\/sitemap>/)
      guard let last = parts.last?.output.1 else { return index.matches(of: /<loc>/).count - pairs }
      #expect(parts.map { String($0.output.1) } == (1...parts.count).map { "sitemap-\($0).xml" })
      let full = text(place(of: "sitemap-1.xml"))
      #expect(full.utf8.count { $0 == UInt8(ascii: "\n") } == 50_000 + 3)
      #expect(
        full.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/")
      )
      #expect(full.hasSuffix("</urlset>\n"))
      let rest = text(place(of: String(last))).matches(of: /<loc>/).count
      #expect((1...50_000).contains(rest))
      return (parts.count - 1) * 50_000 + rest - pairs
    }
  }
#endif
