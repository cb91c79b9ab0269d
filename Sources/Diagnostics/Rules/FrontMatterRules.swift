// Rules of how a document begins and of YAML, before any key has a meaning.
extension Diagnostic.Rule {
  static let frontMatter = [
    emptyDocument, unclosedFrontMatter, notAMapping, yamlSyntax, keyWithoutValue, duplicateKey,
    unsupportedYAML,
    yamlLimit, mergeConflict, documentLimit, invalidEncoding,
  ]

  package static let emptyDocument = Diagnostic.Rule(
    "empty-document", .error, "A document has nothing in it.",
    why: "A page without a name and words helps nobody, and the file is most likely a slip.",
    mend: "Write at least front matter with a `name`, or remove the file.",
    example: .file("Content/criteria/speed.md", "", mended: "---\nname: Speed\n---\n"))

  package static let unclosedFrontMatter = Diagnostic.Rule(
    "unclosed-front-matter", .error, "The front matter has no second line `---`.",
    why: "Where front matter ends cannot be guessed: all of the text might be YAML.",
    mend: "End the front matter with a line `---`.",
    example: .file(
      "Content/criteria/speed.md", "---\nname: Speed\n\nHow soon a page is there.\n",
      mended: "---\nname: Speed\n---\n\nHow soon a page is there.\n"))

  package static let notAMapping = Diagnostic.Rule(
    "not-a-mapping", .error,
    "The front matter, or `site.yml`, is a text or a list in place of keys with values.",
    why: "Without keys nothing says what a value means.",
    mend: "Write lines of the form `key: value`; the blank behind the colon belongs to it.",
    example: .file(
      "Content/criteria/speed.md", "---\nname:Speed\n---\n", mended: "---\nname: Speed\n---\n"))

  package static let yamlSyntax = Diagnostic.Rule(
    "yaml-syntax", .error, "The front matter, or `site.yml`, is not YAML.",
    why: "Nothing of a document is read whose front matter cannot be read for sure.",
    mend:
      "Look for a missing quotation mark or bracket, for tabs, and for a colon or `#` in a text without quotes.",
    example: .frontMatter(
      "summary: \"Batteries included\nwebsite: https://www.djangoproject.com/\n",
      mended: "summary: \"Batteries included\"\nwebsite: https://www.djangoproject.com/\n"))

  package static let keyWithoutValue = Diagnostic.Rule(
    "key-without-value", .error,
    "In braces, a comma has cut a value in two, and its second half is a key without a value.",
    why: "YAML ends a value at a comma, so that half of a number or a sentence would be lost.",
    mend: "Put the text in quotes, or write the number with a point.",
    example: .frontMatter(
      "facts:\n  licence: { value: MIT, or BSD, sources: [review] }\n",
      mended: "facts:\n  licence: { value: \"MIT, or BSD\", sources: [review] }\n"))

  package static let duplicateKey = Diagnostic.Rule(
    "duplicate-key", .error, "A key is given twice in one mapping.",
    why: "One of the two values would be lost without a word.",
    mend: "Keep one of them.",
    example: .frontMatter(
      "summary: For Python.\nsummary: For deadlines.\n", mended: "summary: For Python and deadlines.\n"))

  package static let unsupportedYAML = Diagnostic.Rule(
    "unsupported-yaml", .error,
    "An anchor, an alias, a tag or another part of YAML is used that documents do not need.",
    why:
      "Such parts make a few bytes stand for a lot, and are most often there by mistake, as `*` or `&` before a word.",
    mend: "Write the value out, or put the text in quotes.",
    example: .frontMatter("summary: &quick For deadlines\n", mended: "summary: \"&quick For deadlines\"\n"))

  package static let yamlLimit = Diagnostic.Rule(
    "yaml-limit", .error, "The front matter, or `site.yml`, is longer or nested deeper than is read.",
    why: "A stranger's document must not be able to keep a build busy.",
    mend:
      "Shorten it, or nest it less; long text belongs below the front matter. Docs/content.md has the limits.",
    example: .frontMatter(
      "extra:\n  a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n"
    ))

  package static let mergeConflict = Diagnostic.Rule(
    "merge-conflict", .error, "A document has lines with which Git marks a conflict.",
    why: "Both versions, and the marks, would be published.",
    mend:
      "Keep one of the two versions, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.",
    example: .body(
      "<<<<<<< HEAD\nFor large sites.\n=======\nFor small sites.\n>>>>>>> other\n",
      mended: "For sites of any size.\n"))

  package static let documentLimit = Diagnostic.Rule(
    "document-limit", .error,
    "A document holds more of something than a document may: bytes, links, claims, names of a list.",
    why: "Pages list what documents say, so that one without bounds would make all of them slow.",
    mend: "Split the document, or say less; the table in Docs/content.md has every limit.",
    example: .body(
      ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> A quote in forty quotes.\n", mended: "> A quote.\n"))

  package static let invalidEncoding = Diagnostic.Rule(
    "invalid-encoding", .error, "A file is no text in UTF-8.",
    why: "In another encoding letters with accents would be shown as other signs.",
    mend: "Save the file as UTF-8; most editors offer it where they save.",
    example: .situation("$ iconv -f windows-1252 -t utf-8 Content/frameworks/django.md > django.md"))
}
