import Diagnostics
import TestSupport
import Testing
import TextEncoding

@testable import Publishing

@Suite struct ManifestTests {
  private let sample = Manifest(
    isFinished: true,
    entries: [
      Manifest.Entry(path: "a b/ü.html", content: Manifest.Content(hash: ContentHash("a".utf8), size: 1)),
      Manifest.Entry(path: "a.html", content: nil),
      Manifest.Entry(path: "b/index.html", content: Manifest.Content(hash: ContentHash("".utf8), size: 0)),
    ])

  @Test func `a manifest is written as lines in order of path`() {
    #expect(
      String(decoding: sample.bytes, as: UTF8.self) == """
        collate-manifest 2 finished
        27c35e6e9373877f29e562464e46497e 1 a b/ü.html
        - - a.html
        cae66941d9efbd404e4d88758ea67670 0 b/index.html
        checksum \(ContentHash(sample.bytes.prefix(while: { $0 != 0x63 || true }).dropLast(42)).hexadecimal)

        """)
  }

  @Test func `what was written is read again`() {
    #expect(Manifest(bytes: sample.bytes) == sample)
    var unfinished = sample
    unfinished.isFinished = false
    #expect(Manifest(bytes: unfinished.bytes) == unfinished)
    #expect(Manifest(bytes: Manifest.empty.bytes) == Manifest.empty)
  }

  @Test func `a manifest that was cut or changed anywhere is broken`() {
    let bytes = sample.bytes
    for end in bytes.indices { #expect(Manifest(bytes: Array(bytes[..<end])) == nil, "cut at \(end)") }
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      #expect(Manifest(bytes: changed) == nil, "changed at \(index)")
    }
    #expect(Manifest(bytes: bytes + bytes) == nil)
  }

  @Test(arguments: [
    "/etc/passwd", "../x", "a/../../x", "a\u{0}b", "a//b", "", ".collate-lock", "x\u{7F}",
    ".git/HEAD", ".well-known/security.txt", "a/.htaccess", "a/.b/c.html", ".",
  ])
  func `a path that leads astray breaks a manifest, whatever its checksum`(path: String) {
    let forged = Manifest(isFinished: true, entries: [Manifest.Entry(path: path, content: nil)])
    #expect(Manifest(bytes: forged.bytes) == nil)
  }

  @Test func `entries out of order or twice break a manifest`() {
    for paths in [["b", "a"], ["a", "a"]] {
      let entries = paths.map { Manifest.Entry(path: $0, content: nil) }
      #expect(Manifest(bytes: Manifest(isFinished: true, entries: entries).bytes) == nil)
    }
  }

  @Test func `a build that begins names old and new paths`() {
    let beginning = sample.beginning(["a.html", "aa", "z"])
    #expect(beginning.isFinished == false)
    #expect(beginning.entries.map(\.path) == ["a b/ü.html", "a.html", "aa", "b/index.html", "z"])
    #expect(beginning.entries.map { $0.content != nil } == [true, false, false, true, false])
    #expect(sample.entries(notIn: ["a.html", "aa", "z"]).map(\.path) == ["a b/ü.html", "b/index.html"])
    #expect(sample.contains("a.html") && !sample.contains("a") && !sample.contains("z"))
  }
}
