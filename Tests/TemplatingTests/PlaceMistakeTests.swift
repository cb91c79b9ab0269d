import Testing

@Suite struct PlaceMistakeTests {
  @Test(arguments: MistakeCase.cases(in: text))
  func `values where they are not safe are named with their place`(_ example: MistakeCase) {
    #expect(render(example.template) == example.output)
  }

  static let text = #"""
    ===== <{{ title }}>
    error[template-unsafe-value]: a value cannot be part of a tag's name
     --> Templates/page.html:1:5
      |
    1 | <{{ title }}>
      |     ^^^^^
      = help: for the sign itself write "&lt;"
    ===== <a {{ title }}=x>
    error[template-unsafe-value]: a value cannot be part of an attribute's name
     --> Templates/page.html:1:7
      |
    1 | <a {{ title }}=x>
      |       ^^^^^
      = help: write name="{{ … }}"
    ===== <a href={{ url }}>
    error[template-unsafe-value]: a value cannot stand in the unquoted value of "href"
     --> Templates/page.html:1:12
      |
    1 | <a href={{ url }}>
      |            ^^^
      = help: put quotation marks around it: href="…"
    ===== <a title=x{{ title }}>
    error[template-unsafe-value]: a value cannot stand in the unquoted value of "title"
     --> Templates/page.html:1:14
      |
    1 | <a title=x{{ title }}>
      |              ^^^^^
      = help: put quotation marks around it: title="…"
    ===== <a onclick="{{ title }}">
    error[template-unsafe-value]: a value cannot stand in the event handler "onclick"
     --> Templates/page.html:1:16
      |
    1 | <a onclick="{{ title }}">
      |                ^^^^^
      = help: put it into a data- attribute, and read that in a script
    ===== <a style="{{ title }}">
    error[template-unsafe-value]: a value cannot stand in "style"
     --> Templates/page.html:1:14
      |
    1 | <a style="{{ title }}">
      |              ^^^^^
      = help: give the element a class instead
    ===== <a href="{{ title }}">
    error[template-unsafe-value]: "href" begins with an address, and this is text
     --> Templates/page.html:1:13
      |
    1 | <a href="{{ title }}">
      |             ^^^^^
      = help: use a value of the type address, or write the beginning out: "#", "?q=", "/"
    ===== <a href=" {{ title }}">
    error[template-unsafe-value]: "href" begins with an address, and this is text
     --> Templates/page.html:1:14
      |
    1 | <a href=" {{ title }}">
      |              ^^^^^
      = help: use a value of the type address, or write the beginning out: "#", "?q=", "/"
    ===== <a href="/{{ url }}">
    error[template-unsafe-value]: an address stands at the beginning of "href"
     --> Templates/page.html:1:14
      |
    1 | <a href="/{{ url }}">
      |              ^^^
      = help: it is complete in itself
    ===== <a href=" JavaScript:{{ title }}">
    error[template-unsafe-value]: a value cannot stand in a "javascript:" address
     --> Templates/page.html:1:25
      |
    1 | <a href=" JavaScript:{{ title }}">
      |                         ^^^^^
    ===== <script>{{ title | json }}</script>
    error[template-unsafe-value]: a value cannot stand in <script>
     --> Templates/page.html:1:12
      |
    1 | <script>{{ title | json }}</script>
      |            ^^^^^^^^^^^^
      = help: write it with "json" into <script type="application/json">, and read that
    ===== <style>{{ title }}</style>
    error[template-unsafe-value]: a value cannot stand in <style>
     --> Templates/page.html:1:11
      |
    1 | <style>{{ title }}</style>
      |           ^^^^^
    ===== <!-- {{ title }} -->
    error[template-unsafe-value]: a value cannot stand in a comment
     --> Templates/page.html:1:9
      |
    1 | <!-- {{ title }} -->
      |         ^^^^^
    ===== <!doctype {{ title }}>
    error[template-unsafe-value]: a value cannot stand in a declaration
     --> Templates/page.html:1:14
      |
    1 | <!doctype {{ title }}>
      |              ^^^^^
    ===== <script type="application/ld+json">{{ title }}</script>
    error[template-unsafe-value]: a value in a data script goes through "json"
     --> Templates/page.html:1:39
      |
    1 | <script type="application/ld+json">{{ title }}</script>
      |                                       ^^^^^
      = help: write "| json"
    ===== <script type="application/ld+json">{"a": "{{ title | json }}"}</script>
    error[template-unsafe-value]: a value cannot stand inside a JSON string
     --> Templates/page.html:1:46
      |
    1 | <script type="application/ld+json">{"a": "{{ title | json }}"}</script>
      |                                              ^^^^^^^^^^^^
      = help: "json" writes the quotation marks too
    ===== <script type="{{ title }}"></script>
    error[template-unsafe-value]: "type" of <script> must be written out
     --> Templates/page.html:1:18
      |
    1 | <script type="{{ title }}"></script>
      |                  ^^^^^
    ===== <title>{{ body }}</title>
    error[template-unsafe-value]: html cannot stand in the content of <title>
     --> Templates/page.html:1:11
      |
    1 | <title>{{ body }}</title>
      |           ^^^^
      = help: it takes text
    ===== <p title="{{ body }}">
    error[template-unsafe-value]: html cannot stand in the double-quoted value of "title"
     --> Templates/page.html:1:14
      |
    1 | <p title="{{ body }}">
      |              ^^^^
      = help: an attribute takes text
    ===== <iframe srcdoc="{{ title }}">
    error[template-unsafe-value]: a value cannot stand in "srcdoc"
     --> Templates/page.html:1:20
      |
    1 | <iframe srcdoc="{{ title }}">
      |                    ^^^^^
    ===== <meta http-equiv="refresh" content="0; url={{ title }}">
    error[template-unsafe-value]: text cannot stand in a refresh
     --> Templates/page.html:1:47
      |
    1 | <meta http-equiv="refresh" content="0; url={{ title }}">
      |                                               ^^^^^
      = help: only an address can
    ===== <svg><animate to="{{ title }}"/></svg>
    error[template-unsafe-value]: "to" begins with an address, and this is text
     --> Templates/page.html:1:22
      |
    1 | <svg><animate to="{{ title }}"/></svg>
      |                      ^^^^^
      = help: use a value of the type address, or write the beginning out: "#", "?q=", "/"
    ===== {% if open %}<p>{% else %}<p title="{% endif %}
    error[template-mixed-context]: the branches of this "if" end in different places: text, and the double-quoted value of "title"
     --> Templates/page.html:1:4
      |
    1 | {% if open %}<p>{% else %}<p title="{% endif %}
      |    ^^
      = help: open and close tags and quotation marks in the same branch
    ===== {% if open %}<a>{% elif count > 1 %}<svg>{% endif %}
    error[template-mixed-context]: the branches of this "if" end in different places: text, and text in <svg>
     --> Templates/page.html:1:4
      |
    1 | {% if open %}<a>{% elif count > 1 %}<svg>{% endif %}
      |    ^^
      = help: open and close tags and quotation marks in the same branch
    ===== {% for t in tags %}<p {% endfor %}
    error[template-mixed-context]: the body of this "for" begins in text and ends in the tag <p>
     --> Templates/page.html:1:4
      |
    1 | {% for t in tags %}<p {% endfor %}
      |    ^^^
      = help: open and close tags and quotation marks inside the body
    ===== <p
    error[template-mixed-context]: the template ends inside the tag <p>
     --> Templates/page.html:1:3
      |
    1 | <p
      |   ^
      = help: close it before the end
    ===== <p title="
    error[template-mixed-context]: the template ends inside the double-quoted value of "title"
     --> Templates/page.html:1:11
      |
    1 | <p title="
      |           ^
      = help: close it before the end
    ===== <title>x
    error[template-mixed-context]: the template ends inside the content of <title>
     --> Templates/page.html:1:9
      |
    1 | <title>x
      |         ^
      = help: close it before the end
    ===== <a href="{% if open %}{{ url }}{% endif %}{{ title }}">
    error[template-unsafe-value]: whether this begins "href" depends on the condition before it
     --> Templates/page.html:1:46
      |
    1 | <a href="{% if open %}{{ url }}{% endif %}{{ title }}">
      |                                              ^^^^^
    ===== <p {% if open %}class{% endif %}es>
    error[template-mixed-context]: whether this goes on with the word before depends on a condition
     --> Templates/page.html:1:33
      |
    1 | <p {% if open %}class{% endif %}es>
      |                                 ^
      = help: put a blank before it
    ===== <p ="x">
    error[template-mixed-context]: "=" follows no attribute's name
     --> Templates/page.html:1:4
      |
    1 | <p ="x">
      |    ^
    ===== {{ title if open else body }}<p title="{{ title if open else body }}">
    error[template-unsafe-value]: html cannot stand in the double-quoted value of "title"
     --> Templates/page.html:1:62
      |
    1 | {{ title if open else body }}<p title="{{ title if open else body }}">
      |                                                              ^^^^
      = help: an attribute takes text
    """#
}
