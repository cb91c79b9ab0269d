import Publishing
import TestSupport
import Testing

/// Every change of a site's folder is told, whichever way it is known.
@Suite struct WatcherTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("one", to: "Content/items/a.md")
    try folder.write("two", to: "Content/items/b.md")
    try folder.write("kept", to: "Public/index.html")
  }

  /// The paths that are told until none is missing of those that must be; every one of them when some never comes.
  private func told(_ watcher: SiteWatcher, of wanted: Set<String>) async -> Set<String> {
    let waiting = Task { () -> Set<String> in
      var found: Set<String> = []
      while !wanted.isSubset(of: found), let changes = await watcher.next() {
        found.formUnion(changes.outermostPaths)
      }
      // One that is below another says no more than that.
      return found.filter { path in !found.contains { path.hasPrefix($0 + "/") } }
    }
    let clock = Task {
      try? await Task.sleep(for: .seconds(10))
      waiting.cancel()
    }
    defer { clock.cancel() }
    return await waiting.value
  }

  private func shell(_ script: String) throws {
    #expect(try run(["sh", "-ec", script], in: folder.path).status == 0)
  }

  /// What is done to the folder, and the paths that must be told and no other.
  private static let cases: [(script: String, told: Set<String>)] = [
    ("echo x >Content/items/a.md", ["Content/items/a.md"]),
    ("rm Content/items/a.md", ["Content/items/a.md"]),
    ("mv Content/items/a.md Content/items/c.md", ["Content/items/a.md", "Content/items/c.md"]),
    ("echo x >Content/items/.t && mv Content/items/.t Content/items/a.md", ["Content/items/a.md"]),
    (
      "cp Content/items/a.md Content/items/a.md~ && touch Content/items/4913 && rm Content/items/4913 && echo x >Content/items/a.md",
      ["Content/items/a.md"]
    ),
    ("ln -s nowhere Content/items/link.md", ["Content/items/link.md"]),
    ("mkdir Templates && echo x >Templates/item.html", ["Templates"]),
    ("mv Content/items Content/things", ["Content/items", "Content/things"]),
    ("rm -r Content/items", ["Content/items"]),
    ("echo x >Public/index.html; echo x >notes.md; echo x >Content/items/b.md", ["Content/items/b.md"]),
  ]

  @Test(arguments: [false, true], cases.indices)
  func `a change is told, and nothing beside it`(polls: Bool, index: Int) async throws {
    let watcher = try SiteWatcher(site: folder.path, polls: polls)
    try shell(Self.cases[index].script)
    #expect(await told(watcher, of: Self.cases[index].told) == Self.cases[index].told)
    #expect(watcher.takeNotice() == nil)
  }

  @Test(arguments: [false, true])
  func `folders are followed when they are made, moved and filled`(polls: Bool) async throws {
    let watcher = try SiteWatcher(site: folder.path, polls: polls)
    try shell("mkdir -p Content/new/deep")
    #expect(await told(watcher, of: ["Content/new"]) == ["Content/new"])
    try shell("echo x >Content/new/deep/x.md")
    #expect(await told(watcher, of: ["Content/new/deep/x.md"]) == ["Content/new/deep/x.md"])
    try shell("mv Content/new Content/old")
    #expect(await told(watcher, of: ["Content/new", "Content/old"]) == ["Content/new", "Content/old"])
    try shell("echo y >Content/old/deep/x.md")
    #expect(await told(watcher, of: ["Content/old/deep/x.md"]) == ["Content/old/deep/x.md"])
  }

  @Test func `a burst of changes is told at once`() async throws {
    let watcher = try SiteWatcher(site: folder.path)
    try shell("for n in 1 2 3 4 5 6 7 8 9; do echo $n >Content/items/$n.md; done")
    let all = Set((1...9).map { "Content/items/\($0).md" })
    #expect(await told(watcher, of: all) == all)
  }

  @Test func `a document that is renamed to its backup and written anew was never gone`() async throws {
    let watcher = try SiteWatcher(site: folder.path)
    try shell("cd Content/items; mv a.md a.md~; sleep 0.03; echo new >a.md; rm a.md~")
    let changes = try #require(await watcher.next())
    #expect(changes.outermostPaths == ["Content/items/a.md"])
    #expect(folder.text("Content/items/a.md") == "new\n")
  }
}
