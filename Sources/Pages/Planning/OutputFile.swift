package import TextEncoding

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
  /// A file whose inputs are determined but whose bytes have not been produced yet.
  package struct Prepared: Sendable {
    /// Returns a fingerprint of everything that the bytes depend on: equal fingerprints imply equal bytes. Returns nil
    /// if producing the bytes costs no more than computing a fingerprint.
    package var cacheKey: @Sendable () -> ContentHash?
    /// Produces the bytes.
    package var bytes: @Sendable () -> [UInt8]

    package init(cacheKey: @escaping @Sendable () -> ContentHash?, bytes: @escaping @Sendable () -> [UInt8]) {
      self.cacheKey = cacheKey
      self.bytes = bytes
    }
  }

  /// Does, once, the work that both the fingerprint and the bytes need.
  package let prepare: @Sendable () -> Prepared

  package init(_ prepare: @escaping @Sendable () -> Prepared) { self.prepare = prepare }

  /// Produces the bytes without using the fingerprint.
  package func callAsFunction() -> [UInt8] { prepare().bytes() }
}

extension OutputFile.Content {
  /// Returns content that is produced without a cache key.
  package static func made(_ bytes: @escaping @Sendable () -> [UInt8]) -> Self {
    .made(OutputProducer { OutputProducer.Prepared(cacheKey: { nil }, bytes: bytes) })
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
