/// One file of the published site.
package struct OutputFile: Sendable {
  package enum Content: Sendable {
    /// Made when it is asked for; the same bytes every time, from any thread.
    case made(@Sendable () -> [UInt8])
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

/// The files of a site, in order of path by bytes.
package typealias OutputFiles = PathOrdered<OutputFile>

extension PathOrdered: ExpressibleByArrayLiteral where Element == OutputFile {
  package init(_ files: [OutputFile]) { self.init(files) { $0.path } }

  package init(arrayLiteral files: OutputFile...) { self.init(files) }

  /// The file at a path, found without making any other file's content.
  package func file(at path: String) -> OutputFile? {
    let index = partition(count) { self[$0].path.utf8.lexicographicallyPrecedes(path.utf8) }
    guard index < count, self[index].path.utf8.elementsEqual(path.utf8) else { return nil }
    return self[index]
  }
}
