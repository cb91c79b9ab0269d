// Rules of values in templates: their types, and where in a page they may stand.
extension Diagnostic.Rule {
  static let templateValues = [
    templateAbsentValue, templateWrongType, templateWrongArgument, templateUnprintableValue,
    templateUnsafeValue,
    templateMixedContext,
  ]

  package static let templateAbsentValue = Diagnostic.Rule(
    "template-absent-value", .error, "A value is used that some pages do not have.",
    why: "On those pages a part would be missing, or an attribute empty.",
    mend: "Put it inside `{% if … %}`, or give it a value to fall back on with `default`.",
    example: .template("<p>{{ summary }}</p>\n", mended: "{% if summary %}<p>{{ summary }}</p>{% endif %}\n"))

  package static let templateWrongType = Diagnostic.Rule(
    "template-wrong-type", .error, "A value is of another type than is needed here.",
    why: "A comparison of unlike values is never true, and a list is not what a number is.",
    mend: "Use a value of the type that the message names, or a filter that makes one.",
    example: .template(
      "<p>{% if name > 3 %}{{ name }}{% endif %}</p>\n",
      mended: "<p>{% if name == \"Django\" %}{{ name }}{% endif %}</p>\n"))

  package static let templateWrongArgument = Diagnostic.Rule(
    "template-wrong-argument", .error,
    "A filter or a macro is given an argument too many, too few, or of the wrong kind.",
    why: "What it should do cannot be told.",
    mend: "Write it as the message shows; `collate reference` lists the arguments of every filter.",
    example: .template("<p>{{ name | upper(2) }}</p>\n", mended: "<p>{{ name | upper }}</p>\n"))

  package static let templateUnprintableValue = Diagnostic.Rule(
    "template-unprintable-value", .error, "A list or a record is written as it is.",
    why: "Neither has a form that readers would understand.",
    mend: "Use `for` or `join` for a list, and a field of a record.",
    example: .template("<p>{{ site }}</p>\n", mended: "<p>{{ site.title }}</p>\n"))

  package static let templateUnsafeValue = Diagnostic.Rule(
    "template-unsafe-value", .error,
    "A value stands where no escaping makes it safe, such as a script or an attribute without quotes.",
    why: "A name in a document could then run script on the page.",
    mend:
      "Put attributes in quotes; hand values to a script as `<script type=\"application/json\">` through `json`.",
    example: .template("<p title={{ name }}>x</p>\n", mended: "<p title=\"{{ name }}\">x</p>\n"))

  package static let templateMixedContext = Diagnostic.Rule(
    "template-mixed-context", .error,
    "Branches, or the rounds of a loop, end in different places of the markup.",
    why: "How the values after it are escaped would depend on which branch was taken.",
    mend: "Open and close tags and quotation marks in the same branch.",
    example: .template(
      "{% if summary %}<p title=\"{% endif %}{{ name }}\n",
      mended: "<p{% if summary %} title=\"{{ summary }}\"{% endif %}>{{ name }}</p>\n"))
}
