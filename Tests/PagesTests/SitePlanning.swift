import Comparison
import Diagnostics
import Pages
import TestSupport

/// Tests of which files a site has, and of what keeps it from being published.
protocol SitePlanning {}

extension SitePlanning {
  func build(
    _ files: [String: String], otherFiles: [String] = [], templates: [String: String] = [:],
    themeFiles: [String: String] = [:], baseURL: String? = "https://example.org/sub/"
  ) async -> (site: Site?, report: String) {
    var site = SiteInMemory.small(files, otherFiles: otherFiles)
    site.tree.templates = templates.sorted { $0.key < $1.key }.map {
      SourceText(path: "Templates/" + $0.key, $0.value)
    }
    site.tree.themeFiles = themeFiles.map { ("Templates/" + $0.key, Array($0.value.utf8)) }
    let (result, diagnostics) = await makeSite(from: site.tree, options: BuildOptions(baseURL: baseURL))
    let formatter = DiagnosticFormatter(format: .text, sources: site.tree.texts + BundledTheme.templates)
    return (result, formatter.string(for: diagnostics))
  }

  func text(_ path: String, in site: Site?) -> String? {
    guard let file = site?.files.first(where: { $0.path == path }), case .made(let make) = file.content else {
      return nil
    }
    return String(decoding: make(), as: UTF8.self)
  }
}
