import Comparison
import Diagnostics
import Pages
import TestSupport
import Testing

/// What stands in the wrong place or under the wrong name, and whether its author is told the right one.
struct MisplacedFileTests {
  private func report(
    _ files: [String: String], otherFiles: [String] = [], templates: [String: String] = [:],
    themeFiles: [String: String] = [:]
  ) async -> String {
    var tree = SiteInMemory.small(files, otherFiles: otherFiles).tree
    tree.templates = templates.map { SourceText(path: "Templates/" + $0.key, $0.value) }
    tree.themeFiles = themeFiles.map { ("Templates/" + $0.key, Array($0.value.utf8)) }
    let options = BuildOptions(baseURL: "https://example.org/")
    let (_, diagnostics) = await makeSite(from: tree, options: options)
    return DiagnosticFormatter(format: .text, sources: tree.texts).string(for: diagnostics)
  }

  @Test func `words for an index that stand beside its folder are told where to go`() async {
    let report = await report(["contested.md": "---\nname: Contested\n---\n"])
    #expect(
      report == """
        error[path-clash]: "Content/contested.md" and the page "Disagreements" would both be "contested/index.html"
         --> Content/contested.md:1:1
          |
        1 | ---
          | ^^^
          = help: the words of that page stand in "Content/contested/index.md": rename it


        """)
  }

  @Test func `an index that has nothing to list is no entry of the navigation`() async {
    let report = await report([
      "site.yml": "title: T\nitems: { folder: items }\nnavigation: [matrices]\n"
    ])
    #expect(
      report == """
        error[unknown-page]: the navigation names "matrices", which is no page of this site
         --> Content/site.yml:3:14
          |
        3 | navigation: [matrices]
          |              ^^^^^^^^
          = help: there is nothing that this page would list


        """)
  }

  @Test func `settings under a name that is nearly right are pointed at`() async {
    let report = await report([:], otherFiles: ["site.yaml"])
    #expect(
      report == """
        error[unpublished-file-type]: the site's settings are in site.yml
         --> Content/site.yaml
          = help: rename it to site.yml


        """)
  }

  @Test
  func `a partial outside of its folder, and a style sheet outside of the assets, are told where to go`()
    async
  {
    let report = await report([:], templates: ["ranking.html": "x"], themeFiles: ["site.css": "x"])
    #expect(
      report == """
        warning[unused-template]: no page and no template uses "ranking.html"
         --> Templates/ranking.html
          = did you mean "partials/ranking.html"?

        note[unused-theme-file]: "Templates/site.css" is neither a template nor below "Templates/assets"
         --> Templates/site.css
          = help: style sheets, scripts, pictures and fonts go to Templates/assets


        """)
  }
}
