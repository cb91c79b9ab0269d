import Comparison
import Diagnostics
import Templating
import TestSupport
import Testing

@testable import Pages

/// The words of a theme: the bundled file, what a site changes in it, and what scripts are given.
struct WordTests {
  /// A site with words of its own.
  private func building(_ words: String, templates: [String: String] = [:]) async -> MadeSite {
    await .building(
      ["items/a.md": "---\nname: A\n---\n"],
      templates: templates.merging(["words/en.yml": words]) { own, _ in own })
  }

  @Test func `the bundled words have no mistake`() {
    #expect(ThemeWords.bundled.diagnostics == [])
    #expect(!ThemeWords.bundled.words.keys.isEmpty)
  }

  @Test func `a site changes single words`() async throws {
    let made = await building("# Ours.\nbase:\n  skip: Zum <Inhalt>\n")
    #expect(made.report == "")
    let page = try #require(made.text("items/a/index.html"))
    #expect(page.contains(">Zum &lt;Inhalt&gt;</a>"))
    let bundled = await MadeSite.building(["items/a.md": "---\nname: A\n---\n"])
    #expect(
      bundled.text("items/a/index.html") == page.replacing("Zum &lt;Inhalt&gt;", with: "Skip to the content"))
  }

  @Test func `an empty file changes nothing`() async throws {
    let made = await building("# Nothing yet.\n")
    #expect(made.report == "")
    let bundled = await MadeSite.building(["items/a.md": "---\nname: A\n---\n"])
    #expect(made.texts(where: { _ in true }) == bundled.texts(where: { _ in true }))
  }

  @Test(arguments: [
    (
      "base:\n  skp: x\n",
      "error[unknown-word]: there is no word \"base.skp\"\n --> Templates/words/en.yml:2:3\n",
      "did you mean \"base.skip\"?"
    ),
    (
      "skip: x\n", "error[unknown-word]: there is no word \"skip\"\n --> Templates/words/en.yml:1:1\n",
      "collate reference"
    ),
    (
      "base: x\n",
      "error[unknown-word]: \"base\" is a group of words and no word\n --> Templates/words/en.yml:1:1\n", ""
    ),
    (
      "base:\n  skip:\n    x: y\n",
      "error[unknown-word]: \"base.skip\" is a word and no group of words\n --> Templates/words/en.yml:2:3\n",
      ""
    ),
    (
      "base:\n  skip: To {name}\n",
      "error[word-part]: the word \"base.skip\" has no part \"name\"\n --> Templates/words/en.yml:2:3\n",
      "it has no parts"
    ),
    (
      "base:\n  skip:\n    one: x\n    other: y\n",
      "error[word-part]: the word \"base.skip\" has no part \"count\"\n --> Templates/words/en.yml:2:3\n", ""
    ),
    (
      "base:\n  skip: To {\n",
      "error[word-syntax]: a \"{\" that is never closed\n --> Templates/words/en.yml:2:9\n", "write \"{{\""
    ),
    (
      "base:\n  skip:\n", "error[word-syntax]: \"base.skip\" has no text\n --> Templates/words/en.yml:2:8\n",
      "write \"\""
    ),
    (
      "base:\n  skip: [a]\n",
      "error[word-key]: \"base.skip\" is a list, not a text\n --> Templates/words/en.yml:2:9\n", ""
    ),
    (
      "Base:\n  skip: x\n",
      "error[word-key]: \"Base\" is no key of a word\n --> Templates/words/en.yml:1:1\n", "small letters"
    ),
    (
      "base:\n  skip:\n    one: x\n",
      "error[word-form]: \"base.skip\" has no form \"other\"\n --> Templates/words/en.yml:2:3\n", ""
    ),
    (
      "base:\n  skip:\n    few: x\n    other: y\n",
      "error[word-form]: English has no plural form \"few\"\n --> Templates/words/en.yml:3:5\n",
      "it has one and other"
    ),
    (
      "base:\n  skip:\n    otter: x\n    one: y\n    other: z\n",
      "error[word-form]: English has no plural form \"otter\"\n --> Templates/words/en.yml:3:5\n",
      "did you mean \"other\"?"
    ),
    (
      "base:\n  skip: x\n  all: y\n  one: z\n",
      "error[word-key]: \"one\" is a plural form, and no name of a word\n --> Templates/words/en.yml:4:3\n",
      "choose another name"
    ),
    (
      "base:\n  skip: x\n  skip: y\n",
      "error[duplicate-key]: \"skip\" is given twice\n --> Templates/words/en.yml:3:3\n", ""
    ),
    (
      "base: skip: x\n",
      "error[yaml-syntax]: a \":\" in a value that is not quoted\n --> Templates/words/en.yml:1:7\n", ""
    ),
    (
      "- base\n",
      "error[not-a-mapping]: the file is a list, not a mapping\n --> Templates/words/en.yml:1:1\n", ""
    ),
  ])
  func `a mistake in a site's words is an error at its place`(
    _ words: String, _ report: String, _ mend: String
  ) async {
    let made = await building(words)
    #expect(made.site == nil)
    #expect(made.report.contains(report), "\(made.report)")
    #expect(made.report.contains(mend), "\(made.report)")
    #expect(made.report.ranges(of: "error[").count == 1, "\(made.report)")
  }

  @Test func `there are no words in other languages yet`() async {
    let made = await MadeSite.building([:], templates: ["words/de.yml": "base:\n  skip: x\n"])
    #expect(
      made.report.hasPrefix(
        "error[unknown-language]: there are no words in the language of \"Templates/words/de.yml\"\n"))
  }

  // MARK: Scripts

  /// The published text of a script of the site.
  private func script(_ text: String, words: String = "") async -> (text: String?, report: String) {
    var site = SiteInMemory.small([:])
    site.tree.themeFiles = [("Templates/assets/own.js", Array(text.utf8))]
    if !words.isEmpty { site.tree.templates = [SourceText(path: "Templates/words/en.yml", words)] }
    let (result, diagnostics) = await makeSite(
      from: site.tree, options: BuildOptions(baseURL: "https://example.org/"))
    let made = MadeSite(
      site: result,
      report: DiagnosticFormatter(format: .text, sources: site.tree.texts).string(for: diagnostics))
    let path = made.paths.first { $0.hasPrefix("assets/own.") }
    return (path.flatMap { made.text($0) }, made.report)
  }

  @Test func `a script is published with the words that it names`() async {
    let made = await script(
      "// $words.base.skip stays\nsay($words.base.skip, `${$words.base.skip} $words.base.skip`, x.$words, \"$words.base\")",
      words: "base:\n  skip: \"`a` \\\\ ${{b}} {{c}}\\n“d”\"\n")
    #expect(made.report == "")
    let text = #"`\`a\` \\ \${b} {c}\n“d”`"#
    #expect(
      made.text
        == "// $words.base.skip stays\nsay(\(text), `${\(text)} $words.base.skip`, x.$words, \"$words.base\")"
    )
  }

  @Test(arguments: [
    (
      "say($words.base.skp)",
      "error[unknown-word]: there is no word \"base.skp\"\n --> Templates/assets/own.js:1:17\n"
    ),
    (
      "say($words.bse.skip)",
      "error[unknown-word]: there is no word \"bse\"\n --> Templates/assets/own.js:1:12\n"
    ),
    (
      "a\n  say($words.base)",
      "error[unknown-word]: \"base\" is a group of words and no word\n --> Templates/assets/own.js:2:7\n"
    ),
    (
      "say($words)",
      "error[unknown-word]: \"$words\" is no word by itself\n --> Templates/assets/own.js:1:5\n"
    ),
    (
      "say($words.base.skip({ a }))",
      "error[word-part]: the word \"base.skip\" has no parts\n --> Templates/assets/own.js:1:21\n"
    ),
  ])
  func `a word that a script names wrongly is an error at its place`(_ text: String, _ report: String) async {
    let made = await script(text)
    #expect(made.text == nil)
    #expect(made.report.contains(report), "\(made.report)")
  }

  @Test func `the reference lists every word`() {
    let reference = templateReference()
    for key in ThemeWords.bundled.words.keys { #expect(reference.contains("| `words.\(key)")) }
  }
}

extension WordTests {
  @Test(arguments: WordKey.allCases) func `the program's own words are in the bundled file`(_ key: WordKey)
    throws
  {
    let word = try #require(ThemeWords.bundled.words[key.key], "no word \(key.key)")
    #expect(word.parts.sorted() == key.parts.sorted())
  }

  @Test func `a word that the program shows changes in titles, navigation and states`() async throws {
    let made = await building(
      "states:\n  yes: aye\n  no: nay\nbase:\n  all: Everything\nnot_found:\n  title: Lost\n", fact: "yes")
    #expect(made.report == "")
    let item = try #require(made.text("items/a/index.html"))
    #expect(item.contains(">aye</span>") && !item.contains(">yes<"))
    #expect(item.contains(">Everything</a>") && !item.contains(">A to Z<"))
    #expect(made.text("all/index.html")?.contains("<h1>Everything</h1>") == true)
    #expect(made.text("404.html")?.contains("<title>Lost · ") == true)
    // Addresses and keys hold no words.
    #expect(made.text("data/finder.json")?.contains("\"key\":\"yes\",\"name\":\"aye\"") == true)
  }

  @Test func `a site that is kept in memory follows an edit of its words`() async throws {
    var memory = SiteCache()
    for word in ["aye", "yea", "yes"] {
      let tree = self.tree("states:\n  yes: \(word)\n", fact: "yes")
      let (kept, _) = await memory.makeSite(from: tree, options: BuildOptions())
      let (clean, _) = await makeSite(from: tree, options: BuildOptions())
      let texts = MadeSite(site: kept, report: "").texts(where: { _ in true })
      #expect(texts == MadeSite(site: clean, report: "").texts(where: { _ in true }))
      #expect(texts["items/a/index.html"]?.contains(">\(word)</span>") == true)
    }
  }

  @Test func `a site changes how dates are written`() async throws {
    let made = await MadeSite.building(
      ["items/a.md": "---\nname: A\nupdated: 2024-05-03\n---\n"],
      templates: [
        "words/en.yml": "date:\n  long: \"{month} {day}, {year}\"\n  months:\n    may: Wonnemonat\n"
      ])
    #expect(made.report == "")
    #expect(made.text("items/a/index.html")?.contains("<dd>Wonnemonat 3, 2024</dd>") == true)
  }

  /// A site of two items that a criterion tells apart, with words of its own.
  private func tree(_ words: String, fact: String) -> SourceTree {
    var site = SiteInMemory.small([
      "criteria/open.md": "---\nname: Open\ntype: boolean\n---\n",
      "items/a.md": "---\nname: A\nfacts:\n  open: { value: \(fact), basis: common }\n---\n",
      "items/b.md": "---\nname: B\nfacts:\n  open: { value: no, basis: common }\n---\n",
    ])
    site.tree.templates = [SourceText(path: "Templates/words/en.yml", words)]
    return site.tree
  }

  private func building(_ words: String, fact: String) async -> MadeSite {
    let tree = tree(words, fact: fact)
    let (site, diagnostics) = await makeSite(
      from: tree, options: BuildOptions(baseURL: "https://example.org/"))
    return MadeSite(
      site: site, report: DiagnosticFormatter(format: .text, sources: tree.texts).string(for: diagnostics))
  }
}
