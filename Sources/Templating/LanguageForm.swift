/// A construct of the template language, as the reference shows it.
struct LanguageForm: Sendable {
  var usage: String
  var summary: String

  static let all = [
    LanguageForm(
      usage: "{{ x }}",
      summary:
        "Writes a value, escaped for its place. Texts, numbers, dates, truths, addresses and html are written; "
        + "what may be absent only with `default`, or inside an `if` that asks for it."),
    LanguageForm(
      usage: "{{ a if x else b }}", summary: "Writes one of two values; without `else`, one or nothing."),
    LanguageForm(
      usage: "{% if x %} … {% elif y %} … {% else %} … {% endif %}",
      summary:
        "False are: false, empty text, an empty list, what is absent. A number is compared, as `x > 0`."),
    LanguageForm(
      usage: "{% for x in xs %} … {% else %} … {% endfor %}",
      summary:
        "Once for each element; the part behind `else` when there is none. A list can be written out: `[a, b]`."
    ),
    LanguageForm(
      usage: "{% set x = y | upper %}",
      summary:
        "Gives a value a name, to the end of the file, block, macro, loop or branch. In a branch, a name that was "
        + "set before it is changed for what follows."),
    LanguageForm(
      usage: "{% extends \"base.html\" %}",
      summary:
        "Puts the blocks of this template into a layout. Beside blocks only `set`, `import` and macros count."
    ),
    LanguageForm(
      usage: "{% block main %} … {{ super() }} … {% endblock %}",
      summary: "A part that a template may replace; `super()` writes what it replaces."),
    LanguageForm(
      usage: "{% include \"partials/cell.html\" %}",
      summary: "Another file at this place, which sees all names that are known here."),
    LanguageForm(
      usage: "{% macro cell(text, kind=\"plain\") %} … {% endmacro %}",
      summary:
        "A part with parameters, which are all that it sees; checked at each call with the types it is given."
    ),
    LanguageForm(
      usage: "{{ cell(x, kind=\"wide\") }}", summary: "Calls a macro of this file, in `{{ }}` of its own."),
    LanguageForm(
      usage: "{% import \"macros.html\" as m %}{{ m.cell(x) }}", summary: "Calls a macro of another file."),
    LanguageForm(
      usage: "{{ words.pair.title(left=a, right=b) }}",
      summary:
        "A word of the theme, from `words/en.yml`, with a value for each of its parts. It is html where a part is, else a text; "
        + "numbers are written with a comma between groups of three digits. Where it is written, a part may be a macro's call."
    ),
    LanguageForm(
      usage: "{{ a ~ \" and \" ~ b }}", summary: "Joins texts, numbers and dates."),
    LanguageForm(
      usage: "{{ \"yes\" if not (a == b) and (x > 3 or \"t\" in xs) }}",
      summary: "Compares values of one type: `==`, `!=`; numbers and dates also `<`, `<=`, `>`, `>=`; "
        + "`in` and `not in` look into lists and texts."),
    LanguageForm(
      usage: "{{ a or b }}{{ a and b }}",
      summary:
        "As a value `or` is the first operand that is true, else the last; `and` the first that is false, else the last. "
        + "All are of one type, and none is a number."),
    LanguageForm(
      usage: "{%- if x -%} … {%- endif -%}", summary: "A hyphen takes away the blanks on its side."),
    LanguageForm(usage: "{# … #}", summary: "A comment."),
    LanguageForm(usage: "{% raw %} {{ x }} {% endraw %}", summary: "Text in which nothing is a tag."),
  ]
}
