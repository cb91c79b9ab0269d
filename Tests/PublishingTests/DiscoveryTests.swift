import Comparison
import Diagnostics
import Publishing
import TestSupport
import Testing

@Suite struct DiscoveryTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("Content")
  }

  private func discover() throws(PublishingError) -> (tree: SourceTree, report: String) {
    let (tree, diagnostics) = try Publishing.discover(site: folder.path)
    return (tree, text(diagnostics, sources: tree.texts))
  }

  @Test func `every file is what its place and its name say, in order of bytes`() throws {
    for path in [
      "Content/site.yml", "Content/index.md", "Content/a.md", "Content/a/b.md", "Content/a-b.md",
      "Content/Z.md",
      "Content/images/logo.png", "Content/NOTES", "Content/a/site.yml", "Templates/item.html",
      "Templates/feed.xml", "Templates/robots.txt", "Templates/assets/site.css", "Templates/a.md",
      "Other/x.md",
      "Public/index.html", "notes.md",
    ] { try folder.write("text of \(path)", to: path) }
    let (tree, report) = try discover()
    #expect(report == "")
    #expect(tree.configuration?.path == "Content/site.yml")
    #expect(
      tree.documents.map(\.path) == [
        "Content/Z.md", "Content/a-b.md", "Content/a.md", "Content/a/b.md", "Content/index.md",
      ])
    #expect(tree.documents.map { $0.text(0..<99) } == tree.documents.map { "text of \($0.path)" })
    #expect(
      tree.templates.map(\.path) == ["Templates/feed.xml", "Templates/item.html", "Templates/robots.txt"])
    #expect(tree.themeFiles.map(\.path) == ["Templates/a.md", "Templates/assets/site.css"])
    #expect(tree.themeFiles.map(\.bytes).last == Array("text of Templates/assets/site.css".utf8))
    #expect(
      tree.otherFiles.map(\.path) == ["Content/NOTES", "Content/a/site.yml", "Content/images/logo.png"])
  }

  @Test func `an image's size is read from its file, whatever else there is in it`() throws {
    let header: [UInt8] = [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x0C, 0, 0x2C, 1]
    try folder.write(header + Array(repeating: 0, count: 100_000), to: "Content/a.gif")
    try folder.write(Array(header.prefix(9)), to: "Content/b.gif")
    try folder.write(header, to: "Content/c.txt")
    try folder.write([UInt8](), to: "Content/d.svg")
    let (tree, report) = try discover()
    #expect(report == "")
    #expect(
      tree.otherFiles == [
        .init(path: "Content/a.gif", imageSize: ImageSize(width: 12, height: 300)),
        .init(path: "Content/b.gif"), .init(path: "Content/c.txt"), .init(path: "Content/d.svg"),
      ])
  }

  @Test func `the order in which files were made makes no difference`() throws {
    let names = (0..<60).map { "Content/\($0 % 7)/\($0).md" }
    for name in names { try folder.write(name, to: name) }
    let other = try TemporaryFolder()
    for name in names.reversed() { try other.write(name, to: name) }
    let (tree, _) = try Publishing.discover(site: folder.path)
    let (same, _) = try Publishing.discover(site: other.path)
    #expect(tree.documents.map(\.path) == same.documents.map(\.path))
    #expect(tree.documents.count == 60)
  }

  @Test func `symbolic links are errors, wherever they lead`() throws {
    try folder.write("x", to: "Content/real.md")
    try folder.link("Content/link.md", to: "real.md")
    try folder.link("Content/dangling", to: "nowhere")
    try folder.link("Content/loop", to: "loop")
    try folder.link("Content/folder", to: "/etc")
    try folder.link("Templates", to: "/etc")
    let (tree, report) = try discover()
    #expect(tree.documents.map(\.path) == ["Content/real.md"])
    #expect(tree.templates.isEmpty && tree.themeFiles.isEmpty && tree.otherFiles.isEmpty)
    let expected = ["Content/dangling", "Content/folder", "Content/link.md", "Content/loop", "Templates"].map
    {
      """
      error[symbolic-link]: a symbolic link is not followed
       --> \($0)
        = help: put the file itself here, since a link may lead out of the site


      """
    }
    #expect(report == expected.joined())
  }

  @Test(.timeLimit(.minutes(5))) func `a pipe is an error, not a hang`() throws {
    try folder.makePipe("Content/pipe.md")
    try folder.makeFolder("Templates")
    try folder.makePipe("Templates/item.html")
    #expect(
      try discover().report == """
        error[special-file]: a named pipe cannot be read as a file
         --> Content/pipe.md
          = help: remove it

        error[special-file]: a named pipe cannot be read as a file
         --> Templates/item.html
          = help: remove it


        """)
  }

  @Test func `names that begin with a dot are left out`() throws {
    for path in ["Content/.gitkeep", "Content/.gitignore", "Content/a/.DS_Store", "Content/.obsidian/a/b.md"]
    {
      try folder.write("x", to: path)
    }
    try folder.write("x", to: "Templates/.env")
    try folder.link("Content/.#a.md", to: "somebody@host")
    let (tree, report) = try discover()
    #expect(tree.documents.isEmpty && tree.otherFiles.isEmpty && tree.themeFiles.isEmpty)
    #expect(report == "")
    #expect(tree.skipped == ["Content/.#a.md", "Content/.obsidian", "Templates/.env"])
  }

  @Test func `what systems, editors and repositories put beside documents is left out`() throws {
    let junk = [
      "Content/Thumbs.db", "Content/a/desktop.ini", "Content/a/Desktop.INI", "Content/items/x.md.orig",
      "Content/items/x.md.rej", "Content/items/x.md~", "Content/items/#x.md#", "Content/items/x.swp",
      "Content/items/README.md", "Content/LICENSE", "Content/guides/CONTRIBUTING.md", "Content/~$table.csv",
      "Content/__MACOSX", "Templates/assets/site.css.bak",
    ]
    for path in junk where path != "Content/__MACOSX" { try folder.write("x", to: path) }
    try folder.write("x", to: "Content/__MACOSX/a/b.md")
    let kept = ["Content/items/readme-first.md", "Content/original.txt", "Content/LICENSE.txt"]
    for path in kept { try folder.write("x", to: path) }
    try folder.write("x", to: "Templates/assets/fonts/LICENSE")
    let (tree, report) = try discover()
    #expect(report == "")
    #expect(tree.skipped == junk.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect((tree.documents.map(\.path) + tree.otherFiles.map(\.path)).sorted() == kept.sorted())
    #expect(tree.themeFiles.map(\.path) == ["Templates/assets/fonts/LICENSE"])
  }

  @Test func `what site.yml says is left out is not looked at`() throws {
    try folder.write("ignore: [drafts/, '*.psd', 'a/**/old.md', 'b/?.md']\n", to: "Content/site.yml")
    for path in [
      "drafts/x.md", "pictures/deep/x.psd", "a/old.md", "a/b/c/old.md", "b/é.md", "a/drafts/y.md", "b/xy.md",
      "old.md",
    ] {
      try folder.write("x", to: "Content/\(path)")
    }
    // A link would be an error.
    try folder.link("Content/drafts/link.md", to: "x.md")
    let (tree, report) = try discover()
    #expect(report == "")
    #expect(tree.documents.map(\.path) == ["Content/b/xy.md", "Content/old.md"])
    // A name without a slash is left out at any depth.
    #expect(
      tree.skipped == [
        "Content/a/b/c/old.md", "Content/a/drafts", "Content/a/old.md", "Content/b/é.md", "Content/drafts",
        "Content/pictures/deep/x.psd",
      ])
  }

  @Test func `names that are no text are errors`() throws {
    _ = try run(
      ["sh", "-c", "touch \"$(printf 'a\\377.md')\" \"$(printf 'b\\nc.md')\""], in: "\(folder.path)/Content")
    #expect(
      try discover().report == """
        error[invalid-file-name]: a file name is not valid UTF-8
         --> Content/a\u{FFFD}.md
          = help: rename the file

        error[invalid-file-name]: a file name holds a control character
         --> Content/b\\u{A}c.md
          = help: rename the file


        """)
  }

  @Test func `names that differ only by normalisation are two files`() throws {
    try folder.write("composed", to: "Content/caf\u{E9}.md")
    try folder.write("decomposed", to: "Content/cafe\u{301}.md")
    let tree = try discover().tree
    #expect(tree.documents.map { $0.text(0..<99) } == ["decomposed", "composed"])
  }

  @Test func `a document of more than 1 MiB is an error, one of 1 MiB is not`() throws {
    try folder.write([UInt8](repeating: 0x61, count: 1 << 20), to: "Content/whole.md")
    try folder.write([UInt8](repeating: 0x61, count: 1 << 20 + 1), to: "Content/large.md")
    try folder.write([UInt8](repeating: 0x61, count: 1 << 20 + 1), to: "Content/picture.png")
    let (tree, report) = try discover()
    #expect(tree.documents.map(\.path) == ["Content/whole.md"])
    #expect(tree.otherFiles.map(\.path) == ["Content/picture.png"])
    #expect(
      report == """
        error[large-file]: 1048577 bytes are more than the 1048576 that a document may have
         --> Content/large.md
          = help: split it


        """)
  }

  @Test func `a document that is no text is an error at its place`() throws {
    try folder.write([0x61, 0x0A, 0x62, 0xFF], to: "Content/a.md")
    #expect(
      try discover().report == """
        error[invalid-encoding]: byte 0xFF at offset 3 is not valid UTF-8
         --> Content/a.md:2:2
          = help: save the file as UTF-8


        """)
  }

  @Test func `folders may be nested deep, but not without end`() throws {
    let path = { (depth: Int) in "Content/" + String(repeating: "d/", count: depth) }
    try folder.write("x", to: path(62) + "a.md")
    #expect(try discover().tree.documents.count == 1)
    try folder.write("x", to: path(200) + "b.md")
    let (tree, report) = try discover()
    #expect(tree.documents.count == 1)
    #expect(
      report == """
        error[deep-folder]: folders are nested more than 64 deep
         --> \(path(64).dropLast())
          = help: move it up


        """)
  }

  @Test(.enabled(if: !isSuperuser, "the superuser may read everything"))
  func `what may not be read is an error that names it`() throws {
    try folder.write("x", to: "Content/a.md")
    try folder.makeFolder("Content/b")
    _ = try run(["chmod", "000", "a.md", "b"], in: "\(folder.path)/Content")
    #expect(
      try discover().report == """
        error[unreadable-file]: the file cannot be read: Permission denied
         --> Content/a.md

        error[unreadable-folder]: the folder cannot be read: Permission denied
         --> Content/b


        """)
    _ = try run(["chmod", "755", "b"], in: "\(folder.path)/Content")
  }

  @Test func `a folder without Content is no site`() throws {
    let empty = try TemporaryFolder()
    #expect(throws: PublishingError.noContent(site: empty.path)) { try Publishing.discover(site: empty.path) }
    let missing = "\(empty.path)/none"
    #expect(throws: PublishingError.noSite(path: missing, reason: "No such file or directory")) {
      try Publishing.discover(site: missing)
    }
  }

  @Test func `a file in place of Content is an error`() throws {
    let site = try TemporaryFolder()
    try site.write("x", to: "Content")
    let (_, diagnostics) = try Publishing.discover(site: site.path)
    #expect(
      text(diagnostics) == """
        error[not-a-folder]: "Content" is a file, not a folder
         --> Content
          = help: rename it


        """)
  }
}
