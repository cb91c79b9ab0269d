package import Diagnostics
import TextEncoding

/// Maps an address path in a template's text to a path below the site's root; nil to leave it unchanged.
package typealias AddressPlacing = @Sendable (_ path: String) -> String?

/// All templates of a site by name, which is the path below `Templates/`: `item.html`, `partials/cell.html`.
package struct TemplateSet: Sendable {
  let templates: [String: ParsedTemplate]
  private let placing: AddressPlacing
  private let words: Words

  /// Parses sources; of two with the same name, the later one wins.
  package init(
    _ sources: [SourceText], words: Words = Words(), placing: @escaping AddressPlacing = { _ in nil }
  ) {
    self.placing = placing
    self.words = words
    var latest: [String: SourceText] = [:]
    for source in sources { latest[Self.name(of: source.path)] = source }
    templates = Dictionary(
      uniqueKeysWithValues: latest.map { ($0.key, Parser.parse($0.value, name: $0.key)) })
  }

  /// Returns the path after the first `Templates/`.
  private static func name(of path: String) -> String {
    let folder = Array("Templates/".utf8)
    let bytes = Array(path.utf8)
    let starts = bytes.indices.filter { $0 == 0 || bytes[$0 - 1] == UInt8(ascii: "/") }
    guard let start = starts.first(where: { bytes[$0...].starts(with: folder) }) else { return path }
    return String(decoding: bytes[(start + folder.count)...], as: UTF8.self)
  }

  /// The names of all templates in byte order.
  package var names: [String] {
    templates.keys.ordered(byBytesOf: \.self)
  }

  /// Compiles a template for pages of a shape; nil if a diagnostic is an error.
  package func compile(_ name: String, for shape: Shape) -> (Template?, [Diagnostic]) {
    let compiled = Compiler.compile(name, for: shape, in: templates, words: words, placing: placing)
    return (compiled.program.map { Template(program: $0) }, compiled.diagnostics)
  }

  /// Compiles the templates of several kinds of pages, reporting each error in shared files once.
  ///
  /// - Parameter wanted: The names of the templates with the shapes of their pages.
  /// - Returns: The compiled templates by name, without those that have errors; the diagnostics; and the addresses in
  ///   the templates' own text.
  package func compile(
    _ wanted: [(name: String, shape: Shape)]
  ) -> (templates: [String: Template], diagnostics: [Diagnostic], addresses: Set<WrittenAddress>) {
    var compiled: [String: Template] = [:]
    var diagnostics: [Diagnostic] = []
    var addresses: Set<WrittenAddress> = []
    var seen: Set<Diagnostic> = []
    for (name, shape) in wanted {
      var (program, found, written) = Compiler.compile(
        name, for: shape, in: templates, words: words, placing: placing)
      addresses.formUnion(written)
      if let whole = program, let template = templates[name], let empty = emptiness(of: whole, template) {
        found.append(empty)
        program = nil
      }
      compiled[name] = program.map { Template(program: $0) }
      for diagnostic in found {
        var plain = diagnostic
        (plain.suggestion, plain.help, plain.notes) = (nil, nil, [])
        if seen.insert(plain).inserted { diagnostics.append(diagnostic) }
      }
    }
    return (compiled, diagnostics, addresses)
  }
}
