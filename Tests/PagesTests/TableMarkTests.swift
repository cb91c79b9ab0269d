import Testing

/// What the records of a table tell that controls need: names for its parts, values by key, and what does not differ.
struct TableMarkTests {
  private static let template = """
    same {{ has_same }}, different {{ has_different }}
    {% for t in tables %}{{ t.key }}: {{ t.corner }}, rows {{ t.items_are_rows }}, sortable {{ t.is_sortable }}, same {{ t.is_same }}
    {% for h in t.columns %}[{{ h.key }} {{ h.is_item }} {{ h.is_same }} {{ h.pairs | join("+") }}]{% endfor %}
    {% for r in t.rows %}{{ r.header.key }} {{ r.header.is_item }} {{ r.header.is_same }} {{ r.header.pairs | join("+") }}:{% for c in r.cells %} {{ c.text }} ({% for v in c.values %}{{ v.key }}={{ v.text }};{% endfor %}{{ c.is_same }} {{ c.is_number }}){% endfor %}
    {% endfor %}{% endfor %}
    """

  private static let criteria = [
    "criteria/speed.md": "---\nname: Speed\ngroup: Judgements\n---\n",
    "criteria/language.md":
      "---\nname: Language\ngroup: Facts\ntype: list\nvalues: { c-sharp: \"C#\", c: C, swift: Swift }\norder: 1\n---\n",
    "criteria/year.md": "---\nname: Year\ngroup: Facts\ntype: number\nunit: AD\norder: 2\n---\n",
    "criteria/open.md": "---\nname: Open\ngroup: Facts\ntype: date\norder: 3\n---\n",
    "criteria/motto.md": "---\nname: Motto\ngroup: Facts\ntype: text\norder: 4\n---\n",
  ]

  private func matrix(_ files: [String: String], rows: String) async -> String? {
    let matrix = ["matrices/all.md": "---\nname: All\nrows: [\(rows)]\n---\n"]
    let made = await MadeSite.building(
      Self.criteria.merging(files) { $1 }.merging(matrix) { $1 }, templates: ["matrix.html": Self.template])
    return made.text("matrices/all/index.html") ?? made.report
  }

  private func item(_ name: String, _ facts: String, _ body: String = "") -> String {
    "---\nname: \(name)\nfacts: { \(facts) }\n---\n\n\(body)\n"
  }

  @Test func `values have keys: numbers, dates and slugs`() async {
    let facts = """
      language: { value: [c-sharp, c], sources: [one] }, year: { value: "+02.50", sources: [one] }, \
      open: { value: 2024-02-03, sources: [one] }, \
      motto: [{ value: Be quick!, sources: [one] }, { value: "速く, 静かに", sources: [two] }]
      """
    let text = await matrix(["items/a.md": item("A", facts)], rows: "Facts")
    #expect(
      text == """
        same true, different true
        facts: Criterion, rows false, sortable false, same false
        [a true false ]
        language false true : C#, C (c-sharp=C#;c=C;true false)
        year false true : +02.50 AD (2.5=+02.50 AD;true true)
        open false true : 2024-02-03 (2024-02-03=2024-02-03;true false)
        motto false false : Be quick! / 速く, 静かに (be-quick-8c50314b2b83=Be quick!;8566214bd81f=速く, 静かに;false false)

        """)
  }

  @Test
  func `what items are compared by is named apart, and only judgements may be put in order across criteria`()
    async
  {
    let body =
      "## Use cases\n\n- **Games**: words. [^o]\n\n## Used by\n\n- **Acme** [^o]\n\n[^o]: [One](../sources/one.md)"
    let text = await matrix(
      ["items/a.md": item("A", "year: { value: 1, sources: [one] }", body)],
      rows: "Judgements, use-cases, used-by")
    #expect(
      text == """
        same true, different false
        judgements: Criterion, rows false, sortable true, same true
        [a true false ]
        speed false true : nobody says (true false)
        use-cases: Use case, rows false, sortable true, same true
        [a true false ]
        use-cases/games false true : named (true false)
        used-by: Organisation, rows false, sortable true, same true
        [a true false ]
        used-by/acme false true : uses it (true false)

        """)
  }

  @Test func `an item names those that follow it in a pair with a page`() async {
    var files = ["site.yml": "title: T\nitems: { folder: items }\npairs: { list: [[d, a], [b, c]] }\n"]
    for (index, name) in ["a", "b", "c", "d", "e", "f", "g"].enumerated() {
      files["items/\(name).md"] = item(name.uppercased(), "year: { value: \(index % 2), sources: [one] }")
    }
    let text = await matrix(files, rows: "year, open")
    #expect(
      text == """
        same true, different true
        Table_1: Item, rows true, sortable true, same false
        [year false false ][open false true ]
        a true false d: 0 AD (0=0 AD;false true) unknown (true false)
        b true false c: 1 AD (1=1 AD;false true) unknown (true false)
        c true false : 0 AD (0=0 AD;false true) unknown (true false)
        d true false : 1 AD (1=1 AD;false true) unknown (true false)
        e true false : 0 AD (0=0 AD;false true) unknown (true false)
        f true false : 1 AD (1=1 AD;false true) unknown (true false)
        g true false : 0 AD (0=0 AD;false true) unknown (true false)

        """)
  }

  @Test func `every page of a long table marks the same columns, by all items`() async throws {
    var files: [String: String] = ["matrices/all.md": "---\nname: All\nrows: [year]\n---\n"]
    for number in 100..<250 {
      files["items/i\(number).md"] = item(
        "I\(number)", "year: { value: \(number < 249 ? 1 : 2), sources: [one] }")
    }
    let made = await MadeSite.building(Self.criteria.merging(files) { $1 })
    for path in ["matrices/all/index.html", "matrices/all/page/2/index.html"] {
      let page = try #require(made.text(path))
      #expect(page.contains("data-criterion=\"year\"") && !page.contains("is-same"), "\(path)")
    }
  }
}
