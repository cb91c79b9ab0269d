import Testing

/// The page of a use case: the groups, what every place rests on, what counts nothing and why.
struct RankingPageTests {
  private static let files = [
    "site.yml":
      "title: Test\nitems: { folder: items, one: item, many: items }\nkey-facts: [language, year, open]\n",
    "use-cases/games.md":
      "---\nname: Games\nneeds: [speed, { language: swift }, { open: yes, prefer: true }]\n---\nAn essay.\n\n## More\n\nOf it.\n",
    "sources/docs.md": "---\nname: Docs\nkind: reference\n---\n",
    "items/a.md": """
    ---
    name: A
    facts:
      language: [{ value: swift, sources: [one] }, { value: c-sharp, sources: [two] }]
      year: { value: 2001, sources: [one] }
      open: { value: partial, note: in parts, sources: [one] }
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
    "items/d.md": """
    ---
    name: D
    facts: { language: { value: c-sharp, note: no more, sources: [one] } }
    ---
    ## Strengths

    - **Speed**: quick. [^a]

    [^a]: [One](../sources/one.md)
    """,
  ]

  /// The text of what matches in a page, without tags and controls and with single blanks.
  private func texts(_ page: String, _ part: Regex<Substring>) -> [String] {
    page.matches(of: part).map { match in
      let text = match.output.replacing(/<label.*?<\/label>/, with: "").replacing(/<[^>]*>/, with: " ")
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .replacing(/\ ([,:;.])/) { "\($0.1)" }
    }
  }

  @Test func `every place is told with what it rests on, and what counts nothing with why`() async throws {
    let site = await MadeSite.building(Self.files)
    let page = try #require(site.text("use-cases/games/index.html"))
    #expect(
      texts(
        page, /<h2.*?<\/h2>|<li id="Item_.*?(?:<summary>|<\/li>)|<p class="sum">.*?<\/p>/.dotMatchesNewlines()
      ) == [
        "Named by reviews",
        "1 A Swift / C# · Year: 2001 · Open: partial Named for it Two Speed 1 both "
          + "Language: Swift 1 source Others differ: C# 1 source Open: partial, in parts 1 source "
          + "Only reviews count: that it is named by Docs does not. "
          + "Speed: 1 statement that no source is cited for does not count.",
        "For less against: 1", "Nobody names these for it", "2 B Named for it by nobody Speed 1 against",
        "For less against: −1", "They lack what it needs", "D C# Language: C#, no more 1 source",
        "No evidence", "C Only reviews count: that it is named by Docs does not.",
        "What would change the order", "What it asks for", "More", "Sources 3", "What it takes",
        "How they are ordered",
      ])
  }

  @Test func `one sentence tells the order`() async throws {
    let site = await MadeSite.building(Self.files)
    let page = try #require(site.text("use-cases/games/index.html"))
    #expect(
      texts(page, /<p>First by .*?<a class="weigh/.dotMatchesNewlines()) == [
        "First by how many reviews name them for this use; among equals by sources for minus sources against on "
          + "Speed, plus one each for Open: yes. <a class=\"weigh"
      ])
    #expect(page.contains("<p class=\"lead\">A leads: named for it by 1 of 2 reviews.</p>"))
    let plain = await MadeSite.building(["use-cases/games.md": "---\nname: Games\n---\n"])
    let short = try #require(plain.text("use-cases/games/index.html"))
    #expect(short.contains("First by how many reviews name them for this use."))
  }

  @Test func `what would change the order is told from each place to the next`() async throws {
    let site = await MadeSite.building(Self.files)
    let page = try #require(site.text("use-cases/games/index.html"))
    #expect(
      texts(page, /<ul class="steps">.*?<\/ul>/.dotMatchesNewlines()) == [
        "B would be level with A if 1 more review named it; no praise makes up for that."
      ])
  }

  @Test func `cards name whole places from the top, and how many reviews name them`() async throws {
    let site = await MadeSite.building(Self.files)
    let page = try #require(site.text("use-cases/index.html"))
    #expect(
      texts(page, /<ol><li>.*?<\/li>/.dotMatchesNewlines()) == ["1 A named by 1"])
  }

  @Test func `key facts stand on the cards of items, in the order of the site`() async throws {
    let site = await MadeSite.building(Self.files)
    let page = try #require(site.text("items/index.html"))
    #expect(
      texts(page, /<p class="card-facts">.*?<\/p>/.dotMatchesNewlines()) == [
        "Swift / C# · Year: 2001 · Open: partial", "C#",
      ])
  }
}
