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
          "{% if prose.introduction %}{{ prose.introduction }}{% endif %}{% for s in prose.sections %}{{ s.text }}{% endfor %}{% for s in sources %}[{{ s.id }} {{ s.mark }} {{ s.source.text }}]{% endfor %}"
      ])
    let page = try #require(site.text("guides/g/index.html"))
    let marks = page.matches(of: /<sup class="citation">(.*?)<\/sup>/).map { String($0.1) }
    let one = ##"<a href="#Source_one">One</a>"##
    let two = ##"<a href="#Source_two">Two</a>"##
    #expect(marks.joined(separator: " ") == [one, one, two, two].joined(separator: " "), "\(site.report)")
    #expect(page.contains(#"<a href="../../sources/two/">one page</a>"#))
    #expect(page.hasSuffix("[Source_one One Source One][Source_two Two Source Two]"))
  }

  @Test func `a page that cites nobody has no list`() async {
    let site = await MadeSite.building(
      ["guides/g.md": "---\nname: Guide\n---\nAs [one page](../sources/two.md) tells.\n"],
      templates: ["page.html": "{{ sources | length }}"])
    #expect(site.text("guides/g/index.html") == "0")
  }
}
