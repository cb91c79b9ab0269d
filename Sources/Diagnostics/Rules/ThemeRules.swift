// Rules of the files of a theme, but for what is written in templates.
extension Diagnostic.Rule {
  static let theme = [
    deadThemeLink, unknownModule, moduleCycle, unusedModule, unknownPageKind, unusedTemplate, unusedThemeFile,
    tooManyHostRules,
  ]

  package static let deadThemeLink = Diagnostic.Rule(
    "dead-theme-link", .error,
    "An address in a template or a style sheet is no page and no file of the site.",
    why: "A template serves many pages, so that each of them would have the dead link.",
    mend:
      "Correct it; in a template it leads from the site's root. With a `/` in front it is a warning, as the host may have more.",
    example: .template("<h1>{{ name }}</h1><img src=\"assets/bagde.png\" alt=\"\">\n"))

  package static let unknownModule = Diagnostic.Rule(
    "unknown-module", .error, "A script imports a file that is not in the theme.",
    why: "The browser would stop at the import, and run none of the script.",
    mend: "Correct the path, which leads from the script's own folder and begins with `./` or `../`.",
    example: .file("Templates/assets/kinds/matrix.js", "import \"../tabel.js\"\n"))

  package static let moduleCycle = Diagnostic.Rule(
    "module-cycle", .error, "Scripts, or style sheets, import each other in a circle.",
    why: "Each is published under a name that holds a hash of its content, and that of the others in it.",
    mend: "Move what both need into a file of its own.",
    example: .file("Templates/assets/theme.css", "@import \"theme.css\";\n"))

  package static let unusedModule = Diagnostic.Rule(
    "unused-module", .warning, "No page and no other script loads a script of the theme.",
    why: "It does nothing, and most likely stands in the wrong folder.",
    mend:
      "Put what every page loads directly into `Templates/assets`, what one kind of page loads into `Templates/assets/kinds`.",
    example: .file("Templates/assets/extra/hello.js", "console.log(\"hello\")\n"))

  package static let unknownPageKind = Diagnostic.Rule(
    "unknown-page-kind", .warning,
    "A script or style sheet in `assets/kinds` is named after no kind of page.",
    why: "No page loads it.",
    mend: "Give it the name of the kind's template: `matrix.css` for `matrix.html`.",
    example: .file("Templates/assets/kinds/matrx.css", "td { color: green }\n"))

  package static let unusedTemplate = Diagnostic.Rule(
    "unused-template", .warning, "No page and no other template uses a template.",
    why: "What is in it shows nowhere; most likely its name is misspelled.",
    mend:
      "Give it the name of the bundled template that it takes the place of; `collate reference` lists those of pages.",
    example: .file("Templates/itme.html", "<h1>{{ name }}</h1>\n"))

  package static let unusedThemeFile = Diagnostic.Rule(
    "unused-theme-file", .note, "A file in `Templates` is neither a template nor below `Templates/assets`.",
    why: "It is not published.",
    mend: "Move style sheets, scripts, pictures and fonts to `Templates/assets`.",
    example: .file("Templates/theme.css", "td { color: green }\n"))

  package static let tooManyHostRules = Diagnostic.Rule(
    "too-many-host-rules", .warning, "`_redirects` or `_headers` has more rules than some hosts read.",
    why: "Those hosts leave the rest out without a word.",
    mend:
      "For redirects use `redirects: pages`, or have fewer pairs. For headers put assets into folders of their own.",
    example: .situation("$ wc -l Public/_redirects\n2450 Public/_redirects"))
}
