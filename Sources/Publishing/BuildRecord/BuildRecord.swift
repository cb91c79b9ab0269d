import Diagnostics
import Incremental
import TextEncoding

/// The record of a finished build, from which the next build can tell that nothing has changed since.
struct BuildRecord: Equatable {
  /// A file or folder of the site and its state when the build read it.
  struct Input: Equatable {
    var path: String
    var stamp: FileStamp.Digest
    /// The hash of a file's bytes; nil for a folder.
    var content: ContentHash?
  }

  /// The digest of the program, followed by the settings that influence the output.
  var settings: [String]
  /// The inputs in order of path; nil when the inputs may have changed while they were being read.
  var inputs: [Input]?
  var output: OutputState
  var pageCount: Int
  var draftCount: Int
  /// The diagnostics about the content, which a build that is skipped reports again.
  var diagnostics: [Diagnostic]
  /// What `check` tells besides.
  var advice: [Diagnostic] = []

  private static let title = Array("collate-build 6\n".utf8)
}

// MARK: Serialization

extension BuildRecord {
  /// The record's serialized form: a title, a checksum that reveals truncation and damage, and the fields.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(settings) { $0.write($1) }
    writer.write(inputs == nil ? 0 : 1)
    if let inputs {
      writer.write(inputs) { writer, input in
        writer.write(input.path)
        writer.write(input.stamp.hash)
        writer.write(input.content)
      }
    }
    writer.write(output.manifest)
    writer.write(output.entries) { writer, entry in
      writer.write(entry.stamp.hash)
      writer.write(entry.reads)
    }
    writer.write(output.nodes)
    writer.write(pageCount)
    writer.write(draftCount)
    writer.write(diagnostics) { $0.write($1) }
    writer.write(advice) { $0.write($1) }
    var checksum = ByteWriter()
    checksum.write(ContentHash(writer.bytes))
    return Self.title + checksum.bytes + writer.bytes
  }

  /// Decodes a record; nil when the title, the checksum or any field is wrong.
  init?(bytes: [UInt8]) {
    guard bytes.starts(with: Self.title) else { return nil }
    var reader = ByteReader(bytes.dropFirst(Self.title.count))
    guard let checksum = reader.hash(), checksum == ContentHash(bytes.dropFirst(Self.title.count + 16)),
      let settings = reader.list({ $0.text() }),
      let inputs = reader.optional({ $0.list(Self.input) }), let output = Self.output(&reader),
      let pageCount = reader.number(), let draftCount = reader.number(),
      let diagnostics = reader.list({ $0.diagnostic() }),
      let advice = reader.list({ $0.diagnostic() }), reader.isAtEnd
    else { return nil }
    self.init(
      settings: settings, inputs: inputs, output: output, pageCount: pageCount, draftCount: draftCount,
      diagnostics: diagnostics, advice: advice)
  }

  private static func input(_ reader: inout ByteReader) -> Input? {
    guard let path = reader.text(), let stamp = reader.hash(), let content = reader.optional({ $0.hash() })
    else { return nil }
    return Input(path: path, stamp: FileStamp.Digest(hash: stamp), content: content)
  }

  private static func output(_ reader: inout ByteReader) -> OutputState? {
    guard let manifest = reader.optional({ $0.hash() }),
      let entries = reader.list({ reader -> OutputState.Entry? in
        guard let stamp = reader.hash(), let reads = reader.optional({ $0.reads() }) else { return nil }
        return OutputState.Entry(stamp: FileStamp.Digest(hash: stamp), reads: reads)
      }), let nodes = reader.optional({ $0.nodes() })
    else { return nil }
    var output = OutputState()
    (output.manifest, output.entries, output.nodes) = (manifest, entries, nodes)
    return output
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ diagnostic: Diagnostic) {
    write(diagnostic.severity.rawValue)
    write(diagnostic.rule.id)
    write(diagnostic.summary)
    write(diagnostic.place)
    write(diagnostic.suggestion)
    write(diagnostic.help)
    write(diagnostic.count)
    write(diagnostic.notes) { writer, note in
      writer.write(note.message)
      writer.write(note.place)
    }
  }

  private mutating func write(_ place: Diagnostic.Place) {
    switch place {
    case .site: write(0)
    case .file(let path):
      write(1)
      write(path)
    case .position(let path, let position):
      write(2)
      write(path)
      write(position.line)
      write(position.column)
    case .range(let range):
      write(3)
      write(range.path)
      write(range.offsets.lowerBound)
      write(range.offsets.upperBound)
    }
  }
}

extension ByteReader {
  fileprivate mutating func diagnostic() -> Diagnostic? {
    guard let severity = number().flatMap(Diagnostic.Severity.init),
      let rule = text().flatMap(Diagnostic.Rule.init(id:)),
      let summary = text(), let place = place(), let suggestion = optional({ $0.text() }),
      let help = optional({ $0.text() }), let count = number(),
      let notes = list({ $0.note() })
    else { return nil }
    if count > 1 { return Diagnostic(count, more: severity, rule, at: place) }
    return Diagnostic(
      rule, as: severity, summary, at: place, suggestion: suggestion, help: help, notes: notes)
  }

  private mutating func note() -> Diagnostic.Note? {
    guard let message = text(), let place = place() else { return nil }
    return Diagnostic.Note(message, at: place)
  }

  private mutating func place() -> Diagnostic.Place? {
    guard let kind = number() else { return nil }
    if kind == 0 { return .site }
    guard let path = text() else { return nil }
    if kind == 1 { return .file(path) }
    guard let first = number(), let second = number() else { return nil }
    switch kind {
    case 2: return .position(path, SourcePosition(line: first, column: second))
    case 3 where first >= 0 && first <= second:
      return .range(SourceRange(path: path, offsets: first..<second))
    default: return nil
    }
  }
}
