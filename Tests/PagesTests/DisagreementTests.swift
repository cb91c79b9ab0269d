import Testing

/// What sources disagree on: both sides, with their words, wherever it is shown.
struct DisagreementTests {
  /// Every entry in a line: its anchor and state, then each side with its sources and words.
  private static let entries = """
    {% macro quotes(claims) %}{% for c in claims %} {{ c.text }}{% for k in c.citations %}[{{ k.mark }}]{% endfor %}\
    {% endfor %}{% endmacro %}\
    {% macro entry(d) %}{{ d.id }} {{ d.state }}:{% for s in d.sides %} {% if s.fact %}{{ s.fact.value }}\
    {% else %}{{ s.state }}{% endif %} by {{ s.sources }}:{{ quotes(s.claims) }}{% if s.more %} more:\
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
    var files = ["sources/three.md": "---\nname: Source Three\nshort: Three\n---\n"]
    for (name, text) in items { files["items/\(name).md"] = text + Self.sources }
    files["matrices/all.md"] = "---\nname: All\nrows: [speed, open, language, speed]\nitems: [x, y, x]\n---\n"
    if files["items/y.md"] == nil { files["items/y.md"] = "---\nname: Y\n---\n" }
    return await MadeSite.building(files, templates: templates)
  }

  private static let judged = """
    ---
    name: X
    ---
    ## Strengths

    - **Speed**: quick. [^a] [^b]

    ## Weaknesses

    - **Speed**: slow when cold. [^c]
    """

  @Test func `an item shows both sides with their words and sources`() async {
    let item = Self.entries + "{% for d in disagreements %}{{ entry(d) }}{% endfor %}"
    let site = await build(["x": Self.judged], templates: ["item.html": item])
    #expect(
      site.text("items/x/index.html")?.lines == [
        "Claims_speed contested: praised by 2: quick.[One][Two]; criticised by 1: slow when cold.[Three];"
      ])
    #expect(site.text("items/y/index.html")?.lines == [])
  }

  @Test func `each side of a contested fact has what its sources say beside it`() async {
    let item = Self.entries + "{% for d in disagreements %}{{ entry(d) }}{% endfor %}"
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
    let site = await build(["x": text], templates: ["item.html": item])
    #expect(
      site.text("items/x/index.html")?.lines == [
        "Values_open contested: yes by 2: to all.[One]; no by 1: to nobody.[Three]; "
          + "neutral: it depends.[Two][Three] the editor cannot tell."
      ])
  }

  @Test func `of many statements one at least of every source stands first`() async {
    let item = Self.entries + "{% for d in disagreements %}{{ entry(d) }}{% endfor %}"
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
    let site = await build(["x": text], templates: ["item.html": item])
    #expect(
      site.text("items/x/index.html")?.lines == [
        "Claims_speed contested: praised by 2: one.[One] four.[Two] more: two.[One] three.[One] five.[One][Two]; "
          + "criticised by 1: six.[Three] seven.[Three] eight.[Three];"
      ])
  }

  @Test func `one source that says both is mixed, and no disagreement`() async {
    let text = Self.judged.replacing("[^c]", with: "[^a]").replacing("[^a] [^b]", with: "[^a]")
    let page =
      Self.entries
      + "{% for g in items %}{% for d in g.disagreements %}{{ entry(d) }}{% endfor %}{% endfor %}"
    let site = await build(
      ["x": text],
      templates: [
        "contested.html": page
          + "{{ fact_count }} {{ judgement_count }} {{ mixed_count }} {{ criteria | length }}",
        "home.html": "{{ contested_count }} {{ contested | length }}",
      ])
    #expect(
      site.text("contested/index.html")?.lines == [
        "Mixed_x_speed mixed: praised by 1: quick.[One]; criticised by 1: slow when cold.[One];", "0 0 1 0",
      ])
    #expect(site.text("index.html") == "0 0")
  }

  @Test func `a cell of a matrix leads to both sides on the same page, each told once`() async throws {
    let site = await build(["x": Self.judged])
    let page = try #require(site.text("matrices/all/index.html"))
    #expect(
      page.contains("<a class=\"s s-contested\" href=\"../../matrices/all/#Claims_x_speed\">contested</a>"))
    #expect(page.occurrences(of: "id=\"Claims_x_speed\"") == 1)
    let entry = try #require(page.components(after: "id=\"Claims_x_speed\"", before: "</article>"))
    for words in ["quick.", "slow when cold.", "sources/one/#From_x_speed_", "sources/three/#From_x_speed_"] {
      #expect(entry.contains(words))
    }
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
        "<a class=\"s s-contested\" href=\"../../matrices/all/#Claims_x_open\">judgements contested</a>"))
    #expect(page.contains("id=\"Claims_x_open\""))
    let criterion = try #require(site.text("criteria/open/index.html"))
    #expect(criterion.contains("<p class=\"entry-state\"><span class=\"s s-contested\">contested</span></p>"))
  }

  @Test func `a criterion counts and names the items on which its sources disagree`() async throws {
    let site = await build(["x": Self.judged, "y": Self.judged.replacing("name: X", with: "name: Y")])
    let page = try #require(site.text("criteria/speed/index.html"))
    #expect(
      page.contains(
        """
        <p><span class="s s-contested">Contested</span> for 2 items: <a href="../../criteria/speed/#Item_x">X</a>, <a href="../../criteria/speed/#Item_y">Y</a>.</p>
        """))
    #expect(site.text("criteria/open/index.html")?.contains("class=\"callout\"") == false)
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
    let yes = try #require(page.components(after: "<th scope=\"row\">yes</th>", before: "</tr>"))
    #expect(
      yes == """
        <td><a href="../../items/x/">X</a> <a class="s s-contested" href="../../items/x/#Values_open">contested</a>, \
        <a href="../../items/y/">Y</a></td>
        """)
  }

  @Test func `a card counts the criteria on which an item is contested`() async {
    let site = await build(
      ["x": Self.judged],
      templates: ["items.html": "{% for i in items %}{{ i.item.text }} {{ i.contested }} {% endfor %}"])
    #expect(site.text("items/index.html") == "X 1 Y 0 ")
  }

  @Test func `the home page shows where most sources stand against each other`() async {
    let strong = Self.judged.replacing("name: X", with: "name: Y").replacing(
      "slow when cold. [^c]", with: "slow. [^a] [^c]")
    let site = await build(
      ["x": Self.judged, "y": strong],
      templates: ["home.html": "{{ contested_count }}{% for d in contested %} {{ d.id }}{% endfor %}"])
    #expect(site.text("index.html") == "2 Claims_y_speed Claims_x_speed")
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
