// Rules of what templates name: values, fields, filters, other templates, blocks and macros.
extension Diagnostic.Rule {
  static let templateNames = [
    templateUnknownName, templateUnknownField, templateUnknownFilter, templateUnknownTemplate,
    templateUnknownBlock,
    templateUnknownMacro, templateRecursion, templateMisplacedCall, templateShadowedName,
  ]

  package static let templateUnknownName = Diagnostic.Rule(
    "template-unknown-name", .error, "A template names a value that this page does not have.",
    why: "In other engines it would show as nothing, on every page, and nobody would be told.",
    mend: "Correct the name; `collate reference` lists what every kind of page offers.",
    example: .template("<h1>{{ nmae }}</h1>\n", mended: "<h1>{{ name }}</h1>\n"))

  package static let templateUnknownField = Diagnostic.Rule(
    "template-unknown-field", .error, "A value has no field of this name.",
    why: "It would show as nothing on every page.",
    mend: "Correct the name; `collate reference` lists the fields of every record.",
    example: .template("<title>{{ site.titel }}</title>\n", mended: "<title>{{ site.title }}</title>\n"))

  package static let templateUnknownFilter = Diagnostic.Rule(
    "template-unknown-filter", .error, "There is no filter of this name.",
    why: "Filters of other engines are not guessed at.",
    mend: "Use one of those that `collate reference` lists.",
    example: .template("<h1>{{ name | uper }}</h1>\n", mended: "<h1>{{ name | upper }}</h1>\n"))

  package static let templateUnknownTemplate = Diagnostic.Rule(
    "template-unknown-template", .error, "A template that is extended, included or imported does not exist.",
    why: "A part of the page would be missing.",
    mend: "Correct the path, which leads from `Templates`.",
    example: .template("<h1>{{ name }}</h1>{% include \"partials/fooder.html\" %}\n"))

  package static let templateUnknownBlock = Diagnostic.Rule(
    "template-unknown-block", .error, "A block replaces none of the layout.",
    why: "What is in it would never be shown.",
    mend: "Use the name of a block of the layout.",
    example: .template(
      "{% extends \"base.html\" %}{% block mian %}<h1>{{ name }}</h1>{% endblock %}\n",
      mended: "{% extends \"base.html\" %}{% block main %}<h1>{{ name }}</h1>{% endblock %}\n"))

  package static let templateUnknownMacro = Diagnostic.Rule(
    "template-unknown-macro", .error,
    "A macro is called that is not there, or from a file that is not imported.",
    why: "A part of the page would be missing.",
    mend: "Correct the name, or import the file at the top: `{% import \"…\" as name %}`.",
    example: .template("<p>{{ badge(name) }}</p>\n"))

  package static let templateRecursion = Diagnostic.Rule(
    "template-recursion", .error, "A layout, an include, a macro or a block leads back to itself.",
    why: "The page would have no end.",
    mend: "Break the circle at the place that the message names.",
    example: .template("<p>{{ name }}</p>{% include \"item.html\" %}\n", mended: "<p>{{ name }}</p>\n"))

  package static let templateMisplacedCall = Diagnostic.Rule(
    "template-misplaced-call", .error, "A macro or `super()` is called where it has no meaning.",
    why: "A macro writes a part of a page, and is no value that could be compared or passed on.",
    mend: "Call a macro in `{{ }}` of its own, and `super()` in a block that replaces another.",
    example: .template("<p>{{ name }}{{ super() }}</p>\n", mended: "<p>{{ name }}</p>\n"))

  package static let templateShadowedName = Diagnostic.Rule(
    "template-shadowed-name", .error, "A name is set in a loop or a branch that has a meaning outside of it.",
    why: "The new value would end with the loop or branch, though it looks as if it lasted.",
    mend: "Choose another name.",
    example: .template(
      "{% set n = 1 %}{% for x in [1, 2] %}{% set n = 2 %}{% endfor %}<h1>{{ name }}</h1>\n",
      mended: "{% set n = 1 %}{% for x in [1, 2] %}{% set m = 2 %}{% endfor %}<h1>{{ name }}</h1>\n"))

}
