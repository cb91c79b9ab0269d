import Testing

/// The page of a criterion: the best first, each item told of once.
struct CriterionPageTests {
  private static let template = """
    {% macro row(r) %} {{ r.cell.id }}{% if r.share %}={{ r.share }}{% endif %}{% endmacro %}
    leaders{% for l in leaders %}{{ row(l) }}{% endfor %} criticised{% for l in criticised %}{{ row(l) }}{% endfor %}
    {% for v in values %}{{ v.name }} {{ v.item_count }}:{% for i in v.items %} {{ i.item.text }}{% endfor %} tells{% for r in v.rows %}{{ row(r) }}{% endfor %}
    {% endfor %}
    rows{% for r in rows %}{{ row(r) }}{% endfor %} unknown{% for l in unknown %} {{ l.text }}{% endfor %}
    """

  private func page(_ criterion: String, _ items: [String: String]) async -> [String]? {
    var files = ["criteria/c.md": "---\nname: C\n\(criterion)---\n"]
    for (name, text) in items {
      let notes = [("1", "one"), ("2", "two")].filter { text.contains("[^\($0.0)]") }
        .map { "[^\($0.0)]: [S](../sources/\($0.1).md)\n" }.joined()
      files["items/\(name).md"] =
        "---\nname: \(name)\n" + (notes.isEmpty ? "\(text)---\n" : "---\n\(text)\n\(notes)")
    }
    let site = await MadeSite.building(files, templates: ["criterion.html": Self.template])
    return site.text("criteria/c/index.html")?.lines.filter { !$0.isEmpty }
  }

  @Test func `judgements are in order of their balance, and the leader is named`() async {
    let shown = await page(
      "",
      [
        "q": "## Strengths\n- **C**: x [^1]\n", "r": "## Strengths\n- **C**: x [^1] [^2]\n",
        "s": "## Weaknesses\n- **C**: x [^1]\n", "t": "",
      ])
    #expect(
      shown == ["leaders Item_r criticised Item_s", "rows Item_r Item_q Item_s unknown t"])
  }

  @Test(arguments: [
    ("higher", "rows Item_s=100 Item_r=50 Item_q=20 unknown"),
    ("lower", "rows Item_q=20 Item_r=50 Item_s=100 unknown"),
  ])
  func `numbers are in order of size, the better first, with bars`(_ better: String, _ expected: String) async
  {
    let fact = { (value: String) in "facts: { c: { value: \(value), basis: common } }\n" }
    let shown = await page(
      "type: number\nbetter: \(better)\n", ["q": fact("2"), "r": fact("5.0"), "s": fact("10")])
    #expect(shown == ["leaders criticised", expected])
  }

  @Test func `an item with several values is told of at the first`() async {
    let fact = { (value: String) in "facts: { c: { value: [\(value)], basis: common } }\n" }
    let shown = await page("type: list\n", ["q": fact("one, two"), "r": fact("two"), "s": ""])
    #expect(
      shown == [
        "leaders criticised", "one 1: q tells Item_q", "two 2: q r tells Item_r",
        "rows unknown s",
      ])
  }
}
