import Testing

/// Who uses what, according to whom.
struct OrganisationPageTests {
  private static let templates = [
    "organisation.html": """
    {{ name }} by {{ source_count }}
    {% for i in items %}{{ i.item.text }} by {{ i.sources }}:{% for c in i.claims %} {{ c.text }}\
    {% for k in c.citations %}[{{ k.mark }}]{% endfor %}{% endfor %}; also{% for l in i.users %} {{ l.text }}{% endfor %}\
    {% if i.has_more %} … <a href="{{ i.users_url }}">{% endif %}
    {% endfor %}
    """,
    "organisations.html": """
    {% for i in items %}<a href="{{ i.link.url }}"> {{ i.count }}
    {% endfor %}{% for o in organisations %}{{ o.organisation.text }}:{% for i in o.items %} {{ i.link.text }} {{ i.count }}\
    {% endfor %}
    {% endfor %}
    """,
  ]

  private static let items = [
    "items/x.md": """
    ---
    name: X
    ---
    ## Used by

    - **Acme**: for its shop. [^a] [^b]
    - **Acme**: for its till. [^a]
    - **zebra Ltd**: the editor saw it.

    [^a]: [One](../sources/one.md)
    [^b]: [Two](../sources/two.md)
    """,
    "items/y.md": """
    ---
    name: Y
    ---
    ## Used by

    - **Acme, Beta** [^b]

    [^b]: [Two](../sources/two.md)
    """,
    "items/z.md": "---\nname: Z\n---\n",
  ]

  @Test func `an organisation's page tells of each item who says so, in their words, and who else uses it`()
    async
  {
    let site = await MadeSite.building(Self.items, templates: Self.templates)
    #expect(
      site.text("used-by/acme/index.html")?.lines == [
        "Acme by 2", "X by 2: for its shop.[One][Two] for its till.[One]; also zebra Ltd",
        "Y by 1: [Two]; also Beta",
      ])
    #expect(
      site.text("used-by/zebra-ltd/index.html")?.lines == [
        "zebra Ltd by 0", "X by 0: the editor saw it.; also Acme",
      ])
  }

  @Test func `the index counts the users of each item and the sources of each use, by name`() async {
    let site = await MadeSite.building(Self.items, templates: Self.templates)
    #expect(
      site.text("used-by/index.html")?.lines == [
        "<a href=\"../items/x/#The_users\"> 2", "<a href=\"../items/y/#The_users\"> 2", "Acme: X 2 Y 1",
        "Beta: Y 1", "zebra Ltd: X 0",
      ])
  }

  @Test func `every organisation has a page and a place in the lists, whatever its script and its length`()
    async
  {
    let long = String(repeating: "long ", count: 30)
    let names = ["日本", "中国", "con", "C#", "C", "Straßenbahn", long + "one", long + "two", "★"]
    let users = names.map { "- **\($0)** [^a]\n" }.joined()
    let item = "---\nname: X\n---\n## Used by\n\n\(users)\n[^a]: [One](../sources/one.md)\n"
    let site = await MadeSite.building(["items/x.md": item], templates: Self.templates)
    #expect(site.report == "")
    let pages = site.texts { $0.hasPrefix("used-by/") && $0 != "used-by/index.html" }
    #expect(Set(pages.values.compactMap(\.lines.first)) == Set(names.map { "\($0) by 1" }))
    #expect(pages["used-by/strassenbahn/index.html"] != nil)
    let index = site.text("used-by/index.html") ?? ""
    let search = site.text("search.json") ?? ""
    for name in names { #expect(index.contains("\(name): X 1") && search.contains("[\"\(name)\",")) }
  }

  @Test func `of many users of an item the first are named, and the item's page names all`() async {
    let users = (10..<30).map { "- **U\($0)** [^a]\n" }.joined()
    let item = "---\nname: X\n---\n## Used by\n\n\(users)\n[^a]: [One](../sources/one.md)\n"
    let site = await MadeSite.building(["items/x.md": item], templates: Self.templates)
    #expect(
      site.text("used-by/u12/index.html")?.lines.last
        == "X by 1: [One]; also U10 U11 U13 U14 U15 U16 U17 U18 U19 U20 U21 U22 … <a href=\"../../items/x/#The_users\">"
    )
  }
}
