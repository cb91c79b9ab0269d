import Comparison
import TestSupport
import Testing

struct FreshnessTests {
  private static func site(asOf: String?, _ dates: [String]) -> SiteInMemory {
    var files = [
      "site.yml": "title: T\nitems: { folder: items }\n" + (asOf.map { "as-of: \($0)\n" } ?? ""),
      "criteria/open.md": "---\nname: Open\ntype: boolean\nmax-age: 30\n---\n",
    ]
    for (number, date) in dates.enumerated() {
      files["items/i\(number).md"] =
        "---\nname: I\(number)\nfacts:\n  open: { value: yes, sources: [one], verified: \(date) }\n---\n"
    }
    return SiteInMemory.small(files)
  }

  @Test func `a stale fact is a warning by the site's date`() async {
    let (catalog, report) = await Self.site(asOf: "2026-01-01", ["2025-12-01", "2025-12-02"]).resolved()
    #expect(
      report == """
        warning[stale-fact]: "Open" was verified on 2025-12-01, more than 30 days before 2026-01-01
         --> Content/items/i0.md:4:18
          |
        4 |   open: { value: yes, sources: [one], verified: 2025-12-01 }
          |                  ^^^
          = help: verify it again, and write the date


        """)
    #expect(["i0", "i1"].map { catalog.cell($0, "open")?.isStale } == [true, false])
  }

  @Test func `without a date of the site the newest in the content counts`() async {
    let (catalog, report) = await Self.site(asOf: nil, ["2025-12-01", "2026-01-02"]).resolved()
    #expect(
      report == """
        warning[stale-fact]: "Open" was verified on 2025-12-01, more than 30 days before 2026-01-02
         --> Content/items/i0.md:4:18
          |
        4 |   open: { value: yes, sources: [one], verified: 2025-12-01 }
          |                  ^^^
          = help: verify it again, and write the date; 2026-01-02 is the newest date in the content, and `as-of` in site.yml would take its place


        """)
    #expect(catalog.cell("i0", "open")?.isStale == true)
  }

  @Test func `a fact that is verified after the site's date is a warning`() async {
    let (catalog, report) = await Self.site(asOf: "2026-01-01", ["2026-01-01", "2062-01-01"]).resolved()
    #expect(
      report == """
        warning[future-date]: "Open" was verified on 2062-01-01, after 2026-01-01, by which freshness is judged
         --> Content/items/i1.md:4:18
          |
        4 |   open: { value: yes, sources: [one], verified: 2062-01-01 }
          |                  ^^^
          = help: correct the date, or set `as-of` in site.yml to a later one


        """)
    #expect(catalog.cell("i1", "open")?.isStale == false)
  }
}
