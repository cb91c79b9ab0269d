import Comparison
import Diagnostics
import Pages
import TestSupport
import Testing

/// The scripts of a theme: which pages load them, and under which names.
struct ThemeModuleTests {
  private func build(_ files: [String: String]) async -> MadeSite {
    var site = SiteInMemory.small([
      "matrices/all.md": "---\nname: All\n---\n", "items/a.md": "---\nname: A\n---\n",
    ])
    site.tree.themeFiles = files.map { ("Templates/assets/" + $0.key, Array($0.value.utf8)) }
    let (result, diagnostics) = await makeSite(
      from: site.tree, options: BuildOptions(baseURL: "https://example.org/"))
    return MadeSite(
      site: result, report: DiagnosticFormatter(format: .text, sources: []).string(for: diagnostics))
  }

  /// The published path of a file of the theme.
  private func path(_ name: String, in made: MadeSite) -> String {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    return made.site?.files.map(\.path).first {
      $0.hasPrefix("assets/\(name[..<dot]).") && $0.hasSuffix(name[dot...])
    } ?? "no \(name)"
  }

  private func text(_ name: String, in made: MadeSite) -> String? { made.text(path(name, in: made)) }

  @Test func `imports lead to the published names`() async {
    let made = await build([
      "kinds/matrix.js": """
      import first, { second as third } from "../parts/one.js"
      import
        '../parts/two.js';
      export { x } from "./near.js"; export * from"../parts/one.js"
      const later = () => import("../parts/one.js"), data = import('../parts/data.json', { with: {} })
      """, "kinds/near.js": "export const x = 1", "parts/one.js": "1", "parts/two.js": "2",
      "parts/data.json": "{}",
    ])
    let one = "../\(path("parts/one.js", in: made).dropFirst(7))"
    let two = "../\(path("parts/two.js", in: made).dropFirst(7))"
    let near = "./\(path("kinds/near.js", in: made).dropFirst(13))"
    #expect(
      text("kinds/matrix.js", in: made) == """
        import first, { second as third } from "\(one)"
        import
          '\(two)';
        export { x } from "\(near)"; export * from"\(one)"
        const later = () => import("\(one)"), data = import('../parts/data.json', { with: {} })
        """)
    #expect(one.count == "../parts/one.00112233445566778899aabbccddeeff.js".count)
  }

  @Test func `what only looks like an import is left alone`() async {
    let script = """
      // import "../a.js"
      /* import "../b.js" */ const text = 'import "../c.js"', more = "from '../d.js'"
      const template = `import "../e.js" ${text ? `from "../f.js"` : { from: "../g.js" }} from "../h.js"`
      const quotes = /["'`/]/g, half = 4 / 2, third = more / "import".length
      Array.from("../i.js"); it.import("../j.js"); import(text); import("../k/" + more); import.meta.url
      if (half) return /import "\\/l.js"/
      """
    let made = await build(["kinds/value.js": script])
    #expect(made.report == "")
    #expect(text("kinds/value.js", in: made) == script)
  }

  @Test func `the theme's own scripts are published without the lines that are comments alone`() async {
    let script = """
      // A reason.
      const a = 1 // Another.
        // Indented.
      const b = "// a text", c = `
      // a template`

      /* // */ const d = 4
      //
      """
    let made = await build(["kinds/matrix.js": script, "kinds/value.js": script])
    #expect(
      text("kinds/matrix.js", in: made) == """
        const a = 1 // Another.
        const b = "// a text", c = `
        // a template`

        /* // */ const d = 4

        """)
    #expect(text("kinds/value.js", in: made) == script, "what a site adds may hold a licence")
  }

  @Test func `a change of a module renames what needs it, and nothing else`() async {
    var files = [
      "kinds/matrix.js": "import '../m/a.js'", "m/a.js": "import './b.js'", "m/b.js": "1",
      "kinds/home.js": "2",
    ]
    let first = await build(files)
    files["m/b.js"] = "3"
    let second = await build(files)
    let changed = files.keys.sorted().filter { path($0, in: first) != path($0, in: second) }
    #expect(changed == ["kinds/matrix.js", "m/a.js", "m/b.js"])
  }

  @Test func `scripts and styles of one kind of page are loaded by its pages alone`() async throws {
    let made = await build([
      "kinds/matrix.js": "import '../m/a.js'; import '../m/c.js'", "kinds/matrix.css": "a{}",
      "m/a.js": "import './b.js'", "m/b.js": "1", "m/c.js": "import './b.js'",
    ])
    let matrix = try #require(made.text("matrices/all/index.html"))
    let loads = [
      #"<link rel="stylesheet" href="../../\#(path("kinds/matrix.css", in: made))">"#,
      #"<script type="module" src="../../\#(path("kinds/matrix.js", in: made))"></script>"#,
      #"<link rel="modulepreload" href="../../\#(path("m/b.js", in: made))">"#,
      #"<link rel="modulepreload" href="../../\#(path("m/a.js", in: made))">"#,
      #"<link rel="modulepreload" href="../../\#(path("m/c.js", in: made))">"#,
    ]
    #expect(matrix.contains(loads.joined(separator: "\n")))
    let item = try #require(made.text("items/a/index.html"))
    #expect(!item.contains("module") && !item.contains("kinds/matrix"))
  }

  @Test func `modules that do not exist and circles are errors at their place`() async {
    let made = await build([
      "kinds/matrix.js":
        "import \"../m/a.js\"\nimport \"../m/bb.js\"\nimport \"./nothing-like-it.js\"\nimport \"lodash\"\n",
      "m/a.js": "import \"./b.js\"\nimport \"./a.js\"", "m/b.js": "1;  import \"./a.js\"",
    ])
    #expect(made.site == nil)
    #expect(
      made.report == """
        error[unknown-module]: "../m/bb.js" is no file of the theme
         --> Templates/assets/kinds/matrix.js:2:9
          = did you mean "../m/b.js"?

        error[unknown-module]: "./nothing-like-it.js" is no file of the theme
         --> Templates/assets/kinds/matrix.js:3:9

        error[unknown-module]: "lodash" is no address of a module
         --> Templates/assets/kinds/matrix.js:4:9
          = help: a module of the theme is named from the folder of the script: "./lodash.js"

        error[module-cycle]: "assets/m/a.js" imports itself
         --> Templates/assets/m/a.js:2:9
          = help: move what both need into a module of its own

        error[module-cycle]: "assets/m/a.js" imports itself by way of "assets/m/b.js"
         --> Templates/assets/m/b.js:1:13
          = help: move what both need into a module of its own


        """)
  }

  @Test func `a script that nothing loads, and one of no kind of page, are told of`() async {
    let made = await build(["vendor/x.js": "1", "kinds/matrx.js": "2"])
    #expect(
      made.report == """
        warning[unknown-page-kind]: there is no kind of page "matrx"
         --> Templates/assets/kinds/matrx.js
          = did you mean "matrix"?

        warning[unused-module]: no page and no script loads "assets/vendor/x.js"
         --> Templates/assets/vendor/x.js
          = help: a script that every page loads stands directly in Templates/assets, one of a single kind of page in Templates/assets/kinds: kinds/matrix.js


        """)
  }
}
