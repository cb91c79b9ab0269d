// Rules of claims: bullets below a heading that carries claims.
extension Diagnostic.Rule {
  static let claims = [
    unsourcedClaim, unreadClaims, claimOutsideList, headingAmongClaims, citationInHeading, unknownLabel,
    ambiguousName,
    hiddenInLabel, struckOutLabel,
  ]

  package static let unsourcedClaim = Diagnostic.Rule(
    "unsourced-claim", .warning, "A claim cites nobody.",
    why: "It is shown as the editor's own, and counts for nothing in a ranking.",
    mend: "Cite the source with a footnote that links to its document.",
    example: .body(
      "## Strengths\n\n- **Speed**: quick to answer.\n",
      mended:
        "## Strengths\n\n- **Speed**: quick to answer. [^a]\n\n[^a]: [A review](../sources/review.md)\n"))

  package static let unreadClaims = Diagnostic.Rule(
    "unread-claims", .warning, "Bullets look like claims, but their heading is none that carries claims.",
    why: "They are shown as text, and are missing from every comparison.",
    mend: "Use one of the headings that `sections` in `site.yml` names, at the second level (`##`).",
    example: .body(
      "## Stregths\n\n- **Speed**: quick to answer. [^a]\n\n[^a]: [A review](../sources/review.md)\n",
      mended: "## Strengths\n\n- **Speed**: quick to answer. [^a]\n\n[^a]: [A review](../sources/review.md)\n"
    ))

  package static let claimOutsideList = Diagnostic.Rule(
    "claim-outside-list", .warning,
    "Among claims, a paragraph, a quote or a table begins like a claim with a label.",
    why: "Only a bullet is read as a claim, so that this one is missing from every comparison.",
    mend: "Make it a bullet of its own.",
    example: .body(
      "## Strengths\n\n**Speed**: quick to answer. [^a]\n\n[^a]: [A review](../sources/review.md)\n",
      mended: "## Strengths\n\n- **Speed**: quick to answer. [^a]\n\n[^a]: [A review](../sources/review.md)\n"
    ))

  package static let headingAmongClaims = Diagnostic.Rule(
    "heading-among-claims", .warning,
    "A heading stands over claims that are shown elsewhere, so that it is left out.",
    why: "Pages order claims by what they are about, whatever heading they stood below.",
    mend: "Give each claim its label, and remove the heading.",
    example: .body(
      "## Strengths\n\n### In short\n\n- **Speed**: quick to answer. [^a]\n\n[^a]: [A review](../sources/review.md)\n",
      mended: "## Strengths\n\n- **Speed**: quick to answer. [^a]\n\n[^a]: [A review](../sources/review.md)\n"
    ))

  package static let citationInHeading = Diagnostic.Rule(
    "citation-in-heading", .error, "A source is cited in the heading over claims.",
    why: "Which of the claims it backs cannot be told, and each needs its own.",
    mend: "Write the mark at the end of each claim that it is the source of.",
    example: .body(
      "## Strengths [^a]\n\n- **Speed**: quick to answer.\n\n[^a]: [A review](../sources/review.md)\n",
      mended: "## Strengths\n\n- **Speed**: quick to answer. [^a]\n\n[^a]: [A review](../sources/review.md)\n"
    ))

  package static let unknownLabel = Diagnostic.Rule(
    "unknown-label", .warning,
    "The label of a claim is nearly the name of a criterion or a use case, and is none.",
    why: "The claim becomes the item's own, and is missing where all items are compared.",
    mend: "Correct the label; one of several has a comma between the names: `**Speed, Size**`.",
    example: .body(
      "## Strengths\n\n- **Sped**: quick to answer. [^a]\n\n[^a]: [A review](../sources/review.md)\n",
      mended: "## Strengths\n\n- **Speed**: quick to answer. [^a]\n\n[^a]: [A review](../sources/review.md)\n"
    ))

  package static let ambiguousName = Diagnostic.Rule(
    "ambiguous-name", .error, "A name is that of more than one document.",
    why: "Which of them is meant cannot be told.",
    mend: "Use the slug of the one that is meant.",
    example: .frontMatter(
      "facts:\n  Size: { value: 10, sources: [review] }\n",
      mended: "facts:\n  memory-size: { value: 10, sources: [review] }\n"))

  package static let hiddenInLabel = Diagnostic.Rule(
    "hidden-in-label", .warning,
    "A link, an image or a note stands in the label of a claim, and is not shown.",
    why: "Pages show what the label names in its place.",
    mend: "Write it behind the label.",
    example: .body(
      "## Strengths\n\n- **[Speed](../use-cases/prototypes.md)**: quick. [^a]\n\n[^a]: [A review](../sources/review.md)\n",
      mended:
        "## Strengths\n\n- **Speed**: quick for [prototypes](../use-cases/prototypes.md). [^a]\n\n[^a]: [A review](../sources/review.md)\n"
    ))

  package static let struckOutLabel = Diagnostic.Rule(
    "struck-out-label", .warning,
    "The label of a claim is struck out and not read, but the claim still counts.",
    why: "Who strikes a claim out means to take it back.",
    mend: "Remove the bullet, or put it into a comment.",
    example: .body(
      "## Strengths\n\n- ~~**Speed**~~: quick. [^a]\n\n[^a]: [A review](../sources/review.md)\n",
      mended: "## Strengths\n\n<!-- - **Speed**: quick. -->\n"))
}
