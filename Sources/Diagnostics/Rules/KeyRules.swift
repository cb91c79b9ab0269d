// Rules of the keys that documents and `site.yml` have, and of what may be written there.
extension Diagnostic.Rule {
  static let keys = [
    missingKey, unknownKey, wrongType, wrongValue, invalidSlug, unusedSlug, ambiguousHeading, noConfiguration,
    noBaseURL,
    invalidRedirect,
  ]

  package static let missingKey = Diagnostic.Rule(
    "missing-key", .error, "A key is not there that a document cannot do without, such as `name`.",
    why: "A page without a name has no title, no place in a list and no words for a link.",
    mend: "Add the key to the front matter.",
    example: .file(
      "Content/criteria/speed.md", "---\nsummary: How soon a page is there.\n---\n",
      mended: "---\nname: Speed\nsummary: How soon a page is there.\n---\n"))

  package static let unknownKey = Diagnostic.Rule(
    "unknown-key", .error, "A key is none of those that a document of this kind has.",
    why:
      "A key that is misspelled is one that is missing. It is an error where another key is near, otherwise a warning.",
    mend: "Correct the spelling, or move keys of your own below `extra`, where templates find them.",
    example: .frontMatter("sumary: For Python.\n", mended: "summary: For Python.\n"))

  package static let wrongType = Diagnostic.Rule(
    "wrong-type", .error, "A value is of another type than its key or its criterion takes.",
    why: "A cell that holds a text where all others hold a number can be neither sorted nor compared.",
    mend:
      "Write what the message names: a date as `YYYY-MM-DD`, a number with a point, yes or no as `true` or `false`.",
    example: .frontMatter("updated: last spring\n", mended: "updated: 2026-04-01\n"))

  package static let wrongValue = Diagnostic.Rule(
    "wrong-value", .error, "A value has the right type, and is none that the key may have.",
    why: "What it should mean cannot be guessed, and the default in its place would not be what was wanted.",
    mend: "Choose one of the values that the message names.",
    example: .settings("redirects: files\n", mended: "redirects: file\n"))

  package static let invalidSlug = Diagnostic.Rule(
    "invalid-slug", .error, "The name of a file or folder, or a `slug`, is no part of an address.",
    why:
      "Addresses are lower-case letters a to z, digits and single hyphens, so that they can be typed, said and linked to everywhere.",
    mend:
      "Rename the file, or give the document a `slug`. That of an item has no word `vs`, which stands between the two of a pair.",
    example: .file(
      "Content/criteria/Ease of use.md", "---\nname: Ease of use\n---\n",
      mended: "---\nname: Ease of use\nslug: ease-of-use\n---\n"))

  package static let unusedSlug = Diagnostic.Rule(
    "unused-slug", .warning, "The `index.md` of a folder has a `slug`, which changes nothing.",
    why: "An index stands at the address of its folder.",
    mend: "Remove the `slug`; rename the folder for another address.",
    example: .file(
      "Content/criteria/index.md", "---\nname: What is compared\nslug: compared\n---\n",
      mended: "---\nname: What is compared\n---\n"))

  package static let ambiguousHeading = Diagnostic.Rule(
    "ambiguous-heading", .error, "In `sections`, one heading carries two kinds of claims.",
    why: "Of the claims below it nobody could tell whether they praise or criticise.",
    mend: "Give each kind words of its own; a kind that is not named keeps its default words.",
    example: .settings(
      "sections:\n  strengths: [Notes]\n  weaknesses: [Notes]\n",
      mended: "sections:\n  strengths: [Good]\n  weaknesses: [Bad]\n"))

  package static let noConfiguration = Diagnostic.Rule(
    "no-configuration", .note, "The site has no `Content/site.yml`.",
    why: "It is built all the same, with a title and folders that it did not choose.",
    mend: "Write `Content/site.yml` with a `title`.",
    example: .situation("$ ls Content\nitems\n$ echo 'title: Web frameworks' > Content/site.yml"))

  package static let noBaseURL = Diagnostic.Rule(
    "no-base-url", .note, "The site does not say at which address it will stand.",
    why: "Sitemap, feed and canonical links need whole addresses, and are left out.",
    mend: "Add `base-url` to `site.yml`, or pass `--base-url`.",
    example: .settings(
      "tagline: Chosen with reasons\n",
      mended: "tagline: Chosen with reasons\nbase-url: https://example.org/\n"))

  package static let invalidRedirect = Diagnostic.Rule(
    "invalid-redirect", .error, "An old address in `redirect-from` is none that can be led on from.",
    why: "A redirect that does not work is a dead link that nobody sees.",
    mend:
      "Write the path below the site's root, such as `/old/name/`; `redirects: file` serves some that no page can stand at.",
    example: .frontMatter("redirect-from: [/old/?page=2]\n", mended: "redirect-from: [/old/]\n"))
}
