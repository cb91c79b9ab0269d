import Testing

/// What sources disagree on: both sides, with their words, wherever it is shown.
struct DisagreementTests {
  /// Every entry in a line: its anchor and state, then each side with its sources and words.
  private static let entries = """
    {% macro quotes(claims) %}{% for c in claims %} {{ c.text }}{% for k in c.citations %}[{{ k.mark }}]{% endfor %}\
    {% endfor %}{% endmacro %}\
    {% macro entry(d) %}{{ d.id }} {{ d.state }}{% if d.balance %} {{ d.balance.praise }}:{{ d.balance.criticism }}:{{ d.balance.both }}{% endif %}:{% for s in d.sides %} {% if s.fact %}{{ s.fact.value }}\
    {% else %}{{ s.state }}{% endif %}:{{ quotes(s.claims) }}{% if s.more %} more:\
    {{ quotes(s.more) }}{% endif %};{% endfor %}{% if d.neutral %} neutral:{{ quotes(d.neutral) }}{% endif %}
    {% endmacro %}
    """

  private static let sources = """


    [^a]: [One](../sources/one.md)
    [^b]: [Two](../sources/two.md)
    [^c]: [Three](../sources/three.md)
    """

  /// A site with items, of each the front matter's facts and the text below it.
  private func build(_ items: [String: String], templates: [String: String] = [:]) async -> MadeSite {
    var files = [
      "sources/three.md": "---\nname: Source Three\nshort: Three\n---\n",
      "sources/four.md": "---\nname: Source Four\nshort: Four\n---\n",
    ]
    for (name, text) in items { files["items/\(name).md"] = text + Self.sources }
    files["matrices/all.md"] = "---\nname: All\nrows: [speed, open, language, speed]\nitems: [x, y, x]\n---\n"
    if files["items/y.md"] == nil { files["items/y.md"] = "---\nname: Y\n---\n" }
    return await MadeSite.building(files, templates: templates)
  }

  /// Items with disagreements of more sources than those of the tests: the page of all disagreements draws these, and
  /// lists the others below.
  private static let drawn = Dictionary(
    uniqueKeysWithValues: (1...6).map { number in
      let text = """
        ---
        name: Drawn \(number)
        ---
        ## Strengths

        - **Language**: quick. [^a] [^b]

        ## Weaknesses

        - **Language**: slow. [^c] [^d]

        [^d]: [Four](../sources/four.md)
        """
      return ("drawn-\(number)", text)
    })

  private static let judged = """
    ---
    name: X
    ---
    ## Strengths

    - **Speed**: quick. [^a] [^b]

    ## Weaknesses

    - **Speed**: slow when cold. [^c]
    """

  @Test func `what is not drawn shows both sides with their words and sources`() async {
    let item =
      Self.entries
      + "{% for d in disagreements %}{{ entry(d) }}{% endfor %}"
    let site = await build(Self.drawn.merging(["x": Self.judged]) { $1 }, templates: ["contested.html": item])
    #expect(
      site.text("contested/index.html")?.lines == [
        "Claims_x_speed contested 2:1:0: praised: quick.[One][Two]; criticised: slow when cold.[Three];"
      ])
  }

  @Test func `each side of a contested fact has what its sources say beside it`() async {
    let item =
      Self.entries
      + "{% for d in disagreements %}{{ entry(d) }}{% endfor %}"
    let text = """
      ---
      name: X
      facts:
        open: [{ value: yes, sources: [one, two] }, { value: no, sources: [three] }]
      ---
      ## Features

      - **Open**: to all. [^a]
      - **Open**: to nobody. [^c]
      - **Open**: it depends. [^b] [^c]
      - **Open**: the editor cannot tell.
      """
    let site = await build(Self.drawn.merging(["x": text]) { $1 }, templates: ["contested.html": item])
    #expect(
      site.text("contested/index.html")?.lines == [
        "Values_x_open contested: yes: to all.[One]; no: to nobody.[Three]; "
          + "neutral: it depends.[Two][Three] the editor cannot tell."
      ])
  }

  @Test func `of many statements one at least of every source stands first`() async {
    let item =
      Self.entries
      + "{% for d in disagreements %}{{ entry(d) }}{% endfor %}"
    let text = """
      ---
      name: X
      ---
      ## Strengths

      - **Speed**: one. [^a]
      - **Speed**: two. [^a]
      - **Speed**: three. [^a]
      - **Speed**: four. [^b]
      - **Speed**: five. [^a] [^b]

      ## Weaknesses

      - **Speed**: six. [^c]
      - **Speed**: seven. [^c]
      - **Speed**: eight. [^c]
      """
    let site = await build(Self.drawn.merging(["x": text]) { $1 }, templates: ["contested.html": item])
    #expect(
      site.text("contested/index.html")?.lines == [
        "Claims_x_speed contested 2:1:0: praised: one.[One] four.[Two] more: two.[One] three.[One] five.[One][Two]; "
          + "criticised: six.[Three] seven.[Three] eight.[Three];"
      ])
  }

  @Test func `one source that says both is mixed, and counts as a disagreement with itself`() async {
    let text = Self.judged.replacing("[^c]", with: "[^a]").replacing("[^a] [^b]", with: "[^a]")
    let page = Self.entries + "{% for d in specimens %}{{ entry(d) }}{% endfor %}"
    let site = await build(
      ["x": text],
      templates: [
        "contested.html": page
          + "{{ fact_count }} {{ judgement_count }} {{ mixed_count }} {{ criteria | length }}",
        "home.html": "{{ contested_count }}{% if specimen %} {{ specimen.id }}{% endif %}",
      ])
    #expect(
      site.text("contested/index.html")?.lines == [
        "Mixed_x_speed mixed 0:0:1: praised: quick.[One]; criticised: slow when cold.[One];", "0 0 1 0",
      ])
    #expect(site.text("index.html") == "1")
  }

  @Test func `a cell of a matrix leads to the row of the item's page that tells both sides`() async throws {
    let site = await build(["x": Self.judged])
    let page = try #require(site.text("matrices/all/index.html"))
    #expect(
      page.contains(
        """
        <td class="t-contested"><a class="judged" href="../../items/x/#Opinion_speed"><span class="b f2 a1">\
        <span class="hidden">2 for, 1 against</span></span></a></td>
        """))
  }

  @Test func `judgements that are contested beside a fact have a mark of their own`() async throws {
    let text = """
      ---
      name: X
      facts: { open: { value: yes, sources: [one] } }
      ---
      ## Strengths

      - **Open**: very. [^a]

      ## Weaknesses

      - **Open**: hardly. [^b]
      """
    let site = await build(["x": text])
    let page = try #require(site.text("matrices/all/index.html"))
    #expect(page.contains("<span class=\"s s-yes\">yes</span>"))
    #expect(
      page.contains(
        """
        <span class="b f1 a1"><span class="hidden">1 for, 1 against</span>
        """))
    let criterion = try #require(site.text("criteria/open/index.html"))
    #expect(criterion.contains("X</a> <span class=\"b f1 a1\">1 for, 1 against</span></h3>"))
  }

  @Test
  func `a criterion with facts names the items on which its sources disagree, the most evenly split first`()
    async throws
  {
    let judged = Self.judged.replacing("**Speed**", with: "**Open**")
    let even = judged.replacing("[^a] [^b]", with: "[^a]").replacing("name: X", with: "name: Y")
    let site = await build(["x": judged, "y": even])
    let page = try #require(site.text("criteria/open/index.html"))
    let list = try #require(page.components(after: "id=\"The_disagreements\"", before: "</ul>"))
    let links = list.matches(of: /href="..\/..\/criteria\/open\/#Item_(\w)"/).map { String($0.output.1) }
    #expect(links == ["y", "x"])
    #expect(list.contains("1 for, 1 against") && list.contains("2 for, 1 against"))
    #expect(site.text("criteria/speed/index.html")?.contains("id=\"The_disagreements\"") == false)
  }

  @Test func `a value that another source denies is marked in the list of values`() async throws {
    let text = """
      ---
      name: X
      facts: { open: [{ value: yes, sources: [one] }, { value: no, sources: [two] }] }
      ---
      """
    let site = await build([
      "x": text, "y": "---\nname: Y\nfacts: { open: { value: yes, sources: [one] } }\n---\n",
    ])
    let page = try #require(site.text("criteria/open/index.html"))
    let yes = try #require(
      page.components(after: "<summary><b>yes <small>2</small></b>", before: "</summary>"))
    #expect(yes.contains(#"X <span class="own">(contested)</span>, Y</span>"#))
  }

  @Test func `a card counts the criteria on which an item is contested`() async {
    let site = await build(
      ["x": Self.judged],
      templates: ["items.html": "{% for i in items %}{{ i.item.text }} {{ i.disputed }} {% endfor %}"])
    #expect(site.text("items/index.html") == "X 1 Y 0 ")
  }

  @Test
  func `those with most sources against the largest side are drawn, then the most evenly split come first`()
    async
  {
    // X: 2 to 1. Y: 1 to 1 with one that says both. Z: 1 to 1 on a judgement, and 1 to 1 on a fact, which is first by
    // its criterion. W: one source says both.
    let claims = { (name: String, praise: String, criticism: String) in
      """
      ---
      name: \(name)
      \(name == "Z" ? "facts: { open: [{ value: yes, sources: [one] }, { value: no, sources: [two] }] }\n" : "")---
      ## Strengths

      - **Speed**: quick. \(praise)

      ## Weaknesses

      - **Speed**: slow. \(criticism)
      """
    }
    let site = await build(
      [
        "x": claims("X", "[^a] [^b]", "[^c]"), "y": claims("Y", "[^a] [^b]", "[^b] [^c]"),
        "z": claims("Z", "[^a]", "[^b]"), "w": claims("W", "[^a]", "[^a]"),
      ],
      templates: [
        "home.html": "{{ contested_count }}{% if specimen %} {{ specimen.id }}{% endif %}",
        "contested.html":
          "{% for d in specimens %}{{ d.id }} {% endfor %}{% for d in disagreements %}{{ d.id }} {% endfor %}{% for l in items %}{{ l.link.text }} {{ l.count }} {% endfor %}",
      ])
    #expect(
      site.text("contested/index.html")
        == "Claims_y_speed Values_z_open Claims_z_speed Claims_x_speed Mixed_w_speed Z 2 W 1 X 1 Y 1 ")
    #expect(site.text("index.html") == "5 Claims_y_speed")
  }

  @Test(arguments: [
    // The leading value against all others.
    ("{ value: yes, sources: [one, two, three] }, { value: no, sources: [four] }", "x"),
    ("{ value: yes, sources: [one, two] }, { value: no, sources: [three, four] }", "y"),
    (
      "{ value: yes, sources: [one, two] }, { value: no, sources: [three] }, { value: partial, note: n, sources: [four] }",
      "y"
    ),
    (
      "{ value: yes, sources: [one, two] }, { value: no, sources: [three] }, { value: unknown, sources: [four] }",
      "x"
    ),
  ])
  func `contested values are split between the leading one and all others`(facts: String, first: String) async
  {
    // X: 1 to 1, and one more that says both: a split of 0 with three sources.
    let site = await build(
      [
        "x": """
        ---
        name: X
        ---
        ## Strengths

        - **Speed**: quick. [^a] [^b]

        ## Weaknesses

        - **Speed**: slow. [^b] [^c]
        """,
        "y": "---\nname: Y\nfacts: { open: [\(facts)] }\n---\n",
      ],
      templates: ["contested.html": "{% for d in specimens %}{{ d.id }} {% endfor %}"])
    #expect(
      site.text("contested/index.html")
        == (first == "x" ? "Claims_x_speed Values_y_open " : "Values_y_open Claims_x_speed "),
      "\(site.report)")
  }

  @Test func `an editor who says both without a source disagrees with nobody`() async {
    let site = await build(
      [
        "x": "---\nname: X\n---\n## Strengths\n\n- **Speed**: quick.\n\n## Weaknesses\n\n- **Speed**: slow.\n"
      ],
      templates: ["contested.html": "{{ disagreements | length }} {{ mixed_count }}"])
    #expect(site.text("contested/index.html") == "0 0")
    let cell = "<span class=\"s s-mixed\">mixed</span> <span class=\"own\">the editor’s own</span>"
    #expect(site.text("matrices/all/index.html")?.contains(cell) == true)
  }
}

extension String {
  /// Its lines without the empty ones.
  var lines: [String] { split(separator: "\n").map(String.init) }

  func occurrences(of part: String) -> Int { ranges(of: part).count }

  /// What stands between two texts, from the first occurrence of each.
  func components(after start: String, before end: String) -> String? {
    guard let first = firstRange(of: start) else { return nil }
    let rest = self[first.upperBound...]
    return rest.firstRange(of: end).map { String(rest[..<$0.lowerBound]) }
  }
}
