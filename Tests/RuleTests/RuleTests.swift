import Diagnostics
import Foundation
import Testing

/// The tables of rules beside the code that uses them.
struct RuleTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The texts of all Swift sources, by whether they are tables of rules.
  private static func sources(ofRules: Bool) throws -> [String] {
    let folder = root.appending(path: "Sources").path(percentEncoded: false)
    let files = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
    return try files.filter { file in
      file.hasSuffix(".swift") && file.hasPrefix("Diagnostics/Rules/") == ofRules
    }.map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
  }

  /// The rules as they are declared: their names in the code and their ids.
  static func declared() throws -> [(name: String, id: String)] {
    try sources(ofRules: true).flatMap { text in
      text.matches(of: /package static let (\w+) = [\w.]+\(\s*"([^"]*)"/).map { (String($0.1), String($0.2)) }
    }
  }

  @Test func `every rule that is declared is in the list, once`() throws {
    let ids = Diagnostic.Rule.all.map(\.id)
    #expect(ids.count > 100)
    #expect(ids.sorted() == Set(ids).sorted())
    #expect(try Self.declared().map(\.id).sorted() == ids.sorted())
  }

  @Test func `every rule is one that something reports`() throws {
    let text = try Self.sources(ofRules: false).joined()
    let used = Set(text.matches(of: /\.([a-z]\w*)/).map { String($0.1) })
    #expect(try Self.declared().map(\.name).filter { !used.contains($0) } == [])
  }

  @Test(arguments: Diagnostic.Rule.all)
  func `a rule has an id of words, and says in sentences what it means`(rule: Diagnostic.Rule) {
    #expect(rule.id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
    for text in [rule.meaning, rule.reason, rule.remedy] {
      #expect(text.first?.isLowercase == false && text.hasSuffix("."), "\(rule.id): \(text)")
      #expect(text.count < 300, "\(rule.id): \(text)")
    }
    #expect(!rule.meaning.dropLast().contains(". "), "\(rule.id): \(rule.meaning)")
    #expect(Diagnostic.Rule(id: rule.id) == rule)
  }

  @Test func `an id that is none names no rule`() {
    for id in ["", "unknown", "unknown-sources", "Unknown-Source"] { #expect(Diagnostic.Rule(id: id) == nil) }
  }
}

extension Diagnostic.Rule: CustomTestStringConvertible {
  public var testDescription: String { id }
}
