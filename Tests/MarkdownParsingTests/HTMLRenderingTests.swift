import MarkdownParsing
import Testing

struct HTMLRenderingTests {
  @Test(
    arguments: [
      ("a\n\nb", "<p>a</p>\n<p>b</p>\n"),
      (#"a\#nb  \#nc\\#nd"#, "<p>a\nb<br>\nc<br>\nd</p>\n"),
      (
        "# A\n\nB\n===\n\n## C ##\n\n###### D\n\n#\n",
        #"<h1 id="a">A</h1>\#n<h1 id="b">B</h1>\#n<h2 id="c">C</h2>\#n<h6 id="d">D</h6>\#n"#
      ),
      (
        "*a* **b** ***c*** ~~d~~ ~e~ `f` ``g`h``",
        "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em> <del>d</del> <del>e</del> <code>f</code> <code>g`h</code></p>\n"
      ),
      (
        "> a\n> > b\n\n---",
        "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>\n<hr>\n"
      ),
      (
        "- a\n- b\n  - c\n    d\n\n      e",
        "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>\n<p>c\nd</p>\n<p>e</p>\n</li>\n</ul>\n</li>\n</ul>\n"
      ),
      (
        "1. a\n2. b\n\n3) c",
        #"<ol>\#n<li>a</li>\#n<li>b</li>\#n</ol>\#n<ol start="3">\#n<li>c</li>\#n</ol>\#n"#
      ),
      ("0. a", #"<ol start="0">\#n<li>a</li>\#n</ol>\#n"#),
      ("- a\n\n  b\n- c", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>\n"),
      ("- a\n  # h\n  b", #"<ul>\#n<li>a\#n<h1 id="h">h</h1>\#nb</li>\#n</ul>\#n"#),
      ("    code\n\n    <b>", "<pre><code>code\n\n&lt;b&gt;\n</code></pre>\n"),
      (
        #"```swift x\#nlet a = "<&>"\#n```"#,
        #"<pre><code class="language-swift">let a = "&lt;&amp;&gt;"\#n</code></pre>\#n"#
      ),
      ("``` C#\n```", #"<pre><code class="language-C#"></code></pre>\#n"#),
      ("```\n```", "<pre><code></code></pre>\n"),
      (
        #"[a](b "c") [d][e] [f]\#n\#n[e]: g 'h"i'\#n[f]: <j k>"#,
        #"<p><a href="‹b›" title="c">a</a> <a href="‹g›" title="h&quot;i">d</a> <a href="‹j k›">f</a></p>\#n"#
      ),
      (
        "<https://a.b/c?d=e&f> <x@y.zz> www.a.bc https://d.ef.",
        #"<p><a href="https://a.b/c?d=e&amp;f" rel="nofollow ugc noopener">https://a.b/c?d=e&amp;f</a> <a href="mailto:x@y.zz" rel="nofollow ugc noopener">x@y.zz</a> <a href="http://www.a.bc" rel="nofollow ugc noopener">www.a.bc</a> <a href="https://d.ef" rel="nofollow ugc noopener">https://d.ef</a>.</p>\#n"#
      ),
      (
        #"[a](https://x.yz "q\"r")"#,
        #"<p><a href="https://x.yz" rel="nofollow ugc noopener" title="q&quot;r">a</a></p>\#n"#
      ),
      (
        #"![a *b*](c.png "d") ![](e.png) ![r](https://a.b/c.png)"#,
        #"<p><img src="‹c.png›" alt="a b" title="d" loading="lazy" decoding="async"> <img src="‹e.png›" alt="" loading="lazy" decoding="async"> <a href="https://a.b/c.png" rel="nofollow ugc noopener">r</a></p>\#n"#
      ),
      (
        "[![a](b.png)](c) [![a](https://b/c.png)](d)",
        #"<p><a href="‹c›"><img src="‹b.png›" alt="a" loading="lazy" decoding="async"></a> <a href="‹d›">a</a></p>\#n"#
      ),
      (
        #"| a | *b* | c | |\#n|:--|:-:|--:|---|\#n| 1 | `x\|y` | [z](z) |\#n| 2 |\#n\#n| |\#n|-|"#,
        #"<div class="table-scroll" role="region" tabindex="0" aria-label="a, b, c">\#n<table>\#n<thead>\#n<tr>\#n<th scope="col" class="align-left">a</th>\#n<th scope="col" class="align-center"><em>b</em></th>\#n<th scope="col" class="align-right">c</th>\#n<td></td>\#n</tr>\#n</thead>\#n<tbody>\#n<tr>\#n<td class="align-left">1</td>\#n<td class="align-center"><code>x|y</code></td>\#n<td class="align-right"><a href="‹z›">z</a></td>\#n<td></td>\#n</tr>\#n<tr>\#n<td class="align-left">2</td>\#n<td class="align-center"></td>\#n<td class="align-right"></td>\#n<td></td>\#n</tr>\#n</tbody>\#n</table>\#n</div>\#n<div class="table-scroll" role="region" tabindex="0" aria-label="Table">\#n<table>\#n<thead>\#n<tr>\#n<td></td>\#n</tr>\#n</thead>\#n</table>\#n</div>\#n"#
      ),
      (
        "- [ ] a *b*\n- [x] c\n\n\n1. [ ] d\n\n   e",
        #"<ul>\#n<li class="task"><label><input type="checkbox" disabled> a <em>b</em></label></li>\#n<li class="task"><label><input type="checkbox" disabled checked> c</label></li>\#n</ul>\#n<ol>\#n<li class="task">\#n<p><label><input type="checkbox" disabled> d</label></p>\#n<p>e</p>\#n</li>\#n</ol>\#n"#
      ),
      (
        #"a &amp; b &lt; &copy; &#x41; \* \< & < > " '"#,
        #"<p>a &amp; b &lt; © A * &lt; &amp; &lt; &gt; " '</p>\#n"#
      ),
      (
        "[a <https://b.c>](d) [e [^f]](g) www.h.ij\n\n[^f]: k",
        ##"<p><a href="‹d›">a https://b.c</a> <a href="‹g›">e </a><sup class="footnote"><a href="#Fn_1" id="Fnref_1" role="doc-noteref">1</a></sup> <a href="http://www.h.ij" rel="nofollow ugc noopener">www.h.ij</a></p>\##n"##
      ),
      (
        "a [^x] b [^y] c [^x]\n\n[^x]: one\n\n    two\n[^y]:\n    - three",
        ##"<p>a <sup class="footnote"><a href="#Fn_1" id="Fnref_1" role="doc-noteref">1</a></sup> b <sup class="footnote"><a href="#Fn_2" id="Fnref_2" role="doc-noteref">2</a></sup> c <sup class="footnote"><a href="#Fn_1" id="Fnref_1_2" role="doc-noteref">1</a></sup></p>\##n"##
      ),
    ] as [(String, String)])
  func `Markdown becomes clean HTML`(_ text: String, _ expected: String) {
    #expect(html(text) == expected)
    #expect(HTMLChecker.fault(in: html(text)) == nil)
  }
}
