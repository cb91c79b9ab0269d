import TestSupport
import Testing

/// What a command says when the disk or the folder is in the way.
@Suite struct EnvironmentTests {
  let site: Site
  var folder: TemporaryFolder { site.folder }

  init() throws { site = try Site() }

  @Test func `a folder that is no site is said to be none`() throws {
    try folder.makeFolder("empty")
    #expect(
      try site.collate("build", "--site", "empty")
        == Child.Outcome(
          status: 3,
          error: """
            error[no-content]: the folder "empty" has no "Content" folder
             --> empty
              = help: change into the folder of a site, or name it with --site


            """))
    #expect(folder.tree("empty") == [])
    #expect(
      try site.collate("check", "--site", "none")
        == Child.Outcome(
          status: 3,
          error: """
            error[no-site]: the site's folder "none" cannot be opened: No such file or directory
             --> none
              = help: name the folder of a site with --site


            """))
  }

  @Test func `an error of the environment comes in every format`() throws {
    #expect(
      try site.collate("check", "--site", "none", "--format", "json")
        == Child.Outcome(
          status: 3,
          error: """
            {"severity":"error","id":"no-site","message":"the site's folder \\"none\\" cannot be opened: No such file or directory","file":"none","help":"name the folder of a site with --site"}

            """))
    #expect(
      try site.collate("check", "--site", "none", "--format", "github")
        == Child.Outcome(
          status: 3,
          error: """
            ::error file=none,title=no-site::the site's folder "none" cannot be opened: No such file or directory%0Ahelp: name the folder of a site with --site

            """))
  }

  @Test(
    arguments: [
      ("--strict", [:], true), ("--no-color", [:], false), ("--strict", ["NO_COLOR": "1"], false),
      ("--strict", ["TERM": "dumb"], false),
      ("--format=json", [:], false),
    ] as [(String, [String: String], Bool)])
  func `colours are for terminals, unless they are not wanted`(
    option: String, environment: [String: String], coloured: Bool
  ) throws {
    // `script` gives its program a terminal.
    let command = "\(try builtProgram("collate")) check --site none \(option)"
    let outcome = try run(
      ["script", "-qec", command, "/dev/null"], in: folder.path,
      environment: ["TERM": "xterm", "NO_COLOR": ""].merging(environment) { _, new in new })
    #expect(outcome.status == 3)
    #expect(outcome.output.contains("no-site"))
    #expect(outcome.output.contains("\u{1B}[") == coloured)
  }

  @Test func `content errors are all told, and nothing is written`() throws {
    try folder.link("Content/link.md", to: "/etc/passwd")
    try folder.write([0x61, 0xFF], to: "Content/frameworks/broken.md")
    let expected = """
      error[invalid-encoding]: byte 0xFF at offset 1 is not valid UTF-8
       --> Content/frameworks/broken.md:1:2
        = help: save the file as UTF-8

      error[symbolic-link]: a symbolic link is not followed
       --> Content/link.md
        = help: put the file itself here, since a link may lead out of the site

      2 errors; nothing was written

      """
    for command in ["build", "check"] {
      #expect(try site.collate(command, "--quiet") == Child.Outcome(status: 1, error: expected))
    }
    #expect(!folder.exists("Public"))
    #expect(
      try site.collate("build", "--quiet", "--format", "github").error == """
        ::error file=Content/frameworks/broken.md,line=1,col=2,endColumn=2,title=invalid-encoding::byte 0xFF at offset 1 is not valid UTF-8%0Ahelp: save the file as UTF-8
        ::error file=Content/link.md,title=symbolic-link::a symbolic link is not followed%0Ahelp: put the file itself here, since a link may lead out of the site

        """)
  }
}
