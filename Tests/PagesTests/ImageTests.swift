import Comparison
import Diagnostics
import Pages
import TestSupport
import Testing

/// Images in documents and beside names: their sizes, when they are fetched, and what is wrong with them.
struct ImageTests {
  private func build(_ files: [String: String]) async throws -> (site: MadeSite, report: String) {
    var site = SiteInMemory.small(files)
    site.tree.otherFiles = [
      .init(path: "Content/pictures/large.png", imageSize: ImageSize(width: 640, height: 480)),
      .init(path: "Content/pictures/logo.webp", imageSize: ImageSize(width: 200, height: 50)),
      .init(path: "Content/pictures/odd.gif"),
    ]
    let made = await MadeSite.building(site)
    return (made, made.report)
  }

  /// The `img` tags of a page.
  private func images(_ path: String, in site: MadeSite) throws -> [String] {
    try #require(site.text(path)).split(separator: "<").filter { $0.hasPrefix("img ") }.map {
      String($0.prefix { $0 != ">" })
    }
  }

  @Test func `images have the sizes of their files, and all but the first wait until they are needed`()
    async throws
  {
    let (site, report) = try await build([
      "items/x.md": """
      ---
      name: X
      logo: ../pictures/logo.webp
      ---

      See ![a screen](../pictures/large.png) and ![another](../pictures/large.png "Big").

      ## Strengths

      - **Speed**: as ![a chart](../pictures/odd.gif) shows. [^1]

      ## More

      ![a third](/pictures/large.png)

      [^1]: [One](../sources/one.md)
      """,
      "items/y.md":
        "---\nname: Y\nlogo: /pictures/odd.gif\n---\n\n## Only this\n\n![z](../pictures/large.png)\n",
    ])
    #expect(report == "")
    let large = #"src="../../pictures/large.png""#
    let size = #"width="640" height="480""#
    let late = #"loading="lazy" decoding="async""#
    #expect(
      try images("items/x/index.html", in: site) == [
        #"img class="logo" src="../../pictures/logo.webp" alt="" width="200" height="50""#,
        #"img src="../../pictures/odd.gif" alt="a chart" \#(late)"#,
        #"img \#(large) alt="a screen" \#(size)"#,
        #"img \#(large) alt="another" title="Big" \#(size) \#(late)"#,
        #"img \#(large) alt="a third" \#(size) \#(late)"#,
      ])
    #expect(
      try images("items/y/index.html", in: site) == [
        #"img class="logo" src="../../pictures/odd.gif" alt="" width="64" height="64""#,
        #"img \#(large) alt="z" \#(size) \#(late)"#,
      ])
    #expect(
      try images("items/index.html", in: site) == [
        #"img class="logo" src="../pictures/logo.webp" alt="" width="200" height="50" \#(late)"#,
        #"img class="logo" src="../pictures/odd.gif" alt="" width="64" height="64" \#(late)"#,
      ])
  }

  @Test func `an image without words is told at its place`() async throws {
    let (_, report) = try await build([
      "items/x.md": "---\nname: X\n---\n\nA ![](../pictures/large.png) and ![ ](../pictures/odd.gif).\n"
    ])
    #expect(
      report == """
        warning[missing-alt-text]: an image says in words what it shows
         --> Content/items/x.md:5:3
          |
        5 | A ![](../pictures/large.png) and ![ ](../pictures/odd.gif).
          |   ^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: write it between the brackets: ![what it shows](picture.png)

        warning[missing-alt-text]: an image says in words what it shows
         --> Content/items/x.md:5:34
          |
        5 | A ![](../pictures/large.png) and ![ ](../pictures/odd.gif).
          |                                  ^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: write it between the brackets: ![what it shows](picture.png)


        """)
  }

  @Test func `an image or a logo whose file is missing is an error with the nearest one`() async throws {
    let (site, report) = try await build([
      "items/x.md": "---\nname: X\nlogo: ../pictures/lgo.webp\n---\n\n![a](../pictures/lage.png)\n"
    ])
    #expect(site.site == nil)
    #expect(
      report == """
        error[dead-image]: the logo "../pictures/lgo.webp" leads nowhere
         --> Content/items/x.md:3:7
          |
        3 | logo: ../pictures/lgo.webp
          |       ^^^^^^^^^^^^^^^^^^^^ did you mean "../pictures/logo.webp"?

        error[dead-image]: the image "../pictures/lage.png" leads nowhere
         --> Content/items/x.md:6:6
          |
        6 | ![a](../pictures/lage.png)
          |      ^^^^^^^^^^^^^^^^^^^^ did you mean "../pictures/large.png"?


        """)
  }
}
