import Comparison
import Diagnostics
import Pages
import Publishing
import TestSupport
import Testing

/// A site in memory is the one on the disk, after any edits.
@Suite struct SiteSessionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Everything that a site is: each file with its bytes, and every diagnostic as it is printed.
  private func whole(_ site: Site?, _ diagnostics: [Diagnostic], _ texts: [SourceText]) -> [String: [UInt8]] {
    var result = ["": Array(text(diagnostics, sources: texts).utf8)]
    for file in site?.files ?? [] {
      switch file.content {
      case .made(let bytes): result[file.path] = bytes()
      case .copied(let path): result[file.path] = Array(path.utf8)
      }
    }
    return result
  }

  /// What differs between a site in memory and one that is read anew: the paths of files, and the reports when they do.
  private func differences(_ result: SiteSession.BuildResult) async throws -> [String] {
    let (found, expected) = (
      whole(result.site, result.diagnostics, result.texts), try await clean()
    )
    var result = Set(found.keys).union(expected.keys).filter { !$0.isEmpty && found[$0] != expected[$0] }
      .sorted()
    if found[""] != expected[""] {
      result += [found[""], expected[""]].map { String(decoding: $0 ?? [], as: UTF8.self) }
    }
    return result
  }

  private func clean() async throws -> [String: [UInt8]] {
    let (tree, found) = try discover(site: folder.path)
    let (site, made) = await makeSite(from: tree, options: BuildOptions())
    let diagnostics = found + made
    return whole(
      diagnostics.hasErrors ? nil : site, diagnostics, tree.texts + BundledTheme.templates)
  }

  @Test func `what is left out follows the settings`() async throws {
    try folder.write("title: T\n", to: "Content/site.yml")
    try folder.write("---\nname: Old\n---\n", to: "Content/guides/old.md")
    var session = SiteSession(site: folder.path, options: BuildOptions())
    let first = try await session.read()
    #expect(first.site?.files.contains { $0.path == "guides/old/index.html" } == true)
    let settings = "title: T\n"
    try folder.write(settings + "ignore: [guides]\n", to: "Content/site.yml")
    let left = try #require(try await session.update(SourceChanges(["Content/site.yml"])))
    #expect(left.changed == ["Content/guides/old.md", "Content/site.yml"])
    #expect(left.site?.files.contains { $0.path == "guides/old/index.html" } == false)
    #expect(
      left.diagnostics.contains { $0.rule == .skippedFiles && $0.summary.contains("Content/guides") })
    try folder.write(settings, to: "Content/site.yml")
    let back = try #require(try await session.update(SourceChanges(["Content/site.yml"])))
    #expect(back.site?.files.contains { $0.path == "guides/old/index.html" } == true)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `after each of many edits a site in memory equals one that is read anew`(seed: UInt64) async throws {
    var edits = try RandomEdits(of: folder, seed: seed)
    var session = SiteSession(site: folder.path, options: BuildOptions())
    var last = try await session.read()
    var broken = 0
    for number in 1...20 {
      let paths = try edits.edit()
      if let result = try await session.update(SourceChanges(paths)) { last = result }
      let differences = try await differences(last)
      #expect(differences == [], "edit \(number) of seed \(seed): \(paths)")
      if last.site == nil { broken += 1 }
    }
    #expect(broken > 0 && broken < 16)
  }

  @Test func `what was only touched is no change, and what is beside it is not read`() async throws {
    _ = try RandomEdits(of: folder, seed: 1)
    var session = SiteSession(site: folder.path, options: BuildOptions())
    let before = try await session.read().texts
    let path = "Content/items/a.md"
    try folder.write(try #require(folder.text(path)), to: path)
    #expect(try await session.update(SourceChanges([path])) == nil)
    #expect(try await session.update(.everything) == nil)

    try folder.write("---\nname: Another\n---\n", to: path)
    try folder.write("---\nname: Not told\n---\n", to: "Content/items/b.md")
    let result = try #require(try await session.update(SourceChanges([path])))
    #expect(result.changed == [path])
    let kept = result.texts.filter { text in before.contains { $0 === text } }
    #expect(kept.count == before.count - 1)
  }

  @Test func `folders come and go with all that is in them`() async throws {
    _ = try RandomEdits(of: folder, seed: 1)
    var session = SiteSession(site: folder.path, options: BuildOptions())
    _ = try await session.read()
    for name in ["x", "y/z"] { try folder.write("---\nname: Page\n---\n", to: "Content/more/\(name).md") }
    // A name that sorts between the folder and what is in it.
    try folder.write("---\nname: Beside\n---\n", to: "Content/more-or-less.md")
    let first = try await session.update(
      SourceChanges(["Content/more", "Content/more/y", "Content/more-or-less.md"]))
    #expect(first?.changed == ["Content/more-or-less.md", "Content/more/x.md", "Content/more/y/z.md"])
    #expect(try await differences(try #require(first)) == [])
    #expect(try run(["mv", "\(folder.path)/Content/more", "\(folder.path)/Content/less"]).status == 0)
    let second = try await session.update(SourceChanges(["Content/more", "Content/less"]))
    #expect(
      second?.changed == [
        "Content/less/x.md", "Content/less/y/z.md", "Content/more/x.md", "Content/more/y/z.md",
      ])
    #expect(try await differences(try #require(second)) == [])
  }

  @Test func `a site that has gone is an error, and is read anew when it is back`() async throws {
    _ = try RandomEdits(of: folder, seed: 1)
    var session = SiteSession(site: folder.path, options: BuildOptions())
    _ = try await session.read()
    #expect(try run(["mv", "\(folder.path)/Content", "\(folder.path)/Away"]).status == 0)
    await #expect(throws: PublishingError.noContent(site: folder.path)) {
      _ = try await session.update(SourceChanges(["Content"]))
    }
    #expect(try run(["mv", "\(folder.path)/Away", "\(folder.path)/Content"]).status == 0)
    let back = try #require(try await session.update(SourceChanges(["Content"])))
    #expect(try await differences(back) == [])
  }

  @Test func `a picture that becomes another size changes the pages that show it`() async throws {
    try folder.write("title: T\nitems: { folder: items, one: item, many: items }\n", to: "Content/site.yml")
    try folder.write("---\nname: A\nlogo: a.gif\n---\n\nWords.\n", to: "Content/items/a.md")
    try folder.write(Array("GIF89a".utf8) + [12, 0, 30, 0], to: "Content/items/a.gif")
    var session = SiteSession(site: folder.path, options: BuildOptions())
    _ = try await session.read()
    for (changes, width) in [(SourceChanges(["Content/items/a.gif"]), UInt8(77)), (.everything, 78)] {
      try folder.write(Array("GIF89a".utf8) + [width, 0, 30, 0], to: "Content/items/a.gif")
      let result = try #require(try await session.update(changes))
      #expect(result.changed == ["Content/items/a.gif"])
      #expect(try await differences(result) == [])
    }
  }
}
