import Comparison
package import Incremental
import TextEncoding

/// A file of the published site.
package struct OutputFile: Sendable {
  /// The source of a file's bytes.
  package enum Content: Sendable {
    case made(OutputProducer)
    /// A copy of a file in the site's folder, given by its path relative to that folder: `Content/images/logo.png`.
    case copied(String)
  }

  /// The path relative to the output folder, with `/` between components, never absolute and never containing `..`:
  /// `frameworks/django/index.html`.
  package var path: String
  /// The source of its bytes.
  package var content: Content

  package init(path: String, content: Content) {
    self.path = path
    self.content = content
  }
}

/// Produces the bytes of a file: deterministically, and safe to call from any thread.
package struct OutputProducer: Sendable {
  private let make: @Sendable () -> [UInt8]
  /// What was read when the file was planned; nil if that is not known, so that the file is always produced again.
  private let planning: ReadSet?

  package init(planning: ReadSet?, _ make: @escaping @Sendable () -> [UInt8]) {
    self.planning = planning
    self.make = make
  }

  /// Creates a producer of bytes of which it is not known what they are made from.
  package init(_ make: @escaping @Sendable () -> [UInt8]) { self.init(planning: nil, make) }

  package func callAsFunction() -> [UInt8] { make() }

  /// Produces the bytes, and returns what they are made from: as long as nothing of that changes, neither do the bytes.
  /// It is nil if that is not known.
  package func recording(_ layout: NodeLayout) -> (bytes: [UInt8], reads: ReadSet?) {
    guard let planning else { return (make(), nil) }
    return Reads.recording(layout) {
      Reads.note(.base)
      Reads.note(planning)
      return make()
    }
  }
}

extension OutputFile.Content {
  /// Returns content of which it is not known what it is made from.
  package static func made(_ bytes: @escaping @Sendable () -> [UInt8]) -> Self {
    .made(OutputProducer(bytes))
  }
}

/// The files of a site, ordered by the bytes of their paths.
package typealias OutputFiles = PathOrdered<OutputFile>

extension PathOrdered: ExpressibleByArrayLiteral where Element == OutputFile {
  /// Creates a collection of stored files, without a lazy segment.
  package init(_ files: [OutputFile]) { self.init(files) { $0.path } }

  package init(arrayLiteral files: OutputFile...) { self.init(files) }

  /// Returns the file at a path, or nil. Does not produce the content of any other file.
  package func file(at path: String) -> OutputFile? {
    let index = lowerBound(of: path) { $0.path }
    guard index < count, self[index].path.equalsByBytes(path) else { return nil }
    return self[index]
  }
}
