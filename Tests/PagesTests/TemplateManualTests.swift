import Comparison
import Diagnostics
import Foundation
import Templating
import TestSupport
import Testing

@testable import Pages

/// `Docs/templates.md`, whose end is what `collate reference` prints.
///
/// `RECORD_TEMPLATE_MANUAL=1 swift test --filter TemplateManualTests` writes that end anew, and fails so that nobody forgets to look at it.
struct TemplateManualTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Docs/templates.md")

  @Test func `the manual ends with what the command prints`() throws {
    let manual = try String(contentsOf: Self.file, encoding: .utf8)
    let reference = templateReference()
    let start = manual.range(of: reference.prefix { $0 != "\n" } + "\n")?.lowerBound ?? manual.endIndex
    if ProcessInfo.processInfo.environment["RECORD_TEMPLATE_MANUAL"] != nil {
      try (manual[..<start] + reference).write(to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("recorded; look at the difference, and run again without RECORD_TEMPLATE_MANUAL")
      return
    }
    let differing = zip(manual[start...].split(separator: "\n"), reference.split(separator: "\n")).first {
      $0 != $1
    }
    #expect(
      manual[start...] == reference,
      "differs at \(differing.map { "\($0)" } ?? "its end"); RECORD_TEMPLATE_MANUAL=1 writes it anew")
  }

  @Test func `every part of the bundled theme says what it is`() {
    let set = TemplateSet(BundledTheme.templates)
    let silent = set.parts.filter {
      $0.summary == nil && ($0.kind != .file || $0.template.hasPrefix("partials/"))
    }
    #expect(silent == [], "write {#- … -#} before it")
    let names = ThemeVocabulary(BundledTheme.files)
    let all = names.attributes.union(names.properties.keys)
    let definitions = set.definitions { $0.hasPrefix("--") || $0.hasPrefix("data-") }.map(\.name)
    let told = Set(definitions)
    #expect(told.count == definitions.count, "each name is told of once")
    #expect(all.subtracting(told).sorted() == [], "write `name: What it is.` into a comment of a template")
    #expect(told.subtracting(all).sorted() == [], "nothing has this name")
    #expect(names.properties["--paper"]?.value == "#fff")
    #expect(names.properties["--paper"]?.darkValue == "#111618")
    #expect(names.attributes.contains("data-theme") && !names.attributes.contains("data-macros"))
  }

  /// The files of the theme that the manual shows, by path.
  private func theme() throws -> [String: String] {
    let manual = try String(contentsOf: Self.file, encoding: .utf8)
    var files: [String: String] = [:]
    var path = ""
    var block: String?
    for line in manual.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let block { files[path] = block }
        block = block == nil ? "" : nil
      } else if block != nil {
        block?.append(line + "\n")
      } else if line.hasPrefix("`Templates/") {
        path = line.split(separator: "`").first.map(String.init) ?? ""
      }
    }
    return files
  }

  @Test func `the theme that the manual shows builds without a word`() async throws {
    let theme = try theme()
    #expect(theme.keys.sorted() == ["Templates/assets/theme.css", "Templates/partials/item-rail.html"])
    var tree = SiteInMemory([
      "site.yml": "title: T\nitems: { folder: items, one: item, many: items }\n",
      "items/x.md": """
      ---
      name: X
      facts:
        shape:
          - { value: round, sources: [one] }
          - { value: square, sources: [two] }
      ---
      """,
      "criteria/shape.md": "---\nname: Shape\ntype: text\n---\n", "sources/one.md": "---\nname: One\n---\n",
      "sources/two.md": "---\nname: Two\n---\n",
    ]).tree
    for (path, text) in theme {
      if path.hasSuffix(".html") {
        tree.templates.append(SourceText(path: path, text))
      } else {
        tree.themeFiles.append((path: path, bytes: Array(text.utf8)))
      }
    }
    let (site, diagnostics) = await makeSite(
      from: tree, options: BuildOptions(baseURL: "https://example.org/"))
    #expect(DiagnosticFormatter(format: .text, sources: tree.texts).string(for: diagnostics) == "")
    let page = try #require(site?.files.file(at: "items/x/index.html")?.content)
    guard case .made(let make) = page else {
      Issue.record("the page is no file that is made")
      return
    }
    let html = String(decoding: make(), as: UTF8.self)
    #expect(
      html.contains(
        "<strong>The sources disagree</strong> on 1 criterion:\n<a href=\"#Fact_shape\">shape</a>."))
    #expect(
      html.firstRange(of: "assets/site.").map { html[$0.upperBound...].contains("assets/theme.") } == true)
  }
}
