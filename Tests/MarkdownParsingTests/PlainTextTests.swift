import MarkdownParsing
import Testing

/// HTML pieces as plain text, for data and feeds.
struct PlainTextTests {
  @Test(arguments: [
    ("a *b* `c` **d** ~~e~~", "a b c d e"),
    ("1 < 2 && \"x\" > 'y' &amp;lt; \\<b\\>", "1 < 2 && \"x\" > 'y' &lt; <b>"),
    (
      "see [the *page*](x.md \"a > b\") and <https://x.example/?a=b&c>",
      "see the page and https://x.example/?a=b&c"
    ),
    ("first\n\n- one\n- two", "first\n\none\ntwo"),
    ("a line\\\nand another", "a line\nand another"),
    ("```\n<script>\n```", "<script>"),
    ("said.[^a] Noted.[^b]\n\n[^a]: A\n[^b]: B", "said. Noted."),
    ("", ""),
  ])
  func `markup goes, and what was written stays`(markdown text: String, plain: String) {
    let (document, _) = markdown(text)
    #expect(renderer(document).render(document.topLevel).plainText() == plain)
  }

  @Test func `a tag may go on behind an address`() {
    let pieces: [HTMLPiece<Int>] = [
      .markup("a <a href=\""), .target(1), .markup("\" title=\"x\">b</a> <sup class=\"citation\"><a href=\""),
      .target(2),
      .markup("\">One</a></sup>c"),
    ]
    #expect(pieces.plainText() == "a b c")
  }

  @Test(arguments: [
    ("a [^b] c", "a c"), ("a [^b], c", "a, c"), ("a[^b] c", "a c"), ("a [^b] [^b] c.", "a c."),
    ("a [^b]. C", "a. C"),
    ("a [^b]", "a"),
  ])
  func `a mark leaves one blank between words, and none before punctuation`(text: String, plain: String) {
    let (document, _) = markdown(text + "\n\n[^b]: d")
    #expect(renderer(document).render(document.topLevel).plainText() == plain)
  }

  @Test func `of raw HTML the text outside of tags counts`() {
    let options = MarkdownOptions(allowsRawHTML: true)
    let (document, _) = markdown("x<sup>2</sup> <b class=\"c\">bold</b> a<", options: options)
    #expect(renderer(document).render(document.topLevel).plainText() == "x2 bold a<")
  }
}
