import Diagnostics
import MarkdownParsing
import Testing

struct HTMLRendererTests {
  private enum Target: Hashable {
    case link(LinkDestination)
    case source(Int)
  }

  private func pieces(_ text: String) -> [HTMLPiece<Target>] {
    let document = markdown(text).document
    return HTMLRenderer<Target>(
      document: document, link: { .target(.link($1)) },
      footnote: { .references([.init(target: .source($0), mark: "D\u{26}", title: "The \"D\"")]) }
    ).render(document.topLevel)
  }

  @Test func `links and citations are slots between finished markup`() {
    #expect(
      pieces("a [b](../c.md#d) e [^f]\n\n[^f]: g") == [
        .markup("<p>a <a href=\""), .target(.link(.relative(path: "../c.md", query: nil, fragment: "d"))),
        .markup("\">b</a> e <sup class=\"citation\"><a href=\""), .target(.source(0)),
        .markup("\" title=\"The &quot;D&quot;\">D&amp;</a></sup></p>\n"),
      ])
  }

  @Test func `a refused address never reaches the caller`() {
    #expect(pieces("[a](javascript:b) ![c](data:d)") == [.markup("<p>a c</p>\n")])
  }

  @Test func `headings are shifted and end at six`() {
    #expect(
      html("# a\n\n##### b", shift: 2) == "<h3 id=\"a\">a</h3>\n<h6 id=\"b\">b</h6>\n")
    #expect(html("# a", shift: .max) == "<h6 id=\"a\">a</h6>\n")
    #expect(html("### a", shift: -9) == "<h1 id=\"a\">a</h1>\n")
  }

  @Test func `ids are left out where a text stands on several pages`() {
    let document = markdown("# a [^b]\n\n[^b]: c").document
    #expect(
      joined(renderer(document, ids: false).render(document.topLevel))
        == "<h1>a <sup class=\"footnote\"><a href=\"#Fn_1\" role=\"doc-noteref\">1</a></sup></h1>\n")
  }

  @Test func `some nodes may be rendered alone, changed or left out`() throws {
    let document = markdown("- **Label**: text *here*\n  - nested").document
    let paragraph = try #require(document.nodes.firstIndex { $0.kind == .paragraph })
    let strong = try #require(document.nodes.firstIndex { $0.kind == .strong })
    let colon = try #require(document.nodes.firstIndex { $0.kind == .text(": text ") })
    let renderer = renderer(document)
    #expect(
      joined(
        renderer.render(document.children(of: paragraph), edits: [strong: .omit, colon: .text("<text> ")]))
        == "&lt;text&gt; <em>here</em>")
    #expect(
      joined(renderer.render(document.children(of: 1)))
        == "<strong>Label</strong>: text <em>here</em>\n<ul>\n<li>nested</li>\n</ul>\n")
    #expect(joined(renderer.render(strong..<(strong + 2))) == "<strong>Label</strong>")
    #expect(joined(renderer.render([-1, 999])) == "")
  }

  @Test func `footnotes stand in a section and lead back to what is shown`() {
    let document = markdown("a [^x] b [^y]\n\nc [^x]\n\n[^x]: one\n\n    two\n[^y]: see [^x]\n\n    - three")
      .document
    let renderer = renderer(document)
    #expect(
      joined(renderer.renderFootnotes([(0, 1), (1, 2)])) == """
        <div class="footnotes" role="doc-endnotes">
        <ol>
        <li id="Fn_1">
        <p>one</p>
        <p>two <a href="#Fnref_1" role="doc-backlink" aria-label="Back to reference 1">↩︎</a> \
        <a href="#Fnref_1_2" role="doc-backlink" aria-label="Back to reference 1-2">↩︎</a> \
        <a href="#Fnref_1_3" role="doc-backlink" aria-label="Back to reference 1-3">↩︎</a></p>
        </li>
        <li id="Fn_2">
        <p>see <sup class="footnote"><a href="#Fn_1" id="Fnref_1_3" role="doc-noteref">1</a></sup></p>
        <ul>
        <li>three</li>
        </ul>
        <p><a href="#Fnref_2" role="doc-backlink" aria-label="Back to reference 2">↩︎</a></p>
        </li>
        </ol>
        </div>

        """)
    #expect(
      joined(
        renderer.renderFootnotes([(0, 3)], referencedFrom: [document.topLevel[1]], backLabel: "\"Zurück\""))
          == """
          <div class="footnotes" role="doc-endnotes">
          <ol>
          <li id="Fn_3" value="3">
          <p>one</p>
          <p>two <a href="#Fnref_3_2" role="doc-backlink" aria-label="&quot;Zurück&quot; 3-2">↩︎</a></p>
          </li>
          </ol>
          </div>

          """)
    #expect(renderer.renderFootnotes([]) == [])
    #expect(renderer.renderFootnotes([(7, 1)]) == [])
  }

  @Test func `raw HTML passes where it is allowed, but for tags that change what follows`() {
    var options = MarkdownOptions()
    options.allowsRawHTML = true
    let text = "<div class=\"x\">\n\na <b>c</b> <ScRipt>d</script> </TITLE >\n\n</div>\n\n<style>\n</style>\n"
    #expect(
      html(text, options: options) == """
        <div class="x">
        <p>a <b>c</b> &lt;ScRipt>d&lt;/script> &lt;/TITLE ></p>
        </div>
        &lt;style>
        &lt;/style>

        """)
    // What is not passed on is told of.
    #expect(Set(markdown(text, options: options).diagnostics.map(\.rule)) == [.rawHTML])
  }
}
