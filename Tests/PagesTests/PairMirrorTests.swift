import Comparison
import Diagnostics
import Pages
import TestSupport
import Testing

/// Whole pages of pairs, seen with the two items in either order.
struct PairMirrorTests {
  static let seeds = Array(UInt64(1)...6)

  /// Everything that the page of a pair offers, each line said of the `left`, of the `right` or of `both`.
  ///
  /// What is listed in the order of slugs, or in that of the item whose slug is first, stands in lines that begin otherwise.
  private static let template = """
    {% macro rows(name, all) %}{% for r in all %}
    both {{ name | json }} {{ r.id | json }} {{ r.criterion | json }} {{ r.comparers | json }} {{ r.favoured | json }}
    left {{ name | json }} {{ r.left | json }} {{ r.is_left_stronger | json }}
    right {{ name | json }} {{ r.right | json }} {{ r.is_right_stronger | json }}
    {% endfor %}{% endmacro %}<!doctype html><title>x</title><script type="application/ld+json">
    both {{ page.title | json }} {{ page.url | json }} {{ page.breadcrumbs | json }}
    both {{ difference_count | json }} {{ unknown | json }} {{ years | json }}
    both {{ undecided_count | json }} {{ one_sided_count | json }}
    left {{ left.item | json }} {{ left.reasons | json }} {{ left.more_reasons | json }} {{ left.pair_count | json }} {{ left.all_pairs | json }}
    right {{ right.item | json }} {{ right.reasons | json }} {{ right.more_reasons | json }} {{ right.pair_count | json }} {{ right.all_pairs | json }}
    {{ rows("different", differences) }}
    {{ rows("same", shared) }}
    {{ rows("too-close", too_close) }}
    {{ rows("mentions", mentions) }}
    {{ rows("different-facts", different_facts) }}
    {{ rows("same-facts", shared_facts) }}
    {{ rows("disputed-facts", disputed_facts) }}
    {% for r in left.alone %}
    left alone {{ r.id | json }} {{ r.left | json }} {{ r.right | json }}
    {% endfor %}{% for r in right.alone %}
    right alone {{ r.id | json }} {{ r.right | json }} {{ r.left | json }}
    {% endfor %}{% for r in left.alone_facts %}
    left alone {{ r.id | json }} {{ r.left | json }} {{ r.right | json }}
    {% endfor %}{% for r in right.alone_facts %}
    right alone {{ r.id | json }} {{ r.right | json }} {{ r.left | json }}
    {% endfor %}
    {% for u in uses %}
    both {{ u.id | json }} {{ u.use_case | json }}
    left {{ u.left | json }}
    right {{ u.right | json }}
    {% endfor %}{% for s in sources %}
    both {{ s.source | json }} {{ s.mark | json }} {{ s.ranked_count | json }}
    {% for side in s.said %}
    source {{ s.mark | json }} {{ side | json }}
    {% endfor %}{% endfor %}{% for p in other_pairs %}
    pair {{ p | json }}
    {% endfor %}{% for r in relations %}
    relation {{ r | json }}
    {% endfor %}
    </script>

    """

  /// The lines of every page of a pair, by the numbers of its two items, the left one first.
  private func pages(_ site: RandomSite, slugs: [String]) async -> [[Int]: [String]] {
    let made = await MadeSite.building(
      SiteInMemory(site.files(slugs: slugs)), templates: ["pair.html": Self.template])
    #expect(!made.report.contains("error["), "\(made.report)")
    let texts = made.texts { $0.hasPrefix("compare/") }
    var pages: [[Int]: [String]] = [:]
    for left in slugs.indices {
      for right in slugs.indices {
        guard left != right, slugs[left] < slugs[right],
          let text = texts["compare/\(slugs[left])-vs-\(slugs[right])/index.html"]
        else { continue }
        pages[[left, right]] = text.split(separator: "\n" as Character).map { numbered(String($0), slugs) }
      }
    }
    return pages
  }

  /// A line with the numbers of items in place of their slugs, and addresses of pairs in one order.
  private func numbered(_ line: String, _ slugs: [String]) -> String {
    let numbered = line.replacing(/item-[a-z]{4}/) { match in
      slugs.firstIndex(of: String(match.output)).map { "<\($0)>" } ?? "<?>"
    }
    return numbered.replacing(/<(\d+)>-vs-<(\d+)>/) { match in
      [match.output.1, match.output.2].sorted().joined(separator: " vs ")
    }
  }

  private func said(_ word: String, _ lines: [String]) -> [String] {
    lines.filter { $0.hasPrefix(word + " ") }.map { String($0.dropFirst(word.count)) }
  }

  @Test(arguments: seeds)
  func `the page of a pair is the mirror image of that with the other slug first`(seed: UInt64) async {
    var random = SplitMix64(seed: seed)
    var site = RandomSite(items: Int.random(in: 2...7, using: &random), using: &random)
    site.settings = ["pairs: all", "pair-threshold: 0"]
    let pages = await pages(site, slugs: site.slugs)
    let mirrored = await self.pages(site, slugs: site.reversedSlugs)
    #expect(pages.count == site.items.count * (site.items.count - 1) / 2)
    #expect(Set(pages.keys) == Set(mirrored.keys.map { $0.reversed() }))
    for (numbers, page) in pages {
      guard let mirror = mirrored[numbers.reversed()] else { continue }
      // The title names the left item first, here and in the trail.
      let (title, mirroredTitle) = (self.title(numbers, site), self.title(numbers.reversed(), site))
      #expect(said("both", page).first?.hasPrefix(" \"\(title)\"") ?? false)
      #expect(
        said("both", page).map { $0.replacing(title, with: "<title>") }
          == said("both", mirror).map { $0.replacing(mirroredTitle, with: "<title>") })
      #expect(said("left", page) == said("right", mirror))
      #expect(said("right", page) == said("left", mirror))
      // Where more pairs are as close as the last that is listed, the order of slugs decides.
      if said("pair", page).count < 6 {
        #expect(said("pair", page).sorted() == said("pair", mirror).sorted())
      }
      #expect(said("relation", page).sorted() == said("relation", mirror).sorted())
      #expect(said("source", page).sorted() == said("source", mirror).sorted())
    }
  }

  /// A pair's title as JSON in a page spells it.
  private func title(_ numbers: [Int], _ site: RandomSite) -> String {
    numbers.map { site.items[$0].name.filter { $0 != "\"" } }.joined(separator: " vs ")
      .replacing("&", with: "\\u0026").replacing("<", with: "\\u003C").replacing(">", with: "\\u003E")
  }
}
