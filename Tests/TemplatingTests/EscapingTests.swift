import Diagnostics
import Testing

@testable import Templating

/// Values from strangers in every place of a document.
@Suite struct EscapingTests {
  static let hostile = "</script>\"'<b>&\u{2028}\"\u{301}\u{0}`"
  static let escaped = "&lt;/script&gt;&quot;&#39;&lt;b&gt;&amp;\u{2028}&quot;\u{301}\u{FFFD}`"
  static let encoded = "%3C%2Fscript%3E%22%27%3Cb%3E%26%E2%80%A8%22%CC%81%00%60"

  static var page: Page {
    var page = Page()
    page.title = hostile
    page.website = .external("javascript:alert(1)")
    page.parent = Link(url: .external("https://e.org/?a=1&b=\"<>'"), text: "x y/z?")
    page.body = HTMLFragment([
      .markup("<a href=\""), .address(.site(path: "x y/\"&?#é:z/", fragment: "a\"b")), .markup("\">z</a>"),
    ])
    return page
  }

  @Test(arguments: [
    ("{{ title }}", escaped),
    ("<p title=\"{{ title }}\" data-x='{{ title }}'>", "<p title=\"\(escaped)\" data-x='\(escaped)'>"),
    ("<title>{{ title }}</title>", "<title>\(escaped)</title>"),
    ("<textarea>{{ title }}</TextArea >{{ body }}", "<textarea>\(escaped)</TextArea >\(body)"),
    (
      "<svg><title>{{ title }}</title><style/></svg>{{ body }}",
      "<svg><title>\(escaped)</title><style/></svg>\(body)"
    ),
    ("<a href=\"#{{ title }}\">", "<a href=\"#\(encoded)\">"),
    ("<a href='?q={{ title }}&b={{ count }}'>", "<a href='?q=\(encoded)&b=1234567'>"),
    (
      "<a href=\"{{ url }}?q={{ title }}#{{ checked }}\">",
      "<a href=\"../../frameworks/django/?q=\(encoded)#2024-09-03\">"
    ),
    (
      "<form action=\"{{ url }}\"><img src=\"/x/{{ title }}.png\">",
      "<form action=\"../../frameworks/django/\"><img src=\"/x/\(encoded).png\">"
    ),
    ("{{ body }}", body),
  ]) func `text is escaped for its place`(_ template: String, _ output: String) {
    #expect(render(template, Self.page) == output)
  }

  static let body = "<a href=\"../../x%20y/%22%26%3F%23%C3%A9%3Az/#a%22b\">z</a>"

  @Test(arguments: [
    ("{% if website %}<a href=\"{{ website }}\">{{ website }}{% endif %}", "<a href=\"#\">#"),
    ("<a href=\"{{ website | default(url) }}\">", "<a href=\"#\">"),
    (
      "<a href=\"{% if parent %}{{ parent.url }}{% else %}#{% endif %}\">",
      "<a href=\"https://e.org/?a=1&amp;b=%22%3C%3E%27\">"
    ),
    ("{% if parent %}<script src=\"{{ parent.url }}\"></script>{% endif %}", "<script src=\"#\"></script>"),
    (
      "{% if parent %}<a href=\"?u={{ parent.url }}\">{% endif %}",
      "<a href=\"?u=https%3A%2F%2Fe.org%2F%3Fa%3D1%26b%3D%2522%253C%253E%2527\">"
    ),
    (
      "{% if parent %}<p title=\"{{ parent.url }}\">{% endif %}",
      "<p title=\"https://e.org/?a=1&amp;b=%22%3C%3E%27\">"
    ),
    (
      "<meta http-equiv=\"refresh\" content=\"0; url={{ url }}\">",
      "<meta http-equiv=\"refresh\" content=\"0; url=../../frameworks/django/\">"
    ),
    ("<script src=\"{{ url }}\"></script>", "<script src=\"../../frameworks/django/\"></script>"),
    (
      "<img srcset=\"{% for l in links %}{{ l.url }} 1x{% if not loop.last %}, {% endif %}{% endfor %}\">",
      "<img srcset=\"../../a/ 1x, ../../b/ 1x, ../../#c 1x\">"
    ),
  ]) func `addresses lead only where they may`(_ template: String, _ output: String) {
    #expect(render(template, Self.page) == output)
  }

  @Test(arguments: [
    "javascript:x", " javascript:x", "JAVASCRIPT:x", "java\nscript:x", "data:text/html,x", "blob:x", "//evil",
    "x/y",
    "", "https:", "https:x", "http:/x", "mailto:", "\u{1}https://x", "vbscript:x",
  ]) func `an external address of another scheme leads nowhere`(_ text: String) {
    var page = Page()
    page.url = .external(text)
    #expect(render("<a href=\"{{ url }}\">", page) == "<a href=\"#\">")
  }

  @Test(arguments: [
    ("HTTPS://e.org/ä b", "HTTPS://e.org/%C3%A4%20b"), ("mailto:a@b.c", "mailto:a@b.c"),
    ("http://e.org/%20?a=[1]&b={", "http://e.org/%20?a=%5B1%5D&amp;b=%7B"),
    ("https://[::1]:80/50%?[%5D", "https://[::1]:80/50%25?%5B%5D"),
    ("https://e.org/a,", "https://e.org/a%2C"),
    ("https://e.org/\"\u{301}onclick=x", "https://e.org/%22%CC%81onclick=x"),
    ("https://bücher.example/ä?ö#ü", "https://bücher.example/%C3%A4?%C3%B6#%C3%BC"),
    ("http://例え.テスト:80", "http://例え.テスト:80"),
    ("https://ä@bücher.example?x", "https://%C3%A4@bücher.example?x"),
    ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
    ("https://ü\"<ü", "https://ü%22%3Cü"), ("https://e.org\\ä", "https://e.org%5C%C3%A4"),
    ("mailto:ü@e.org", "mailto:%C3%BC@e.org"),
  ]) func `an external address is written in ASCII, but for the letters of its host`(
    _ text: String, _ output: String
  ) {
    var page = Page()
    page.url = .external(text)
    #expect(render("<a href=\"{{ url }}\">", page) == "<a href=\"\(output)\">")
  }

  @Test(arguments: [
    ("", "frameworks/django/ a/ b/ ./#c"), ("../", "../frameworks/django/ ../a/ ../b/ ../#c"),
    ("/a&b/", "/a&amp;b/frameworks/django/ /a&amp;b/a/ /a&amp;b/b/ /a&amp;b/#c"),
  ]) func `a value stands on pages of any depth`(_ base: String, _ output: String) {
    #expect(render("{{ url }}{% for l in links %} {{ l.url }}{% endfor %}", base: base) == output)
  }

  @Test(arguments: [
    (Address.site(path: ""), "./", "../"), (.site(path: "//evil/"), "evil/", "../evil/"),
    (.site(path: "a:b"), "a%3Ab", "../a%3Ab"), (.site(path: "", fragment: ""), "./#", "../#"),
  ]) func `an address of the site never leaves it`(_ address: Address, _ atRoot: String, _ below: String) {
    var page = Page()
    page.url = address
    #expect(render("{{ url }}", page, base: "") == atRoot)
    #expect(render("{{ url }}", page, base: "../") == below)
  }

  @Test func `json is safe in a data script`() {
    let template = """
      <script type="application/ld+json">{"a": {{ title | json }}, "b": {{ tags | json }}, "c": {{ links | json }},
      "d": {{ rating | json }}, "e": {{ checked | json }}, "f": {{ body | json }}, "g": {{ count | json }},
      "h": {{ open | json }}{% if none %}, "i": 1{% endif %}}</script>{{ open }}
      """
    #expect(
      render(template, Self.page) == #"""
        <script type="application/ld+json">{"a": "\u003C/script\u003E\"'\u003Cb\u003E\u0026\u2028\"́\u0000`", "b": ["web","\u003Cb\u003E","python"], "c": [{"url":"../../a/","text":"A"},{"url":"../../b/","text":"B \u0026 b"},{"url":"../../#c","text":"C"}],
        "d": null, "e": "2024-09-03", "f": "\u003Ca href=\"../../x%20y/%22%26%3F%23%C3%A9%3Az/#a%22b\"\u003Ez\u003C/a\u003E", "g": 1234567,
        "h": true}</script>true
        """#)
  }

  @Test(arguments: [
    "<p>{% if open %}<br>{% endif %}", "<option{% if open %} selected{% endif %}>{{ title }}</option>",
    "<td{% if open %} class=\"a\"{% else %} id=b{% endif %}>{{ title }}",
    "<tr{% for l in links %} data-x=\"{{ l.text }}\"{% endfor %}>{{ title }}",
    "<input {% if open %}checked{% endif %} {% if none %}disabled {% endif %}/>{{ title }}",
    "<p class=\"a{% for t in tags %} {{ t }}{% endfor %}\">",
    "<!-- > --><!--> {{ count }} <!-- -- --!>{{ count }}",
    "a < b {{ count }} <3 {{ count }}", "<style>a > b {}</style><script>if (a < b) {}</script>{{ title }}",
    "<a href=\"{% if website %}{{ website }}{% endif %}#{{ title }}\">", "<p title=a>{{ title }}",
    "<a href=\"{% if open %}{{ url }}{% else %}{{ url }}?a{% endif %}{{ title }}\">",
    "<script type=\"module\">x</script><script type='application/json'>[{% for t in tags %}{{ t | json }}{% if not loop.last %},{% endif %}{% endfor %}]</script>",
    "<math><title>{{ title }}</math><p title=\"{{ title }}\">", "<?php x ?><!doctype html>{{ title }}",
    "<a {% if open %}href=\"{{ url }}\"{% endif %} title=\"{{ title }}\">",
  ]) func `markup that is right is taken as it is`(_ template: String) {
    #expect(Site(("page.html", template)).compile().1.isEmpty)
  }

  @Test func `xml is escaped as xml, html in it too`() {
    var page = Self.page
    page.title += "\u{1}\u{FFFE}]]>\tö"
    let output = render(
      "<?xml version=\"1.0\"?><a b=\"{{ title }}\"><![CDATA[<{x}]]>{{ title }}{{ body }}</a>", page,
      name: "feed.xml")
    let text = "&lt;/script&gt;&quot;&#39;&lt;b&gt;&amp;\u{2028}&quot;\u{301}`]]&gt;\tö"
    #expect(
      output
        == "<?xml version=\"1.0\"?><a b=\"\(text)\"><![CDATA[<{x}]]>\(text)"
        + "&lt;a href=&quot;../../x%20y/%22%26%3F%23%C3%A9%3Az/#a%22b&quot;&gt;z&lt;/a&gt;</a>")
  }

  @Test func `plain text is written as it is`() {
    let output = render(
      "<{{ title }} {{ url }} {{ tags | join(\"&\") }}", Self.page, base: "https://e.org/", name: "robots.txt"
    )
    #expect(output == "<\(Self.hostile) https://e.org/frameworks/django/ web&<b>&python")
  }

  @Test func `html does not stand in plain text`() {
    let (_, diagnostics) = Site(("robots.txt", "{{ body }}")).compile()
    #expect(diagnostics.map(\.summary) == ["html cannot stand in plain text"])
  }
}
