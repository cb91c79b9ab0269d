import Comparison
import Diagnostics
import TestSupport
import Testing

/// How documents are read from a tree.
struct ReadingTests {
  @Test(arguments: [1, 2, 3, 7, 1000, Int.max])
  func `every document is read once, in order, by any number of tasks`(jobs: Int) async {
    let names = (10..<30).map { "items/x\($0).md" }
    let files = Dictionary(uniqueKeysWithValues: names.map { ($0, "---\nname: X\n---\n") })
    let (site, diagnostics) = await readDocuments(SiteInMemory(files).tree, jobs: jobs)
    #expect(site.items.map(\.source.path) == names.map { "Content/" + $0 })
    #expect(diagnostics.map(\.rule) == [.noConfiguration])
  }

  @Test(arguments: ["\" \"", "\"\\u200B\"", "\"\\0\"", "\"\\u0301\""])
  func `a name that nobody can see is refused`(name: String) async {
    let (_, report) = await SiteInMemory.small(["items/a.md": "---\nname: \(name)\n---\n"]).resolved()
    #expect(report.hasPrefix("error[wrong-value]: \"name\" has nothing in it that can be seen\n"))
    #expect(report.split(separator: "error[").count == 1)
  }

  @Test(arguments: ["Thing", "SoftwareSourceCode", "Restaurant"])
  func `an item is of a type that schema.org knows`(type: String) async {
    let settings = "title: T\nitems: { schema-org: \(type) }\n"
    let (catalog, report) = await SiteInMemory.small(["site.yml": settings]).resolved()
    #expect(report == "")
    #expect(catalog.configuration.items.schemaType == type)
  }

  @Test func `any other type is an error, with the one that was most likely meant`() async {
    let settings = "title: T\nitems: { schema-org: SoftwareSourcecode }\n"
    let (_, report) = await SiteInMemory.small(["site.yml": settings]).resolved()
    #expect(
      report == """
        error[wrong-value]: "SoftwareSourcecode" is no type of schema.org that an item may be
         --> Content/site.yml:2:22
          |
        2 | items: { schema-org: SoftwareSourcecode }
          |                      ^^^^^^^^^^^^^^^^^^ did you mean "SoftwareSourceCode"?
          = help: schema.org/docs/full.html lists them all; Thing fits everything


        """)
  }

  /// An override, an embedding and an isolate that stay open would turn what stands beside the name: " vs " and another name.
  @Test(arguments: ["\\u202Ecba", "a\\u202B", "\\u2066a\\u202C", "\\u202Da\\u2069"])
  func `a name that turns the text after it is refused`(name: String) async {
    let (_, report) = await SiteInMemory.small(["items/a.md": "---\nname: \"\(name)\"\n---\n"]).resolved()
    #expect(
      report == """
        error[wrong-value]: "name" turns the direction of the text after it
         --> Content/items/a.md:2:7
          |
        2 | name: "\(name)"
          |       \(String(repeating: "^", count: name.utf8.count + 2))
          = help: leave out the invisible characters U+202A to U+202E and U+2066 to U+2069


        """)
  }

  @Test(arguments: ["\\u2067\u{5D0}\\u2069", "\u{5D0}\u{5D1}", "\\u200Fa", "\\u202Ba\\u202C"])
  func `a name in any direction of its own is fine`(name: String) async {
    let (_, report) = await SiteInMemory.small(["items/a.md": "---\nname: \"\(name)\"\n---\n"]).resolved()
    #expect(report == "")
  }

  @Test func `what is missing in a front matter that cannot be read is not guessed at`() async {
    let (_, report) = await SiteInMemory.small(["items/a.md": "---\nname: A: B\n---\n"]).resolved()
    #expect(report.hasPrefix("error[yaml-syntax]"))
    #expect(report.split(separator: "error[").count == 1)
  }
}
