package import TextEncoding

/// One file of the published site.
package struct OutputFile: Sendable {
  package enum Content: Sendable {
    case made(OutputProducer)
    /// The bytes of a file in the site's folder, by its path relative to that: `Content/images/logo.png`.
    case copied(String)
  }

  /// Relative to the output folder, with `/` between components, never absolute or with `..`: `frameworks/django/index.html`.
  package var path: String
  package var content: Content

  package init(path: String, content: Content) {
    self.path = path
    self.content = content
  }
}

/// How the bytes of a file are made: the same every time, from any thread.
package struct OutputProducer: Sendable {
  /// A file of which is known what it is made from, and whose bytes are yet to be made.
  package struct Prepared: Sendable {
    /// A fingerprint of all that the bytes follow from: where it is the same as another time, so are they. Nil where the way to the
    /// bytes is as short.
    package var cacheKey: @Sendable () -> ContentHash?
    package var bytes: @Sendable () -> [UInt8]

    package init(cacheKey: @escaping @Sendable () -> ContentHash?, bytes: @escaping @Sendable () -> [UInt8]) {
      self.cacheKey = cacheKey
      self.bytes = bytes
    }
  }

  /// What is needed for both the fingerprint and the bytes is made here, once.
  package let prepare: @Sendable () -> Prepared

  package init(_ prepare: @escaping @Sendable () -> Prepared) { self.prepare = prepare }

  package func callAsFunction() -> [UInt8] { prepare().bytes() }
}

extension OutputFile.Content {
  /// Bytes that are made at once.
  package static func made(_ bytes: @escaping @Sendable () -> [UInt8]) -> Self {
    .made(OutputProducer { OutputProducer.Prepared(cacheKey: { nil }, bytes: bytes) })
  }
}

/// The files of a site, in order of path by bytes.
package typealias OutputFiles = PathOrdered<OutputFile>

extension PathOrdered: ExpressibleByArrayLiteral where Element == OutputFile {
  package init(_ files: [OutputFile]) { self.init(files) { $0.path } }

  package init(arrayLiteral files: OutputFile...) { self.init(files) }

  /// The file at a path, found without making any other file's content.
  package func file(at path: String) -> OutputFile? {
    let index = lowerBound(of: path) { $0.path }
    guard index < count, self[index].path.equalsByBytes(path) else { return nil }
    return self[index]
  }
}
