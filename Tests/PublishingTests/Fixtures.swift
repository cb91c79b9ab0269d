import Diagnostics
import Incremental
import Pages
import Publishing
import TestSupport

/// A site's folder with `Content` in it, and an output beside it.
struct Fixture {
  let folder: TemporaryFolder
  var options: PublishingOptions

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("site/Content")
    options = PublishingOptions(site: "\(folder.path)/site", output: "\(folder.path)/out", jobs: 2)
  }

  func publish(_ files: [String: String]) async throws(PublishingError) -> PublishingResult {
    try await publish(plan(files))
  }

  func publish(_ files: [OutputFile]) async throws(PublishingError) -> PublishingResult {
    var memory = OutputState()
    return try await publish(files, &memory)
  }

  func publish(
    _ files: [OutputFile], _ memory: inout OutputState
  ) async throws(PublishingError) -> PublishingResult {
    try await Publishing.publish(OutputFiles(files), options: options, memory: &memory)
  }

  func publish(
    _ plan: (files: [OutputFile], nodes: NodeTable?), _ memory: inout OutputState
  ) async throws(PublishingError) -> PublishingResult {
    try await Publishing.publish(
      OutputFiles(plan.files), options: options, memory: &memory, nodes: plan.nodes)
  }

  /// The diagnostic of a build that must fail, without the path of the temporary folder.
  func failure(_ files: [String: String]) async -> String {
    do throws(PublishingError) {
      return "\(try await publish(files))"
    } catch {
      return relative(text([error.diagnostic]))
    }
  }

  func relative(_ text: String) -> String { text.replacing(folder.path, with: "~") }
}

/// Files with the given texts, in order of path.
func plan(_ files: [String: String]) -> [OutputFile] {
  files.map { path, text in OutputFile(path: path, content: .made { Array(text.utf8) }) }
    .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
}

/// Diagnostics as a terminal shows them.
func text(_ diagnostics: [Diagnostic], sources: [SourceText] = []) -> String {
  DiagnosticFormatter(format: .text, sources: sources).string(for: diagnostics)
}
