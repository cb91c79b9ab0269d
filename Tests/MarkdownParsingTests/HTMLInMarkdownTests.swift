import Diagnostics
import Foundation
import MarkdownParsing
import Testing

/// What becomes of the HTML that people write in Markdown, and of the notes of GitHub.
struct HTMLInMarkdownTests {
  private func problems(_ text: String, options: MarkdownOptions = MarkdownOptions()) -> String {
    let (document, diagnostics) = markdown(text, options: options)
    return compact(diagnostics, document.source)
  }

  @Test(arguments: [
    ("<!-- later -->\n\na", "<p>a</p>\n"), ("Words <!-- secret --> more.", "<p>Words more.</p>\n"),
    ("<!--\n- **Taste**: taken back.\n\n- b\n-->\n\n- c", "<ul>\n<li>c</li>\n</ul>\n"),
    ("a<!-- b -->c", "<p>ac</p>\n"), ("- a\n  <!-- b -->\n- c", "<ul>\n<li>a</li>\n<li>c</li>\n</ul>\n"),
    ("<!-- prettier-ignore -->\na b", "<p>a b</p>\n"),
    ("`<!-- a -->`", "<p><code>&lt;!-- a --&gt;</code></p>\n"),
  ])
  func `a comment is not published`(_ text: String, _ page: String) {
    #expect(html(text) == page)
    #expect(html(text, options: MarkdownOptions(allowsRawHTML: true)).contains("<!--") == false)
    #expect(problems(text) == "")
  }

  @Test func `a comment that is never closed is an error, and what stands behind one is kept`() {
    #expect(problems("a\n\n<!-- b\n\nc").hasPrefix("3:1-3:7 error unclosed-comment: "))
    #expect(html("<!-- a --> b") == "<p> b</p>\n")
    #expect(html("<div><!--\n\nb") == "<p>&lt;div&gt;&lt;!--</p>\n<p>b</p>\n")
    #expect(!problems("<div><!--\n\nb").contains("error"))
    #expect(problems("<!-- a --> b").contains("warning raw-html"))
  }

  @Test(arguments: [
    ("Press <kbd>Ctrl</kbd>+<KBD>C</KBD>", "<p>Press <kbd>Ctrl</kbd>+<kbd>C</kbd></p>\n"),
    ("H<sub>2</sub>O, m<sup>**2**</sup>", "<p>H<sub>2</sub>O, m<sup><strong>2</strong></sup></p>\n"),
    ("a<br>b<br/>c<br />d", "<p>a<br>\nb<br>\nc<br>\nd</p>\n"),
    ("<abbr title=\"Object &amp; map\">ORM</abbr>", "<p><abbr title=\"Object &amp; map\">ORM</abbr></p>\n"),
    ("a <sub>b <sub>c</sub></sub>", "<p>a <sub>b <sub>c</sub></sub></p>\n"),
    ("a\n\n<br>\n\nb", "<p>a</p>\n<p><br>\n</p>\n<p>b</p>\n"),
    ("a <abbr>b</abbr>", "<p>a <abbr>b</abbr></p>\n"),
  ])
  func `the tags of the list are elements`(_ text: String, _ page: String) {
    #expect(html(text) == page)
    #expect(problems(text) == "")
    #expect(HTMLChecker.fault(in: html(text)) == nil)
  }

  @Test func `a tag that is not closed is text`() {
    #expect(html("a <kbd>b") == "<p>a &lt;kbd&gt;b</p>\n")
    #expect(problems("a <kbd>b").contains("warning raw-html: raw HTML is shown as text"))
    #expect(html("| a<br>b |\n|---|\n").contains("a<br>\nb</th>"))
  }

  @Test(arguments: [
    ("> [!WARNING]\n> Hot.", "warning", "Warning", "<p>Hot.</p>\n"),
    ("> [!note]\n>\n> - a", "note", "Note", "<ul>\n<li>a</li>\n</ul>\n"),
    ("> [!Tip]  \n> *a*\n>\n> b", "tip", "Tip", "<p><em>a</em></p>\n<p>b</p>\n"),
    (
      "> [!CAUTION]\n> a [^1]\n\n[^1]: b", "caution", "Caution",
      "<p>a <sup class=\"footnote\"><a href=\"#Fn_1\" id=\"Fnref_1\" role=\"doc-noteref\">1</a></sup></p>\n"
    ),
  ])
  func `a quote that says what kind of note it is becomes one`(
    _ text: String, _ kind: String, _ word: String, _ content: String
  ) {
    #expect(
      html(text)
        == "<div class=\"alert alert-\(kind)\" role=\"note\">\n<p class=\"alert-kind\">\(word)</p>\n\(content)</div>\n"
    )
    #expect(problems(text) == "")
  }

  @Test(arguments: [
    "> [!NOTE] a", "> \\[!NOTE]\n> a", "> [!OTHER]\n> a", "> a\n> [!NOTE]", "> [!NOTE]", "[!NOTE]\na",
  ])
  func `any other quote stays one`(_ text: String) {
    #expect(!html(text).contains("alert"))
    #expect(html(text).contains("[!"))
  }

  @Test(arguments: [
    ("<iframe src=\"https://a.b\"></iframe>", "iframe"), ("<style>p{}</style>", "style"),
    ("a <TITLE>b", "title"),
  ])
  func `where raw HTML is passed on, a tag that is not is told of`(_ text: String, _ name: String) {
    let options = MarkdownOptions(allowsRawHTML: true)
    #expect(
      problems(text, options: options).contains(
        "warning raw-html: \"<\(name)>\" is shown as text even where raw HTML is passed on"))
    #expect(problems("<details><summary>a</summary>b</details>", options: options) == "")
  }

  @Test(arguments: ["##", "## #", "# \n", "- # ", "## <!-- a -->", "## **[](b.md)**"])
  func `a heading without words is left out`(_ text: String) {
    #expect(!html("\(text)\n\na").contains("<h"))
    #expect(problems(text).contains("warning empty-heading"))
  }

  @Test func `a link without words is called by its address`() {
    #expect(html("[](b.md)") == "<p><a href=\"‹b.md›\">b.md</a></p>\n")
    #expect(
      html("[![](https://a.b/x.svg)](https://c.d/)")
        == "<p><a href=\"https://c.d/\" rel=\"nofollow ugc noopener\">https://c.d/</a></p>\n")
    #expect(html("[![](x.png)](b.md)").hasPrefix("<p><a href=\"‹b.md›\" aria-label=\"b.md\"><img"))
    #expect(
      problems("[![](https://a.b/x.svg)](https://c.d/)").contains(
        "warning link-without-text: a link has words"))
    #expect(!problems("[![x](a.png)](b.md) [`c`](d.md)").contains("link-without-text"))
  }

  @Test(arguments: [("naïve", "naïve"), ("c++ x=y", "c++"), ("日本語\tz", "日本語"), ("f#", "f#")])
  func `the word of a fence is kept whole`(_ info: String, _ name: String) {
    #expect(html("```\(info)\na\n```") == "<pre><code class=\"language-\(name)\">a\n</code></pre>\n")
  }

  @Test func `the theme has a look for every class of a document`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Templates/assets")
    let sheet = try String(contentsOf: folder.appending(path: "site/statements.css"), encoding: .utf8)
    for name in MarkupClass.allCases {
      let selector = try Regex("\\.\(name.rawValue)(?![a-z-])")
      #expect(sheet.contains(selector), "\(name.rawValue)")
    }
    for alignment in ["left", "center", "right"] {
      #expect(sheet.contains(".align-\(alignment) { text-align: \(alignment); }"))
    }
  }

  /// A class that is written past the list would be missed by the theme.
  @Test func `every class of a document is on the list`() throws {
    let page = html(
      """
      | a | b | c |
      |:--|:-:|--:|
      | d | e | f |

      - [ ] g [^1]

      > [!NOTE]
      > h

      [^1]: i
      """)
    let known = Set(MarkupClass.allCases.map(\.rawValue))
    let found = page.matches(of: try Regex("class=\"([^\"]*)\"")).flatMap {
      $0.output[1].substring?.split(separator: " ") ?? []
    }
    #expect(found.count >= 8)
    #expect(found.filter { !known.contains(String($0)) } == [])
  }
}
