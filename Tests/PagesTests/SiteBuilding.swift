import Comparison
import Diagnostics
import Pages
import TestSupport

/// A site in memory with its pages as text.
struct MadeSite {
  var site: Site?
  /// Every diagnostic as it is printed.
  var report: String

  /// Builds the small site with what a test adds to it; templates are named below `Templates`.
  static func building(
    _ files: [String: String], otherFiles: [String] = [], templates: [String: String] = [:],
    baseURL: String? = "https://example.org/"
  ) async -> MadeSite {
    await building(
      SiteInMemory.small(files, otherFiles: otherFiles), templates: templates, baseURL: baseURL)
  }

  /// Builds a site of just the documents that it has.
  static func building(
    _ site: SiteInMemory, templates: [String: String] = [:], baseURL: String? = "https://example.org/"
  ) async -> MadeSite {
    var site = site
    site.tree.templates = templates.sorted { $0.key < $1.key }.map {
      SourceText(path: "Templates/" + $0.key, $0.value)
    }
    let (result, diagnostics) = await makeSite(
      from: site.tree, options: BuildOptions(baseURL: baseURL))
    let formatter = DiagnosticFormatter(format: .text, sources: site.tree.texts + BundledTheme.templates)
    return MadeSite(site: result, report: formatter.string(for: diagnostics))
  }

  /// The path of every file of the output, in order.
  var paths: [String] { site?.files.map(\.path) ?? [] }

  /// The text of every file of the output whose path is wanted.
  func texts(where isWanted: (String) -> Bool) -> [String: String] {
    var texts: [String: String] = [:]
    for file in site?.files ?? [] where isWanted(file.path) {
      if case .made(let make) = file.content { texts[file.path] = String(decoding: make(), as: UTF8.self) }
    }
    return texts
  }

  /// The text of a file of the output.
  func text(_ path: String) -> String? {
    guard let file = site?.files.first(where: { $0.path == path }), case .made(let make) = file.content else {
      return nil
    }
    return String(decoding: make(), as: UTF8.self)
  }
}
