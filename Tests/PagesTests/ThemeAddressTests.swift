import Comparison
import Diagnostics
import Incremental
@testable import Pages
import TestSupport
import Testing
import TextEncoding

/// What a theme loads and leads to by itself: in style sheets, and in the text of its templates.
struct ThemeAddressTests {
  private func build(
    _ assets: [String: String], templates: [String: String] = [:], otherFiles: [String] = []
  ) async -> MadeSite {
    var site = SiteInMemory.small(
      ["items/a.md": "---\nname: A\n---\n", "guides/how.md": "---\nname: How\n---\n"], otherFiles: otherFiles)
    site.tree.themeFiles = assets.map { ("Templates/assets/" + $0.key, Array($0.value.utf8)) }
    site.tree.templates = templates.sorted { $0.key < $1.key }.map {
      SourceText(path: "Templates/" + $0.key, $0.value)
    }
    let (result, diagnostics) = await makeSite(
      from: site.tree, options: BuildOptions(baseURL: "https://example.org/"))
    return MadeSite(
      site: result,
      report: DiagnosticFormatter(format: .text, sources: site.tree.templates).string(for: diagnostics))
  }

  /// The published path of a file of the theme.
  private func path(_ name: String, in made: MadeSite) -> String {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    return made.paths.first {
      $0.hasPrefix("assets/\(name[..<dot]).") && $0.hasSuffix(name[dot...].lowercased())
    } ?? "no \(name)"
  }

  // MARK: Style sheets

  @Test func `what style sheets load leads to the published names`() async {
    let made = await build(
      [
        "theme.css": """
        @import "parts/one.css" print; /* url(no.png) @import "no.css"; */ @import url( 'parts/two words.css?v=1#x' );
        @font-face { src: url(fonts/f.woff2) format("woff2"), url("../files/g.woff?v=2") }
        a { content: "url(no.png)"; background: URL(/assets/p.png), url(https://x.example/y.png), url(#here), url("data:x,y");
          cursor: image-set("p.png" 1x, "fonts/../p.png" 2x type("image/png")); mask: url(p\\.png); filter: url(icons.svg#blur) }
        @namespace svg "http://www.w3.org/2000/svg"; a::before { content: "x" url(p%2Epng) } b { --x: url() }
        """, "parts/one.css": "p{background:url(../p.png)}", "parts/two words.css": "q{}",
        "fonts/f.woff2": "f", "p.png": "p",
        "icons.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
      ], otherFiles: ["files/g.woff"])
    #expect(made.report == "")
    let one = String(path("parts/one.css", in: made).dropFirst("assets/".count))
    let two = String(path("parts/two words.css", in: made).dropFirst("assets/".count)).split(separator: " ")
      .joined(separator: "%20")
    let text = made.text(path("theme.css", in: made)) ?? ""
    #expect(
      text.contains(
        "@import \"\(one)\" print; /* url(no.png) @import \"no.css\"; */ @import url( '\(two)?v=1#x' );"))
    #expect(text.contains("src: url(fonts/f.woff2) format(\"woff2\"), url(\"../files/g.woff?v=2\")"))
    #expect(text.contains("background: URL(p.png), url(https://x.example/y.png)"), "from the root: \(text)")
    let page = made.text("items/a/index.html") ?? ""
    #expect(page.contains(path("theme.css", in: made)))
    #expect(
      !page.contains(path("parts/one.css", in: made)), "what another style sheet loads is not linked too")
  }

  @Test func `a style sheet that loads what is not there is an error at the place`() async {
    let made = await build([
      "theme.css":
        "@import \"missing.css\";\nbody{background:url(nope.png)}\n@import url(/asets/theme.css);\na{b:url(../../../x.png)}\n",
      "note.png": "x", "kinds/item.css": "a{b:url('no\\'e.png')}\n",
    ])
    #expect(made.site == nil)
    #expect(
      made.report == """
        error[dead-theme-link]: "no'e.png" is no page and no file of the site
         --> Templates/assets/kinds/item.css:1:10

        error[dead-theme-link]: "missing.css" is no page and no file of the site
         --> Templates/assets/theme.css:1:10

        error[dead-theme-link]: "nope.png" is no page and no file of the site
         --> Templates/assets/theme.css:2:21
          = did you mean "note.png"?

        warning[dead-theme-link]: "/asets/theme.css" is no page and no file of the site
         --> Templates/assets/theme.css:3:13
          = did you mean "/assets/theme.css"?
          = help: what else stands on the host has an absolute address

        error[dead-theme-link]: "../../../x.png" climbs out of the site
         --> Templates/assets/theme.css:4:9


        """)
  }

  @Test func `what a style sheet imports without conditions is written into it`() async {
    let made = await build([
      "kinds/all.css":
        "@import \"../parts/a.css\";\n@import '../parts/deep/b.css' ;\ni{background:url(../i.png)}\n",
      "parts/a.css": "@import \"deep/b.css\";a{background:url(\"../i.png\")}\n",
      "parts/deep/b.css": "b{background:url(../../i.png)}\n", "i.png": "i",
      "theme.css": "@import \"parts/c.css\";@import \"parts/a.css\" print;t{}", "parts/c.css": "c{}",
    ])
    #expect(made.report == "")
    #expect(
      made.text(path("kinds/all.css", in: made)) == """
        b{background:url(../i.png)}
        a{background:url("../i.png")}

        b{background:url(../i.png)}

        i{background:url(../i.png)}

        """, "addresses lead from the sheet that they are written into")
    let theme = made.text(path("theme.css", in: made)) ?? ""
    #expect(theme.hasPrefix("@import \"parts/c."), "an import that stays keeps those before it")
    #expect(theme.hasSuffix("\" print;t{}"))
  }

  @Test(arguments: [
    ("a { b: c; d: e }\n\n/* x */\nf  g { }\n", "a{b:c;d:e}f g{}"),
    ("a, b > c :is(d, e) f:hover { g: h; }", "a,b>c :is(d,e) f:hover{g:h}"),
    ("a::after { content: \"x  ; \\\" y\" / \"\"; }", "a::after{content:\"x  ; \\\" y\" / \"\"}"),
    (
      "@media (min-width: 3rem) and (x) { a { b: calc(1px + 2 * (3px - 1px)) !important; } }",
      "@media (min-width:3rem) and (x){a{b:calc(1px + 2 * (3px - 1px)) !important}}"
    ),
    ("a{b:url( x,y;z.png ) c;d:'\n'}", "a{b:url( x,y;z.png ) c;d:'\n'}"),
    ("a/* b */c{}", "a c{}"), ("a{b:c", "a{b:c"), ("/* open", ""), ("a{b:\\", "a{b:\\"),
  ])
  func `a bundled style sheet is published without what means nothing`(style: String, compact: String) {
    #expect(String(decoding: CompactStyle(Array(style.utf8)).text, as: UTF8.self) == compact)
  }

  @Test func `a change of what a style sheet imports renames it, and circles are errors`() async {
    let first = await build(["theme.css": "@import 'm/a.css'", "m/a.css": "a{}"])
    let second = await build(["theme.css": "@import 'm/a.css'", "m/a.css": "b{}"])
    #expect(path("theme.css", in: first) != path("theme.css", in: second))
    let circle = await build(["x.css": "@import 'm/y.css'", "m/y.css": "@import '../x.css'"])
    #expect(
      circle.report == """
        error[module-cycle]: "assets/m/y.css" imports itself by way of "assets/x.css"
         --> Templates/assets/x.css:1:10
          = help: move what both need into a style sheet of its own


        """)
  }

  @Test func `an extension in capitals is one all the same`() async {
    let made = await build(["UPPER.CSS": "a{}", "Other.Js": "1", "kinds/all.Css": "b{}"])
    #expect(made.report == "")
    let page = made.text("all/index.html") ?? ""
    for name in ["UPPER.CSS", "Other.Js", "kinds/all.Css"] {
      let path = path(name, in: made)
      #expect(path.hasSuffix(".css") || path.hasSuffix(".js"))
      #expect(page.contains(path))
    }
  }

  // MARK: Templates

  @Test func `what a template holds leads from the root of the site, under published names`() async {
    let template = """
      <!doctype html><title>{{ name }}</title><link rel=stylesheet href=assets/extra/x.css>
      <img src="assets/p.png" srcset="assets/p.png 1x, /assets/q.png?v=2 2x" alt=""> <script src='/assets/extra/y.js'></script>
      <a href="guides/how/#top">1</a> <a href="/">2</a> <a href="#x">3</a> <a href="?q=1">4</a> <a href="https://x.example/y">5</a>
      <a href="mailto:a@x.example">6</a> <a href="files/a&amp;b.txt?x=1&amp;y">7</a> <a href="{% if website %}criteria/{% endif %}">8</a>
      <a href="items/{{ name }}/?q={{ name }}">9</a> <a href="find/?q={{ name }}">10</a> <a title="assets/none.png" href="./data/">11</a>
      """
    let made = await build(
      [
        "extra/x.css": "a{}", "extra/y.js": "1", "p.png": "p",
        "q.png": "q",
      ],
      templates: ["item.html": template], otherFiles: ["files/a&b.txt"])
    #expect(made.report == "")
    #expect(
      made.text("items/a/index.html") == """
        <!doctype html><title>A</title><link rel=stylesheet href=../../\(path("extra/x.css", in: made))>
        <img src="../../assets/p.png" srcset="../../assets/p.png 1x, ../../assets/q.png?v=2 2x" alt=""> <script src='../../\(path("extra/y.js", in: made))'></script>
        <a href="../../guides/how/#top">1</a> <a href="../../">2</a> <a href="#x">3</a> <a href="?q=1">4</a> <a href="https://x.example/y">5</a>
        <a href="mailto:a@x.example">6</a> <a href="../../files/a%26b.txt?x=1&amp;y">7</a> <a href="">8</a>
        <a href="../../items/A/?q=A">9</a> <a href="../../find/?q=A">10</a> <a title="assets/none.png" href="../../data/">11</a>
        """)
  }

  @Test func `pages change with the name of what a template holds`() async throws {
    var tables: [NodeTable] = []
    for script in ["1", "2", "1"] {
      let template = "<title>{{ name }}</title><script src=\"assets/extra/y.js\"></script>"
      var site = SiteInMemory.small()
      site.tree.templates = [SourceText(path: "Templates/source.html", template)]
      site.tree.themeFiles = [("Templates/assets/extra/y.js", Array(script.utf8))]
      let (made, _) = await makeSite(from: site.tree, options: BuildOptions(records: true))
      tables.append(try #require(made?.nodes()))
    }
    #expect(tables[0] != tables[1] && tables[0] == tables[2])
  }

  @Test func `what a template holds and the site does not have is an error at the place`() async {
    let template = """
      <title>{{ name }}</title><img src="asets/icon.svg">
      <a href="/gone/">1</a> <a href="../">2</a> <a href="guides/how">3</a> <a href="../{{ name }}/">4</a>
      """
    let made = await build([:], templates: ["item.html": template])
    #expect(
      made.report == """
        error[dead-theme-link]: "asets/icon.svg" is no page and no file of the site
         --> Templates/item.html:1:36
          |
        1 | <title>{{ name }}</title><img src="asets/icon.svg">
          |                                    ^^^^^^^^^^^^^^ did you mean "assets/icon.svg"?
          = help: what a template holds leads from the site's root, on every page

        warning[dead-theme-link]: "/gone/" is no page and no file of the site
         --> Templates/item.html:2:10
          |
        2 | <a href="/gone/">1</a> <a href="../">2</a> <a href="guides/how">3</a> <a href="../{{ name }}/">4</a>
          |          ^^^^^^
          = help: what else stands on the host has an absolute address

        error[dead-theme-link]: "../" climbs out of the site
         --> Templates/item.html:2:33
          |
        2 | <a href="/gone/">1</a> <a href="../">2</a> <a href="guides/how">3</a> <a href="../{{ name }}/">4</a>
          |                                 ^^^
          = help: what a template holds leads from the site's root, on every page

        error[dead-theme-link]: "guides/how" is no page and no file of the site
         --> Templates/item.html:2:53
          |
        2 | <a href="/gone/">1</a> <a href="../">2</a> <a href="guides/how">3</a> <a href="../{{ name }}/">4</a>
          |                                                     ^^^^^^^^^^ did you mean "guides/how/"?
          = help: what a template holds leads from the site's root, on every page

        error[dead-theme-link]: "../" climbs out of the site
         --> Templates/item.html:2:80
          |
        2 | <a href="/gone/">1</a> <a href="../">2</a> <a href="guides/how">3</a> <a href="../{{ name }}/">4</a>
          |                                                                                ^^^
          = help: what a template holds leads from the site's root, on every page


        """)
  }
}
