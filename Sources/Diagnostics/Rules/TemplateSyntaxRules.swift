// Rules of how templates are written.
extension Diagnostic.Rule {
  static let templateSyntax = [
    templateSyntaxError, templateUnclosedTag, templateUnclosedBlock, templateUnexpectedTag,
    templateUnknownTag,
    templateMisplacedTag, templateDuplicateBlock, templateDuplicateMacro, templateEmpty, templateLimit,
  ]

  package static let templateSyntaxError = Diagnostic.Rule(
    "template-syntax", .error, "A tag or an expression is not of the template language.",
    why: "What it should show cannot be told.",
    mend: "The message says what was expected; `collate reference` has the whole language.",
    example: .template("<p>{{ name + 1 }}</p>\n", mended: "<p>{{ name }}</p>\n"))

  package static let templateUnclosedTag = Diagnostic.Rule(
    "template-unclosed-tag", .error, "`{{`, `{%` or `{#` has no closing mark, or the wrong one.",
    why: "All that follows would be a part of it.",
    mend: "Close `{{` with `}}`, `{%` with `%}` and `{#` with `#}`.",
    example: .template("<p>{{ name }</p>\n", mended: "<p>{{ name }}</p>\n"))

  package static let templateUnclosedBlock = Diagnostic.Rule(
    "template-unclosed-block", .error, "`if`, `for`, `block`, `macro` or `raw` is never closed.",
    why: "Where its body ends cannot be told.",
    mend: "Add the closing tag: `{% endif %}`, `{% endfor %}` and so on.",
    example: .template(
      "{% if summary %}<p>{{ summary }}</p>\n", mended: "{% if summary %}<p>{{ summary }}</p>{% endif %}\n"))

  package static let templateUnexpectedTag = Diagnostic.Rule(
    "template-unexpected-tag", .error, "A tag closes or continues something that is not open.",
    why: "Most likely the tag that opens it was lost, or another one is not closed.",
    mend: "Remove it, or close what was opened last first.",
    example: .template("<p>{{ name }}</p>{% endif %}\n", mended: "<p>{{ name }}</p>\n"))

  package static let templateUnknownTag = Diagnostic.Rule(
    "template-unknown-tag", .error, "There is no tag of this name.",
    why: "Tags of other template languages are not guessed at.",
    mend: "The tags are if, for, block, extends, include, import, macro, set and raw.",
    example: .template("{% fro claim in claims %}{% endfor %}\n"))

  package static let templateMisplacedTag = Diagnostic.Rule(
    "template-misplaced-tag", .error,
    "A tag stands where it has no effect, such as text outside of the blocks of a template with a layout.",
    why: "It would never be shown.",
    mend: "Move it into a block, or to the top of the file, as the message says.",
    example: .template(
      "{% extends \"base.html\" %}\n<h1>{{ name }}</h1>\n",
      mended: "{% extends \"base.html\" %}\n{% block main %}<h1>{{ name }}</h1>{% endblock %}\n"))

  package static let templateDuplicateBlock = Diagnostic.Rule(
    "template-duplicate-block", .error, "A template has two blocks of one name.",
    why: "Which of them a page shows could not be told.",
    mend: "Give one another name, or make them one.",
    example: .template("{% block a %}1{% endblock %}{% block a %}2{% endblock %}\n"))

  package static let templateDuplicateMacro = Diagnostic.Rule(
    "template-duplicate-macro", .error, "A template has two macros of one name.",
    why: "Which of them is called could not be told.",
    mend: "Give one another name.",
    example: .template(
      "{% macro a() %}1{% endmacro %}{% macro a() %}2{% endmacro %}<p>{{ name }}{{ a() }}</p>\n"))

  package static let templateEmpty = Diagnostic.Rule(
    "template-empty", .error, "A template writes nothing.",
    why: "Its pages would be empty.",
    mend: "Write what the page shows, or remove the file, so that the bundled one serves.",
    example: .template("{# to be written #}\n", mended: "<h1>{{ name }}</h1>\n"))

  package static let templateLimit = Diagnostic.Rule(
    "template-limit", .error,
    "A template is larger or nested deeper than is compiled, or has more mistakes than are listed.",
    why: "Includes that include each other many times over would keep a build busy without end.",
    mend: "Move a part into an include or a macro, or give a part of an expression a name with `set`.",
    example: .template(
      "<p>{{ ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((name))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))) }}</p>\n"
    ))
}
