import TestSupport
import Testing

@testable import Diagnostics

@Suite struct OrderTests {
  private let sorted: [Diagnostic] = {
    let text = SourceText(path: "b.md", "one two\nthree")
    return [
      Diagnostic(.noBaseURL, "the site", at: .site),
      Diagnostic(.brokenManifest, as: .error, "capitals first", inFile: "Z.md"),
      Diagnostic(.changedFile, as: .note, "the file", inFile: "b.md"),
      Diagnostic(.deadLink, "first word", at: text.range(0..<3)),
      Diagnostic(.deadLink, as: .warning, "first word", at: text.range(0..<3)),
      Diagnostic(.emptyHeading, "first word", at: text.range(0..<3)),
      Diagnostic(.futureDate, as: .error, "second word", at: text.range(4..<7)),
      Diagnostic(.foreignFiles, "second line", at: text.range(8..<13)),
      Diagnostic(.hiddenInTitle, as: .error, "cafe\u{301}", inFile: "cafe\u{301}.md"),
      Diagnostic(.interrupted, "caf\u{E9}", inFile: "caf\u{E9}.md"),
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
