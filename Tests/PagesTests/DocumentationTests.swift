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

  @Test func `the smallest site of the content format builds without a word`() async throws {
    var files: [String: String] = [:]
    for block in try codeBlocks(of: "Docs/content.md") {
      let parts = block.heading.split(separator: "`")
      guard let path = parts.first, path.hasPrefix("Content/") else { continue }
      files[String(path.dropFirst("Content/".count))] = block.text
    }
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
}
