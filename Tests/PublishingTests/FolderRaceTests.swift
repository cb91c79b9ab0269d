import TestSupport
import Testing

@testable import Publishing

/// Tasks that need the same folder at the same time.
struct FolderRaceTests {
  @Test func `a folder that another task makes first is used`() async throws {
    let folder = try TemporaryFolder()
    let root = try Folder(at: folder.path)
    let failures = await withTaskGroup(of: [String].self) { group in
      for _ in 0..<8 {
        group.addTask {
          var failures: [String] = []
          for round in 0..<2000 {
            do throws(SystemError) {
              _ = try FolderCursor(root: root).made("\(round)")
            } catch {
              failures.append("\(round): \(error.reason)")
            }
          }
          return failures
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(failures == [])
  }
}
