import TestSupport
import Testing

@Suite struct ImportTests {
  let site: Site
  static let table = """
    name,summary,language,stars
    Flask,Small.,Python,60000
    Rails,For databases.,Ruby,50000
    Sinatra,Smaller.,Ruby,12000
    Express,For Node.,JavaScript,
    Fastify,Quick.,JavaScript,30000
    Hono,Light.,JavaScript,20000

    """

  init() throws {
    site = try Site()
    try site.folder.write(Self.table, to: "table.csv")
  }

  static let preview = """
    table.csv: 6 items, separated by commas

      name      name
      summary   summary
      language  criterion language, choice  6 texts, 3 values: JavaScript (3), Ruby (2), Python (1)
      stars     criterion stars, number     numbers from 12000 to 60000; 1 without

    Content/criteria/language.md
        ---
        name: Language
        type: choice
        order: 10
        values:
          javascript: JavaScript
          ruby: Ruby
          python: Python
        index: true
        ---

    Content/criteria/stars.md
        ---
        name: Stars
        type: number
        order: 20
        ---

    Content/matrices/all.md
        ---
        name: All frameworks
        ---

    Content/frameworks/rails.md
        ---
        name: Rails
        summary: For databases.
        facts:
          language: { value: ruby, sources: [review] }
          stars: { value: 50000, sources: [review] }
        ---

    4 documents more, shown whole by --full:
      Content/frameworks/sinatra.md
      Content/frameworks/express.md
      Content/frameworks/fastify.md
      Content/frameworks/hono.md

    Left alone, since the site has them:
      Flask: Content/frameworks/flask.md

    8 documents would be written; --write writes them.

    """

  @Test func `a dry run shows what would be written, and writes nothing`() throws {
    let before = site.folder.contents()
    let outcome = try site.collate("import", "table.csv", "--source", "review")
    #expect(outcome == Child.Outcome(status: 0, output: Self.preview))
    #expect(site.folder.contents() == before)
  }

  @Test func `what is written builds, and a second import has nothing left to do`() throws {
    let before = site.folder.contents()
    let outcome = try site.collate("import", "table.csv", "--source", "review", "--write")
    #expect(
      outcome
        == Child.Outcome(
          status: 0,
          output: "8 documents written · 1 left alone\n  left alone: Content/frameworks/flask.md\n"))
    let after = site.folder.contents()
    #expect(after.filter { before[$0.key] != nil } == before)
    #expect(after.count == before.count + 8)
    #expect(try site.collate("check", "--strict").status == 0)

    let second = try site.collate("import", "table.csv", "--source", "review", "--write")
    #expect(second.status == 0 && second.output.hasPrefix("0 documents written · 6 left alone\n"))
    #expect(site.folder.contents() == after)
  }

  @Test func `an error is told at its place, and nothing is written`() throws {
    try site.folder.write("name,stars\nA,1\nA,2\n\"B", to: "table.csv")
    let before = site.folder.contents()
    let outcome = try site.collate("import", "table.csv", "--source", "review", "--write")
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(
      outcome.error == """
        error[duplicate-item]: two items are named "A"
         --> table.csv:3:1
          |
        3 | A,2
          | ^
          = help: keep one of them, or give them slugs in a column "slug"
        note: the first
         --> table.csv:2:1
          |
        2 | A,1
          | ^

        error[csv-syntax]: the quote that opens here is never closed
         --> table.csv:4:1
          |
        4 | "B
          | ^
          = help: close it, or write a quote that belongs to the text twice inside a quoted cell

        2 errors; nothing was written
        `collate explain duplicate-item` tells more

        """)
    #expect(site.folder.contents() == before)
  }

  @Test func `a file that is not there is an error of the environment`() throws {
    let outcome = try site.collate("import", "none.csv")
    #expect(
      outcome
        == Child.Outcome(
          status: 3,
          error: "error[cannot-read]: cannot read \"none.csv\": No such file or directory\n"
            + " --> none.csv\n\n"))
  }

  @Test func `settings that cannot be read stop an import`() throws {
    try site.folder.write("items: [", to: "Content/site.yml")
    let outcome = try site.collate("import", "table.csv", "--write")
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(outcome.error.hasPrefix("error[yaml-syntax]"))
    #expect(!site.folder.exists("Content/matrices"))
  }

  @Test func `a value cannot steer the terminal`() throws {
    // What turns the text behind it is left out; what ends again is written, and spelled out in the terminal.
    try site.folder.write("name,note,more\nA,\u{1B}[2Jx\u{2067}y\u{2069},x\u{202E}y\n", to: "table.csv")
    let outcome = try site.collate("import", "table.csv", "--quiet")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(#"note: "[2Jx\u2067y\u2069""#) && outcome.output.contains("more: "))
    #expect(!outcome.output.utf8.contains(0x1B) && !outcome.output.contains("\u{2067}"))
    #expect(!outcome.output.contains("202E"))
  }
}
