import Comparison
import Diagnostics
import Foundation
import Pages
import TestSupport
import Testing

/// What the documentation shows is taken out of it and built, so that it stays true.
struct DocumentationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A block of code, and the last line of words above it.
  private struct CodeBlock {
    var heading: String
    var text: String
  }

  private func codeBlocks(of path: String) throws -> [CodeBlock] {
    let document = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    var blocks: [CodeBlock] = []
    var words = ""
    var open: CodeBlock?
    for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let block = open { blocks.append(block) }
        open = open == nil ? CodeBlock(heading: words, text: "") : nil
      } else if open != nil {
        open?.text += line + "\n"
      } else if !line.isEmpty {
        words = String(line)
      }
    }
    return blocks
  }

  private func build(_ files: [String: String]) async -> (pages: [String: String], report: String) {
    let tree = SiteInMemory(files).tree
    let (site, diagnostics) = await makeSite(
      from: tree, options: BuildOptions(baseURL: "https://example.org/"))
    var pages: [String: String] = [:]
    for file in site?.files ?? [] {
      if case .made(let make) = file.content { pages[file.path] = String(decoding: make(), as: UTF8.self) }
    }
    return (pages, DiagnosticFormatter(format: .text, sources: tree.texts).string(for: diagnostics))
  }

  @Test func `the item in the read-me builds without a word`() async throws {
    let item = try #require(codeBlocks(of: "README.md").first { $0.text.hasPrefix("---\nname: Django\n") })
    var files = [
      "site.yml": "title: T\nitems: { folder: frameworks, one: framework, many: frameworks }\n",
      "frameworks/django.md": item.text, "frameworks/flask.md": "---\nname: Flask\n---\n",
      "criteria/language.md": "---\nname: Language\ntype: choice\nvalues: { python: Python }\n---\n",
      "criteria/architecture.md":
        "---\nname: Architecture\ntype: choice\nvalues: { mvc: MVC, mvt: MVT }\n---\n",
      "criteria/licence.md": "---\nname: Licence\ntype: choice\nvalues: { bsd-3: BSD }\n---\n",
      "criteria/security.md": "---\nname: Security\n---\n",
    ]
    for source in ["consider-2023", "directual", "tech-platform"] {
      files["sources/\(source).md"] = "---\nname: \(source)\n---\n"
    }
    let (pages, report) = await build(files)
    #expect(report == "")
    let page = try #require(pages["frameworks/django/index.html"])
    for shown in ["uards against forged requests", "as long as its middleware is left on", "is larger than"] {
      #expect(page.contains(shown))
    }
    #expect(pages["contested/index.html"]?.contains("Architecture") == true)
    #expect(pages["used-by/instagram/index.html"]?.contains("Django") == true)
  }

  /// The files of the smallest site, as the content format shows them.
  private func smallestSite() throws -> [String: String] {
    var files: [String: String] = [:]
    for block in try codeBlocks(of: "Docs/content.md") {
      let parts = block.heading.split(separator: "`")
      guard let path = parts.first, path.hasPrefix("Content/") else { continue }
      files[String(path.dropFirst("Content/".count))] = block.text
    }
    return files
  }

  @Test func `the smallest site of the content format builds without a word`() async throws {
    let files = try smallestSite()
    #expect(
      files.keys.sorted() == [
        "criteria/brew-time.md", "methods/moka-pot.md", "site.yml", "sources/kitchen-lab.md",
      ])
    let (pages, report) = await build(files)
    #expect(report == "")
    let page = try #require(pages["methods/moka-pot/index.html"])
    for shown in ["Moka pot", "5 minutes", "trong, and never thin", "Kitchen Lab"] {
      #expect(page.contains(shown))
    }
  }

  @Test func `what the description of the data shows is in the files of that site`() async throws {
    var files = try smallestSite()
    files["criteria/taste.md"] = "---\nname: Taste\n---\n"
    files["matrices/overview.md"] = "---\nname: Overview\n---\n"
    files["methods/moka-pot.md"]?.replace("name: Moka pot\n", with: "name: Moka pot\nupdated: 2025-03-02\n")
    let (made, report) = await build(files)
    #expect(report == "")
    var values: [NSObject] = []
    for (path, text) in made where path.hasSuffix(".json") {
      values += Self.parts(of: try JSONSerialization.jsonObject(with: Data(text.utf8)))
    }
    let others = made.filter { $0.key.hasSuffix(".csv") || $0.key.hasSuffix(".atom") }.values.map {
      $0.replacing("\r\n", with: "\n")
    }
    var count = 0
    for block in try codeBlocks(of: "Docs/data.md") where !block.text.hasPrefix("import") {
      count += 1
      if block.text.hasPrefix("{") {
        let shown = try #require(JSONSerialization.jsonObject(with: Data(block.text.utf8)) as? NSObject)
        #expect(values.contains { $0.isEqual(shown) }, "\(block.text)")
      } else {
        #expect(others.contains { $0.contains(block.text) }, "\(block.text)")
      }
    }
    #expect(count == 5)
  }

  /// A value of JSON and everything inside it.
  private static func parts(of value: Any) -> [NSObject] {
    let inside: [Any] =
      switch value {
      case let object as [String: Any]: Array(object.values)
      case let list as [Any]: list
      default: []
      }
    return [value as? NSObject].compactMap { $0 } + inside.flatMap(parts)
  }
}
