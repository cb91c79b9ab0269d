import Comparison
import Diagnostics
import Foundation
import Pages
import Publishing
import Testing

/// Whole sites with the output that they must give, file by file.
///
/// `RECORD_GOLDEN_SITES=1 swift test --filter GoldenSiteTests` writes what comes out into the fixtures, and fails so that nobody forgets to look at it.
struct GoldenSiteTests {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  /// Plain templates that show every field, for the sites that have none of their own: the bundled theme changes with every polish.
  static let theme = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Theme")

  static let cases: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: fixtures.path(percentEncoded: false))
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test func `there are cases`() { #expect(Self.cases.count >= 3) }

  @Test(arguments: cases)
  func `a site gives what it must`(name: String) async throws {
    let folder = Self.fixtures.appending(path: name)
    let actual = try await Self.output(of: folder)
    let expectedFolder = folder.appending(path: "expected")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN_SITES"] != nil {
      try Self.record(actual, in: expectedFolder)
      Issue.record("recorded \(name); look at the difference, and run again without RECORD_GOLDEN_SITES")
      return
    }
    let expected = try Self.files(in: expectedFolder)
    #expect(actual.keys.sorted() == expected.keys.sorted())
    for (path, text) in expected.sorted(by: { $0.key < $1.key }) {
      #expect(actual[path] == text, "\(name)/expected/\(path)")
    }
  }

  /// Every file of the output as text, and the diagnostics as the file `diagnostics.txt`.
  static func output(of folder: URL) async throws -> [String: String] {
    var (tree, reading) = try discover(site: folder.path(percentEncoded: false))
    if tree.templates.isEmpty {
      tree.templates = try discover(site: theme.path(percentEncoded: false)).0.templates
    }
    let (site, problems) = await makeSite(from: tree, options: BuildOptions(jobs: 2))
    var files: [String: String] = [:]
    for file in site?.files ?? [] {
      switch file.content {
      case .made(let make): files[file.path] = String(decoding: make(), as: UTF8.self)
      case .copied(let source): files[file.path] = "copied from \(source)\n"
      }
    }
    // The bundled theme's own style sheets, scripts and pictures change with every polish, and are no part of what a site's content gives.
    files = files.filter { file in
      !(file.key.hasPrefix("assets/") && [".css", ".js", ".png"].contains { file.key.hasSuffix($0) })
    }
    files["_headers"] = files["_headers"]?.replacing(/\.[0-9a-f]{32}\./, with: ".HASH.")
    let formatter = DiagnosticFormatter(format: .text, sources: tree.texts)
    files["diagnostics.txt"] = formatter.string(for: (reading + problems).inStableOrder())
    return files
  }

  private static func files(in folder: URL) throws -> [String: String] {
    let path = folder.path(percentEncoded: false)
    var result: [String: String] = [:]
    for case let file as String in FileManager.default.enumerator(atPath: path) ?? .init() {
      var isFolder: ObjCBool = false
      let whole = path + "/" + file
      guard FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      // `String(contentsOfFile:)` would drop the mark that a file begins with.
      result[file] = String(decoding: try Data(contentsOf: URL(filePath: whole)), as: UTF8.self)
    }
    return result
  }

  private static func record(_ files: [String: String], in folder: URL) throws {
    try? FileManager.default.removeItem(at: folder)
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }
}
