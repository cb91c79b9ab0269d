// Rules of what documents are called, how they name each other, and what makes up rankings and pairs.
extension Diagnostic.Rule {
  static let site = [
    unknownItem, duplicateName, sameName, selfRelation, unknownFavourite, unsourcedComparison,
    wordlessReasons, duplicateNeed,
    duplicateRank, invalidPair, duplicatePair, invalidComparison, duplicateComparison,
  ]

  package static let unknownItem = Diagnostic.Rule(
    "unknown-item", .error,
    "A relation, a ranking, a matrix, a comparison or a list of pairs names an item that the site has no document of.",
    why: "What is said of it would be said of nothing.",
    mend: "Correct the name, or add the document to the folder of the items.",
    example: .frontMatter(
      "related:\n  - { item: flsk, as: is larger than, sources: [review] }\n",
      mended: "related:\n  - { item: flask, as: is larger than, sources: [review] }\n"))

  package static let duplicateName = Diagnostic.Rule(
    "duplicate-name", .error, "A slug or an alias is that of another document of the same kind.",
    why: "A reference by that name could mean either.",
    mend: "Choose another, or remove the alias.",
    example: .frontMatter("aliases: [flask]\n", mended: "aliases: [Django Project]\n"))

  package static let sameName = Diagnostic.Rule(
    "same-name", .warning, "Two documents of one kind have the same name.",
    why: "Lists, tables and links show the name alone, so that readers cannot tell them apart.",
    mend: "Say in each name what is different: a version, a maker, a place.",
    example: .file(
      "Content/frameworks/flask-3.md", "---\nname: Flask\n---\n", mended: "---\nname: Flask 3\n---\n"))

  package static let selfRelation = Diagnostic.Rule(
    "self-relation", .error, "An item is related to itself.",
    why: "A relation is shown from both sides, and here there is one.",
    mend: "Name the other item.",
    example: .frontMatter(
      "related:\n  - { item: django, as: is larger than, sources: [review] }\n",
      mended: "related:\n  - { item: flask, as: is larger than, sources: [review] }\n"))

  package static let unknownFavourite = Diagnostic.Rule(
    "unknown-favourite", .error, "`favours` names neither of the two items that a relation compares.",
    why: "A comparison speaks for one of its two items or for neither, never for a third.",
    mend: "Write the slug of one of the two, or `neither`; without the key the relation judges nothing.",
    example: .frontMatter(
      "related:\n  - { item: flask, as: is larger than, favours: djago, sources: [review] }\n",
      mended: "related:\n  - { item: flask, as: is larger than, favours: django, sources: [review] }\n"))

  package static let unsourcedComparison = Diagnostic.Rule(
    "unsourced-comparison", .warning, "A relation compares two items, and cites nobody.",
    why: "It is shown as the editor's own, and decides nothing between the two.",
    mend: "Name who says so in `sources`.",
    example: .frontMatter(
      "related:\n  - { item: flask, as: is larger than, favours: django }\n",
      mended: "related:\n  - { item: flask, as: is larger than, favours: django, sources: [review] }\n"))

  package static let wordlessReasons = Diagnostic.Rule(
    "wordless-reasons", .note, "`collate check` found reasons to choose that nobody wrote words for.",
    why:
      "The page of a pair says “Choose it if you …”, and can complete that only with words that people wrote.",
    mend: "Write `choose` into criteria and their values, and `for` into use cases.",
    example: .situation("$ cat Content/criteria/speed.md\n---\nname: Speed\nchoose: need speed\n---"))

  package static let duplicateNeed = Diagnostic.Rule(
    "duplicate-need", .error, "A use case needs the same thing twice.",
    why: "Each need counts in its ranking, and this one would count double.",
    mend: "Name it once.",
    example: .file(
      "Content/use-cases/prototypes.md", "---\nname: Prototypes\nneeds: [speed, speed]\n---\n",
      mended: "---\nname: Prototypes\nneeds: [speed]\n---\n"))

  package static let duplicateRank = Diagnostic.Rule(
    "duplicate-rank", .error, "The `ranking` of a source names an item twice.",
    why: "An item has one place.",
    mend: "Keep the higher one, or correct the other name.",
    example: .file(
      "Content/sources/survey.md",
      "---\nname: A survey\nranking: { by: votes, order: [flask, flask] }\n---\n",
      mended: "---\nname: A survey\nranking: { by: votes, order: [flask] }\n---\n"))

  package static let invalidPair = Diagnostic.Rule(
    "invalid-pair", .error, "A pair in `pairs` is not one of two different items.",
    why: "A page of a pair compares two.",
    mend: "Write each pair in brackets of its own: `list: [[a, b], [a, c]]`.",
    example: .settings("pairs: { list: [[flask]] }\n", mended: "pairs: { list: [[flask, pyramid]] }\n"))

  package static let duplicatePair = Diagnostic.Rule(
    "duplicate-pair", .warning, "Two items are listed as a pair twice; their order makes no difference.",
    why: "There is one page of each pair, so that another one was most likely meant.",
    mend: "Remove it, or name the other pair.",
    example: .settings(
      "pairs: { list: [[flask, pyramid], [pyramid, flask]] }\n",
      mended: "pairs: { list: [[flask, pyramid]] }\n"))

  package static let invalidComparison = Diagnostic.Rule(
    "invalid-comparison", .error, "A comparison does not name two to five different items.",
    why: "Its page has a column for each item, and more than five are too narrow to read.",
    mend: "Name two to five items, each once; a matrix in `Content/matrices` takes any number.",
    example: .file(
      "Content/comparisons/python.md", "---\nname: In Python\nitems: [flask, flask]\n---\n",
      mended: "---\nname: In Python\nitems: [flask, django]\n---\n"))

  package static let duplicateComparison = Diagnostic.Rule(
    "duplicate-comparison", .error, "Two comparisons are of the same items; their order makes no difference.",
    why: "Readers and search engines would meet the same table at two addresses.",
    mend: "Remove one of them, or compare others.",
    example: .file(
      "Content/comparisons/tiny.md", "---\nname: Tiny frameworks\nitems: [pyramid, flask]\n---\n",
      mended: "---\nname: Tiny frameworks\nitems: [pyramid, flask, django]\n---\n"))
}
