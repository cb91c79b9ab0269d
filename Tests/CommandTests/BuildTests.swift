import TestSupport
import Testing

/// Whole builds, through the command.
@Suite struct BuildTests {
  let site: Site
  var folder: TemporaryFolder { site.folder }

  init() throws { site = try Site() }

  private func summary(_ arguments: String...) throws -> Summary? {
    let outcome = try run([try builtProgram("collate")] + arguments, in: folder.path)
    #expect(outcome.status == 0 && outcome.error == "")
    return Summary(outcome.output.replacing(/\d+\.\d\d s\n/, with: "0.00 s\n"))
  }

  @Test func `a build writes Public and sums up in one line, and a second one has nothing to do`() throws {
    let first = try #require(try summary("build"))
    #expect(first.pages > 5 && first.written > first.pages)
    #expect(first.unchanged == 0 && first.removed == 0)
    #expect(first.rest == "1 draft · 0 warnings · 0.00 s")
    #expect(folder.tree("Public").count { !$0.hasSuffix("/") } == first.written + 1)
    #expect(folder.text("Public/images/logo.png") == "not really a picture")

    let before = folder.tree("Public").map { folder.identity("Public/\($0)") }
    let second = try #require(try summary("build"))
    #expect(second.written == 0 && second.unchanged == first.written)
    #expect(folder.tree("Public").map { folder.identity("Public/\($0)") } == before)

    try folder.remove("Content/frameworks/flask.md")
    let check = try #require(try summary("check"))
    let third = try #require(try summary("build"))
    #expect(third == check)
    #expect(third.removed > 0)
    #expect(!folder.exists("Public/frameworks/flask"))
    #expect(folder.exists("Public/frameworks/django/index.html"))
  }

  @Test func `the page of a pair that nothing tells apart any more is removed with its redirect`() throws {
    try folder.write("---\nname: Open\ntype: boolean\n---\n", to: "Content/criteria/open.md")
    func write(_ name: String, _ value: String) throws {
      try folder.write(
        "---\nname: \(name)\nfacts: { open: { value: \(value), basis: common } }\n---\n",
        to: "Content/frameworks/\(name.lowercased()).md")
    }
    try write("Django", "yes")
    try write("Flask", "no")
    try write("Pyramid", "yes")
    _ = try #require(try summary("build"))
    let pairs = { [folder] in folder.tree("Public/compare").filter { $0.hasSuffix("/") } }
    #expect(pairs() == ["django-vs-flask/", "flask-vs-django/", "flask-vs-pyramid/", "pyramid-vs-flask/"])
    #expect(try summary("build")?.written == 0)

    try write("Flask", "yes")
    try write("Pyramid", "no")
    let second = try #require(try summary("build"))
    #expect(second.removed == 2)
    #expect(
      pairs() == ["django-vs-pyramid/", "flask-vs-pyramid/", "pyramid-vs-django/", "pyramid-vs-flask/"])

    try folder.write(
      Site.files["Content/site.yml", default: ""] + "\nredirects: file\n", to: "Content/site.yml")
    let third = try #require(try summary("build"))
    #expect(third.removed == 2)
    #expect(pairs() == ["django-vs-pyramid/", "flask-vs-pyramid/"])
    #expect(
      folder.text("Public/_redirects") == """
        /compare/pyramid-vs-django/ /compare/django-vs-pyramid/ 301
        /compare/pyramid-vs-flask/ /compare/flask-vs-pyramid/ 301

        """)
  }

  @Test func `an error in a bundled template, which a layout of the site brings about, has its line`() throws
  {
    try folder.write("<!doctype html><title>x</title>\n", to: "Templates/base.html")
    let outcome = try site.collate("check", "--format", "json")
    #expect(outcome.status == 1 && outcome.output == "")
    let errors = outcome.error.split(separator: "\n").filter { $0.hasPrefix("{\"severity\":\"error\"") }
    #expect(!errors.isEmpty)
    for error in errors { #expect(error.contains("\"line\":") && error.contains("\"column\":")) }
  }

  @Test func `check writes nothing, and says what would be written`() throws {
    let outcome = try site.collate("check")
    #expect(outcome.status == 0 && outcome.error == "")
    #expect(outcome.output.contains(" to write, 0 unchanged, 0 to remove · 1 draft · 0 warnings · 0.00 s\n"))
    #expect(!folder.exists("Public"))
  }

  @Test func `the same content gives the same bytes in any time zone, language, order and number of jobs`()
    throws
  {
    _ = try site.collate("build", "--quiet", "--jobs", "1", environment: ["TZ": "UTC", "LC_ALL": "C"])
    let other = try TemporaryFolder()
    for (path, text) in Site.files.sorted(by: { $0.key > $1.key }) { try other.write(text, to: path) }
    _ = try run(
      [try builtProgram("collate"), "build", "--quiet", "--jobs", "8", "--site", other.path],
      environment: ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"])
    #expect(folder.contents("Public").count > 10)
    #expect(folder.contents("Public") == other.contents("Public"))
  }

  @Test func `warnings let a build pass, and stop it under --strict`() throws {
    try folder.write(
      "---\nname: Pyramid\n---\n\nSee [it](django.md#nowhere).\n", to: "Content/frameworks/pyramid.md")
    let warning = try site.collate("build", "--quiet", "--strict")
    #expect(warning.status == 1)
    #expect(warning.output == "")
    #expect(warning.error.hasPrefix("warning["))
    #expect(warning.error.hasSuffix("\n\n1 warning under --strict; nothing was written\n"))
    #expect(!folder.exists("Public"))
    let passed = try site.collate("build")
    #expect(passed.status == 0)
    #expect(passed.output.hasSuffix(" · 1 draft · 1 warning · 0.00 s\n"))
  }

  @Test func `a stale cell lets a build pass and says so on its pages, and stops it under --strict`() throws {
    try folder.write("---\nname: Licence\ntype: text\nmax-age: 90\n---\n", to: "Content/criteria/licence.md")
    try folder.write(
      "---\nname: Falcon\nfacts:\n  licence: { value: Apache, sources: [review], verified: 2025-01-01 }\n---\n",
      to: "Content/frameworks/falcon.md")
    try folder.write(
      "title: Web frameworks\nbase-url: https://example.org/\nas-of: 2025-06-01\n"
        + "items: { folder: frameworks, one: framework, many: frameworks }\n", to: "Content/site.yml")
    let warning = """
      warning[stale-fact]: "Licence" was verified on 2025-01-01, more than 90 days before 2025-06-01
       --> Content/frameworks/falcon.md:4:21
        |
      4 |   licence: { value: Apache, sources: [review], verified: 2025-01-01 }
        |                     ^^^^^^
        = help: verify it again, and write the date


      """
    for command in ["check", "build"] {
      #expect(
        try site.collate(command, "--quiet", "--strict")
          == Child.Outcome(status: 1, error: warning + "1 warning under --strict; nothing was written\n"))
    }
    #expect(!folder.exists("Public"))
    #expect(try site.collate("build", "--quiet") == Child.Outcome(status: 0, error: warning))
    for page in ["frameworks/falcon", "criteria/licence", "sources/review", "frameworks"] {
      #expect(folder.text("Public/\(page)/index.html")?.contains("may be out of date") == true, "\(page)")
    }
  }

  @Test func `notes are told unless a build is to be quiet`() throws {
    for name in [".hidden", "Thumbs.db", "README.md"] { try folder.write("", to: "Content/\(name)") }
    let note = """
      note[skipped-files]: left out: "Content/.hidden", "Content/README.md", "Content/Thumbs.db"
       --> Content/.hidden
        = help: names that begin with a dot are left out, what systems, editors and repositories put beside documents, and what `ignore` in site.yml names


      """
    #expect(try site.collate("check").error == note)
    #expect(try site.collate("build", "--quiet", "--strict") == Child.Outcome(status: 0))
  }

  @Test func `a page that somebody else wrote is kept until it may be adopted`() throws {
    try folder.write("mine", to: "Public/index.html")
    try folder.write("example.org", to: "Public/CNAME")
    #expect(
      try site.collate("build", "--quiet")
        == Child.Outcome(
          status: 3,
          error: """
            error[foreign-files]: 1 file in "Public" would be overwritten that Collate did not write
             --> Public
              = help: move them away, or let Collate have them with --adopt
            note: not Collate's
             --> Public/index.html


            """))
    #expect(folder.contents("Public") == ["index.html": "mine", "CNAME": "example.org"])
    #expect(try site.collate("build", "--quiet", "--adopt") == Child.Outcome(status: 0))
    #expect(folder.text("Public/CNAME") == "example.org")
    #expect(folder.text("Public/index.html") != "mine")
  }

  @Test func `an output that is the site itself is refused`() throws {
    #expect(
      try site.collate("build", "--quiet", "--output", ".")
        == Child.Outcome(
          status: 3,
          error: """
            error[refused-output]: the output folder "." is the site's own folder
             --> .
              = help: choose a folder of its own with --output; the default is "Public" in the site's folder


            """))
  }

  @Test(arguments: [">&-", "2>&-", ">&- 2>&- <&-", ">/dev/full", ">/dev/full 2>/dev/full"])
  func `nobody who listens makes no difference to the site`(redirection: String) throws {
    try folder.write("", to: "Content/.hidden")
    let expected = try Site()
    _ = try expected.collate("build", "--quiet")
    #expect(try site.collate("build", redirection: redirection).status == 0)
    #expect(folder.contents("Public") == expected.folder.contents("Public"))
  }

  @Test func `few file descriptors suffice`() throws {
    #expect(
      try site.collate("build", "--quiet", "--jobs", "16", shell: "ulimit -n 32") == Child.Outcome(status: 0))
  }
}
