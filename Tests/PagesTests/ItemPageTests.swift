import TestSupport
import Testing

/// The page of an item: every statement stands there once, in the row of what it is about.
struct ItemPageTests {
  private static let template = """
    {% macro said(some) %}{% for c in some.first %} {{ c.text }}{% endfor %}{% if some.more %} more:{% for c in some.more %} {{ c.text }}{% endfor %}{% endif %}{% endmacro %}
    {% macro row(r) %}{{ r.id | default("-") }} {% if r.subject %}{{ r.subject.name }}{% endif %} {{ r.sources }}:{{ said(r.strengths) }} /{{ said(r.weaknesses) }} /{{ said(r.features) }} /{{ said(r.uses) }}{% for l in r.elsewhere %} see {{ l.name }}{% endfor %}
    {% endmacro %}
    judged {{ judge_count }} {{ praised_count }} {{ criticised_count }} {{ disputed_count }}
    {% for r in judged %}{{ row(r) }}{% endfor %}
    facts
    {% for f in facts %}{{ f.cell.id }} {{ f.is_plain }} {{ row(f.topic) }}{% endfor %}
    described
    {% for r in described %}{{ row(r) }}{% endfor %}
    uses
    {% for r in uses %}{{ row(r) }}{% endfor %}
    disagreements
    {% for d in disagreements %}{{ d.id }}
    {% endfor %}
    """

  private func lines(of item: String, _ files: [String: String] = [:]) async -> [String]? {
    let notes = "\n\n[^a]: [One](../sources/one.md)\n[^b]: [Two](../sources/two.md)\n"
    let site = await MadeSite.building(
      files.merging(["items/x.md": item + notes]) { $1 }, templates: ["item.html": Self.template])
    return site.text("items/x/index.html")?.lines.map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
  }

  @Test func `a statement on two criteria stands with the first, and the other row leads to it`() async {
    let shown = await lines(
      of: """
        ---
        name: X
        facts:
          open: { value: yes, sources: [one] }
          year: { value: 2000, basis: common }
        ---
        ## Strengths
        - **Speed, Size**: both. [^a]
        - **Speed**: quick. [^b]
        - likeable. [^a]
        ## Weaknesses
        - **Size**: huge. [^b]
        ## Features
        - **Speed**: measured. [^a]
        - **Open**: to all. [^a]
        - **Colour**: red. [^a]
        - **Weight**: light. [^b]
        ## Use cases
        - **Racing**: so they say. [^a]
        - **Winning, Racing**: and so on. [^b]
        """,
      [
        "criteria/size.md": "---\nname: Size\n---\n", "criteria/weight.md": "---\nname: Weight\n---\n",
        "use-cases/racing.md": "---\nname: Racing\n---\n",
        "use-cases/winning.md": "---\nname: Winning\n---\n",
      ])
    #expect(
      shown == [
        "judged 2 1 0 1",
        "Opinion_speed Speed 2: both. quick. / / measured. /",
        "Opinion_size Size 2: / huge. / / see Speed",
        "facts",
        "Fact_open false Opinion_open Open 1: / / to all. /",
        "Fact_year true Opinion_year Year 0: / / /",
        "described",
        "Opinion_weight Weight 1: / / light. /",
        "- Colour 1: / / red. /",
        "- 1: likeable. / / /",
        "uses",
        "Use_racing Racing 2: / / / so they say. see Winning",
        "Use_winning Winning 1: / / / and so on.",
        "disagreements",
        "Opinion_size",
      ])
  }

  @Test func `of more than four statements three stand before the fold, with as many sources as can be`()
    async
  {
    let shown = await lines(
      of: """
        ---
        name: X
        ---
        ## Strengths
        - **Speed**: one. [^a]
        - **Speed**: two. [^a]
        - **Speed**: three. [^a]
        - **Speed**: four. [^b]
        - **Speed**: five. [^a]
        ## Weaknesses
        - **Year**: one. [^a]
        - **Year**: two. [^a]
        - **Year**: three. [^a]
        - **Year**: four. [^b]
        """)
    #expect(
      shown?.prefix(3) == [
        "judged 2 1 1 0",
        "Opinion_speed Speed 2: one. two. four. more: three. five. / / /",
        "Opinion_year Year 2: / one. two. three. four. / /",
      ])
  }

  @Test func `where there is one source, its name stands beside no statement`() async throws {
    let site = await MadeSite.building(
      SiteInMemory([
        "site.yml": "title: T\nitems: { folder: items, one: item, many: items }\n",
        "criteria/speed.md": "---\nname: Speed\n---\n",
        "criteria/open.md": "---\nname: Open\ntype: boolean\n---\n",
        "use-cases/games.md": "---\nname: Games\n---\n",
        "sources/one.md": "---\nname: Source One\nshort: One\n---\n",
        "items/x.md": """
        ---
        name: X
        facts: { open: { value: yes, sources: [one] } }
        ---
        ## Strengths
        - **Speed**: quick. [^a]
        ## Use cases
        - **Games**: all of them. [^a]

        [^a]: [One](../sources/one.md)
        """,
      ]))
    let page = try #require(site.text("items/x/index.html"))
    let rows = try #require(page.components(after: "id=\"The_uses\"", before: "class=\"folds\""))
    #expect(rows.contains("quick.</li>") && rows.contains("all of them.</li>"))
    #expect(!rows.contains("1 source"))
  }
}

extension String {
  fileprivate func trimmingBlanks() -> String {
    split(separator: " ").joined(separator: " ")
  }
}
