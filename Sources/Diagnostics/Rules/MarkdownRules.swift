// Rules of the text of a document.
extension Diagnostic.Rule {
  static let markdown = [
    rawHTML, unclosedComment, emptyHeading, linkWithoutText, missingAltText, remoteImage, surplusCell,
    undefinedFootnote,
    duplicateFootnote, unusedFootnote, hiddenInTitle,
  ]

  package static let rawHTML = Diagnostic.Rule(
    "raw-html", .warning, "HTML in a document is shown as text.",
    why: "What is contributed must not be able to run script on the pages.",
    mend:
      "Use Markdown, or backticks where the tag itself is meant. `<kbd>`, `<sub>`, `<sup>`, `<br>` and `<abbr title>` are kept; "
      + "`raw-html: true` in `site.yml` passes the rest on.",
    example: .body("It is <font color=red>fast</font>.\n", mended: "It is **fast**.\n"))

  package static let unclosedComment = Diagnostic.Rule(
    "unclosed-comment", .error, "A comment begins with `<!--` and never ends.",
    why: "All that follows it would be hidden.",
    mend: "Close the comment with `-->`.",
    example: .body("<!-- To be checked.\n\nFor Python.\n", mended: "<!-- To be checked. -->\n\nFor Python.\n")
  )

  package static let emptyHeading = Diagnostic.Rule(
    "empty-heading", .warning, "A heading has no words, and is left out.",
    why: "Readers who go from heading to heading would stop at nothing.",
    mend: "Write its words behind the number signs, or remove it.",
    example: .body("##\n\nFor Python.\n", mended: "## What it is\n\nFor Python.\n"))

  package static let linkWithoutText = Diagnostic.Rule(
    "link-without-text", .warning, "A link has no words, so that it shows its address.",
    why: "Who hears a page, or looks through its links, learns from the words where each leads.",
    mend: "Write words between the brackets, or describe the image that is there.",
    example: .body("[](../criteria/speed.md)\n", mended: "[Speed](../criteria/speed.md)\n"))

  package static let missingAltText = Diagnostic.Rule(
    "missing-alt-text", .warning, "An image does not say in words what it shows.",
    why: "Who does not see it, or waits for it, has nothing.",
    mend: "Write what it shows between the brackets.",
    example: .body("![](../images/logo.png)\n", mended: "![A green letter D](../images/logo.png)\n"))

  package static let remoteImage = Diagnostic.Rule(
    "remote-image", .warning, "An image on another host is shown as a link.",
    why: "Fetching it would tell that host of every visitor, and it may be gone or another one tomorrow.",
    mend: "Keep the image beside the document, where its licence allows that, and give its relative path.",
    example: .body(
      "![A green letter D](https://example.org/logo.png)\n",
      mended: "![A green letter D](../images/logo.png)\n"))

  package static let surplusCell = Diagnostic.Rule(
    "surplus-cell", .warning, "A row of a table has more cells than its header, and those are not shown.",
    why: "Something was written that no reader sees.",
    mend: "Give the header as many columns, or write `\\|` for a bar inside a cell.",
    example: .body(
      "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n", mended: "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n"))

  package static let undefinedFootnote = Diagnostic.Rule(
    "undefined-footnote", .error, "The mark of a footnote has no definition.",
    why: "The reader is promised a source or a remark that is not there.",
    mend: "Add a line that begins with the mark and a colon; to cite a source, link to its document there.",
    example: .body(
      "It is fast. [^a]\n", mended: "It is fast. [^a]\n\n[^a]: [A review](../sources/review.md)\n"))

  package static let duplicateFootnote = Diagnostic.Rule(
    "duplicate-footnote", .error, "A footnote is defined twice.",
    why: "One of the two would be lost, and with it perhaps a source.",
    mend: "Keep one, or give the other a mark of its own.",
    example: .body(
      "It is fast. [^a]\n\n[^a]: As measured.\n[^a]: As told.\n",
      mended: "It is fast. [^a]\n\n[^a]: As measured.\n"))

  package static let unusedFootnote = Diagnostic.Rule(
    "unused-footnote", .warning, "Nothing refers to a footnote, so that it is not shown.",
    why: "It may be the source of a statement that now stands without one.",
    mend: "Refer to it where it belongs, or remove it.",
    example: .body("It is fast.\n\n[^a]: As measured.\n", mended: "It is fast. [^a]\n\n[^a]: As measured.\n"))

  package static let hiddenInTitle = Diagnostic.Rule(
    "hidden-in-title", .warning,
    "The first heading repeats the name and is not shown, and neither is the link, image or note in it.",
    why: "The page has its name as its title already.",
    mend: "Write what is in the heading below it.",
    example: .body(
      "# [Django](https://www.djangoproject.com/)\n",
      mended: "# Django\n\nIt has a [home page](https://www.djangoproject.com/).\n"))

}
