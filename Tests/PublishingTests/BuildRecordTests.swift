import Diagnostics
import Incremental
import TestSupport
import Testing
import TextEncoding

@testable import Publishing

@Suite struct BuildRecordTests {
  private func digest(_ text: String) -> FileStamp.Digest { .init(hash: ContentHash(text.utf8)) }

  private var layout: NodeLayout {
    var layout = NodeLayout()
    layout.add("site", count: 1)
    layout.add("item ü", count: 2)
    return layout
  }

  private var sample: BuildRecord {
    BuildRecord(
      settings: ["program", "https://example.org/", ""],
      inputs: [
        .init(path: "Content", stamp: digest("1"), content: nil),
        .init(path: "Content/ü b.md", stamp: digest("2"), content: ContentHash("text".utf8)),
      ],
      output: OutputState(
        manifest: ContentHash("manifest".utf8),
        entries: [
          .init(stamp: digest("3"), reads: Reads.recording(layout) { Reads.note(1, 1) }.1),
          .init(stamp: .unknown, reads: nil),
        ], nodes: NodeTable(layout, [1, 2, UInt64.max])),
      pageCount: 300,
      draftCount: 0,
      diagnostics: [
        Diagnostic(.noBaseURL, "without one", at: .site),
        Diagnostic(.skippedFiles, as: .warning, "skipped", at: .file("Content/.x"), help: "rename it"),
        Diagnostic(
          .deadLink, as: .warning, "y", at: .position("Content/a.md", SourcePosition(line: 3, column: 400)),
          suggestion: "",
          notes: [
            .init("the other", at: SourceRange(path: "Content/ü b.md", offsets: 7..<9))
          ]),
      ],
      advice: [Diagnostic(.wordlessReasons, "some have no words", at: .site, help: "write them")])
  }

  @Test func `a record is read as it was written`() throws {
    #expect(BuildRecord(bytes: sample.bytes) == sample)
    let empty = BuildRecord(
      settings: [], inputs: [], output: OutputState(), pageCount: 0, draftCount: 0, diagnostics: [])
    #expect(BuildRecord(bytes: empty.bytes) == empty)
    var unsure = sample
    unsure.inputs = nil
    #expect(BuildRecord(bytes: unsure.bytes) == unsure)
  }

  @Test func `a record that is cut, longer or changed in a single bit is none`() {
    let bytes = sample.bytes
    for count in 0..<bytes.count { #expect(BuildRecord(bytes: Array(bytes[..<count])) == nil) }
    #expect(BuildRecord(bytes: bytes + [0]) == nil)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1 << UInt8(place % 8)
      #expect(BuildRecord(bytes: changed) == nil, "bit \(place % 8) of byte \(place)")
    }
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `bytes of any kind are read without a trap`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let noise = (0..<Int.random(in: 0...80, using: &random)).map { _ in
      random.isLikely(0.5)
        ? UInt8.random(in: 0...3, using: &random) : UInt8.random(in: 0...255, using: &random)
    }
    var writer = ByteWriter()
    writer.write(ContentHash(noise))
    // With the right title and checksum, so that what is inside is read.
    let record = BuildRecord(bytes: Array("collate-build 4\n".utf8) + writer.bytes + noise)
    if let record { #expect(record.bytes.count == 32 + noise.count) }
  }

  @Test(arguments: [0, 1, 127, 128, 16384, -1, .max, .min])
  func `numbers are read as they were written`(number: Int) {
    var writer = ByteWriter()
    writer.write(number)
    var reader = ByteReader(writer.bytes[...])
    #expect(reader.number() == number)
    #expect(reader.isAtEnd)
  }

  @Test func `a time is before another by more than a margin, whatever the two clocks say`() {
    let time = { FileStamp.Time(seconds: $0, nanoseconds: $1) }
    #expect(time(10, 0).isBefore(time(10, 101), less: 0, by: 100))
    #expect(!time(10, 0).isBefore(time(10, 100), less: 0, by: 100))
    #expect(!time(10, 0).isBefore(time(10, 150), less: 60, by: 100))
    #expect(time(9, 999_999_999).isBefore(time(10, 100), less: 0, by: 100))
    #expect(!time(11, 0).isBefore(time(10, 0), less: 0, by: 100))
    #expect(time(.min, 0).isBefore(time(.max, 0), less: 0, by: 100))
    #expect(!time(.max, 0).isBefore(time(.min, 0), less: 0, by: 100))
  }
}
