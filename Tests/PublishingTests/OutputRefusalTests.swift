import Pages
import Publishing
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct OutputRefusalTests {
  var fixture: Fixture
  var folder: TemporaryFolder { fixture.folder }

  init() throws {
    fixture = try Fixture()
    try folder.makeFolder("site/Templates")
    try folder.makeFolder("site/Content/images")
    try folder.makeFolder("home")
    try folder.link("alias", to: "site")
    fixture.options.home = "\(folder.path)/home"
  }

  @Test(arguments: [
    ("/", PublishingError.Refusal.root), ("~/home", .home), ("~/site", .site), ("~/site/", .site),
    ("~/alias", .site), ("~/site/Content/..", .site), ("~", .aboveSite), ("~/home/..", .aboveSite),
    ("~/site/Content", .inside("Content")), ("~/alias/Content/images", .inside("Content")),
    ("~/site/Content/new/deep", .inside("Content")), ("~/site/Templates", .inside("Templates")),
    ("~/site/Templates/new", .inside("Templates")), ("~/site/.collate", .inside(".collate")),
    ("~/site/.git/x", .inside(".git")),
  ])
  mutating func `a folder that must not be an output is refused`(
    path: String, refusal: PublishingError.Refusal
  ) async throws {
    let output = path.replacing("~", with: folder.path)
    fixture.options.output = output
    let before = folder.tree()
    await #expect(throws: PublishingError.refusedOutput(path: output, refusal)) {
      try await fixture.publish(["index.html": "x"])
    }
    #expect(folder.tree() == before)
  }

  /// Nothing is written by a preview, should the check fail.
  @Test(arguments: [nil, "", "/nowhere", "~/home"] as [String?])
  mutating func `the home folder of the password database is refused, whatever the environment says`(
    told: String?
  ) async throws {
    let entry = try #require(getpwuid(getuid()))
    let home = String(cString: try #require(entry.pointee.pw_dir))
    try folder.link("way", to: home)
    fixture.options.home = told?.replacing("~", with: folder.path)
    for output in [home, "\(home)/.", "\(folder.path)/way"] {
      fixture.options.output = output
      await #expect(throws: PublishingError.refusedOutput(path: output, .home)) {
        var memory = OutputState()
        _ = try await preview(
          OutputFiles(plan(["index.html": "x"])), options: fixture.options, memory: &memory)
      }
    }
  }

  @Test mutating func `templates that are not there yet are no output either`() async throws {
    _ = try run(["rmdir", "\(folder.path)/site/Templates"])
    for name in ["Templates", "templates/x"] {
      let output = "\(folder.path)/site/\(name)"
      fixture.options.output = output
      await #expect(throws: PublishingError.refusedOutput(path: output, .inside("Templates"))) {
        try await fixture.publish(["index.html": "x"])
      }
    }
  }

  @Test mutating func `a way out of a folder that is not there cannot be judged`() async throws {
    fixture.options.output = "\(folder.path)/new/../site/Content"
    #expect(
      await fixture.failure(["index.html": "x"]) == """
        error[cannot-open]: cannot open "~/new/../site/Content": No such file or directory
         --> ~/new/../site/Content


        """)
  }

  @Test mutating func `by default the output is Public in the site, with its foreign files`() async throws {
    fixture.options.output = nil
    try folder.write("", to: "site/Public/.gitkeep")
    _ = try await fixture.publish(["index.html": "x"])
    #expect(folder.tree("site/Public") == [".collate-manifest", ".gitkeep", "index.html"])
  }

  @Test mutating func `a link is followed where the user names it, and refused where it is planted`()
    async throws
  {
    try folder.makeFolder("served")
    try folder.link("site/Public", to: "\(folder.path)/served")
    fixture.options.output = nil
    #expect(
      await fixture.failure(["index.html": "x"]) == """
        error[symbolic-link]: "~/site/Public" is a symbolic link, which is not followed
         --> ~/site/Public
          = help: remove the link


        """)
    #expect(folder.tree("served") == [])
    fixture.options.output = "\(folder.path)/site/Public"
    _ = try await fixture.publish(["index.html": "x"])
    #expect(folder.tree("served") == [".collate-manifest", "index.html"])
  }

  @Test mutating func `an output that cannot be made is an error that names it`() async throws {
    fixture.options.output = "/dev/null/site"
    #expect(
      await fixture.failure(["index.html": "x"]) == """
        error[cannot-open]: cannot open "/dev/null/site": Not a directory
         --> /dev/null/site


        """)
  }
}
