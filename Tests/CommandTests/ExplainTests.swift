import Foundation
import TestSupport
import Testing

@Suite struct ExplainTests {
  private func explain(_ arguments: String...) throws -> Child.Outcome {
    try run([try builtProgram("collate"), "explain"] + arguments)
  }

  @Test func `an id is explained with an example and the same mended`() throws {
    #expect(
      try explain("dead-link")
        == Child.Outcome(
          status: 0,
          output: """
            error[dead-link]

            A link leads to nothing that the site publishes.

            Why it matters: The reader who follows it gets an error.

            How to mend it: Link to a document by its relative path, with `.md`; to what
            Collate makes without a document, by its address.

            For example, below the front matter of an item:

                See [Speed](../criteria/sped.md).

            Mended:

                See [Speed](../criteria/speed.md).

            """))
  }

  @Test func `what no document shows is explained by a command, and an empty file by words`() throws {
    #expect(
      try explain("no-site")
        == Child.Outcome(
          status: 0,
          output: """
            error[no-site]

            The folder of the site cannot be opened.

            Why it matters: There is nothing to build.

            How to mend it: Name the folder with `--site`, and look at its permissions.

            For example, at a prompt:

                $ collate build --site my-stie

            """))
    #expect(
      try explain("empty-document").output
        .contains("For example, in Content/criteria/speed.md:\n\n    (nothing)\n\nMended:\n\n    ---\n"))
  }

  @Test func `without an id all are listed, in the order of the page of diagnostics`() throws {
    let outcome = try explain()
    #expect(outcome.status == 0 && outcome.error == "")
    #expect(
      outcome.output.hasPrefix(
        """
        Files and front matter

          empty-document              A document has nothing in it.
          unclosed-front-matter       The front matter has no second line `---`.

        """))
    let listed = outcome.output.matches(of: /\n  ([a-z-]+) +[A-Z`][^\n]*\./).map { String($0.1) }
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Docs/diagnostics.md")
    let headings = try String(contentsOf: page, encoding: .utf8).matches(of: /\n### `([a-z-]+)`\n/)
      .map { String($0.1) }
    #expect(listed == headings && listed.count > 100)
  }

  @Test(arguments: [
    ("dead-lnik", "there is no diagnostic \"dead-lnik\"; did you mean \"dead-link\"?"),
    ("Dead-Link", "there is no diagnostic \"Dead-Link\"; did you mean \"dead-link\"?"),
    ("xyz", "there is no diagnostic \"xyz\""),
    ("", "there is no diagnostic \"\""),
    ("\u{1B}[2J", "there is no diagnostic \"\\u{1B}[2J\""),
  ])
  func `an id that there is not is wrong usage, and the nearest is named`(id: String, message: String) throws
  {
    #expect(
      try explain(id)
        == Child.Outcome(
          status: 2,
          error: """
            Error: \(message)
            Usage: collate explain [<id>]
              See 'collate explain --help' for more information.

            """))
  }

  @Test func `a refused build says where more is to be learned, once and not under --quiet`() throws {
    let site = try Site()
    try site.folder.write(
      "---\nname: Pyramid\n---\n\nSee [a](a.md), [b](b.md), [it](django.md#nowhere).\n",
      to: "Content/frameworks/pyramid.md")
    let outcome = try site.collate("build")
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(
      outcome.error.hasSuffix(
        "\n\n2 errors, 1 warning; nothing was written\n`collate explain dead-link` tells more\n"))
    #expect(outcome.error.components(separatedBy: "collate explain").count == 2)
    #expect(try !site.collate("build", "--quiet").error.contains("collate explain"))
    #expect(try !site.collate("build", "--format", "json").error.contains("collate explain"))
  }

  @Test func `the hint under --strict is of the first warning`() throws {
    let site = try Site()
    try site.folder.write(
      "---\nname: Pyramid\n---\n\nSee [it](django.md#nowhere).\n", to: "Content/frameworks/pyramid.md")
    #expect(
      try site.collate("check", "--strict").error.hasSuffix(
        "\n1 warning under --strict; nothing was written\n`collate explain dead-anchor` tells more\n"))
  }
}
