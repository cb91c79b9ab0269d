import TestSupport
import Testing

@testable import Diagnostics

@Suite struct OrderTests {
  private let sorted: [Diagnostic] = {
    let text = SourceText(path: "b.md", "one two\nthree")
    return [
      Diagnostic(.note, .noBaseURL, "the site", at: .site),
      Diagnostic(.error, .brokenManifest, "capitals first", inFile: "Z.md"),
      Diagnostic(.note, .changedFile, "the file", inFile: "b.md"),
      Diagnostic(.error, .deadLink, "first word", at: text.range(0..<3)),
      Diagnostic(.warning, .deadLink, "first word", at: text.range(0..<3)),
      Diagnostic(.warning, .emptyHeading, "first word", at: text.range(0..<3)),
      Diagnostic(.error, .futureDate, "second word", at: text.range(4..<7)),
      Diagnostic(.error, .foreignFiles, "second line", at: text.range(8..<13)),
      Diagnostic(.error, .hiddenInTitle, "cafe\u{301}", inFile: "cafe\u{301}.md"),
      Diagnostic(.error, .interrupted, "caf\u{E9}", inFile: "caf\u{E9}.md"),
    ]
  }()

  @Test func `diagnostics are ordered by file, place, severity and text, without repeats`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let shuffled = (sorted + sorted).shuffled(using: &random)
      #expect(shuffled.inStableOrder().map(\.rule) == sorted.map(\.rule), "seed \(seed)")
    }
  }

  @Test func `they are counted by severity`() {
    #expect(sorted.count(of: .error) == 6)
    #expect(sorted.count(of: .warning) == 2)
    #expect(sorted.count(of: .note) == 2)
    #expect(sorted.hasErrors)
    #expect(!sorted.filter { $0.severity != .error }.hasErrors)
  }
}
