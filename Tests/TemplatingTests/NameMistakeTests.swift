import Testing

@Suite struct NameMistakeTests {
  @Test(arguments: MistakeCase.cases(in: text)) func `names that are not there are named with their place`(
    _ example: MistakeCase
  ) {
    #expect(render(example.template) == example.output)
  }

  static let text = #"""
    ===== {{ titel }}
    error[template-unknown-name]: there is no "titel" here
     --> Templates/page.html:1:4
      |
    1 | {{ titel }}
      |    ^^^^^ did you mean "title"?
      = help: the page offers title, summary, vendor, body, url, website, count, rating, open, checked, retired, tags, none, links, parent
    ===== {% if parent %}{{ parent.txt }}{% endif %}
    error[template-unknown-field]: Link has no field "txt"
     --> Templates/page.html:1:26
      |
    1 | {% if parent %}{{ parent.txt }}{% endif %}
      |                          ^^^ did you mean "text"?
      = help: it has url, text
    ===== {{ title.x }}
    error[template-unknown-field]: "title" is text and has no fields
     --> Templates/page.html:1:10
      |
    1 | {{ title.x }}
      |          ^
    ===== {{ links.text }}
    error[template-unknown-field]: "links" is a list of Link and has no fields
     --> Templates/page.html:1:10
      |
    1 | {{ links.text }}
      |          ^^^^
      = help: its elements are read with "for", "first" and "last", their number with "length"
    ===== {{ loop.index }}
    error[template-unknown-name]: there is no loop around this
     --> Templates/page.html:1:4
      |
    1 | {{ loop.index }}
      |    ^^^^
      = help: inside "for" there is loop.index, loop.index0, loop.first, loop.last, loop.length
    ===== {% for t in tags %}{{ loop.indx }}{{ loop }}{% endfor %}
    error[template-unknown-field]: "loop" has no field "indx"
     --> Templates/page.html:1:28
      |
    1 | {% for t in tags %}{{ loop.indx }}{{ loop }}{% endfor %}
      |                            ^^^^ did you mean "index"?
      = help: it has index, index0, first, last, length

    error[template-unknown-name]: "loop" is not a value by itself
     --> Templates/page.html:1:38
      |
    1 | {% for t in tags %}{{ loop.indx }}{{ loop }}{% endfor %}
      |                                      ^^^^
      = help: inside "for" there is loop.index, loop.index0, loop.first, loop.last, loop.length
    ===== {{ t }}{% for t in tags %}{% endfor %}{{ t }}
    error[template-unknown-name]: there is no "t" here
     --> Templates/page.html:1:4
      |
    1 | {{ t }}{% for t in tags %}{% endfor %}{{ t }}
      |    ^
      = help: the page offers title, summary, vendor, body, url, website, count, rating, open, checked, retired, tags, none, links, parent

    error[template-unknown-name]: there is no "t" here
     --> Templates/page.html:1:42
      |
    1 | {{ t }}{% for t in tags %}{% endfor %}{{ t }}
      |                                          ^
      = help: the page offers title, summary, vendor, body, url, website, count, rating, open, checked, retired, tags, none, links, parent
    ===== {{ title | uper }}
    error[template-unknown-filter]: there is no filter "uper"
     --> Templates/page.html:1:12
      |
    1 | {{ title | uper }}
      |            ^^^^ did you mean "upper"?
      = help: there are default, json, absolute, plural, number, date, slug, upper, lower, capitalize, trim, truncate, join, length, first, last, reverse
    ===== {{ range(3) }}
    error[template-unknown-macro]: there is no macro "range" in this file
     --> Templates/page.html:1:4
      |
    1 | {{ range(3) }}
      |    ^^^^^
    ===== {{ m.x() }}
    error[template-unknown-macro]: no macros are imported as "m"
     --> Templates/page.html:1:4
      |
    1 | {{ m.x() }}
      |    ^
      = help: write {% import "…" as name %} at the top of this file
    ===== {{ title.x() }}
    error[template-unknown-macro]: no macros are imported as "title"
     --> Templates/page.html:1:4
      |
    1 | {{ title.x() }}
      |    ^^^^^
      = help: write {% import "…" as name %} at the top of this file
    ===== {{ title | upper ~ m() }}
    error[template-misplaced-call]: the call of "m" is not a value
     --> Templates/page.html:1:20
      |
    1 | {{ title | upper ~ m() }}
      |                    ^^^
      = help: a macro is called in {{ }} of its own
    ===== {% include "pag.html" %}
    error[template-unknown-template]: there is no template "pag.html"
     --> Templates/page.html:1:12
      |
    1 | {% include "pag.html" %}
      |            ^^^^^^^^^^ did you mean "page.html"?
    ===== {% import "x.html" as m %}
    error[template-unknown-template]: there is no template "x.html"
     --> Templates/page.html:1:11
      |
    1 | {% import "x.html" as m %}
      |           ^^^^^^^^
    ===== {% extends "base.html" %}{% block a %}{{ titel }}{% endblock %}
    error[template-unknown-template]: there is no template "base.html"
     --> Templates/page.html:1:12
      |
    1 | {% extends "base.html" %}{% block a %}{{ titel }}{% endblock %}
      |            ^^^^^^^^^^^ did you mean "page.html"?

    error[template-unknown-name]: there is no "titel" here
     --> Templates/page.html:1:42
      |
    1 | {% extends "base.html" %}{% block a %}{{ titel }}{% endblock %}
      |                                          ^^^^^ did you mean "title"?
      = help: the page offers title, summary, vendor, body, url, website, count, rating, open, checked, retired, tags, none, links, parent
    ===== {% set x = titel %}{{ x }}
    error[template-unknown-name]: there is no "titel" here
     --> Templates/page.html:1:12
      |
    1 | {% set x = titel %}{{ x }}
      |            ^^^^^ did you mean "title"?
      = help: the page offers title, summary, vendor, body, url, website, count, rating, open, checked, retired, tags, none, links, parent
    ===== {% if open %}{% set x = 1 %}{% endif %}{{ x }}
    error[template-unknown-name]: there is no "x" here
     --> Templates/page.html:1:43
      |
    1 | {% if open %}{% set x = 1 %}{% endif %}{{ x }}
      |                                           ^
      = help: the page offers title, summary, vendor, body, url, website, count, rating, open, checked, retired, tags, none, links, parent
    ===== {% if open %}{% set title = "a" %}{% endif %}
    error[template-shadowed-name]: "title" has a meaning outside of this body already
     --> Templates/page.html:1:21
      |
    1 | {% if open %}{% set title = "a" %}{% endif %}
      |                     ^^^^^
      = help: choose another name: this one would end with the loop or branch
    ===== {% set y = 1 %}{% for t in tags %}{% set y = 2 %}{% endfor %}
    error[template-shadowed-name]: "y" is set outside of the loop, which cannot change it
     --> Templates/page.html:1:42
      |
    1 | {% set y = 1 %}{% for t in tags %}{% set y = 2 %}{% endfor %}
      |                                          ^
      = help: each round of a loop begins anew; choose another name
    ===== {% for t in tags %}{% set t = 1 %}{% endfor %}
    error[template-shadowed-name]: "t" has a meaning outside of this body already
     --> Templates/page.html:1:27
      |
    1 | {% for t in tags %}{% set t = 1 %}{% endfor %}
      |                           ^
      = help: choose another name: this one would end with the loop or branch
    ===== {% macro a(x) %}{{ title }}{% endmacro %}{{ a(1) }}
    error[template-unknown-name]: there is no "title" here
     --> Templates/page.html:1:20
      |
    1 | {% macro a(x) %}{{ title }}{% endmacro %}{{ a(1) }}
      |                    ^^^^^
      = help: a macro sees its parameters only: x
    note: called here
     --> Templates/page.html:1:45
      |
    1 | {% macro a(x) %}{{ title }}{% endmacro %}{{ a(1) }}
      |                                             ^
    ===== {% macro a(x) %}{% endmacro %}{{ a() }}{{ a(1, 2) }}
    error[template-wrong-argument]: the macro needs the argument "x"
     --> Templates/page.html:1:34
      |
    1 | {% macro a(x) %}{% endmacro %}{{ a() }}{{ a(1, 2) }}
      |                                  ^
    note: the macro
     --> Templates/page.html:1:10
      |
    1 | {% macro a(x) %}{% endmacro %}{{ a() }}{{ a(1, 2) }}
      |          ^

    error[template-wrong-argument]: the macro "a" takes one argument at most
     --> Templates/page.html:1:48
      |
    1 | {% macro a(x) %}{% endmacro %}{{ a() }}{{ a(1, 2) }}
      |                                                ^
      = help: it has x
    ===== {% macro a(x) %}{% endmacro %}{{ a(y=1) }}
    error[template-wrong-argument]: the macro "a" has no parameter "y"
     --> Templates/page.html:1:36
      |
    1 | {% macro a(x) %}{% endmacro %}{{ a(y=1) }}
      |                                    ^
      = help: it has x

    error[template-wrong-argument]: the macro needs the argument "x"
     --> Templates/page.html:1:34
      |
    1 | {% macro a(x) %}{% endmacro %}{{ a(y=1) }}
      |                                  ^
    note: the macro
     --> Templates/page.html:1:10
      |
    1 | {% macro a(x) %}{% endmacro %}{{ a(y=1) }}
      |          ^
    ===== {% macro a(x) %}{% endmacro %}{{ a(1, x=2) }}
    error[template-wrong-argument]: the argument "x" is given twice
     --> Templates/page.html:1:39
      |
    1 | {% macro a(x) %}{% endmacro %}{{ a(1, x=2) }}
      |                                       ^
    ===== {% macro a() %}{{ a() }}{% endmacro %}{{ a() }}
    error[template-recursion]: the macro "a" leads to itself
     --> Templates/page.html:1:19
      |
    1 | {% macro a() %}{{ a() }}{% endmacro %}{{ a() }}
      |                   ^
      = help: the way round: a of page.html, a of page.html
    note: called here
     --> Templates/page.html:1:42
      |
    1 | {% macro a() %}{{ a() }}{% endmacro %}{{ a() }}
      |                                          ^
    ===== {% include "page.html" %}
    error[template-recursion]: the include of "page.html" leads to itself
     --> Templates/page.html:1:12
      |
    1 | {% include "page.html" %}
      |            ^^^^^^^^^^^
      = help: the way round: page.html, page.html
    ===== {% extends "page.html" %}
    error[template-recursion]: the layout "page.html" leads to itself
     --> Templates/page.html:1:12
      |
    1 | {% extends "page.html" %}
      |            ^^^^^^^^^^^
      = help: the way round: page.html, page.html
    """#
}
