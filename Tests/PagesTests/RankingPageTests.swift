import Testing

/// The page of a use case: the sum behind every place, with what counts nothing and why.
struct RankingPageTests {
  private static let files = [
    "sources/docs.md": "---\nname: Docs\nkind: reference\n---\n",
    "items/a.md": """
    ---
    name: A
    facts: { language: [{ value: swift, sources: [one] }, { value: c-sharp, sources: [two] }] }
    ---
    ## Strengths

    - **Speed**: quick. [^a]
    - **Speed**: so we think.

    ## Weaknesses

    - **Speed**: slow. [^a]

    ## Use cases

    - **Games**: named. [^b] [^d]

    [^a]: [One](../sources/one.md)
    [^b]: [Two](../sources/two.md)
    [^d]: [Docs](../sources/docs.md)
    """,
    "items/b.md": """
    ---
    name: B
    ---
    ## Weaknesses

    - **Speed**: slow. [^a]

    [^a]: [One](../sources/one.md)
    """,
    "items/c.md": """
    ---
    name: C
    ---
    ## Use cases

    - **Games**: it is. [^d]

    [^d]: [Docs](../sources/docs.md)
    """,
  ]

  /// The text of what matches in a page, without tags and with single blanks.
  private func texts(_ page: String, _ part: Regex<Substring>) -> [String] {
    page.matches(of: part).map { match in
      match.output.replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace)
        .joined(separator: " ").replacing(/\ ([,:;.])/) { "\($0.1)" }
    }
  }

  @Test func `every contribution is told with its sources, and what counts nothing with why`() async throws {
    let site = await MadeSite.building(Self.files)
    let page = try #require(site.text("use-cases/games/index.html"))
    #expect(
      texts(page, /<li(?: class="sum")?><span class="points">.*?<\/li>/.dotMatchesNewlines()) == [
        "+1 Named for this use by Two Only reviews count: that it is named by Docs counts 0.",
        "0 Speed: praised by One; criticised by One mixed: one source does both, which counts 0. "
          + "1 statement that no source is cited for counts 0.",
        "+1 Language: Swift, stated by One Others differ: C# Two",
        "= 2 1 + 0 + 1",
        "−1 Speed: criticised by One",
        "= −1",
        "0 Named for this use Only reviews count: by Docs counts 0.",
      ])
  }

  @Test func `what would change the order is told from each place to the next`() async throws {
    let site = await MadeSite.building(Self.files)
    let page = try #require(site.text("use-cases/games/index.html"))
    #expect(
      texts(page, /<tr><th scope="row">.*?<\/tr>/.dotMatchesNewlines()) == [
        "1 and 2 3 points 3 more statements for B, or against A, would make a tie; 4 would change the order."
      ])
    #expect(page.contains("bring any of them in with 1 point, at place 2."))
  }
}
