// Rules of facts, their values, their dates and who states them.
extension Diagnostic.Rule {
  static let facts = [
    unsourcedFact, unknownSource, unknownCriterion, unknownValue, partialWithoutNote, duplicateValue,
    inconsistentSpelling,
    staleFact, futureDate, untypedCriterion,
  ]

  package static let unsourcedFact = Diagnostic.Rule(
    "unsourced-fact", .warning, "Nobody is named who states a fact.",
    why: "A cell without a source is the editor's word alone, and readers cannot check it.",
    mend: "Name the source with `sources`; what everybody knows has `basis: common` in its place.",
    example: .frontMatter(
      "facts:\n  language: python\n", mended: "facts:\n  language: { value: python, sources: [review] }\n"))

  package static let unknownSource = Diagnostic.Rule(
    "unknown-source", .error, "A source is named of which the site has no document.",
    why: "Readers follow a source to judge a statement, and this one leads nowhere.",
    mend:
      "Correct the name, or add the document to `Content/sources`. A source is named by its slug, its name or its short name.",
    example: .frontMatter(
      "facts:\n  language: { value: python, sources: [reviw] }\n",
      mended: "facts:\n  language: { value: python, sources: [review] }\n"))

  package static let unknownCriterion = Diagnostic.Rule(
    "unknown-criterion", .error,
    "A fact, a need, a matrix or a setting names a criterion that the site has no document of.",
    why: "A fact that belongs to no row is shown nowhere.",
    mend: "Correct the name, or add the document to `Content/criteria`.",
    example: .frontMatter(
      "facts:\n  langage: { value: python, sources: [review] }\n",
      mended: "facts:\n  language: { value: python, sources: [review] }\n"))

  package static let unknownValue = Diagnostic.Rule(
    "unknown-value", .error, "A value is none of those that its criterion lists.",
    why: "A choice that is spelled in two ways would be two, and no filter would find both.",
    mend: "Use one of the `values` of the criterion, or add it there.",
    example: .frontMatter(
      "facts:\n  language: { value: pyton, sources: [review] }\n",
      mended: "facts:\n  language: { value: python, sources: [review] }\n"))

  package static let partialWithoutNote = Diagnostic.Rule(
    "partial-without-note", .error, "A fact is `partial`, and no note says to what degree.",
    why: "Partly true can mean nearly or hardly.",
    mend: "Add a `note`, or write the value in quotes where it is the word itself.",
    example: .frontMatter(
      "facts:\n  async: { value: partial, sources: [review] }\n",
      mended: "facts:\n  async: { value: partial, note: not in the ORM, sources: [review] }\n"))

  package static let duplicateValue = Diagnostic.Rule(
    "duplicate-value", .warning, "A list has one value twice, which counts once.",
    why: "The second was most likely meant to be another value.",
    mend: "Correct it, or leave it out.",
    example: .frontMatter(
      "facts:\n  databases: { value: [SQLite, MySQL, SQLite], sources: [review] }\n",
      mended: "facts:\n  databases: { value: [SQLite, MySQL], sources: [review] }\n"))

  package static let inconsistentSpelling = Diagnostic.Rule(
    "inconsistent-spelling", .warning,
    "One value is spelled in two ways that differ in capitals, blanks or apostrophes only.",
    why: "They count as one value, and pages show the first spelling for both.",
    mend: "Spell it in one way everywhere.",
    example: .frontMatter(
      "facts:\n  licence:\n    - { value: BSD, sources: [review] }\n    - { value: bsd, sources: [survey] }\n",
      mended:
        "facts:\n  licence:\n    - { value: BSD, sources: [review] }\n    - { value: BSD, sources: [survey] }\n"
    ))

  package static let staleFact = Diagnostic.Rule(
    "stale-fact", .warning, "A fact was verified longer ago than its criterion allows with `max-age`.",
    why: "Versions and prices change, and pages mark the value as one that may be out of date.",
    mend: "Look again, and write the date of today as `verified`.",
    example: .frontMatter(
      "facts:\n  release: { value: \"4.2\", sources: [review], verified: 2023-04-03 }\n",
      mended: "facts:\n  release: { value: \"5.2\", sources: [review], verified: 2026-05-30 }\n"))

  package static let futureDate = Diagnostic.Rule(
    "future-date", .warning, "A fact was verified after the day by which freshness is judged.",
    why: "Either that date or `as-of` is wrong, and what is stale cannot be told.",
    mend: "Correct the date, or set `as-of` in `site.yml` to a later one.",
    example: .frontMatter(
      "facts:\n  release: { value: \"5.2\", sources: [review], verified: 2062-05-30 }\n",
      mended: "facts:\n  release: { value: \"5.2\", sources: [review], verified: 2026-05-30 }\n"))

  package static let untypedCriterion = Diagnostic.Rule(
    "untyped-criterion", .error, "A criterion without a `type` is used as if it had values.",
    why: "Such a criterion takes claims and no facts, so that there is nothing to share or to import.",
    mend: "Give the criterion a `type`, or name another.",
    example: .settings("pairs: { within: speed }\n", mended: "pairs: { within: language }\n"))
}
