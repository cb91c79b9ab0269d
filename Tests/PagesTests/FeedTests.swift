import Foundation
import Testing

/// The feed of what is dated in the content.
struct FeedTests {
  private func entries(_ site: MadeSite) -> [String] {
    (site.text("feed.atom") ?? "").matches(of: /<entry>\n(.*?)<\/entry>/.dotMatchesNewlines()).map {
      String($0.1)
    }
  }

  @Test func `there is an entry for each item and date, newest first, that says what was dated`() async {
    let site = await MadeSite.building([
      "items/a.md": """
      ---
      name: A & <b>
      updated: 2024-05-03
      facts:
        open: { value: yes, sources: [one], verified: 2024-05-03 }
        year: [{ value: 1, sources: [one], verified: 2023-01-31 }, { value: 2, sources: [two], verified: 2023-01-31 }]
        language: { value: swift, sources: [one], verified: 2023-01-31 }
      ---
      """,
      "items/b.md": "---\nname: B\nupdated: 2024-05-03\n---\n",
    ])
    #expect(site.report == "")
    func entry(_ slug: String, _ date: String, _ title: String, _ summary: String) -> String {
      """
      <id>https://example.org/items/\(slug)/#changed_\(date)</id>
      <title type="text">\(title)</title>
      <updated>\(date)T00:00:00Z</updated>
      <link rel="alternate" type="text/html" href="https://example.org/items/\(slug)/"/>
      <summary type="text">\(summary)</summary>

      """
    }
    #expect(
      entries(site) == [
        entry(
          "a", "2024-05-03", "A &amp; &lt;b&gt;: revised, facts verified",
          "The page was revised. Verified: Open."),
        entry("b", "2024-05-03", "B: revised", "The page was revised."),
        entry("a", "2023-01-31", "A &amp; &lt;b&gt;: facts verified", "Verified: Language, Year."),
      ])
    #expect(site.text("feed.atom")?.contains("</subtitle>") == false)
    #expect(site.text("feed.atom")?.contains("<updated>2024-05-03T00:00:00Z</updated>\n<entry>") == true)
  }

  @Test func `the newest fifty entries are enough`() async {
    var files: [String: String] = [:]
    for number in 10..<70 {
      files["items/i\(number).md"] = "---\nname: I\(number)\nupdated: 20\(number)-01-01\n---\n"
    }
    let dates = entries(await MadeSite.building(files)).compactMap {
      $0.firstMatch(of: /<updated>(\d{4})/)?.1
    }
    #expect(dates == (2020...2069).reversed().map { "\($0)" })
  }

  @Test func `without a date or an address there is no feed, and nothing leads to one`() async {
    let dated = ["items/a.md": "---\nname: A\nupdated: 2024-05-03\n---\n"]
    let plain = ["items/a.md": "---\nname: A\n---\n"]
    for (files, baseURL) in [(dated, nil), (plain, "https://example.org/")] {
      let site = await MadeSite.building(files, baseURL: baseURL)
      #expect(site.text("feed.atom") == nil)
      #expect(site.text("index.html")?.contains("feed") == false)
    }
    let site = await MadeSite.building(dated)
    #expect(
      site.text("items/a/index.html")?.contains(
        #"<link rel="alternate" type="application/atom+xml" title="Test" href="../../feed.atom">"#) == true)
  }
}
