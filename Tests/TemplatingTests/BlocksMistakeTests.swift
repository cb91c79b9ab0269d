import Testing

@Suite struct BlocksMistakeTests {
  @Test(arguments: MistakeCase.cases(in: text)) func `blocks that do not match are named with their place`(
    _ example: MistakeCase
  ) {
    #expect(render(example.template) == example.output)
  }

  static let text = #"""
    ===== {% if open %}
    error[template-unclosed-block]: "if" is never closed
     --> Templates/page.html:1:4
      |
    1 | {% if open %}
      |    ^^
      = help: add "{% endif %}"
    ===== {% if open %}{% for t in tags %}{% endif %}
    error[template-unclosed-block]: "for" is never closed
     --> Templates/page.html:1:17
      |
    1 | {% if open %}{% for t in tags %}{% endif %}
      |                 ^^^
      = help: add "{% endfor %}"
    note: "endif" comes first
     --> Templates/page.html:1:36
      |
    1 | {% if open %}{% for t in tags %}{% endif %}
      |                                    ^^^^^
    ===== {% endfor %}
    error[template-unexpected-tag]: "endfor" closes nothing here
     --> Templates/page.html:1:4
      |
    1 | {% endfor %}
      |    ^^^^^^
    ===== {% if open %}{% endfor %}{% endif %}
    error[template-unexpected-tag]: "endfor" closes nothing inside "if"
     --> Templates/page.html:1:17
      |
    1 | {% if open %}{% endfor %}{% endif %}
      |                 ^^^^^^
    note: opened here
     --> Templates/page.html:1:4
      |
    1 | {% if open %}{% endfor %}{% endif %}
      |    ^^
    ===== {% if open %}{% else if title %}{% endif %}
    error[template-syntax]: "else if" is one word here
     --> Templates/page.html:1:22
      |
    1 | {% if open %}{% else if title %}{% endif %}
      |                      ^^ did you mean "elif"?
    ===== {% if open %}{% else %}{% elif open %}{% endif %}
    error[template-unexpected-tag]: "elif" closes nothing inside "if"
     --> Templates/page.html:1:27
      |
    1 | {% if open %}{% else %}{% elif open %}{% endif %}
      |                           ^^^^
    note: opened here
     --> Templates/page.html:1:4
      |
    1 | {% if open %}{% else %}{% elif open %}{% endif %}
      |    ^^
    ===== {% block a %}{% endblock %}{% block a %}{% endblock %}
    error[template-duplicate-block]: the block "a" is there twice
     --> Templates/page.html:1:37
      |
    1 | {% block a %}{% endblock %}{% block a %}{% endblock %}
      |                                     ^
    note: the first
     --> Templates/page.html:1:10
      |
    1 | {% block a %}{% endblock %}{% block a %}{% endblock %}
      |          ^
    ===== {% block a %}{% endblock b %}
    error[template-syntax]: the block that ends here is "a"
     --> Templates/page.html:1:26
      |
    1 | {% block a %}{% endblock b %}
      |                          ^ did you mean "a"?
    note: it begins here
     --> Templates/page.html:1:10
      |
    1 | {% block a %}{% endblock b %}
      |          ^
    ===== {% if open %}{% macro a() %}{% endmacro %}{% endif %}
    error[template-misplaced-tag]: a macro stands at the top of its file, inside no other tag
     --> Templates/page.html:1:17
      |
    1 | {% if open %}{% macro a() %}{% endmacro %}{% endif %}
      |                 ^^^^^
    ===== {% macro a() %}{% block b %}{% endblock %}{% endmacro %}
    error[template-misplaced-tag]: a block cannot stand inside a macro
     --> Templates/page.html:1:25
      |
    1 | {% macro a() %}{% block b %}{% endblock %}{% endmacro %}
      |                         ^
    note: the macro
     --> Templates/page.html:1:4
      |
    1 | {% macro a() %}{% block b %}{% endblock %}{% endmacro %}
      |    ^^^^^
    ===== {% macro a() %}{% endmacro %}{% macro a() %}{% endmacro %}
    error[template-duplicate-macro]: the macro "a" is there twice
     --> Templates/page.html:1:39
      |
    1 | {% macro a() %}{% endmacro %}{% macro a() %}{% endmacro %}
      |                                       ^
    note: the first
     --> Templates/page.html:1:10
      |
    1 | {% macro a() %}{% endmacro %}{% macro a() %}{% endmacro %}
      |          ^
    ===== {% if open %}{% extends "x" %}{% endif %}
    error[template-misplaced-tag]: "extends" stands at the top of its file, inside no other tag
     --> Templates/page.html:1:17
      |
    1 | {% if open %}{% extends "x" %}{% endif %}
      |                 ^^^^^^^
    ===== {{ super() }}
    error[template-misplaced-call]: "super()" stands in a block only
     --> Templates/page.html:1:4
      |
    1 | {{ super() }}
      |    ^^^^^^^
    ===== {% block a %}{{ super() }}{% endblock %}
    error[template-misplaced-call]: the block "a" replaces none, so "super()" has no meaning
     --> Templates/page.html:1:17
      |
    1 | {% block a %}{{ super() }}{% endblock %}
      |                 ^^^^^^^
    ===== {% if %}{{ titel }}{% endif %}{{ nme }}
    error[template-syntax]: a value is missing here
     --> Templates/page.html:1:7
      |
    1 | {% if %}{{ titel }}{% endif %}{{ nme }}
      |       ^^

    error[template-unknown-name]: there is no "titel" here
     --> Templates/page.html:1:12
      |
    1 | {% if %}{{ titel }}{% endif %}{{ nme }}
      |            ^^^^^ did you mean "title"?
      = help: the page offers title, summary, vendor, body, url, website, count, rating, open, checked, retired, tags, none, links, parent

    error[template-unknown-name]: there is no "nme" here
     --> Templates/page.html:1:34
      |
    1 | {% if %}{{ titel }}{% endif %}{{ nme }}
      |                                  ^^^
      = help: the page offers title, summary, vendor, body, url, website, count, rating, open, checked, retired, tags, none, links, parent
    """#
}
