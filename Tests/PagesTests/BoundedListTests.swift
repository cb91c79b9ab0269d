import TestSupport
import Testing

/// A page does not grow with the number of its neighbours: what it lists is bounded, and says what it leaves out.
struct BoundedListTests {
  @Test func `a page names some of the other pages of its folder, those round it`() async throws {
    func site(_ count: Int) async -> MadeSite {
      var files: [String: String] = [:]
      for number in 10..<(10 + count) {
        files["guides/p\(number).md"] = "---\nname: Page \(number)\n---\nx\n"
      }
      return await MadeSite.building(
        files,
        templates: [
          "page.html":
            "{% for s in siblings %}{{ s.text }};{% endfor %}{% if folder %}{{ folder.text }}{% endif %}"
        ])
    }
    func names(_ numbers: [Int]) -> String { numbers.map { "Page \($0);" }.joined() }
    let few = await site(13)
    #expect(few.text("guides/p10/index.html") == names(Array(11...22)))
    let many = await site(60)
    #expect(many.text("guides/p10/index.html") == names(Array(11...22)) + "Guides")
    #expect(many.text("guides/p40/index.html") == names(Array(34...39) + Array(41...46)) + "Guides")
    #expect(many.text("guides/p69/index.html") == names(Array(57...68)) + "Guides")
  }

  @Test func `the page of a value names some of the other values and of the rest of a list`() async throws {
    let values = (100..<200).map { "v\($0)" }.joined(separator: ",")
    let site = await MadeSite.building(
      [
        "criteria/c.md": "---\nname: C\ntype: list\nindex: true\n---\n",
        "items/x.md": "---\nname: X\nfacts: { c: { value: [\(values)], basis: common } }\n---\n",
        "items/y.md": "---\nname: Y\nfacts: { c: { value: [v150], basis: common } }\n---\n",
      ],
      templates: [
        "value.html":
          "{{ others | length }} {{ has_more }}{% for i in members %} {{ i.also | length }}+{{ i.more_also }}{% endfor %}{% for v in others %} {{ v.link.text }}{% endfor %}"
      ])
    let page = try #require(site.text("criteria/c/v100/index.html"))
    #expect(page.hasPrefix("60 true 20+79 v150 "))
    let other = try #require(site.text("criteria/c/v150/index.html"))
    #expect(other.hasPrefix("60 true 20+79 0+0 v100 "))
    #expect(!other.contains("v150"))
  }

  @Test func `the page of a user names some of the others`() async throws {
    let users = (10..<60).map { "- **Org \($0)**\n" }.joined()
    let site = await MadeSite.building(
      ["items/x.md": "---\nname: X\n---\n## Used by\n\n\(users)"],
      templates: [
        "organisation.html":
          "{% for i in items %}{{ i.users | length }} {{ i.has_more }}{% for u in i.users %} {{ u.text }}{% endfor %}{% endfor %}"
      ])
    let names = (11..<23).map { " Org \($0)" }.joined()
    #expect(site.text("used-by/org-10/index.html") == "12 true" + names)
    #expect(try #require(site.text("used-by/org-15/index.html")).contains("Org 14 Org 16"))
  }

  @Test func `the page of a criterion shows the best hundred, and counts the others`() async {
    var files = ["criteria/year.md": "---\nname: Year\ntype: number\nbetter: lower\n---\n"]
    for number in 100..<230 {
      let facts = number < 220 ? "facts: { year: { value: \(number), basis: common } }\n" : ""
      files["items/i\(number).md"] = "---\nname: I\(number)\n\(facts)---\n"
    }
    let template = """
      {{ row_count }} {{ rows | length }} {{ more_unknown }}:{% for r in rows %} {{ r.cell.item.text }} {% if r.share %}{{ r.share }}{% endif %}{% endfor %}
      {{ unknown_count }}{% for l in unknown %} {{ l.text }}{% endfor %}
      """
    let site = await MadeSite.building(files, templates: ["criterion.html": template])
    let shown = (100..<200).map { " I\($0) \(Int((Double($0) / 219 * 100).rounded()))" }.joined()
    let unknown = (220..<230).map { " I\($0)" }.joined()
    #expect(
      site.text("criteria/year/index.html")?.lines.suffix(2) == ["120 100 0:\(shown)", "10\(unknown)"])
  }
}
