import Testing

@testable import Templating

/// Places whose meaning to a browser is not that of their plain spelling.
@Suite struct HiddenMeaningTests {
  static let refused = [
    ("<meta content=\"{{ title }}\" http-equiv=\"refresh\">", "stands before a \"content\""),
    ("<meta content=\"{{ url }}\" name=\"x\" HTTP-EQUIV = refresh>", "stands before a \"content\""),
    (
      "<meta content=\"{% if open %}{{ title }}{% endif %}\" http-equiv='refresh'>",
      "stands before a \"content\""
    ),
    (
      "<meta content=\"{% for t in tags %}{{ t }}{% endfor %}\" http-equiv='refresh'>",
      "stands before a \"content\""
    ),
    ("<meta http-equiv=\"refre&#115;h\" content=\"{{ title }}\">", "cannot stand in a refresh"),
    ("<a href=\"javascript&#58;{{ title }}\">", "hide the scheme"),
    ("<a href=\"&#x6A;avascript:{{ title }}\">", "hide the scheme"),
    ("<a href=\"javascript&colon;{{ title }}\">", "hide the scheme"),
    ("<a href=\"java&Tab;script:{{ title }}\">", "hide the scheme"),
    (
      "<a href=\"java\t\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nscript:{{ title }}\">",
      "\"javascript:\""
    ),
    ("<a href=\"&#10;{{ title }}\">", "hide the scheme"),
    ("<a href='blob:{{ title }}'>", "\"blob:\""),
    ("<iframe src=\"FileSystem:{{ title }}\">", "\"filesystem:\""),
    ("<script type=\"application/json&#59;\">{{ title | json }}</script>", "cannot stand in <script>"),
    ("<script>\"<!--<script>\"</script>{{ title }}", "cannot stand in <script>"),
    ("<script><!-- <SCRIPT\n x </script >{{ title }}", "cannot stand in <script>"),
    ("<script><!-- <script/</script>--{{ title }}", "cannot stand in <script>"),
    ("<script><!-- <script> - </script> <script> </script>{{ title }}", "cannot stand in <script>"),
  ]

  @Test(arguments: refused) func `a meaning that is hidden is refused like one that is spelled out`(
    _ template: String, _ message: String
  ) {
    #expect(render(template).contains("error[template-unsafe-value]"), "\(render(template))")
    #expect(render(template).contains(message), "\(render(template))")
  }

  static let allowed = [
    "<meta name=\"x\" content=\"{{ title }}\"><meta http-equiv=\"refresh\" content=\"0; url={{ url }}\">",
    "<meta content=\"{% if open %}{{ title }}{% else %}-{% endif %}\" name=\"x\">",
    "<meta content=\"x\" http-equiv=\"content-language\">",
    "<a href=\"?a=1&amp;b={{ title }}\">x</a><a href=\"/a&amp;b/{{ title }}\">x</a><a href=\"#&#58;{{ title }}\">x</a>",
    "<a href=\"mailto:{{ title }}\">x</a><a href=\"https://a.example/{{ title }}\">x</a>",
    "<script><!-- <script> --></script>{{ title }}", "<script><!--><script></script>{{ title }}",
    "<script><!---><script></script>{{ title }}", "<script><!-- <scripts> </script>{{ title }}",
    "<script><!-- <script> </script> </script>{{ title }}", "<script>\"<script>\"</script>{{ title }}",
    "<script><!- <script> </script>{{ title }}", "<style><!-- <script> </style>{{ title }}",
  ]

  @Test(arguments: allowed) func `what only looks alike is let through`(_ template: String) {
    #expect(!render(template).contains("error["), "\(render(template))")
  }
}
