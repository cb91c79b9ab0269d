import Testing

@Suite struct SyntaxMistakeTests {
  @Test(arguments: MistakeCase.cases(in: text)) func `mistakes of spelling are named with their place`(
    _ example: MistakeCase
  ) {
    #expect(render(example.template) == example.output)
  }

  static let text = #"""
    ===== {{ title
    error[template-unclosed-tag]: "{{" is never closed
     --> Templates/page.html:1:1
      |
    1 | {{ title
      | ^^
      = help: add "}}"
    ===== {{ title %}x
    error[template-unclosed-tag]: "{{" is closed by the wrong mark
     --> Templates/page.html:1:10
      |
    1 | {{ title %}x
      |          ^^ did you mean "}}"?
    ===== {% if open }}x{% endif %}
    error[template-unclosed-tag]: "{%" is closed by the wrong mark
     --> Templates/page.html:1:12
      |
    1 | {% if open }}x{% endif %}
      |            ^^ did you mean "%}"?
    ===== {# x
    error[template-unclosed-tag]: "{#" is never closed
     --> Templates/page.html:1:1
      |
    1 | {# x
      | ^^
      = help: add "#}"
    ===== {% raw %}x{% endRaw %}
    error[template-unclosed-block]: "raw" is never closed
     --> Templates/page.html:1:1
      |
    1 | {% raw %}x{% endRaw %}
      | ^^^^^^^^^
      = help: add "{% endraw %}"
    ===== {{ }}
    error[template-syntax]: a value is missing here
     --> Templates/page.html:1:4
      |
    1 | {{ }}
      |    ^^
    ===== {{ "abc }}
    error[template-syntax]: the text is never closed on its line
     --> Templates/page.html:1:4
      |
    1 | {{ "abc }}
      |    ^
      = help: add "
    ===== {{ 1 + 2 }}
    error[template-syntax]: "+" is not part of the template language
     --> Templates/page.html:1:6
      |
    1 | {{ 1 + 2 }}
      |      ^
      = help: templates do not calculate
    ===== {{ title @ }}
    error[template-syntax]: "@" is not part of the template language
     --> Templates/page.html:1:10
      |
    1 | {{ title @ }}
      |          ^
    ===== {{ é }}
    error[template-syntax]: "é" is not part of the template language
     --> Templates/page.html:1:4
      |
    1 | {{ é }}
      |    ^
    ===== {{ title[0] }}
    error[template-syntax]: "[" does not follow a value
     --> Templates/page.html:1:9
      |
    1 | {{ title[0] }}
      |         ^
      = help: write ".name" for a field, and "first", "last" or "for" for a list
    ===== {{ title is defined }}
    error[template-syntax]: "is" is not part of the template language
     --> Templates/page.html:1:10
      |
    1 | {{ title is defined }}
      |          ^^
      = help: "if x" asks whether x is there, "==" compares
    ===== {{ a == b == c }}
    error[template-syntax]: comparisons do not follow one another
     --> Templates/page.html:1:11
      |
    1 | {{ a == b == c }}
      |           ^^
      = help: join them with "and"
    ===== {{ 99999999999999999999 }}
    error[template-syntax]: the number is too large
     --> Templates/page.html:1:4
      |
    1 | {{ 99999999999999999999 }}
      |    ^^^^^^^^^^^^^^^^^^^^
    ===== {{ "\x" }}
    error[template-syntax]: an unknown escape in a text
     --> Templates/page.html:1:5
      |
    1 | {{ "\x" }}
      |     ^^
      = help: there are \n, \t, \\, \" and \'
    ===== {{ title | }}
    error[template-syntax]: the filter's name is missing here
     --> Templates/page.html:1:12
      |
    1 | {{ title | }}
      |            ^^
    ===== {{ title. }}
    error[template-syntax]: the field's name is missing here
     --> Templates/page.html:1:11
      |
    1 | {{ title. }}
      |           ^^
    ===== {{ (title }}
    error[template-syntax]: ")" is missing here
     --> Templates/page.html:1:11
      |
    1 | {{ (title }}
      |           ^^
    ===== {{ title title }}
    error[template-syntax]: "title" is not expected here
     --> Templates/page.html:1:10
      |
    1 | {{ title title }}
      |          ^^^^^
    ===== {{ title, 1 }}
    error[template-syntax]: "," is not expected here
     --> Templates/page.html:1:9
      |
    1 | {{ title, 1 }}
      |         ^
    ===== {% iff open %}
    error[template-unknown-tag]: there is no tag "iff"
     --> Templates/page.html:1:4
      |
    1 | {% iff open %}
      |    ^^^ did you mean "if"?
      = help: the tags are if, for, block, extends, include, import, macro, set and raw
    ===== {% %}
    error[template-syntax]: a tag's name is missing here
     --> Templates/page.html:1:4
      |
    1 | {% %}
      |    ^^
    ===== {% for in tags %}{% endfor %}
    error[template-syntax]: "in" is a word of the template language
     --> Templates/page.html:1:8
      |
    1 | {% for in tags %}{% endfor %}
      |        ^^
      = help: choose another name
    ===== {% for a, b in tags %}{% endfor %}
    error[template-syntax]: a loop has one variable
     --> Templates/page.html:1:9
      |
    1 | {% for a, b in tags %}{% endfor %}
      |         ^
    ===== {% for t in tags if open %}{% endfor %}
    error[template-syntax]: a loop takes no condition
     --> Templates/page.html:1:18
      |
    1 | {% for t in tags if open %}{% endfor %}
      |                  ^^
      = help: put an "if" into its body
    ===== {% for loop in tags %}{% endfor %}
    error[template-syntax]: "loop" is a word of the template language
     --> Templates/page.html:1:8
      |
    1 | {% for loop in tags %}{% endfor %}
      |        ^^^^
      = help: choose another name
    ===== {% set x %}
    error[template-syntax]: "=" is missing here
     --> Templates/page.html:1:10
      |
    1 | {% set x %}
      |          ^^
    ===== {% set x = %}
    error[template-syntax]: a value is missing here
     --> Templates/page.html:1:12
      |
    1 | {% set x = %}
      |            ^^
    ===== {% set true = 1 %}
    error[template-syntax]: "true" is a word of the template language
     --> Templates/page.html:1:8
      |
    1 | {% set true = 1 %}
      |        ^^^^
      = help: choose another name
    ===== {% include base %}
    error[template-syntax]: the template's name in quotation marks is expected, not "base"
     --> Templates/page.html:1:12
      |
    1 | {% include base %}
      |            ^^^^
    ===== {% import "x" %}
    error[template-syntax]: "as" is missing here
     --> Templates/page.html:1:15
      |
    1 | {% import "x" %}
      |               ^^
    ===== {% macro a(x, x) %}{% endmacro %}
    error[template-syntax]: the parameter "x" is there twice
     --> Templates/page.html:1:15
      |
    1 | {% macro a(x, x) %}{% endmacro %}
      |               ^
    ===== {{ title }}⏎{{ tit !
    error[template-unclosed-tag]: "{{" is never closed
     --> Templates/page.html:2:1
      |
    2 | {{ tit !
      | ^^
      = help: add "}}"
    """#
}
