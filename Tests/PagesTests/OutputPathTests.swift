import Pages
import Testing

/// Which paths files may have beside each other, and which files are copied.
struct OutputPathTests: SitePlanning {
  @Test func `two documents at one address are both named`() async {
    let (site, report) = await build([
      "guides/a.md": "---\nname: A\nslug: b\n---\n", "guides/b.md": "---\nname: B\n---\n",
    ])
    #expect(site == nil)
    #expect(
      report == """
        error[path-clash]: "Content/guides/b.md" and "Content/guides/a.md" would both be "guides/b/index.html"
         --> Content/guides/b.md:1:1
          |
        1 | ---
          | ^^^
          = help: give one of them another `slug:` or name
        note: the other
         --> Content/guides/a.md:3:7
          |
        3 | slug: b
          |       ^


        """)
  }

  @Test func `a page may stand below that of an item`() async {
    let (site, report) = await build([
      "items/a.md": "---\nname: A\n---\n", "items/a/more.md": "---\nname: More\n---\n",
    ])
    #expect(report == "")
    #expect(site?.files.contains { $0.path == "items/a/more/index.html" } == true)
  }

  @Test func `a file whose name begins with an accent is published under that name`() async {
    let (site, report) = await build(
      ["items/x.md": "---\nname: X\nlogo: ../\u{301}a.png\n---\n![a](../\u{301}a.png)\n"],
      otherFiles: ["\u{301}a.png"])
    #expect(report == "")
    #expect(site?.files.contains { $0.path.utf8.elementsEqual("\u{301}a.png".utf8) } == true)
  }

  @Test(arguments: [
    (["A.txt", "a.txt"], "would be \"a.txt\" and \"A.txt\", which some disks take for one file"),
    (["caf\u{E9}.txt", "cafe\u{301}.txt"], "which some disks take for one file"),
    (["straße.png", "STRASSE.png"], "which some disks take for one file"),
    (["ẞ.png", "ss.png"], "which some disks take for one file"),
    (["σας.png", "ΣΑΣ.png"], "which some disks take for one file"),
    (["ﬁle.png", "FILE.png"], "which some disks take for one file"),
    (["ΐ.png", "\u{3AA}\u{301}.png"], "which some disks take for one file"),
    (["K.png", "\u{212A}.png"], "which some disks take for one file"),
    (["straße.png", "STRASSE.PNG/x.png"], "is a file, and a folder is needed there"),
    (["A/x.png", "a/y.png"], "need the folders \"a\" and \"A\", which some disks take for one"),
    (["p/straße/x.png", "p/STRASSE/y/z.png"], "need the folders \"p/STRASSE\" and \"p/straße\", which"),
    (["caf\u{E9}/x.png", "cafe\u{301}/y.png"], "which some disks take for one"),
    (["Items/x.png"], "need the folders \"Items\" and \"items\", which some disks take for one"),
    (["all", "x.txt"], "is a file, and a folder is needed there"), (["index.html"], "would both be"),
    (["404.html"], "would both be"), (["criteria/index.html"], "would both be"),
  ])
  func `files that cannot stand beside the pages are an error`(paths: [String], what: String) async {
    let (site, report) = await build(
      ["site.yml": "title: T\nitems: { folder: items }\nallow-files: [html, \"\"]\n"], otherFiles: paths)
    #expect(site == nil)
    #expect(report.contains("error[path-clash]: ") && report.contains(what))
  }

  @Test func `folders that some disk takes for one are told once`() async {
    let (_, report) = await build([:], otherFiles: ["A/b/x.png", "A/c/x.png", "a/b/y.png", "a/c/y.png"])
    #expect(report.ranges(of: "error[path-clash]").count == 1)
  }

  @Test func `an asset of the theme has a name that every disk takes`() async {
    let (site, report) = await build([:], themeFiles: ["assets/aux/x.css": "a{}", "assets/a:b.png": ""])
    #expect(site == nil && report.ranges(of: "error[unportable-file-name]").count == 2)
    #expect(
      report.contains(" --> Templates/assets/aux\n") && report.contains(" --> Templates/assets/a:b.png\n"))
  }

  @Test func `names that every disk keeps apart stand beside each other`() async {
    let names = ["ı.png", "i.png", "ß.png", "s.png", "å.png", "a.png", "A/x.png", "b/A/x.png", "b/y.png"]
    #expect(await build([:], otherFiles: names).report == "")
  }

  @Test func `two of one slug are told once`() async {
    let (_, report) = await build([
      "items/a.md": "---\nname: A\n---\n", "items/b.md": "---\nname: B\nslug: a\n---\n",
      "matrices/a.md": "---\nname: A\n---\n", "matrices/b.md": "---\nname: B\nslug: a\n---\n",
    ])
    #expect(report.ranges(of: "error[").count == 2)
    #expect(report.contains("--> Content/items/b.md:3:7") && report.contains("--> Content/matrices/b.md:3:7"))
  }

  @Test func `a name that some disk does not take is an error that names a better one`() async {
    let names = [
      ("con.png", "the-con.png"), ("Nul.tar.gz", "the-Nul.tar.gz"), ("COM1.txt", "the-COM1.txt"),
      ("lpt³.png", "the-lpt³.png"), ("aux/x.png", "the-aux"), ("prn .png", "the-prn .png"), ("b./x.png", "b"),
      ("c /x.png", "c"), ("a:b.png", "a-b.png"), ("what?.png", "what-.png"),
    ]
    let (site, report) = await build([:], otherFiles: names.map(\.0))
    #expect(site == nil && report.ranges(of: "error[").count == names.count)
    for (path, better) in names {
      let place = path.hasSuffix("/x.png") ? String(path.dropLast("/x.png".count)) : path
      let expected = " --> Content/\(place)\n  = help: rename it, to \"\(better)\" for example\n"
      #expect(report.contains(expected), "\(path)")
    }
  }

  @Test func `a name that only looks like one that some disk does not take is a name`() async {
    let (_, report) = await build(
      ["site.yml": "title: T\nallow-files: [con]\n"],
      otherFiles: ["console.png", "com10.png", "com.png", "a.con", "nul-.png", "t. .png", ".a.png"])
    #expect(!report.contains("unportable-file-name"))
  }

  @Test(arguments: ["x.svg", "x.html", "x.HTM", "x.js", "x.php", "x", "x.png.exe"])
  func `a file that may run script is refused`(name: String) async {
    let (site, report) = await build([:], otherFiles: [name])
    #expect(site == nil)
    #expect(report.hasPrefix("error[unpublished-file-type]: "))
    #expect(report.contains(" --> Content/\(name)\n"))
  }

  @Test(arguments: ["x.png", "photos/x.JPG", "x.pdf", "x.csv", "x.woff2"])
  func `a harmless file is copied`(name: String) async {
    let (site, report) = await build([:], otherFiles: [name])
    #expect(report == "")
    let copied = site?.files.compactMap { file -> String? in
      if case .copied(let source) = file.content { "\(file.path) from \(source)" } else { nil }
    }
    #expect(copied == ["\(name) from Content/\(name)"])
  }

  @Test func `site.yml may allow more types`() async {
    let (site, report) = await build(
      ["site.yml": "title: T\nitems: { folder: items }\nallow-files: [svg]\n"], otherFiles: ["x.svg"])
    #expect(report == "")
    #expect(site != nil)
  }

  @Test func `a document of another ending is to be renamed, whatever is allowed`() async {
    let names = [
      ("gamma.MD", "gamma.md"), ("delta.Md", "delta.md"), ("a.b.markdown", "a.b.md"), ("x.mkd", "x.md"),
      ("y.mdown", "y.md"), ("z.MDX", "z.md"),
    ]
    let (site, report) = await build([:], otherFiles: names.map { "items/\($0.0)" })
    #expect(site == nil && !report.contains("allow-files"))
    for (name, better) in names {
      let expected =
        "error[unpublished-file-type]: \"\(name)\" is no document here: those end in .md\n --> Content/items/\(name)\n"
        + "  = help: rename it to \(better)\n"
      #expect(report.contains(expected), "\(name)")
    }
  }
}
