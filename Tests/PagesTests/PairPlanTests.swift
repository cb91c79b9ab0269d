import Comparison
import Diagnostics
import Pages
import TestSupport
import Testing

/// Which pages and redirects of pairs a site has, and what cannot stand beside them.
struct PairPlanTests {
  /// Three tools: A and B differ on one criterion, C is hardly known.
  private static let tools: [String: String] = [
    "items/a.md": "---\nname: A\nfacts: { open: { value: yes, basis: common } }\n---\n",
    "items/b.md": "---\nname: B\nfacts: { open: { value: no, basis: common } }\n---\n",
    "items/c.md": "---\nname: C\n---\n",
  ]

  private func made(
    _ settings: String = "", _ more: [String: String] = [:], otherFiles: [String] = [],
    baseURL: String? = "https://example.org/"
  ) async -> MadeSite {
    let base = ["site.yml": "title: Test\nitems: { folder: items, one: tool, many: tools }\n\(settings)"]
    return await MadeSite.building(
      base.merging(Self.tools) { $1 }.merging(more) { $1 }, otherFiles: otherFiles, baseURL: baseURL)
  }

  private func paths(_ made: MadeSite) -> [String] {
    made.paths.filter { $0.hasPrefix("compare/") || $0 == "_redirects" }
  }

  // MARK: Pages

  @Test func `a pair with a difference has a page and a redirect from the reverse`() async {
    let made = await made()
    #expect(made.report == "")
    #expect(
      paths(made) == [
        "compare/a-vs-b/index.html", "compare/b-vs-a/index.html", "compare/index.html",
      ])
    #expect(
      made.text("compare/b-vs-a/index.html") == """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>A vs B · Test</title>
        <meta http-equiv="refresh" content="0; url=../../compare/a-vs-b/">
        <meta name="robots" content="noindex">
        <meta name="color-scheme" content="light dark">
        <link rel="canonical" href="https://example.org/compare/a-vs-b/">
        </head>
        <body>
        <main>
        <h1>A vs B</h1>
        <p>This page has moved: <a href="../../compare/a-vs-b/">A vs B</a></p>
        </main>
        </body>
        </html>

        """)
  }

  /// What the compare page says of the pairs without a page, line by line.
  private func leftOut(_ made: MadeSite) -> [String] {
    guard let page = made.text("compare/index.html"), let section = page.firstRange(of: "id=\"Left_out\"")
    else {
      return []
    }
    let rest = page[section.upperBound...].split(separator: "</section>")[0]
    return rest.matches(of: /<(?:p class="soft"|li)>(.*?)<\/(?:p|li)>/).map {
      String($0.output.1).replacing(/<[^>]*>/, with: "")
    }
  }

  @Test func `a pair that is left out is listed with the reason`() async {
    #expect(
      leftOut(await made()) == [
        "A pair has a page where the sources tell the two apart on 1 criterion or more.",
        "A and C: no difference is known", "B and C: no difference is known",
      ])
    let strict = await made("pair-threshold: 2\n")
    #expect(paths(strict) == ["compare/index.html"])
    #expect(
      leftOut(strict) == [
        "A pair has a page where the sources tell the two apart on 2 criteria or more.",
        "A and B: 1 difference", "A and C: no difference is known", "B and C: no difference is known",
      ])
    let lax = await made("pair-threshold: 0\n")
    #expect(paths(lax).count == 7 && leftOut(lax) == [])
  }

  @Test func `a listed pair is exempt from the threshold, and no other has a page`() async {
    let made = await made("pairs: { list: [[c, a]] }\npair-threshold: 9\n")
    #expect(made.report == "")
    #expect(
      paths(made) == [
        "compare/a-vs-c/index.html", "compare/c-vs-a/index.html", "compare/index.html",
      ])
    #expect(leftOut(made) == [])
    #expect(
      made.text("compare/a-vs-c/index.html")?.contains("nothing in the sources tells them apart") ?? false)
  }

  @Test func `without pairs there is no compare page, and nothing leads to one`() async {
    let none = await made("pairs: none\n")
    let one = await made("", ["items/b.md": Self.draft, "items/c.md": Self.draft])
    for made in [none, one] {
      #expect(made.report == "" && paths(made) == [])
      // The search knows where pairs would stand, and that there are none.
      #expect(
        made.texts { _ in true }.filter { $0.value.contains("compare/") }.keys.sorted() == ["search.json"])
      #expect(made.text("search.json")?.contains(#""listed":"present","rows":[]"#) ?? false)
    }
    #expect(one.site?.draftCount == 2)
  }

  private static let draft = "---\nname: Draft\ndraft: true\n---\n"

  @Test func `a draft has no pair, and a list that names it is wrong`() async {
    let draft = "---\nname: B\ndraft: true\nfacts: { open: { value: no, basis: common } }\n---\n"
    #expect(paths(await made("pair-threshold: 0\n", ["items/b.md": draft])).count == 3)
    #expect(
      await made("pairs: { list: [[a, b]] }\n", ["items/b.md": draft]).report.hasPrefix(
        "error[draft-reference]: \"b\" leads to a draft, which is left out\n --> Content/site.yml:3:21\n"))
  }

  @Test func `a page takes the newest date of the two`() async {
    let made = await made(
      "",
      [
        "items/a.md":
          "---\nname: A\nupdated: 2024-05-06\nfacts: { open: { value: yes, basis: common } }\n---\n",
        "items/b.md":
          "---\nname: B\nupdated: 2023-05-06\nfacts: { open: { value: no, basis: common } }\n---\n",
      ])
    #expect(
      made.text("sitemap.xml")?.contains(
        "<url><loc>https://example.org/compare/a-vs-b/</loc><lastmod>2024-05-06</lastmod></url>\n") ?? false)
  }

  // MARK: Redirects in a file

  @Test func `redirects go into a file with the path of the site, and no page stands there`() async {
    let guide = "---\nname: Guide\nredirect-from: [/old/guide/, /older.html]\n---\n"
    let lines = "_1compare/b-vs-a/ _1compare/a-vs-b/ 301\n"
    for (baseURL, root) in [
      ("https://example.org/", "/"), ("https://example.org/deep/path/", "/deep/path/"), (nil, "/"),
    ] {
      let made = await made("redirects: file\n", ["guides/x.md": guide], baseURL: baseURL)
      #expect(paths(made) == ["_redirects", "compare/a-vs-b/index.html", "compare/index.html"])
      #expect(!made.paths.contains { $0.hasPrefix("old") })
      #expect(
        made.text("_redirects")
          == ("_1old/guide/ _1guides/x/ 301\n_1older.html _1guides/x/ 301\n" + lines)
          .replacing("_1", with: root))
    }
  }

  @Test func `without anything to redirect there is no file of redirects`() async {
    #expect(!paths(await made("redirects: file\npairs: none\n")).contains("_redirects"))
    let sitemap = await made("redirects: file\n").text("sitemap.xml") ?? ""
    #expect(sitemap.matches(of: /-vs-/).count == 1 && !sitemap.contains("b-vs-a"))
  }

  // MARK: Clashes

  private func clash(_ file: String, _ other: String, _ what: String) -> String {
    "error[path-clash]: \"Content/\(file)\" and the \(other) \(what)\n --> Content/\(file)"
  }

  @Test(
    arguments: ["pages", "file"], [("a-vs-b", "page \"A vs B\""), ("b-vs-a", "redirect from \"B vs A\"")])
  func `no page, old address or file may stand at the address of a pair or its reverse`(
    redirects: String, taken: (name: String, title: String)
  ) async {
    let settings = "redirects: \(redirects)\nallow-files: [html, \"\"]\n"
    let both = "would both be \"compare/\(taken.name)/index.html\""
    let page = "compare/\(taken.name).md"
    #expect(
      await made(settings, [page: "---\nname: P\n---\n"]).report.hasPrefix(clash(page, taken.title, both)))

    // All that is wrong is told at once.
    let files = ["compare/\(taken.name)/index.html/x.txt", "compare/\(taken.name.uppercased())/index.html"]
    let old = "---\nname: P\nredirect-from: [/compare/\(taken.name)/]\n---\n"
    let all = await made(settings, ["guides/x.md": old], otherFiles: files).report
    #expect(all.contains(clash("guides/x.md", taken.title, both)))
    #expect(all.contains(clash(files[0], taken.title, needsFolder("compare/\(taken.name)/index.html"))))
    #expect(all.contains(clash(files[1], taken.title, "would both be \"\(files[1])\"")))

    let index = "compare/\(taken.name)/index.md"
    let folder = "compare/\(taken.name)"
    let two = await made(settings, [index: "---\nname: P\n---\n"], otherFiles: [folder]).report
    #expect(two.contains(clash(index, taken.title, both)))
    #expect(two.contains(clash(folder, taken.title, needsFolder(folder))))
  }

  private func needsFolder(_ file: String) -> String {
    "cannot both be: \"\(file)\" is a file, and a folder is needed there"
  }

  @Test func `beside and below the page of a pair there is room`() async {
    let more = [
      "compare/a-vs-c.md": "---\nname: Not a pair\n---\n",
      "compare/a-vs-b/notes.md": "---\nname: Notes\n---\n",
      "compare/b-vs-a/notes.md": "---\nname: Notes\n---\n",
    ]
    let made = await made("", more, otherFiles: ["compare/a-vs-b/table.csv"])
    #expect(made.report == "")
    #expect(
      paths(made) == [
        "compare/a-vs-b/index.html", "compare/a-vs-b/notes/index.html", "compare/a-vs-b/table.csv",
        "compare/a-vs-c/index.html", "compare/b-vs-a/index.html", "compare/b-vs-a/notes/index.html",
        "compare/index.html",
      ])
  }

  @Test(arguments: ["vs", "a-vs", "vs-b", "a-vs-b", "vs-vs"])
  func `a slug with the word between the two would make an address of two readings`(slug: String) async {
    #expect(
      await made("", ["items/x.md": "---\nname: X\nslug: \(slug)\n---\n"]).report.hasPrefix(
        "error[invalid-slug]: \"\(slug)\" has the word \"vs\" in it, which stands between the two of a pair\n"
      ))
  }

  @Test func `a slug that only looks like it is fine`() async {
    var files: [String: String] = [:]
    for slug in ["vsx", "x-vsy", "xvs-y", "a-b", "page"] {
      files["items/\(slug).md"] = "---\nname: \(slug)\n---\n"
    }
    let made = await made("pair-threshold: 0\n", files)
    #expect(made.report == "")
    // Eight tools.
    #expect(paths(made).count == 8 * 7 + 1)
    #expect(paths(made).contains("compare/vsx-vs-x-vsy/index.html"))
  }

  @Test func `paths are in order of bytes, whatever the slugs`() async {
    var files: [String: String] = [:]
    for slug in ["a-a", "a1", "ab", "a-", "b-a", "0", "a-0", "a0"] where Slug(slug) != nil {
      files["items/\(slug).md"] = "---\nname: \(slug)\n---\n"
    }
    let made = await made("pair-threshold: 0\n", files, otherFiles: ["compare/a-vs-ab.txt", "compare/a.txt"])
    let all = made.paths
    #expect(all == Set(all).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(all.count { $0.hasSuffix("/index.html") && $0.contains("-vs-") } == 10 * 9)
  }
}
