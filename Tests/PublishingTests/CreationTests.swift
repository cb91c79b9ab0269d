import Diagnostics
import Publishing
import TestSupport
import Testing

/// Files of the site's own, made and never overwritten.
struct CreationTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("title: T\n", to: "Content/site.yml")
  }

  @Test func `files are made with the folders above them, and what exists stays`() throws {
    try folder.write("old", to: "Content/items/b.md")
    let files = ["a", "b", "c"].map { NewFile(path: "Content/items/\($0).md", text: "new \($0)\n") }
    let deep = NewFile(path: "Content/x/y/z.md", text: "")
    #expect(
      try create(files + [deep], site: folder.path)
        == CreationResult(
          created: ["Content/items/a.md", "Content/items/c.md", "Content/x/y/z.md"],
          kept: ["Content/items/b.md"]))
    #expect(
      folder.contents() == [
        "Content/site.yml": "title: T\n", "Content/items/a.md": "new a\n", "Content/items/b.md": "old",
        "Content/items/c.md": "new c\n", "Content/x/y/z.md": "",
      ])
  }

  @Test(arguments: [
    "Public/a.md", "../a.md", "Content/../a.md", "/etc/a.md", "Content/a\u{0}.md", "Content//a.md",
    "Content/./a.md",
    "Contents/a.md", "Content/\(String(repeating: "x", count: 256)).md",
  ])
  func `nothing is made outside Content`(path: String) throws {
    #expect(throws: PublishingError.unsafePath(path)) {
      try create([NewFile(path: path, text: "x")], site: folder.path)
    }
    #expect(folder.tree() == ["Content/", "Content/site.yml"])
  }

  @Test func `no symbolic link is followed`() throws {
    let elsewhere = try TemporaryFolder()
    try folder.link("Content/items", to: elsewhere.path)
    #expect(throws: PublishingError.symbolicLink(path: "Content/items/a.md")) {
      try create([NewFile(path: "Content/items/a.md", text: "x")], site: folder.path)
    }
    try folder.link("Content/b.md", to: "\(elsewhere.path)/b.md")
    let result = try create([NewFile(path: "Content/b.md", text: "x")], site: folder.path)
    #expect(result == CreationResult(created: [], kept: ["Content/b.md"]))
    #expect(elsewhere.tree() == [])
  }

  @Test func `a file in place of a folder is told`() throws {
    try folder.write("x", to: "Content/items")
    #expect(
      throws: PublishingError.failed(action: .write, path: "Content/items/a.md", reason: "Not a directory")
    ) {
      try create([NewFile(path: "Content/items/a.md", text: "x")], site: folder.path)
    }
  }

  @Test func `a file that the user names is read, whatever leads to it, if it is a text of some size`() throws
  {
    try folder.write("\u{FEFF}a\r\n", to: "table.csv")
    try folder.link("link.csv", to: "table.csv")
    let (text, found) = try readText(at: "\(folder.path)/link.csv", atMost: 100)
    #expect(text?.utf8 == Array("a\n".utf8) && found == [])
    try folder.write([0x61, 0xFF], to: "wrong.csv")
    try folder.makePipe("pipe.csv")
    let problems = try ["table.csv", "wrong.csv", "pipe.csv"].flatMap { name in
      try readText(at: "\(folder.path)/\(name)", atMost: 5).1.map(\.summary)
    }
    #expect(
      problems == [
        "6 bytes are more than the 5 that can be read", "byte 0xFF at offset 1 is not valid UTF-8",
        "a named pipe cannot be read as a file",
      ])
    #expect(
      throws: PublishingError.failed(action: .read, path: "none.csv", reason: "No such file or directory")
    ) {
      try readText(at: "none.csv", atMost: 5)
    }
  }
}
