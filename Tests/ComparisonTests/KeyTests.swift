import Comparison
import MarkdownParsing
import TestSupport
import Testing

/// What keys of documents and of `site.yml` may hold, and what is told where they hold anything else.
struct KeyTests {
  private func report(_ files: [String: String], otherFiles: [String] = []) async -> String {
    await SiteInMemory.small(files, otherFiles: otherFiles).resolved().report
  }

  @Test(arguments: [
    ("[swift, c-sharp, swift]", "swift"), ("[one word, 'one word']", "one word"), ("[1, a, 1, 1]", "1"),
  ])
  func `what a list has twice counts once, and is told`(_ list: String, _ repeated: String) async {
    let (catalog, report) = await SiteInMemory.small([
      "criteria/tags.md": "---\nname: Tags\ntype: list\n---\n",
      "items/x.md": "---\nname: X\nfacts: { tags: { value: \(list), sources: [one] } }\n---\n",
    ]).resolved()
    #expect(
      report.contains(
        "warning[duplicate-value]: the list has \"\(repeated)\" twice, which counts once\n --> Content/items/x.md:3:"
      )
    )
    #expect(catalog.cell("x", "tags")?.values.count ?? 0 < 3)
  }

  @Test func `a misspelled key is an error, a key like no other a warning`() async {
    #expect(
      await report(["items/x.md": "---\nname: X\nsumary: y\ncolour: red\n---\n"]) == """
        error[unknown-key]: an item has no key "sumary"
         --> Content/items/x.md:3:1
          |
        3 | sumary: y
          | ^^^^^^ did you mean "summary"?

        warning[unknown-key]: an item has no key "colour"
         --> Content/items/x.md:4:1
          |
        4 | colour: red
          | ^^^^^^
          = help: free keys go below `extra:`; known keys: name, summary, draft, redirect-from, extra, slug, website, links, logo, aliases, facts, related, updated


        """)
  }

  @Test func `a key that other generators use is known by its name here`() async {
    #expect(
      await report(["items/x.md": "---\nname: X\ndescription: y\n---\n"]) == """
        error[unknown-key]: an item has no key "description"
         --> Content/items/x.md:3:1
          |
        3 | description: y
          | ^^^^^^^^^^^ did you mean "summary"?


        """)
  }

  @Test(arguments: [
    ("", "\"\" is no path below Content"), ("/drafts", "\"/drafts\" is no path below Content"),
    ("../x", "\"../x\" is no path below Content"), ("Content/x", "\"Content/x\" is no path below Content"),
    ("!keep.md", "\"!\" has no meaning in a pattern"), ("[ab].md", "\"[\" has no meaning in a pattern"),
    ("a//b", "\"a//b\" is no path below Content"), ("*", "\"*\" would leave out site.yml itself"),
    ("**", "\"**\" would leave out site.yml itself"),
    ("**/*.yml", "\"**/*.yml\" would leave out site.yml itself"),
  ])
  func `a pattern of what is ignored that means nothing is refused`(pattern: String, what: String) async {
    let text = await report(["site.yml": "title: T\nitems: { folder: items }\nignore: ['\(pattern)']\n"])
    #expect(text.hasPrefix("error[wrong-value]: \(what)\n --> Content/site.yml:3:"))
  }

  @Test func `key facts are criteria that take facts, each once`() async {
    let (catalog, report) = await SiteInMemory.small([
      "site.yml":
        "title: T\nitems: { folder: items }\nkey-facts: [language, Langage, speed, year, Language]\n"
    ]).resolved()
    #expect(catalog.keyFacts.map { catalog[$0].entry.name } == ["Language", "Year"])
    #expect(
      report == """
        error[unknown-criterion]: no criterion is named "Langage"
         --> Content/site.yml:3:23
          |
        3 | key-facts: [language, Langage, speed, year, Language]
          |                       ^^^^^^^ did you mean "language"?

        error[untyped-criterion]: "Speed" takes no facts, so none can stand beside items
         --> Content/site.yml:3:32
          |
        3 | key-facts: [language, Langage, speed, year, Language]
          |                                ^^^^^
          = help: name a criterion that has a `type`

        warning[duplicate-value]: the key facts name "Language" twice, which counts once
         --> Content/site.yml:3:45
          |
        3 | key-facts: [language, Langage, speed, year, Language]
          |                                             ^^^^^^^^
          = help: leave it out


        """)
  }

  @Test func `documents cannot be allowed as files`() async {
    let text = await report(["site.yml": "title: T\nallow-files: [svg, MD, .markdown]\n"])
    #expect(text.ranges(of: "files are documents, which are read and not copied").count == 2)
  }

  @Test(arguments: [
    ("https://example.org/edit/main/", "has no {path}, so every page would lead to one address"),
    ("https://example.org/{ path }", "has no {path}, so every page would lead to one address"),
    ("example.org/{path}", "begins with https:// or http://"),
  ])
  func `an address to edit that leads to no document is refused`(address: String, what: String) async {
    let text = await report(["site.yml": "title: T\nedit-url: \"\(address)\"\n"])
    #expect(text.hasPrefix("error[wrong-value]: \"edit-url\" \(what)\n --> Content/site.yml:2:"))
    #expect(text.contains("= help: write {path} where the path of the document goes"))
  }

  @Test(arguments: [
    ("open: { value: maybe, sources: [one] }", "maybe", "\"Open\" takes yes or no, not \"maybe\""),
    ("year: { value: [1], sources: [one] }", "[1]", "\"Year\" takes a number, not a list"),
  ])
  func `a value of a wrong type is an error at the value`(fact: String, written: String, summary: String)
    async
  {
    let carets = String(repeating: "^", count: written.utf8.count)
    #expect(
      await report(["items/x.md": "---\nname: X\nfacts:\n  \(fact)\n---\n"]) == """
        error[wrong-type]: \(summary)
         --> Content/items/x.md:4:18
          |
        4 |   \(fact)
          |                  \(carets)


        """)
  }

  @Test func `a value that is not listed is an error with the nearest`() async {
    #expect(
      await report(["items/x.md": "---\nname: X\nfacts:\n  language: { value: swfit, sources: [one] }\n---\n"]
      ) == """
        error[unknown-value]: "Language" has no value "swfit"
         --> Content/items/x.md:4:22
          |
        4 |   language: { value: swfit, sources: [one] }
          |                      ^^^^^ did you mean "swift"?
          = help: its values: swift, c-sharp


        """)
  }

  @Test(arguments: [
    ("../../x", "a slug has lower-case letters a to z, digits and hyphens only"),
    ("/etc/x", "a slug has lower-case letters a to z, digits and hyphens only"),
    (".git", "a slug has lower-case letters a to z, digits and hyphens only"),
    ("Ab", "a slug has lower-case letters a to z, digits and hyphens only"),
    ("ü", "a slug has lower-case letters a to z, digits and hyphens only"),
    ("a--b", "a slug has no two hyphens in a row"),
    ("-a", "a slug neither begins nor ends with a hyphen"),
    ("con", "\"con\" is a device's name on Windows"),
    ("", "a slug is not empty"),
    (String(repeating: "a", count: 101), "a slug has at most 100 bytes"),
  ])
  func `a slug that is none is refused`(slug: String, rule: String) async {
    let report = await report(["items/x.md": "---\nname: X\nslug: \"\(slug)\"\n---\n"])
    #expect(
      report.hasPrefix(
        """
        error[invalid-slug]: "\(slug)" is no slug: \(rule)
         --> Content/items/x.md:3:7
          |
        3 | slug: "\(slug)"

        """))
    #expect(report.split(separator: "error[").count == 1)
  }

  @Test func `an item's slug may not look like a pair`() async {
    #expect(
      await report(["items/a-vs-b.md": "---\nname: X\n---\n"]) == """
        error[invalid-slug]: "a-vs-b" has the word "vs" in it, which stands between the two of a pair
         --> Content/items/a-vs-b.md:1:1
          |
        1 | ---
          | ^^^
          = help: give it another `slug:`


        """)
  }

  @Test func `partial wants a note, and a fact a source`() async {
    #expect(
      await report(["items/x.md": "---\nname: X\nfacts:\n  open: partial\n---\n"]) == """
        error[partial-without-note]: "partial" needs a note that says to what degree
         --> Content/items/x.md:4:9
          |
        4 |   open: partial
          |         ^^^^^^^
          = help: write `{ value: partial, note: …, sources: [ … ] }`

        warning[unsourced-fact]: no source is given for "Open"
         --> Content/items/x.md:4:9
          |
        4 |   open: partial
          |         ^^^^^^^
          = help: write `{ value: …, sources: [ … ] }`; common knowledge has `basis: common` in place of sources


        """)
  }

  @Test func `a slug of an index has no effect, which is said`() async {
    #expect(
      await report(["items/index.md": "---\nname: X\nslug: y\n---\n"]) == """
        warning[unused-slug]: an index stands at its folder's address, whatever its slug
         --> Content/items/index.md:3:7
          |
        3 | slug: y
          |       ^
          = help: rename the folder, and remove `slug:`


        """)
  }
}
