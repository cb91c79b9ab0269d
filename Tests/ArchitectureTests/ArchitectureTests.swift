import Foundation
import Testing

/// Who may import whom, and who owns which foreign interface.
struct ArchitectureTests {
  /// The modules of this package that each target may import.
  static let directions: [String: Set<String>] = [
    "TextEncoding": [],
    "Diagnostics": ["TextEncoding"],
    "Templating": ["Diagnostics", "TextEncoding"],
    "MarkdownParsing": ["Diagnostics", "TextEncoding", "CCMarkGFM", "CLibYAML"],
    "Incremental": ["TextEncoding", "CCurrentReads"],
    "Comparison": ["Incremental", "Diagnostics", "TextEncoding", "MarkdownParsing"],
    "Pages": [
      "Comparison", "Incremental", "MarkdownParsing", "Templating", "Diagnostics", "TextEncoding",
      "CBundledTheme",
    ],
    "Importing": ["Comparison", "MarkdownParsing", "Diagnostics", "TextEncoding"],
    "Publishing": ["Pages", "Comparison", "Incremental", "Diagnostics", "TextEncoding"],
    "Preview": ["Publishing", "Pages", "Diagnostics", "TextEncoding", "CPreviewClient"],
    "collate": ["Preview", "Publishing", "Pages", "Importing", "Comparison", "Diagnostics", "TextEncoding"],
  ]

  /// Modules from outside, and the one target or file that may import each.
  static let owners: [(module: String, owner: String)] = [
    ("CCMarkGFM", "MarkdownParsing"), ("CLibYAML", "MarkdownParsing"), ("CBundledTheme", "Pages"),
    ("CCurrentReads", "Incremental"), ("CPreviewClient", "Preview"),
    ("NIOCore", "Preview"), ("NIOHTTP1", "Preview"), ("NIOPosix", "Preview"),
    ("ArgumentParser", "collate"),
  ]
  /// Modules that several files of their owner import.
  static let wide: Set<String> = ["ArgumentParser", "NIOCore", "NIOHTTP1"]

  /// The targets that may call the operating system.
  static let impure: Set<String> = ["Publishing", "Preview", "collate"]
  static let system: Set<String> = [
    "Glibc", "Musl", "Darwin", "Foundation", "FoundationEssentials", "Dispatch", "Synchronization",
  ]

  @Test func `imports go one way`() throws {
    var wrong: [String] = []
    let modules = Set(Self.directions.keys).union([
      "CCMarkGFM", "CLibYAML", "CBundledTheme", "CPreviewClient", "CCurrentReads",
    ])
    for source in try sources() {
      let allowed = try #require(
        Self.directions[source.target], "\(source.target) is not in the list of targets")
      for module in source.imports where modules.contains(module) && !allowed.contains(module) {
        wrong.append("\(source.path) imports \(module)")
      }
    }
    #expect(wrong == [])
  }

  @Test func `every foreign interface has one owner, in one file`() throws {
    for (module, owner) in Self.owners {
      let importers = try sources().filter { $0.imports.contains(module) }
      #expect(Set(importers.map(\.target)) == [owner], "importers of \(module)")
      if !Self.wide.contains(module) { #expect(importers.count == 1, "\(module): \(importers.map(\.path))") }
    }
  }

  @Test func `below publishing nothing reaches the system`() throws {
    let wrong = try sources().filter { source in
      !Self.impure.contains(source.target) && !Set(source.imports).isDisjoint(with: Self.system)
    }
    // The locks round cmark's process-wide table and round what is made once and kept are all that is needed of the system.
    let locks = [
      "Sources/MarkdownParsing/", "Sources/Pages/Planning/Lazy.swift",
      "Sources/Pages/Planning/RecentValues.swift",
    ]
    #expect(wrong.map(\.path).filter { path in !locks.contains { path.hasPrefix($0) } } == [])
    #expect(wrong.flatMap(\.imports).filter { Self.system.contains($0) && $0 != "Synchronization" } == [])
  }

  @Test func `no input reaches a trap`() throws {
    let marks = ["try!", "fatalError(", "preconditionFailure(", "as!", "unsafelyUnwrapped", "TODO", "FIXME"]
    var found: [String] = []
    for source in try sources() {
      for (number, line) in source.lines.enumerated() where marks.contains(where: { line.contains($0) }) {
        found.append("\(source.path):\(number + 1): \(line)")
      }
    }
    #expect(found == [])
  }

  @Test func `the compiled-in theme is the folder Templates`() throws {
    let folder = Self.root.appending(path: "Templates")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path(percentEncoded: false)))
      .compactMap { $0 as? String }
      .filter { path in
        var isFolder: ObjCBool = false
        let whole = folder.appending(path: path).path(percentEncoded: false)
        return FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder) && !isFolder.boolValue
          && !path.split(separator: "/").contains { $0.hasPrefix(".") }
      }
    let list = try String(
      contentsOf: Self.root.appending(path: "Sources/CBundledTheme/ThemeFiles.inc"), encoding: .utf8)
    let listed = list.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("    {\"") else { return nil }
      return line.dropFirst(6).split(separator: "\"").first.map(String.init)
    }
    #expect(listed.sorted() == files.sorted(), "run Scripts/list-theme")
  }

  @Test func `the README's code map names every target, and what each may import`() throws {
    var mapped: [String: Set<String>] = [:]
    for cells in try rows(of: "README.md") where cells[0].hasPrefix("`Sources/") {
      let targets = cells[0].split(separator: "`").filter { $0.hasPrefix("Sources/") }
      let imports = cells[2] == "nothing" ? [] : Set(cells[2].split(separator: ", ").map(String.init))
      for target in targets { mapped[String(target.dropFirst("Sources/".count))] = imports }
    }
    let targets = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "Sources").path(percentEncoded: false))
    var expected = Self.directions
    for target in targets where expected[target] == nil { expected[target] = [] }
    #expect(mapped == expected)
  }

  /// A newcomer should find these in one guess by the names of folders and files alone.
  @Test func `the answers to where things are name files that have them`() throws {
    var wrong: [String] = []
    var answers = 0
    for cells in try rows(of: "Docs/architecture.md") where cells[0].hasSuffix("?") {
      let names = cells[1].split(separator: "`").map(String.init)
      let text = try String(contentsOf: Self.root.appending(path: names[0]), encoding: .utf8)
      if names.count < 3 || !text.contains(names[2]) { wrong.append(cells[0]) }
      answers += 1
    }
    #expect(wrong == [])
    #expect(answers >= 5)
  }

  @Test func `the guide for contributors names files that are there`() throws {
    let guide = try String(contentsOf: Self.root.appending(path: "CONTRIBUTING.md"), encoding: .utf8)
    let paths = guide.matches(
      of: /(?:Sources|Tests|Docs|Templates|Benchmarks|Scripts)\/[\w\/.\-]*\w/
    ).map { String($0.0) }
    let missing = paths.filter {
      !FileManager.default.fileExists(atPath: Self.root.appending(path: $0).path(percentEncoded: false))
    }
    #expect(missing == [])
    #expect(paths.count > 20)
  }

  /// What messages call a page whose path is taken.
  static let namesOfPages: Set<String> = ["the page", "the redirect from"]

  /// The words of pages stand in Templates/words. What a record or a field is ends with a full stop, and is for authors of themes.
  @Test func `the folders of pages hold no words of their own`() throws {
    let machinery =
      /\/(Theme|Words|Routing|Data)\/|(Data|CSV|Formats|Links|SiteBuild|SitePlan|Headers|HostLimits)\.swift$/
    var found: [String] = []
    for source in try sources() where source.target == "Pages" && source.path.firstMatch(of: machinery) == nil
    {
      for (number, line) in source.lines.enumerated()
      where !line.trimmingCharacters(in: .whitespaces).hasPrefix("//") {
        for literal in line.matches(of: /"((?:[^"\\]|\\.)*)"/) {
          let text = literal.output.1.replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "")
          let isSummary = text.hasSuffix(".") || text.hasSuffix("…") || text.contains("`")
          if isSummary || Self.namesOfPages.contains(String(text)) { continue }
          if text.firstMatch(of: /[A-Za-z]{2,}[,;:]? [A-Za-z]{2,}/) != nil {
            found.append("\(source.path):\(number + 1): \(text)")
          }
        }
      }
    }
    #expect(found == [])
  }

  /// The cells of the tables in a document.
  private func rows(of document: String) throws -> [[String]] {
    let text = try String(contentsOf: Self.root.appending(path: document), encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("|") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  // MARK: Reading the sources

  struct Source {
    var path: String
    var target: String
    var lines: [String]

    var imports: [String] {
      lines.compactMap { line in
        let words = line.split(separator: " ").map(String.init)
        guard let place = words.firstIndex(of: "import"), place <= 2, words.count > place + 1 else {
          return nil
        }
        if words.first?.hasPrefix("//") ?? true { return nil }
        return words[place + 1].split(separator: ".").first.map(String.init)
      }
    }
  }

  static var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  func sources() throws -> [Source] {
    let folder = Self.root.appending(path: "Sources").path(percentEncoded: false)
    let files = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
    return try files.filter { $0.hasSuffix(".swift") }.sorted().map { file in
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return Source(path: "Sources/" + file, target: String(file.prefix { $0 != "/" }), lines: lines)
    }
  }
}
