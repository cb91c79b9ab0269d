import MarkdownParsing
import Testing

/// The ids of headings are the anchors that GitHub gives them.
struct HeadingIdentifierTests {
  private func ids(_ text: String) -> [String] {
    markdown(text).document.nodes.compactMap { node in
      if case .heading(_, let id) = node.kind { id } else { nil }
    }
  }

  @Test(arguments: [
    ("What's new?", "whats-new"), ("C++ & C#", "c--c"), ("foo\\_bar", "foo_bar"), ("v1.0", "v10"),
    ("a - b", "a---b"), ("_Fast_ and **safe** `code()`", "fast-and-safe-code"),
    ("Größe & Gewicht", "größe--gewicht"),
    ("iOS 系统", "ios-系统"), ("x² + ½", "x--"), ("[link](b.md) here", "link-here"), ("-", "-"),
    ("![logo](a.png) Name", "-name"), ("Version:\t2", "version2"), ("Ⅷ Ⓐ", "ⅷ-ⓐ"),
  ])
  func `a heading has the anchor that it has on GitHub`(_ heading: String, _ id: String) {
    #expect(ids("## \(heading)") == [id])
  }

  @Test func `a repeated heading counts from one, and takes no anchor that is taken`() {
    #expect(ids("# Same\n# Same\n# Same 1\n# Same\n") == ["same", "same-1", "same-1-1", "same-2"])
    #expect(ids("# Same 1\n# Same\n# Same\n") == ["same-1", "same", "same-2"])
  }

  @Test func `no heading reaches the anchors that begin with a capital`() {
    #expect(ids("# Claim_1\n# THE_FACTS\n# Fn_1") == ["claim_1", "the_facts", "fn_1"])
    #expect(ids("# !\n# Section\n# ?") == ["Section", "section", "Section-1"])
    let page = html("# Fn_1\n\na [^1]\n\n# Fnref_1\n\n[^1]: b")
    #expect(page.contains("<h1 id=\"fn_1\">") && page.contains("href=\"#Fn_1\" id=\"Fnref_1\""))
    #expect(page.contains("<h1 id=\"fnref_1\">"))
  }
}
