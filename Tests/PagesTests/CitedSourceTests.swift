import Testing

/// The list of sources of a page, and the marks in its words that lead there.
struct CitedSourceTests {
  @Test func `marks in the words of a guide lead to the list of its sources, which tells them in full`()
    async throws
  {
    let site = await MadeSite.building(
      [
        "guides/g.md": """
        ---
        name: Guide
        ---
        One says so. [^a] Both do [^a][^b], as [one page](../sources/two.md) tells.

        ## More

        Again. [^b]

        [^a]: [One](../sources/one.md)
        [^b]: [Two](../sources/two.md)
        """
      ],
      templates: [
        "page.html":
          "{% if prose.introduction %}{{ prose.introduction }}{% endif %}{% for s in prose.sections %}{{ s.text }}{% endfor %}{% for s in prose.sources %}[{{ s.id }} {{ s.mark }} {{ s.source.text }}]{% endfor %}"
      ])
    let page = try #require(site.text("guides/g/index.html"))
    let marks = page.matches(of: /<sup class="citation">(.*?)<\/sup>/).map { String($0.1) }
    let one = ##"<a href="#Source_one">One</a>"##
    let two = ##"<a href="#Source_two">Two</a>"##
    #expect(marks.joined(separator: " ") == [one, one, two, two].joined(separator: " "), "\(site.report)")
    #expect(page.contains(#"<a href="../../sources/two/">one page</a>"#))
    #expect(page.hasSuffix("[Source_one One Source One][Source_two Two Source Two]"))
  }

  @Test func `the page of a pair lists the sources that speak of both at once and of neither alone`()
    async throws
  {
    let site = await MadeSite.building([
      "items/a.md": """
      ---
      name: A
      related:
        - { item: b, as: is quicker than, criterion: speed, favours: a, sources: [one] }
      ---
      """,
      "items/b.md": "---\nname: B\n---\n",
    ])
    let pair = try #require(site.text("compare/a-vs-b/index.html"), "\(site.report)")
    #expect(pair.contains(##"href="#Source_one""##) && pair.contains(#"id="Source_one""#))
  }

  @Test func `a page that cites nobody has no list`() async {
    let site = await MadeSite.building(
      ["guides/g.md": "---\nname: Guide\n---\nAs [one page](../sources/two.md) tells.\n"],
      templates: ["page.html": "{{ prose.sources | length }}"])
    #expect(site.text("guides/g/index.html") == "0")
  }

  @Test func `an item lists the sources that its words alone cite, and a comparison leads to its statement`()
    async throws
  {
    let site = await MadeSite.building([
      "items/a.md": """
      ---
      name: A
      related:
        - { item: b, as: is older than, sources: [one] }
        - { item: b, as: is quicker than, criterion: speed, favours: a, sources: [two] }
      ---
      Its words cite somebody. [^a]

      [^a]: [One](../sources/one.md)
      """,
      "items/b.md": "---\nname: B\n---\n",
      "criteria/speed.md": "---\nname: Speed\n---\nIt matters. [^b]\n\n[^b]: [Two](../sources/two.md)\n",
    ])
    let item = try #require(site.text("items/a/index.html"), "\(site.report)")
    #expect(item.contains(##"<a href="#Source_one">"##) && item.contains(#"<li id="Source_one">"#))
    // The marks of relations lead to the same list.
    #expect(item.contains(#"<li id="Source_two">"#))
    let relations = item.split(separator: #"id="The_comparisons""#).last?.split(separator: "</details>").first
    #expect(relations?.matches(of: /class="src" href="#Source_(?:one|two)"/).count == 2)
    let source = try #require(site.text("sources/one/index.html"))
    #expect(source.contains(/<li id="Both_a_b_[0-9a-f]{8}">/))
    let criterion = try #require(site.text("criteria/speed/index.html"))
    #expect(criterion.contains(##"<a href="#Source_two">"##) && criterion.contains(#"<li id="Source_two">"#))
  }
}
