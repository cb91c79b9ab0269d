import Testing

/// What a page may depend on: its own documents, and things that it names.
struct PurityTests {
  @Test func `a page does not change with documents that it does not name`() async {
    let own = [
      "items/x.md": """
      ---
      name: X
      facts: { language: { value: swift, sources: [two] } }
      ---
      ## Strengths

      - **Speed**: fast. [^b]

      ## Weaknesses

      - **Year**: young. [^b]

      ## Used by

      - **Acme** [^b]

      [^b]: [Two](../sources/two.md)
      """,
      // The first pair brings the navigation a link, and the first praise and criticism leave room for dots on every page, so
      // there are two items and both from the start.
      "items/y.md": "---\nname: Y\n---\n", "guides/how.md": "---\nname: How\n---\n",
    ]
    let more = [
      "items/z.md": """
      ---
      name: Z
      ---
      ## Weaknesses

      - **Year**: old. [^b]

      ## Used by

      - **Zeus** [^b]

      [^b]: [Two](../sources/two.md)
      """,
      "sources/three.md": "---\nname: Three\n---\n",
    ]
    let first = await MadeSite.building(own)
    let second = await MadeSite.building(own.merging(more) { $1 })
    #expect(first.report == "" && second.report == "")
    for path in [
      "404.html", "guides/how/index.html", "items/x/index.html", "sources/one/index.html",
      "used-by/acme/index.html",
    ] {
      #expect(first.text(path) != nil)
      #expect(first.text(path) == second.text(path), "\(path)")
    }
  }
}
