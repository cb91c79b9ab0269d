// Rules of what an import changes or leaves out, as documents cannot hold it.
extension Diagnostic.Rule {
  static let importLosses = [
    changedSlug, duplicateAlias, leftOutValue, mixedColumn, largeValue, largeText, deepObject, unreadableList,
    unreadableSection, verbatimText, deadFootnote,
  ]

  package static let changedSlug = Diagnostic.Rule(
    "changed-slug", .warning, "An item gets another slug than the file gives it or its name makes.",
    why: "The slug is a part of the page's address, and is what other documents call the item.",
    mend:
      "Give the items slugs of lower-case letters, digits and single hyphens in a column `slug`, each another.",
    example: .imported("name,slug\nDjango,Django 5\n", mended: "name,slug\nDjango,django-5\n"))

  package static let duplicateAlias = Diagnostic.Rule(
    "duplicate-alias", .warning, "An alias is left out, as another item is called so too.",
    why: "A reference by that name could mean either.",
    mend: "Correct the file if the alias belongs to this item alone.",
    example: .imported(
      "name,aliases\nDjango,Flask\nFlask,\n", mended: "name,aliases\nDjango,DJ\nFlask,\n"))

  package static let leftOutValue = Diagnostic.Rule(
    "left-out-value", .warning, "A value is left out, as its criterion or key does not take it.",
    why: "The item will have a gap where the file has a value.",
    mend: "Mend the value in the file, or add it to the `values` of the criterion.",
    example: .imported("name,website\nDjango,djangoproject\n"))

  package static let mixedColumn = Diagnostic.Rule(
    "mixed-column", .warning,
    "Most values of a column are of one type, and some are not, so that all stay text.",
    why: "As text they are neither sorted nor compared by what they mean.",
    mend: "Mend the odd values if they are slips.",
    example: .imported(
      "name,year\nDjango,2005\nFlask,2010\nBottle,2009\nPyramid,2010\nTornado,2009\nSanic,2016\nQuart,2018\nFalcon,2013\nHug,2015\nCherryPy,twenty years ago\n"
    ))

  package static let largeValue = Diagnostic.Rule(
    "large-value", .warning, "A value is longer, or a list has more in it, than a document may hold.",
    why: "Pages show values in tables, where they must fit.",
    mend: "Shorten it in the file; a long text belongs in a column of text, such as `description`.",
    example: .situation("$ collate import frameworks.csv --skip keywords"))

  package static let largeText = Diagnostic.Rule(
    "large-text", .warning, "A text is left out, as it is too large for a document.",
    why: "A document has limits, which Docs/content.md lists.",
    mend: "Shorten it in the file, or publish it elsewhere and link to it.",
    example: .situation("$ collate import frameworks.csv --skip changelog"))

  package static let deepObject = Diagnostic.Rule(
    "deep-object", .warning, "An object is nested too deep to become facts, and is left out.",
    why: "A fact is one value of one criterion.",
    mend: "Write its values directly into the item.",
    example: .imported(
      "{\"name\": \"Django\", \"a\": {\"b\": {\"c\": {\"d\": {\"e\": {\"f\": {\"g\": {\"h\": {\"i\": 1}}}}}}}}}\n",
      as: "frameworks.jsonl"))

  package static let unreadableList = Diagnostic.Rule(
    "unreadable-list", .warning, "A list has nothing in it that is a text or has a name, and is left out.",
    why: "Its elements would be shown as nothing.",
    mend: "Write texts, or objects with a `name`.",
    example: .imported(
      "{\"name\": \"Django\", \"tools\": [{\"id\": [1]}, {\"id\": [2]}]}\n",
      mended: "{\"name\": \"Django\", \"tools\": [\"admin\", \"shell\"]}\n", as: "frameworks.jsonl"))

  package static let unreadableSection = Diagnostic.Rule(
    "unreadable-section", .warning, "A section is no object with `heading` and `markdown`, and is left out.",
    why: "Without them nothing says what is the heading and what the text.",
    mend: "Write `{ \"heading\": …, \"markdown\": … }`.",
    example: .imported(
      "{\"name\": \"Django\", \"sections\": [\"From 2005.\"]}\n",
      mended:
        "{\"name\": \"Django\", \"sections\": [{\"heading\": \"History\", \"markdown\": \"From 2005.\"}]}\n",
      as: "frameworks.jsonl"))

  package static let verbatimText = Diagnostic.Rule(
    "verbatim-text", .warning,
    "A text cannot stand in a document as Markdown, and is shown as it is written.",
    why: "As Markdown it would change what else the document says.",
    mend: "Mend the text in the file if it was meant as Markdown.",
    example: .imported(
      "{\"name\": \"Django\", \"body\": \"<!-- For deadlines.\"}\n",
      mended: "{\"name\": \"Django\", \"body\": \"For deadlines.\"}\n", as: "frameworks.jsonl"))

  package static let deadFootnote = Diagnostic.Rule(
    "dead-footnote", .warning,
    "The mark of a footnote has no definition, or its definition is there twice, so that it is shown as text.",
    why: "In a document it would be an error.",
    mend: "Define each footnote once, in the text that refers to it.",
    example: .imported(
      "{\"name\": \"Django\", \"body\": \"It is fast. [^a]\"}\n",
      mended: "{\"name\": \"Django\", \"body\": \"It is fast.\"}\n", as: "frameworks.jsonl"))

}
