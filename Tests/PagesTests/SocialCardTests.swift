import Foundation
import TestSupport
import Testing

/// The picture that stands for a page where its address is shared.
struct SocialCardTests {
  private func build(_ setting: String, baseURL: String? = "https://example.org/x/") async -> MadeSite {
    await MadeSite.building(
      ["site.yml": "title: A & B\n\(setting)"],
      otherFiles: ["images/card.png", "images/card.txt"],
      baseURL: baseURL)
  }

  private func picture(_ made: MadeSite) -> String? {
    let line = made.text("index.html")?.split(separator: "\n").first { $0.contains("og:image\"") }
    return line.map(String.init)
  }

  @Test func `the theme has one, unless the site names its own`() async {
    let own = await build("social-card: images/card.png\n")
    #expect(own.report == "")
    #expect(picture(own) == #"<meta property="og:image" content="https://example.org/x/images/card.png">"#)
    let bundled = await build("")
    #expect(
      picture(bundled)
        == #"<meta property="og:image" content="https://example.org/x/assets/social-card.png">"#)
    #expect(bundled.paths.contains("assets/social-card.png"))
    let page = bundled.text("criteria/speed/index.html") ?? ""
    #expect(page.contains(#"<meta property="og:image:alt" content="A &amp; B">"#))
    #expect(page.contains(#"<meta name="twitter:card" content="summary_large_image">"#))
  }

  @Test func `without an address there is none, as its own must be absolute`() async {
    let made = await build("", baseURL: nil)
    #expect(picture(made) == nil)
    #expect(made.text("index.html")?.contains(#"<meta name="twitter:card" content="summary">"#) == true)
  }

  @Test(arguments: [
    ("images/cart.png", " did you mean \"images/card.png\"?"),
    ("images/card.txt", " did you mean \"images/card.png\"?"),
    ("../../x", ""),
  ])
  func `what is no picture of the site is an error`(path: String, suggestion: String) async {
    let made = await build("social-card: \(path)\n")
    #expect(made.site == nil)
    #expect(
      made.report == """
        error[dead-image]: "social-card" names "\(path)", which is no picture of this site
         --> Content/site.yml:2:14
          |
        2 | social-card: \(path)
          |              \(String(repeating: "^", count: path.utf8.count))\(suggestion)
          = help: write the path below Content of a PNG, JPEG, GIF or WebP file, best of 1200 by 630 pixels


        """)
  }
}

/// The card that every site publishes as a drawing.
struct CardTests {
  private func card(_ settings: String, _ documents: [String: String] = [:]) async throws -> String {
    let made = await MadeSite.building(["site.yml": settings].merging(documents) { $1 })
    #expect(made.report == "")
    return try #require(made.text("card.svg"))
  }

  private let judged = [
    "items/x.md": """
    ---
    name: X <b>
    ---

    ## Strengths

    - **Speed**: quick. [^one]

    ## Weaknesses

    - **Speed**: slow. [^two]

    [^one]: [One](../sources/one.md)
    [^two]: [Two](../sources/two.md)

    """
  ]

  @Test func `it tells the title, the numbers and a disagreement, escaped`() async throws {
    let card = try await card("title: A & \"<B>\"\ntagline: What is <said>\n", judged)
    #expect(card.contains("<title>A &amp; "))
    #expect(card.contains("What is &lt;said&gt;"))
    #expect(card.contains(">X &lt;b&gt;: Speed</text>"))
    #expect(card.components(separatedBy: "<circle").count == 3)
    #expect(!card.contains("<B>") && !card.contains("<b>") && !card.contains("<said>"))
    for (count, label) in [("1", "item"), ("4", "criteria"), ("2", "sources"), ("2", "statements")] {
      #expect(card.contains(">\(count)</text>") && card.contains(">\(label)</text>"), "\(label)")
    }
  }

  @Test func `it tells no zeros, and draws nothing where nobody disagrees`() async throws {
    let card = try await card("title: Quiet\n", ["items/x.md": "---\nname: X\n---\n"])
    #expect(!card.contains(">0</text>") && !card.contains("statement") && !card.contains("<circle"))
  }

  @Test func `it is written from the right where its title is`() async throws {
    let card = try await card("title: مقارنة الشاي\n", judged)
    #expect(card.contains(" direction=\"rtl\"") && card.contains("x=\"1120\""))
    #expect(!card.contains("x=\"80\"") && card.contains("translate(-265 0)"))
  }

  @Test func `a long title is broken, and cut at last`() async throws {
    let card = try await card("title: \(String(repeating: "Wide words ", count: 40))\n")
    #expect(card.contains("…</tspan>"))
    #expect(card.components(separatedBy: "font-size=\"44\"").count == 5)
  }
}
