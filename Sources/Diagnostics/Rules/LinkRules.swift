// Rules of where links, images and references lead.
extension Diagnostic.Rule {
  static let links = [deadLink, deadImage, deadAnchor, unsafeAddress, draftReference, unknownPage, pathClash]

  package static let deadLink = Diagnostic.Rule(
    "dead-link", .error, "A link leads to nothing that the site publishes.",
    why: "The reader who follows it gets an error.",
    mend:
      "Link to a document by its relative path, with `.md`; to what Collate makes without a document, by its address.",
    example: .body("See [Speed](../criteria/sped.md).\n", mended: "See [Speed](../criteria/speed.md).\n"))

  package static let deadImage = Diagnostic.Rule(
    "dead-image", .error, "An image, a logo or the social card is no file of the site.",
    why: "The page would have a hole in its place.",
    mend: "Correct the path, which leads from the document, or add the file.",
    example: .body("![A green D](../images/lgo.png)\n", mended: "![A green D](../images/logo.png)\n"))

  package static let deadAnchor = Diagnostic.Rule(
    "dead-anchor", .warning, "The part of a link behind `#` is no heading and no other place of that page.",
    why: "The reader gets to the top of the page, and must look for what was meant.",
    mend: "Use the anchor that GitHub gives the heading: lower case, hyphens for blanks.",
    example: .body(
      "## Why it is fast\n\nSee [why](#why-is-it-fast).\n",
      mended: "## Why it is fast\n\nSee [why](#why-it-is-fast).\n"))

  package static let unsafeAddress = Diagnostic.Rule(
    "unsafe-address", .warning, "An address is of a kind that is not linked to, and is shown as text.",
    why: "An address such as `javascript:` would run on the page of whoever follows it.",
    mend: "Write a relative path, or an address that begins with `https://`.",
    example: .body("[Run it](javascript:alert(1))\n", mended: "[Run it](https://example.org/run/)\n"))

  package static let draftReference = Diagnostic.Rule(
    "draft-reference", .error, "A link or a name leads to a document that is a draft.",
    why: "A draft is not published, so that it would lead nowhere.",
    mend: "Remove `draft: true` there, or the reference here.",
    example: .body("Larger than [Bottle](bottle.md).\n"))

  package static let unknownPage = Diagnostic.Rule(
    "unknown-page", .error, "The `navigation` names something that is no page of the site.",
    why: "Every page shows the navigation, so that every page would have a dead link.",
    mend:
      "Name a folder that has an index (`criteria`, `all`), or the path of a page (`guides/how-to-choose`).",
    example: .settings("navigation: [criterai]\n", mended: "navigation: [criteria]\n"))

  package static let pathClash = Diagnostic.Rule(
    "path-clash", .error,
    "Two pages or files need the same path, or paths that some disks take for the same.",
    why: "One of them would overwrite the other.",
    mend: "Rename one, or give one another `slug`.",
    example: .frontMatter(
      "redirect-from: [/criteria/speed/]\n", mended: "redirect-from: [/criteria/django/]\n"))

}
