import Comparison
import MarkdownParsing
import TestSupport
import Testing

/// What footnotes cite, what they say besides, and where their marks stand.
struct CitationTests {
  /// The item of a site with these bullets below "Strengths" and these definitions.
  private func item(_ bullets: String, _ definitions: String) async throws -> (Catalog, Item, String) {
    let site = SiteInMemory.small([
      "items/x.md": "---\nname: X\n---\n\n## Strengths\n\n\(bullets)\n\n\(definitions)\n",
      "items/y.md": "---\nname: Y\n---\n",
    ])
    let (catalog, report) = await site.resolved()
    return (catalog, try #require(catalog.item("x")), report)
  }

  @Test(arguments: [
    ("[One](../sources/one.md)", "One", ""),
    ("See [the first article](../sources/one.md).", "One", ""),
    ("[One](../sources/one.md) and [Two](../sources/two.md)", "One Two", ""),
    ("[One](../sources/one.md), [Two](../sources/two.md); [One](../sources/one.md)", "One Two", ""),
    ("[One](../sources/one.md), p. 12", "One", "«One», p. 12"),
    ("[One](../sources/one.md): \"It flies.\"", "One", "«One»: \"It flies.\""),
    ("[One](../sources/one.md), [archived](https://archive.example/1)", "One", "«One», «archived»"),
    ("Unlike [Y](y.md), see [One](../sources/one.md).", "One", "Unlike «Y», see «One»."),
    ("[One](../sources/one.md) `v2`", "One", "«One» <code>v2</code>"),
    ("[One](../sources/one.md \"chapter 3\")", "One", "«One»"),
  ])
  func `a note that links to sources cites each of them, and keeps what else it says`(
    definition: String, sources: String, details: String
  ) async throws {
    let (catalog, item, report) = try await item("- **Speed**: quick. [^n]", "[^n]: \(definition)")
    #expect(report == "")
    let claim = try #require(item.claims.first)
    #expect(claim.citations.map { catalog[$0].shortName }.joined(separator: " ") == sources)
    let shown = claim.details.map { catalog.text($0) }.joined()
    #expect(
      shown.replacing(/<a href="[^"]*"[^<"]*(?:"[^"]*"[^<"]*)?>([^<]*)<\/a>/) { "«\($0.1)»" } == details)
  }

  @Test(arguments: ["Unlike [Y](y.md).", "See [speed](../criteria/speed.md).", "Measured twice."])
  func `a note that links to no source is a note with its mark, and the claim lacks a source`(
    definition: String
  ) async throws {
    let (catalog, item, report) = try await item("- **Speed**: quick. [^n]", "[^n]: \(definition)")
    #expect(
      report.contains(
        "warning[unsourced-claim]: no source is given for this claim\n --> Content/items/x.md:7:3"))
    let claim = try #require(item.claims.first)
    #expect(claim.citations.isEmpty && claim.details.isEmpty)
    #expect(catalog.text(claim.text).contains(">1</a></sup>"))
    #expect(catalog.text(item.prose.footnotes).contains("<li id=\"Fn_1\">"))
  }

  @Test func `what a citation says besides is a note of the page where prose refers to it`() async throws {
    let site = SiteInMemory.small([
      "items/x.md": """
      ---
      name: X
      ---
      Two words.[^why] [^bare]

      ## Strengths

      - **Speed**: quick. [^page]

      [^why]: Measured twice; see [One](../sources/one.md).
      [^bare]: [Two](../sources/two.md)
      [^page]: [One](../sources/one.md), p. 12
      """
    ])
    let (catalog, report) = await site.resolved()
    #expect(report == "")
    let item = try #require(catalog.item("x"))
    let introduction = catalog.text(item.prose.introduction)
    #expect(introduction.contains("Fn_1") && introduction.contains(">Two</a></sup>"))
    let notes = catalog.text(item.prose.footnotes)
    #expect(notes.contains("Measured twice") && !notes.contains("p. 12") && !notes.contains("Fn_2"))
  }

  @Test(arguments: [
    (
      "quick, [^a] [^b] and sturdy. [^a]", "quick, [One] [Two] and sturdy.", "One",
      "quick,=One,Two|and sturdy.=One"
    ),
    ("quick [^a], and sturdy [^b].", "quick [One], and sturdy.", "Two", "quick=One|, and sturdy.=Two"),
    ("quick and sturdy. [^a][^b]", "quick and sturdy.", "One Two", ""),
    ("quick and sturdy [^b].", "quick and sturdy.", "Two", ""),
    ("*quick [^a]* and sturdy. [^b]", "<em>quick [One]</em> and sturdy.", "Two", "quick=One|and sturdy.=Two"),
    ("quick [^a] and sturdy.", "quick [One] and sturdy.", "", "quick=One|and sturdy.="),
    ("[^a] quick and sturdy.", "quick and sturdy.", "One", ""),
    ("quick [^a] `and` [^b]", "quick [One] <code>and</code>", "Two", "quick=One|and=Two"),
  ])
  func `a mark stays where it was written, and one behind all words stands for all of them`(
    words: String, shown: String, closing: String, parts: String
  ) async throws {
    let (catalog, item, report) = try await item(
      "- **Speed**: \(words)", "[^a]: [One](../sources/one.md)\n[^b]: [Two](../sources/two.md)")
    #expect(!report.contains("unsourced-claim"))
    let claim = try #require(item.claims.first)
    let text = catalog.text(claim.text).replacing(
      /<sup class="citation"><a href="[^"]*">(\w+)<\/a><\/sup>/
    ) {
      "[\($0.1)]"
    }
    #expect(text == shown)
    let names = { (sources: [Source.ID], separator: String) in
      sources.map { catalog[$0].shortName }.joined(separator: separator)
    }
    #expect(names(claim.closingCitations, " ") == closing)
    let written = claim.parts.map { "\($0.text)=\(names($0.citations, ","))" }
    #expect(written.joined(separator: "|") == parts)
    let both = words.contains("[^b]") && words.contains("[^a]")
    #expect(claim.citations.count == (both ? 2 : 1), "each of them says it")
  }

  @Test func `the page, the data and the plain text keep the marks apart from the words`() async throws {
    let (_, item, _) = try await item(
      "- **Speed**: quick, [^a] [^b] and sturdy. [^a]",
      "[^a]: [One](../sources/one.md)\n[^b]: [Two](../sources/two.md)")
    #expect(item.claims.first?.text.plainText() == "quick, and sturdy.")
  }
}
