// Rules of the words of a theme, and of the templates and scripts that show them.
extension Diagnostic.Rule {
  static let words = [
    unknownWord, templateUnknownWord, wordPart, wordKey, wordForm, wordSyntax, unknownLanguage,
  ]

  package static let unknownWord = Diagnostic.Rule(
    "unknown-word", .error, "A words file or a script names a word that the theme does not have.",
    why: "It takes the place of nothing, or a script would show nothing in its place.",
    mend: "Correct the key; `collate reference` lists all words.",
    example: .file("Templates/words/en.yml", "common:\n  hom: Start\n", mended: "common:\n  home: Start\n"))

  package static let templateUnknownWord = Diagnostic.Rule(
    "template-unknown-word", .error, "A template shows a word that the theme does not have.",
    why: "A heading or a label would be missing on every page of the kind.",
    mend: "Correct the key; `collate reference` lists all words.",
    example: .template(
      "<h1>{{ name }}</h1><p>{{ words.common.hom }}</p>\n",
      mended: "<h1>{{ name }}</h1><p>{{ words.common.home }}</p>\n"))

  package static let wordPart = Diagnostic.Rule(
    "word-part", .error, "A word has a part that the bundled one does not have, or lacks one that it has.",
    why: "The part would show as nothing, or what it holds would be lost.",
    mend: "Use the parts that `collate reference` lists, in any order.",
    example: .file(
      "Templates/words/en.yml", "common:\n  and_more: and {number} more\n",
      mended: "common:\n  and_more: plus {count} more\n"))

  package static let wordKey = Diagnostic.Rule(
    "word-key", .error, "A key of a words file is no name of a word, or has a list.",
    why: "Templates and scripts could not name it.",
    mend: "Use small letters, digits and `_`, and one text for each key.",
    example: .file("Templates/words/en.yml", "common:\n  Home: Start\n", mended: "common:\n  home: Start\n"))

  package static let wordForm = Diagnostic.Rule(
    "word-form", .error, "The plural forms of a word are not those that its language has.",
    why: "For some numbers nothing could be shown.",
    mend: "English has `one` and `other`, and `other` is always there.",
    example: .file(
      "Templates/words/en.yml", "common:\n  and_more:\n    one: and one more\n    few: and {count} more\n"))

  package static let wordSyntax = Diagnostic.Rule(
    "word-syntax", .error, "A word has no text, or a brace that opens no part.",
    why: "Where the part ends cannot be told.",
    mend: "Close the brace, write `{{` for the sign itself, and `\"\"` where nothing is to be shown.",
    example: .file(
      "Templates/words/en.yml", "common:\n  and_more: \"and {count more\"\n",
      mended: "common:\n  and_more: \"and {count} more\"\n"))

  package static let unknownLanguage = Diagnostic.Rule(
    "unknown-language", .error, "A words file is of a language that the theme has no words in.",
    why: "Nothing would be shown in it.",
    mend: "Change the words in `Templates/words/en.yml`, in whatever language the site is.",
    example: .file("Templates/words/de.yml", "common:\n  home: Start\n"))
}
