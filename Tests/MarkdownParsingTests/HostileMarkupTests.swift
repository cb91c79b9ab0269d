import Diagnostics
import MarkdownParsing
import Testing

struct HostileMarkupTests {
  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "javascript&#58;alert(1)",
    "java&Tab;script:alert(1)",
    "java&#10;script:alert(1)", "&#1;javascript:alert(1)", "&#x6A;avascript:alert(1)",
    "<  javascript:alert(1)>", "data:text/html,x",
    "blob:https://a.b/c", "file:///etc/passwd", "vbscript:x", "//evil.example", "\\\\\\\\evil.example",
    "/\\\\evil.example", "&#47;/evil.example",
    "/&#9;/evil.example", "https:evil.example", "https:///evil.example", "http:/evil.example",
    "view-source:https://a.b", "mailto:", "tel:1", "x:y",
    "%2F%2Fevil.example", "javascript%3Aalert(1)", "%6Aavascript:alert(1)", "a%00b", "a%0Ab", "#%0A",
  ])
  func `an address outside the list of schemes is only text`(_ address: String) {
    for text in ["[a](\(address))", "![a](\(address))", "[a][r]\n\n[r]: \(address)"] {
      #expect(html(text) == "<p>a</p>\n", "\(text)")
      #expect(markdown(text).diagnostics.map(\.rule) == [.unsafeAddress], "\(text)")
    }
  }

  @Test(arguments: [
    ("https://a.b/c?d=e&f#g", LinkDestination.external("https://a.b/c?d=e&f#g")),
    ("HTTPS://A.b", .external("https://A.b")), ("mailto:a@b.c", .external("mailto:a@b.c")),
    (
      "https://a.b/\"<>`{}|^\\ %zz%20[é]",
      .external("https://a.b/%22%3C%3E%60%7B%7D%7C%5E%5C%20%25zz%20%5B%C3%A9%5D")
    ),
    ("https://bücher.example/ä?ö#ü", .external("https://bücher.example/%C3%A4?%C3%B6#%C3%BC")),
    ("https://例え.テスト", .external("https://例え.テスト")),
    ("mailto:ä@bücher.example", .external("mailto:%C3%A4@b%C3%BCcher.example")),
    ("https://[::1]:80/[", .external("https://[::1]:80/%5B")),
    ("../sources/x.md", .relative(path: "../sources/x.md", query: nil, fragment: nil)),
    ("a%20b.md?q=%20#f%20g", .relative(path: "a b.md", query: "q=%20", fragment: "f%20g")),
    ("", .relative(path: "", query: nil, fragment: nil)),
    ("?q", .relative(path: "", query: "q", fragment: nil)),
    ("/a", .relative(path: "/a", query: nil, fragment: nil)),
    ("a/b:c", .relative(path: "a/b:c", query: nil, fragment: nil)),
    ("1:2", .relative(path: "1:2", query: nil, fragment: nil)),
    ("a%", .relative(path: "a%", query: nil, fragment: nil)),
    ("#a%C3%A9", .fragment("aé")), ("#", .fragment("")),
  ])
  func `an address is judged by its scheme`(_ address: String, _ expected: LinkDestination) {
    #expect(LinkDestination(judging: address) == expected)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
    ("a <img src=x onerror=alert(1)>", "<p>a &lt;img src=x onerror=alert(1)&gt;</p>\n"),
    ("<svg onload=alert(1)>", "<p>&lt;svg onload=alert(1)&gt;</p>\n"),
    ("<!-- a\n\nb -->", ""), ("<!--><script>-->", "<p>&lt;script&gt;--&gt;</p>\n"),
    ("a <kbd onclick=x>b</kbd>", "<p>a &lt;kbd onclick=x&gt;b&lt;/kbd&gt;</p>\n"),
    ("<sup class=citation>a</sup>", "<p>&lt;sup class=citation&gt;a&lt;/sup&gt;</p>\n"),
    ("<sub>a **b</sub>** c", "<p>&lt;sub&gt;a <strong>b&lt;/sub&gt;</strong> c</p>\n"),
    ("a <sub>b <kbd>c</sub> d</kbd>", "<p>a <sub>b &lt;kbd&gt;c</sub> d&lt;/kbd&gt;</p>\n"),
    (
      "a <abbr title=\"&quot; onclick=&#34;x&#34; &lt;b>\">c</abbr>",
      "<p>a <abbr title=\"&quot; onclick=&quot;x&quot; &lt;b&gt;\">c</abbr></p>\n"
    ),
    (
      "a <abbr title='x' style='y'>c</abbr> <abbr title=x>d</abbr>",
      "<p>a &lt;abbr title='x' style='y'&gt;c&lt;/abbr&gt; &lt;abbr title=x&gt;d&lt;/abbr&gt;</p>\n"
    ),
    (
      "> [!NOTE]\n> <b onclick=x>",
      "<div class=\"alert alert-note\" role=\"note\">\n<p class=\"alert-kind\">Note</p>\n<p>&lt;b onclick=x&gt;</p>\n</div>\n"
    ),
    ("[a](b \"c\\\" onclick=\\\"d\")", "<p><a href=\"‹b›\" title=\"c&quot; onclick=&quot;d\">a</a></p>\n"),
    ("[a](b '\"\u{301} onclick=x')", "<p><a href=\"‹b›\" title=\"&quot;\u{301} onclick=x\">a</a></p>\n"),
    (
      "![\"\u{301}<b>](c)",
      "<p><img src=\"‹c›\" alt=\"&quot;\u{301}&lt;b&gt;\" loading=\"lazy\" decoding=\"async\"></p>\n"
    ),
    ("```js\"onx=\n\"```\n```", "<pre><code class=\"language-js&quot;onx=\">\"```\n</code></pre>\n"),
    ("```\"><script>\n```", "<pre><code class=\"language-&quot;&gt;&lt;script&gt;\"></code></pre>\n"),
    (
      "# __proto__ <b>\n\n# fn_1\n\n# \"",
      "<h1 id=\"proto-b\"><strong>proto</strong> &lt;b&gt;</h1>\n<h1 id=\"fn_1\">fn_1</h1>\n<h1 id=\"Section\">\"</h1>\n"
    ),
    (
      "|\"><b>|\n|-|",
      "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"&quot;&gt;&lt;b&gt;\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\">\"&gt;&lt;b&gt;</th>\n</tr>\n</thead>\n</table>\n</div>\n"
    ),
    (
      "https://a.b/\"onx=\" x",
      "<p><a href=\"https://a.b/%22onx=\" rel=\"nofollow ugc noopener\">https://a.b/\"onx=</a>\" x</p>\n"
    ),
    (
      "<https://a.b/\"><script>",
      "<p><a href=\"https://a.b/%22\" rel=\"nofollow ugc noopener\">https://a.b/\"</a>&lt;script&gt;</p>\n"
    ),
    ("&lt;script&gt; &#60;b&#62; &#0; &#1;", "<p>&lt;script&gt; &lt;b&gt; \u{FFFD} \u{FFFD}</p>\n"),
  ])
  func `markup of strangers is harmless`(_ text: String, _ expected: String) {
    #expect(html(text) == expected)
    #expect(HTMLChecker.fault(in: html(text)) == nil)
  }

  @Test func `a footnote label is text`() {
    #expect(
      html("a [^\"><b>] c\n\n[^\"><b>]: d")
        == "<p>a <sup class=\"footnote\"><a href=\"#Fn_1\" id=\"Fnref_1\" role=\"doc-noteref\">1</a></sup> c</p>\n"
    )
  }
}
