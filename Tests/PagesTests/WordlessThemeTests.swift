import Diagnostics
import Testing

@testable import Pages
@testable import Templating

/// The bundled theme takes every word that people read from its words file.
struct WordlessThemeTests {
  /// Texts of expressions that nobody reads: names of states, kinds, formats and anchors. Whatever else stands in quotation marks is a word.
  private static let technical: Set<String> = [
    "$schema", "also", "higher", "Choose_left", "Choose_right", "Sources_caption", "The_common",
    "The_differences",
    "The_direct", "The_facts", "The_gaps", "The_shared_facts", "The_sources", "The_undecided", "The_uses",
    "a", "all", "alone", "b", "both", "c", "con",
    "contested", "contradicted", "criticised", "direct", "fact", "for", "format", "h1", "h2", "h3", "home",
    "long", "mentioned", "missing", "mixed", "named", "no", "not-found", "partial", "praise", "praised",
    "pro",
    "self", "shared", "short", "strengths", "unknown", "unsourced", "use", "use-cases", "used-by", "value",
    "weaknesses", "yes",
  ]
  /// Attributes that people read, or have read to them.
  private static let readAttributes: Set<String> = [
    "title", "alt", "aria-label", "aria-description", "aria-roledescription", "placeholder", "content",
    "label",
    "summary",
  ]
  /// What browsers and search engines read of `<meta>`, and the end of a time.
  private static let settings: Set<String> = [
    "width=device-width, initial-scale=1", "light dark", "noindex", "website", "article", "websitearticle",
    "summary", "summary_large_image", "T00:00:00Z",
  ]

  private static var templates: [SourceText] {
    BundledTheme.templates.filter { !ThemeWords.holdsWords($0.path) && !$0.path.hasSuffix(".txt") }
  }

  private static var scripts: [SourceText] {
    BundledTheme.files.filter { $0.path.hasSuffix(".js") }.map { SourceText(path: $0.path, utf8: $0.bytes) }
  }

  // MARK: Templates

  /// A template's own text, with nothing in place of comments, tags of the language and scripts.
  private static func ownText(of source: SourceText) -> String {
    let (tokens, _) = Lexer.tokens(of: source)
    let text = tokens.filter { $0.kind == .text }.map { source.text($0.range) }.joined()
    return text.replacing(/<script[^>]*>[^<]*<\/script>/, with: "").replacing(
      /<!doctype[^>]*>|<\?[^>]*>/, with: ""
    )
    // A record of JSON-LD, by itself in a macro.
    .replacing(/"[@a-zA-Z]+":("[a-zA-Z]+")?/, with: "")
  }

  /// The words in a template's own text: between tags, and in attributes that people read.
  private static func words(in source: SourceText) -> [String] {
    var found: [String] = []
    let text = ownText(of: source)
    for attribute in text.matches(of: /([a-zA-Z:-]+)="([^"]*)"/) {
      // A refresh and the size of the window are no texts.
      let value = String(attribute.output.2).replacing("0; url=", with: "")
      if readAttributes.contains(String(attribute.output.1)) { found.append(value) }
    }
    let plain = text.replacing(/[a-zA-Z:-]+="[^"]*"/, with: "").replacing(/<[^>]*>/, with: "\n")
    found += plain.split(separator: "\n").map(String.init)
    return found.map { $0.replacing(/^\s+|\s+$/, with: "") }
      .filter { $0.contains(where: \.isLetter) && !settings.contains($0) && $0 != "&amp;" }
  }

  @Test func `templates hold no words`() {
    for source in Self.templates {
      #expect(Self.words(in: source) == [], "\(source.path): write them into Templates/words/en.yml")
    }
  }

  @Test func `expressions of templates hold no words`() {
    for source in Self.templates {
      let (tokens, _) = Lexer.tokens(of: source)
      for token in tokens {
        guard case .string(let text) = token.kind, text.contains(where: \.isLetter), !text.hasSuffix(".html"),
          !Self.technical.contains(text)
        else { continue }
        Issue.record(
          "\(source.path): \"\(text)\" stands in Templates/words/en.yml, or in the list of technical texts")
      }
    }
  }

  @Test(arguments: [
    "<p>Sources</p>", "<p>{{ x }} of {{ y }}</p>", "<a title=\"More\">",
    "<nav aria-label='x' aria-label=\"Main\">",
    "<input placeholder=\"Search\">", "<p>{% if x %}and{% endif %}</p>",
    "<meta name=\"description\" content=\"All of it\">",
    "<title>Sources</title>",
  ])
  func `a word in a template is found`(_ text: String) {
    #expect(Self.words(in: SourceText(path: "Templates/x.html", text)) != [])
  }

  @Test(arguments: [
    "<p class=\"lead\">{{ words.all.lead }}</p>", "<details{% if x %} open{% endif %}>", "{# Words. #}",
    "<script>const x = 1</script>", "<meta name=\"robots\" content=\"noindex\">",
    "<a href=\"#The_sources\">1 %</a>",
  ])
  func `what nobody reads is no word`(_ text: String) {
    #expect(Self.words(in: SourceText(path: "Templates/x.html", text)) == [])
  }

  // MARK: Scripts

  /// Texts of scripts with blanks or capitals that nobody reads: selectors, classes, keys, anchors, and what errors tell programmers.
  private static let technicalOfScripts: Set<String> = [
    "Escape", "NFD", "NFKD", "Robust_caption", "Search_results", "Search_option_", "#Item_",
    "an index of format ",
    " for ", "hidden against", "hidden sort-hint", "main a", "no criticised", "partial mixed", "pushState",
    "region full", "replaceState", "yes praised", "tbody .is-baseline",
  ]

  /// The texts in quotation marks and the parts of templates of a script.
  private static func texts(of script: SourceText) -> [String] {
    var scanner = ScriptScanner(script.utf8)
    var found: [String] = []
    while let token = scanner.next() {
      let piece = script.text(scanner.range)
      if case .text(let offsets) = token { found.append(script.text(offsets)) }
      if token == .other, let first = piece.first, first == "`" || first == "}" {
        found.append(String(piece.dropFirst()).replacing(/`$|\$\{$/, with: ""))
      }
    }
    return found
  }

  /// Whether people may read a text: it has two words, begins a word with a capital, or has letters beyond ASCII. A single word in small letters
  /// counts as technical, as most are.
  private static func isRead(_ text: String) -> Bool {
    if technicalOfScripts.contains(text) || text.contains(#/^[.#\[(]|:not\(|^https?:|^\.\.?/|^td,/#) {
      return false
    }
    return text.contains(/[A-Za-z]{2,}[,;:]? [A-Za-z]{2,}/) || text.contains(/\b[A-Z][a-z]+/)
      || text.contains(#/^ [a-z]{2,}|[a-z]{2,}[.;,:]? $/#)
  }

  @Test func `scripts hold no words`() {
    for script in Self.scripts {
      #expect(
        Self.texts(of: script).filter(Self.isRead) == [],
        "\(script.path): write them into Templates/words/en.yml")
    }
  }

  @Test(arguments: [
    "say(\"Loading\")", "say(`${count} results found`)", "say(`from ${x}`)", "say(x ? 'None of them' : '')",
    "say(`${a ? `${b} more` : c}`)",
  ])
  func `a word in a script is found`(_ text: String) {
    #expect(Self.texts(of: SourceText(path: "x.js", text)).contains(where: Self.isRead))
  }

  @Test func `every word is used`() {
    let templates = Self.templates.flatMap { source in
      source.text(0..<source.endOffset).matches(of: /words\.([a-z0-9_.]+)/).map { String($0.output.1) }
    }
    let scripts = Self.scripts.flatMap { ScriptWord.uses(in: $0.utf8, of: ThemeWords.bundled.words) }.map(
      \.reference.text)
    let used = Set(templates + scripts + WordKey.allCases.map(\.key) + DateWords.keys)
    #expect(ThemeWords.bundled.words.keys.filter { !used.contains($0) } == [])
  }
}
