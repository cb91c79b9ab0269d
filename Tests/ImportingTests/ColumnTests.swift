import Comparison
import Importing
import TestSupport
import Testing

/// What columns mean, and what the site says of them.
struct ColumnTests {
  @Test func `columns with a meaning become what they say`() async {
    let imported = await Imported(
      """
      Title,Slug,Description,Homepage,Also known as,Updated,links.docs,Body,Speed
      Django,dj,A <b>framework</b>.,https://djangoproject.com,DjangoProject; dj2,2024-01-31T00:00,https://docs.djangoproject.com,"Text.

      ## Strengths

      - **Speed**: fast.",5
      """)
    #expect(
      imported.document("dj") == """
        ---
        name: Django
        summary: A framework.
        website: https://djangoproject.com
        links:
          docs: https://docs.djangoproject.com
        aliases: [DjangoProject, dj2]
        updated: 2024-01-31
        facts:
          speed: 5
        ---

        Text.

        ## Strengths

        - **Speed**: fast.

        """)
    #expect(await imported.resolved().errors == [])
  }

  @Test func `the first column names the items where none is called so`() async {
    let imported = await Imported("framework,speed\nDjango,5\nFlask,6\n")
    #expect(
      imported.columns == ["framework | name | ", "speed | criterion speed, number | numbers from 5 to 6"])
    let chosen = await Imported(
      "speed,framework\n5,Django\n6,Flask\n", options: ImportOptions(nameColumn: "Framework"))
    #expect(
      chosen.columns == ["speed | criterion speed, number | numbers from 5 to 6", "framework | name | "])
  }

  @Test func `an item without a name is an error at its line`() async {
    let imported = await Imported("speed,name\n5,A\n6,\n", options: ImportOptions(source: "s"))
    #expect(
      imported.report == """
        error[missing-name]: the item has no name
         --> items.csv:3:1
          |
        3 | 6,
          | ^^
          = help: name the items in a column "name", or say with --name-column which one it is


        """)
  }

  @Test func `columns can be left out, and one that is not there is told`() async {
    let text = "name,speed,size\nA,5,6\n"
    let imported = await Imported(text, options: ImportOptions(source: "s", skipped: ["speed"]))
    #expect(imported.document("a")?.contains("speed") == false)
    let missing = await Imported(
      text, options: ImportOptions(nameColumn: "nmae", source: "s", skipped: ["spede"]))
    #expect(
      missing.report == """
        error[unknown-column]: the file has no column "nmae"
         --> items.csv
          = did you mean "name"?

        error[unknown-column]: the file has no column "spede"
         --> items.csv
          = did you mean "speed"?


        """)
  }

  @Test func `a criterion of the site says how its values are read`() async {
    let criteria = [
      "criteria/licence.md":
        "---\nname: Licence\ntype: choice\nvalues: { mit: MIT, gpl-3: GPL 3 }\naliases: [license]\n---\n",
      "criteria/open.md": "---\nname: Open source\ntype: boolean\n---\n",
      "criteria/taste.md": "---\nname: Taste\n---\n",
      "criteria/made.md": "---\nname: Made\ntype: text\n---\n",
      "criteria/works.md": "---\nname: Works with\ntype: list\nvalues: { a: A, b: B }\n---\n",
    ]
    let imported = await Imported(
      "name,license,open_source,taste,made,works with\nX,gpl 3,1,5,2001,A/b\nY,Apache,0,6,unknown,A\n",
      into: criteria, options: ImportOptions(source: "s"))
    #expect(
      imported.columns == [
        "name | name | ", "license | criterion licence, choice | as Content/criteria/licence.md says",
        "open_source | criterion open, boolean | as Content/criteria/open.md says",
        "taste | nothing | its criterion takes claims only",
        "made | criterion made, text | as Content/criteria/made.md says; 1 without",
        "works with | criterion works, list | as Content/criteria/works.md says",
      ])
    #expect(
      imported.document("x") == """
        ---
        name: X
        facts:
          licence: { value: gpl-3, sources: [s] }
          open: { value: yes, sources: [s] }
          made: { value: 2001, sources: [s] }
          works: { value: [a, b], sources: [s] }
        ---

        """)
    #expect(
      imported.report == """
        warning[untyped-criterion]: "Taste" takes claims only, no facts
         --> items.csv:1:26
          |
        1 | name,license,open_source,taste,made,works with
          |                          ^^^^^
          = help: give Content/criteria/taste.md a type; the column is left out

        warning[left-out-value]: "Licence" has no value "Apache"
         --> items.csv:3:3
          |
        3 | Y,Apache,0,6,unknown,A
          |   ^^^^^^
          = help: the value is left out


        """)
    #expect(await imported.resolved().errors == [])
  }

  @Test func `documents of the site are left alone`() async {
    let site = [
      "items/x.md": "---\nname: The X\naliases: [Xavier]\n---\n",
      "items/draft.md": "---\nname: D\ndraft: true\n---\n",
    ]
    let imported = await Imported("name,slug\nSomething,x\nxavier,\nThe x,\nDraft,\nNew,\n", into: site)
    #expect(
      imported.plan.kept.map { "\($0.name) \($0.path)" } == [
        "Something Content/items/x.md", "xavier Content/items/x.md", "The x Content/items/x.md",
        "Draft Content/items/draft.md",
      ])
    #expect(imported.plan.items.map(\.path) == ["Content/items/new.md"])
  }

  @Test func `without a source a note says what a build will say`() async {
    let imported = await Imported("name,speed\nA,5\n")
    #expect(
      imported.report == """
        note[import-without-source]: nothing says who states the facts, so that a build warns of each of them
         --> items.csv
          = help: name the source with --source


        """)
  }

  @Test func `a source is one of the site's, or a new one`() async {
    let site = ["sources/survey.md": "---\nname: The survey\nshort: Survey\naliases: [S]\n---\n"]
    for name in ["survey", "The Survey", "s"] {
      let imported = await Imported("name,speed\nA,5\n", into: site, options: ImportOptions(source: name))
      #expect(imported.document("a")?.contains("speed: { value: 5, sources: [survey] }") == true)
      #expect(
        imported.plan.supporting.map(\.path) == ["Content/criteria/speed.md", "Content/matrices/all.md"])
    }
    let new = await Imported("name,speed\nA,5\n", options: ImportOptions(source: "Survey of 2024"))
    #expect(new.document("survey-of-2024") == "---\nname: Survey of 2024\nkind: reference\n---\n")
    #expect(new.document("a")?.contains("sources: [survey-of-2024]") == true)
  }

  @Test func `addresses that are none are left out and told`() async {
    let imported = await Imported(
      "name,website,links.docs\nA,example.org,javascript:alert(1)\n", options: ImportOptions(source: "s"))
    #expect(imported.document("a") == "---\nname: A\n---\n")
    let problems = imported.report.split(separator: "\n").filter { $0.hasPrefix("warning") }
    #expect(
      problems == [
        #"warning[left-out-value]: "example.org" is no address that begins with https:// or http://"#,
        #"warning[left-out-value]: "javascript:alert(1)" is no address that can be a link"#,
      ])
  }

  @Test func `a value that no document has room for is left out`() async {
    let long = String(repeating: "x", count: (1 << 20) + 1)
    let list = (0...1000).map(String.init).joined(separator: ", ")
    let imported = await Imported(
      "{\"name\": \"A\", \"note\": \"\(long)\", \"list\": [\(list)], \"body\": \"\(long)\"}\n",
      file: "items.jsonl",
      options: ImportOptions(source: "s"))
    #expect(imported.document("a") == "---\nname: A\n---\n")
    let problems = imported.report.split(separator: "\n").filter { $0.hasPrefix("warning") }
    #expect(
      problems == [
        "warning[large-value]: the value has more than 1 MiB",
        "warning[large-value]: the value has more than 200 elements",
        "warning[large-value]: the value has more than 1 MiB",
      ])
  }

  @Test func `facts of two columns on one criterion stand together`() async {
    let site = ["criteria/open.md": "---\nname: Open source\ntype: boolean\n---\n"]
    let imported = await Imported(
      "name,open,year,open_source\nA,yes,2001,no\n", into: site, options: ImportOptions(source: "s"))
    #expect(
      imported.document("a") == """
        ---
        name: A
        facts:
          open:
            - { value: yes, sources: [s] }
            - { value: no, sources: [s] }
          year: { value: 2001, sources: [s] }
        ---

        """)
    #expect(await imported.resolved().errors == [])
  }
}
