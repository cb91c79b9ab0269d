import Pages
import Testing

/// The pages of everything that has one value of a criterion.
struct ValuePageTests {
  /// A page in few lines: the members with who says so, the pairs, the tables, the other values.
  private static let plain = """
    {% macro said(f) %} {{ f.value }}{% for k in f.citations %}[{{ k.mark }}]{% endfor %}\
    {% if f.is_common %}[common]{% endif %}{% if f.note %} ({{ f.note }}){% endif %}{% endmacro %}\
    {{ name }} {{ count }}
    {% for i in members %}{{ i.item.text }}:{% for f in i.facts %}{{ said(f) }}{% endfor %}\
    {% for l in i.also %} also {{ l.text }}{% endfor %}{% for f in i.others %} not{{ said(f) }}{% endfor %}\
    {% if i.mark %} {{ i.mark.label }} <a href="{{ i.mark.url }}">{% endif %}
    {% endfor %}{% for p in pairs %}{{ p.text }} <a href="{{ p.url }}">
    {% endfor %}{% for t in tables %}{{ t.caption }}:{% for c in t.columns %} {{ c.name }}{% endfor %} /\
    {% for r in t.rows %} {{ r.header.name }}{% endfor %}
    {% endfor %}{% for v in others %}{{ v.link.text }} {{ v.count }} {% endfor %}{% if has_more %}…{% endif %}
    """

  private func build(_ criterion: String, _ items: [String: String], _ more: [String: String] = [:]) async
    -> MadeSite
  {
    var files = more
    files["criteria/what.md"] = "---\nname: What\nindex: true\n\(criterion)\n---\n"
    for (name, fact) in items {
      files["items/\(name.lowercased()).md"] = "---\nname: \(name)\nfacts:\n  what: \(fact)\n---\n"
    }
    return await MadeSite.building(files, templates: ["value.html": Self.plain])
  }

  private func escaped(_ text: String) -> String {
    text.split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
      .split(separator: ">", omittingEmptySubsequences: false).joined(separator: "&gt;")
  }

  private func values(_ site: MadeSite) -> [String] {
    (site.site?.files ?? []).map(\.path).filter {
      $0.hasPrefix("criteria/what/") && $0 != "criteria/what/index.html"
    }.map { String($0.dropFirst("criteria/what/".count).dropLast("/index.html".count)) }
  }

  @Test func `every item stands there with who says so, and a contested one with what others say`() async {
    let site = await build(
      "type: choice\nvalues: { red: Red, blue: Blue }",
      [
        "A": "{ value: red, note: nearly, sources: [one, two] }", "B": "{ value: red, basis: common }",
        "C": "[{ value: red, sources: [one] }, { value: blue, sources: [two] }]",
      ])
    #expect(site.report == "")
    #expect(
      site.text("criteria/what/red/index.html")?.lines == [
        "Red 3", "A: Red[One][Two] (nearly)", "B: Red[common]",
        "C: Red[One] not Blue[Two] contested <a href=\"../../../items/c/#Fact_what\">",
        "Blue 1 ",
      ])
    #expect(
      site.text("criteria/what/blue/index.html")?.lines == [
        "Blue 1", "C: Blue[Two] not Red[One] contested <a href=\"../../../items/c/#Fact_what\">", "Red 3 ",
      ])
  }

  @Test func `in a list the other elements stand beside, and nothing contradicts`() async {
    let site = await build(
      "type: list\nvalues: { red: Red, blue: Blue }", ["A": "{ value: [red, blue], sources: [one] }"])
    #expect(
      site.text("criteria/what/blue/index.html")?.lines == ["Blue 1", "A: Red, Blue[One] also Red", "Red 1 "])
  }

  @Test func `truths come in order, and a reservation has a page of its own`() async {
    let site = await build(
      "type: boolean",
      [
        "A": "{ value: no, sources: [one] }", "B": "{ value: yes, sources: [one] }",
        "C": "{ value: partial, note: half, sources: [one] }", "D": "{ value: unknown, sources: [one] }",
      ])
    #expect(values(site) == ["no", "partial", "yes"])
    #expect(site.text("criteria/what/yes/index.html")?.lines.last == "no 1 partial 1 ")
    #expect(site.text("criteria/what/no/index.html")?.lines.last == "yes 1 partial 1 ")
    #expect(site.text("criteria/what/partial/index.html")?.lines[1] == "C: partial[One] (half)")
  }

  @Test func `equal numbers share a page, opposite ones do not, and they come by size`() async {
    let site = await build(
      "type: number\nunit: kg",
      [
        "A": "{ value: 1.50, sources: [one] }", "B": "{ value: 1.5, sources: [one] }",
        "C": "{ value: -1.5, sources: [one] }", "D": "{ value: 12, sources: [one] }",
        "E": "{ value: 2, sources: [one] }",
      ])
    #expect(values(site) == ["1-5-kg", "12-kg", "2-kg", "minus-1-5-kg"])
    #expect(site.text("criteria/what/1-5-kg/index.html")?.lines.first == "1.50 kg 2")
    #expect(site.text("criteria/what/1-5-kg/index.html")?.lines.last == "-1.5 kg 1 2 kg 1 12 kg 1 ")
  }

  @Test func `a text without a Latin letter has a page too`() async {
    let site = await build(
      "type: text", ["A": "{ value: 日本, sources: [one] }", "B": "{ value: Con, sources: [one] }"])
    #expect(values(site) == ["con-bd973a1a10aa", "f1ce8b3b662c"])
    #expect(site.text("criteria/what/f1ce8b3b662c/index.html")?.lines.first == "日本 1")
  }

  @Test(arguments: [
    ["< 10 ms", "> 10 ms", "10 ms"], ["A", "A-"], ["1.1", "1-1", "1/1"], ["résumé", "resume"],
    ["iOS 系统", "iOS 应用"],
    ["версия 1", "модель 1"],
  ])
  func `values that one address would not tell apart have a page each, alone or in lists`(values: [String])
    async
  {
    for type in ["text", "list"] {
      var items: [String: String] = [:]
      for (index, value) in values.enumerated() {
        items["I\(index)"] = "{ value: \"\(value)\", sources: [one] }"
      }
      let site = await build("type: \(type)", items)
      #expect(site.report == "")
      let pages = self.values(site).compactMap { site.text("criteria/what/\($0)/index.html")?.lines.first }
      #expect(Set(pages) == Set(values.map { escaped("\($0) 1") }))
      for value in values {
        let others = await build("type: \(type)", ["I": "{ value: \"\(value)\", sources: [one] }"])
        #expect(
          Set(self.values(others)).isSubset(of: self.values(site)),
          "an address moves with the others: \(value)")
      }
    }
  }

  @Test func `a text that reads as a reservation is none`() async {
    let site = await build(
      "type: text",
      ["A": "{ value: 'partial', sources: [one] }", "B": "{ value: partial, note: half, sources: [one] }"])
    #expect(values(site) == ["partial-f96bda563ca8", "partial"])
  }

  @Test func `one value in two spellings has one page, and a warning names both places`() async {
    let site = await build(
      "type: text", ["A": "{ value: Red, sources: [one] }", "B": "{ value: red, sources: [two] }"])
    #expect(values(site) == ["red"])
    #expect(site.text("criteria/what/red/index.html")?.lines.first == "Red 2")
    #expect(
      site.report == """
        warning[inconsistent-spelling]: "red" is the value "Red" of "What", spelled otherwise
         --> Content/items/b.md:4:18
          |
        4 |   what: { value: red, sources: [two] }
          |                  ^^^ did you mean "Red"?
          = help: texts that differ only in capitals, blanks or apostrophes are one value: write it in one way
        note: the first spelling
         --> Content/items/a.md:4:18
          |
        4 |   what: { value: Red, sources: [one] }
          |                  ^^^


        """)
  }

  @Test func `the overview is cut to the items, without the row that they share`() async {
    let more = ["matrices/m.md": "---\nname: M\nrows: [what, speed, open]\n---\n"]
    var items = ["Z": "y"]
    for letter in "ABCDEF" { items["\(letter)"] = "{ value: x, sources: [one] }" }
    let site = await build("type: text", items, more)
    #expect(
      site.text("criteria/what/x/index.html")?.lines.filter { $0.contains("/ ") } == [
        "What: x: A B C D E F / Speed Open"
      ])
    #expect(site.text("criteria/what/y/index.html")?.contains("What: y:") == false)
  }

  @Test func `with few items every pair is listed, with many the closest`() async throws {
    var items: [String: String] = [:]
    for letter in "ABCDEF" { items["\(letter)"] = "{ value: x, sources: [one] }" }
    let few = await build("type: text", items, ["site.yml": Self.allPairs])
    #expect(pairs(few).count == 15)
    for letter in "GHIJ" { items["\(letter)"] = "{ value: x, sources: [one] }" }
    let close = [
      "items/y.md": "---\nname: Y\nfacts: { what: x, year: 1999 }\n---\n",
      "items/z.md": "---\nname: Z\nfacts: { what: x, year: 1999 }\n---\n", "site.yml": Self.allPairs,
    ]
    let many = await build("type: text", items, close)
    #expect(pairs(many).count == 12)
    #expect(pairs(many).first == "Y vs Z <a href=\"../../../compare/y-vs-z/\">")
  }

  private static let allPairs = "title: T\nitems: { folder: items }\npairs: all\npair-threshold: 0\n"

  private func pairs(_ site: MadeSite) -> [String] {
    site.text("criteria/what/x/index.html")?.lines.filter { $0.contains(" vs ") } ?? []
  }

  @Test func `a long list is shared out among pages`() async {
    var items: [String: String] = [:]
    for number in 100..<260 { items["N\(number)"] = "{ value: x, sources: [one] }" }
    let site = await build("type: text", items)
    #expect(site.text("criteria/what/x/index.html")?.occurrences(of: ": x[One]") == 100)
    #expect(site.text("criteria/what/x/page/2/index.html")?.occurrences(of: ": x[One]") == 60)
    #expect(site.text("criteria/what/x/page/2/index.html")?.lines.first == "x 160")
  }

  @Test func `of many values those of most items are listed`() async {
    var items: [String: String] = [:]
    for number in 100..<170 { items["N\(number)"] = "{ value: v\(number), sources: [one] }" }
    items["Z"] = "{ value: v169, sources: [one] }"
    let site = await build("type: text", items)
    let others = site.text("criteria/what/v100/index.html")?.lines.last
    #expect(others?.hasPrefix("v169 2 v101 1 v102 1 ") == true)
    #expect(others?.hasSuffix("v159 1 …") == true)
  }
}
