import Testing

@Suite struct TypeMistakeTests {
  @Test(arguments: MistakeCase.cases(in: text)) func `values of the wrong type are named with their place`(
    _ example: MistakeCase
  ) {
    #expect(render(example.template) == example.output)
  }

  static let text = #"""
    ===== {{ summary }}
    error[template-absent-value]: "summary" may be absent
     --> Templates/page.html:1:4
      |
    1 | {{ summary }}
      |    ^^^^^^^
      = help: write summary | default("…"), or put it inside {% if summary %}
    ===== {{ parent.text }}
    error[template-absent-value]: "parent" may be absent
     --> Templates/page.html:1:4
      |
    1 | {{ parent.text }}
      |    ^^^^^^
      = help: put this inside {% if parent %}
    ===== {{ rating }}
    error[template-absent-value]: "rating" may be absent
     --> Templates/page.html:1:4
      |
    1 | {{ rating }}
      |    ^^^^^^
      = help: write rating | default(0), or put it inside {% if rating %}
    ===== {{ links }}
    error[template-unprintable-value]: "links" is a list, which is not written as it is
     --> Templates/page.html:1:4
      |
    1 | {{ links }}
      |    ^^^^^
      = help: use "for", or "join" for a list of texts
    ===== {% if parent %}{{ parent }}{% endif %}
    error[template-unprintable-value]: "parent" is a record, which is not written as it is
     --> Templates/page.html:1:19
      |
    1 | {% if parent %}{{ parent }}{% endif %}
      |                   ^^^^^^
      = help: Link has url, text
    ===== {% if count %}x{% endif %}
    error[template-wrong-type]: "count" is a number, which is no condition
     --> Templates/page.html:1:7
      |
    1 | {% if count %}x{% endif %}
      |       ^^^^^
      = help: compare it: count > 0
    ===== {% if title == 1 %}x{% endif %}
    error[template-wrong-type]: text and integer are never equal
     --> Templates/page.html:1:7
      |
    1 | {% if title == 1 %}x{% endif %}
      |       ^^^^^^^^^^
      = help: compare values of one type
    ===== {% if links == links %}x{% endif %}
    error[template-wrong-type]: "links" is a list of Link, which is not compared
     --> Templates/page.html:1:7
      |
    1 | {% if links == links %}x{% endif %}
      |       ^^^^^
    ===== {% if title < "b" %}{% endif %}
    error[template-wrong-type]: "<" compares numbers and dates, and this is text
     --> Templates/page.html:1:7
      |
    1 | {% if title < "b" %}{% endif %}
      |       ^^^^^
    ===== {% if rating > 3 %}{% endif %}
    error[template-absent-value]: "rating" may be absent
     --> Templates/page.html:1:7
      |
    1 | {% if rating > 3 %}{% endif %}
      |       ^^^^^^
      = help: write rating | default(0), or put it inside {% if rating %}
    ===== {% if count > checked %}{% endif %}
    error[template-wrong-type]: integer and date have no order
     --> Templates/page.html:1:15
      |
    1 | {% if count > checked %}{% endif %}
      |               ^^^^^^^
      = help: compare values of one type
    ===== {% if 1 in tags %}{% endif %}
    error[template-wrong-type]: a list of text never contains an integer
     --> Templates/page.html:1:7
      |
    1 | {% if 1 in tags %}{% endif %}
      |       ^^^^^^^^^
      = help: look for a value of the type text
    ===== {% if "a" in count %}{% endif %}
    error[template-wrong-type]: "in" looks into lists and texts, and this is an integer
     --> Templates/page.html:1:14
      |
    1 | {% if "a" in count %}{% endif %}
      |              ^^^^^
    ===== {% if 1 in title %}{% endif %}
    error[template-wrong-type]: text contains text only, and this is an integer
     --> Templates/page.html:1:7
      |
    1 | {% if 1 in title %}{% endif %}
      |       ^
    ===== {% for x in title %}{{ x }}{{ y }}{% endfor %}
    error[template-wrong-type]: "title" is text, not a list
     --> Templates/page.html:1:13
      |
    1 | {% for x in title %}{{ x }}{{ y }}{% endfor %}
      |             ^^^^^

    error[template-unknown-name]: there is no "y" here
     --> Templates/page.html:1:31
      |
    1 | {% for x in title %}{{ x }}{{ y }}{% endfor %}
      |                               ^
      = help: the page offers title, summary, vendor, body, url, website, count, rating, open, checked, retired, tags, none, links, parent; set here: x
    ===== {{ [1, "a"] | join(",") }}
    error[template-wrong-type]: the elements of a list are of one type: an integer, not text
     --> Templates/page.html:1:8
      |
    1 | {{ [1, "a"] | join(",") }}
      |        ^^^
    ===== {{ [] | length }}
    error[template-wrong-type]: an empty list has no type
     --> Templates/page.html:1:4
      |
    1 | {{ [] | length }}
      |    ^^
    ===== {{ title ~ body }}
    error[template-wrong-type]: "~" joins texts, numbers and dates, and this is html
     --> Templates/page.html:1:12
      |
    1 | {{ title ~ body }}
      |            ^^^^
    ===== {{ title ~ summary }}
    error[template-absent-value]: "summary" may be absent
     --> Templates/page.html:1:12
      |
    1 | {{ title ~ summary }}
      |            ^^^^^^^
      = help: write summary | default("…"), or put it inside {% if summary %}
    ===== {{ (1 if open else "a") | number }}
    error[template-wrong-type]: both values of a choice are of one type: an integer, not text
     --> Templates/page.html:1:20
      |
    1 | {{ (1 if open else "a") | number }}
      |                    ^^^
    ===== {% set x = 1 %}{% if open %}{% set x = "a" %}{% endif %}
    error[template-wrong-type]: "x" is an integer, and this is text
     --> Templates/page.html:1:40
      |
    1 | {% set x = 1 %}{% if open %}{% set x = "a" %}{% endif %}
      |                                        ^^^
    ===== {{ title | date("long") }}
    error[template-wrong-type]: "date" takes a date, and "title" is text
     --> Templates/page.html:1:4
      |
    1 | {{ title | date("long") }}
      |    ^^^^^
      = help: write date | date("long")
    ===== {{ checked | date("lang") }}
    error[template-wrong-argument]: there is no date format "lang"
     --> Templates/page.html:1:19
      |
    1 | {{ checked | date("lang") }}
      |                   ^^^^^^ did you mean "long"?
      = help: there are long, short, iso
    ===== {{ checked | date(title) }}
    error[template-wrong-argument]: a date's format is written out in quotation marks
     --> Templates/page.html:1:19
      |
    1 | {{ checked | date(title) }}
      |                   ^^^^^
      = help: there are long, short, iso
    ===== {{ title | join }}
    error[template-wrong-argument]: "join" takes one argument
     --> Templates/page.html:1:12
      |
    1 | {{ title | join }}
      |            ^^^^
      = help: write list | join(", ")
    ===== {{ title | upper(1) }}
    error[template-wrong-argument]: "upper" takes no argument
     --> Templates/page.html:1:12
      |
    1 | {{ title | upper(1) }}
      |            ^^^^^
      = help: write text | upper
    ===== {{ count | plural(1, 2) }}
    error[template-wrong-argument]: "plural" takes two texts, and this is an integer
     --> Templates/page.html:1:19
      |
    1 | {{ count | plural(1, 2) }}
      |                   ^

    error[template-wrong-argument]: "plural" takes two texts, and this is an integer
     --> Templates/page.html:1:22
      |
    1 | {{ count | plural(1, 2) }}
      |                      ^
    ===== {{ title | truncate(n=3) }}
    error[template-wrong-argument]: the arguments of a filter have no names
     --> Templates/page.html:1:21
      |
    1 | {{ title | truncate(n=3) }}
      |                     ^
      = help: write text | truncate(80)
    ===== {{ count | default(1) }}
    error[template-wrong-type]: "count" is never absent
     --> Templates/page.html:1:12
      |
    1 | {{ count | default(1) }}
      |            ^^^^^^^
      = help: leave "default" out
    ===== {{ summary | default(1) }}
    error[template-wrong-type]: "summary" is text, and this is an integer
     --> Templates/page.html:1:22
      |
    1 | {{ summary | default(1) }}
      |                      ^
    ===== {{ summary | upper }}
    error[template-absent-value]: "summary" may be absent
     --> Templates/page.html:1:4
      |
    1 | {{ summary | upper }}
      |    ^^^^^^^
      = help: write summary | default("…"), or put it inside {% if summary %}
    ===== {{ tags | first }}
    error[template-absent-value]: "tags | first" may be absent
     --> Templates/page.html:1:4
      |
    1 | {{ tags | first }}
      |    ^^^^^^^^^^^^
      = help: write tags | first | default("…")
    ===== {% macro a(x) %}{{ x | upper }}{% endmacro %}{{ a("x") }}{{ a(1) }}{{ a(2) }}
    error[template-wrong-type]: "upper" takes text, and "x" is an integer
     --> Templates/page.html:1:20
      |
    1 | {% macro a(x) %}{{ x | upper }}{% endmacro %}{{ a("x") }}{{ a(1) }}{{ a(2) }}
      |                    ^
      = help: write text | upper
    note: called here
     --> Templates/page.html:1:61
      |
    1 | {% macro a(x) %}{{ x | upper }}{% endmacro %}{{ a("x") }}{{ a(1) }}{{ a(2) }}
      |                                                             ^
    """#
}
