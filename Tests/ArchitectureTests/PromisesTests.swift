import Foundation
import Testing

/// `Docs/promises.md` names the tests that hold each promise; whoever renames one of them learns of it here.
struct PromisesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The named tests that are not where a row says, as `file: name`.
  private func missing(in document: String) -> [String] {
    document.split(separator: "`").map(String.init).filter { span in
      guard let colon = span.firstRange(of: ": "), span[..<colon.lowerBound].contains("/") else {
        return false
      }
      let file = String(span[..<colon.lowerBound])
      let name = String(span[colon.upperBound...])
      let isPython = file.hasSuffix(".py")
      let path = "Tests/" + (isPython ? file : file + ".swift")
      let text = (try? String(contentsOf: Self.root.appending(path: path), encoding: .utf8)) ?? ""
      return !text.contains(isPython ? "def \(name)(" : "func `\(name)`(")
    }
  }

  @Test func `every promise has its tests, and every test that is named exists`() throws {
    let document = try String(contentsOf: Self.root.appending(path: "Docs/promises.md"), encoding: .utf8)
    #expect(missing(in: document) == [])
    let rows = document.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| what |") }
    #expect(rows.count > 40)
    for row in rows
    where row.split(separator: "`").filter({ $0.contains("Tests/") || $0.contains(".py: ") }).isEmpty {
      #expect(row.contains("not tested"), "\(row)")
    }
  }

  @Test func `a test that is not there is noticed`() {
    let text =
      "| 1 | `ArchitectureTests/PromisesTests: no such name` | `Site/test_hostile.py: test_no_such_name` |"
    #expect(
      missing(in: text) == [
        "ArchitectureTests/PromisesTests: no such name", "Site/test_hostile.py: test_no_such_name",
      ])
  }
}
