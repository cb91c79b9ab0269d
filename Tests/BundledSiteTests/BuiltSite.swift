import Comparison
import Diagnostics
import Foundation
import Pages
import Publishing

/// The bundled site, built in memory from the repository's own content and templates.
struct BuiltSite: Sendable {
  /// Every file by its path.
  var files: [String: [UInt8]]
  var diagnostics: [Diagnostic]

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The site as most tests look at it, built once.
  static let shared = Task { try await building() }

  static func building(jobs: Int = 2, shuffled: Bool = false) async throws -> BuiltSite {
    var (tree, reading) = try discover(site: root.path(percentEncoded: false))
    if shuffled {
      tree.documents.reverse()
      tree.otherFiles.reverse()
    }
    let (site, problems) = await makeSite(from: tree, options: BuildOptions(jobs: jobs))
    var files: [String: [UInt8]] = [:]
    for file in site?.files ?? [] {
      switch file.content {
      case .made(let make): files[file.path] = make()
      case .copied(let source): files[file.path] = Array(try Data(contentsOf: root.appending(path: source)))
      }
    }
    return BuiltSite(files: files, diagnostics: reading + problems)
  }

  /// Every HTML file in order of path, read once.
  let pages: [(path: String, html: MarkupScan)]

  private init(files: [String: [UInt8]], diagnostics: [Diagnostic]) {
    self.files = files
    self.diagnostics = diagnostics
    pages = files.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }.map {
      ($0.key, MarkupScan($0.value))
    }
  }
}

/// The elements of a page with their attributes, as far as tests ask for them.
struct MarkupScan: Sendable {
  struct Element: Sendable {
    var name: String
    var attributes: [String: String]
    /// The text up to the next tag.
    var following: String
  }

  var elements: [Element] = []

  /// Reads start tags one after the other; the pages are our own output, in which attributes are always quoted.
  init(_ bytes: [UInt8]) {
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      guard let first = rest.first, first.isLetter else { continue }
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
      rest = rest.dropFirst(name.count)
      var attributes: [String: String] = [:]
      while let next = rest.first(where: { !$0.isWhitespace }), next != ">", next != "/" {
        rest = rest.drop { $0.isWhitespace }
        let key = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != ">" && $0 != "/" }
        rest = rest.dropFirst(key.count)
        var value = ""
        if rest.first == "=", rest.dropFirst().first == "\"" {
          let quoted = rest.dropFirst(2)
          let end = quoted.firstIndex(of: "\"") ?? quoted.endIndex
          value = Self.unescaped(String(quoted[..<end]))
          rest = quoted[end...].dropFirst()
        }
        if key.isEmpty { break }
        attributes[String(key)] = value
      }
      guard let close = rest.firstIndex(of: ">") else { break }
      rest = rest[rest.index(after: close)...]
      elements.append(
        Element(name: String(name), attributes: attributes, following: String(rest.prefix { $0 != "<" })))
    }
  }

  var ids: [String] { elements.compactMap { $0.attributes["id"] } }

  private static func unescaped(_ text: String) -> String {
    var text = text
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacingOccurrences(of: entity, with: character)
    }
    return text
  }
}
