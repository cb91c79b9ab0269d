import Templating

/// The shapes of what pages have in common; each declaration also says how the values are read.
enum Records {
  static let link = Record<LinkView>(
    "Link", "A link with its text.",
    [
      .address("url", "Where it leads.") { $0.url },
      .text("text", "What it says.") { $0.text },
      .optionalText("summary", "A sentence on what is there.") { $0.summary },
    ])

  static let outgoingLink = Record<OutgoingLinkView>(
    "OutgoingLink", "A link that leads out of the site.",
    [
      .address("url", "Where it leads.") { $0.url },
      .text("text", "What it says.") { $0.text },
      .optionalText("rel", "What its `rel` attribute says; absent for hosts of trusted sources.") { $0.rel },
    ])

  static let citation = Record<CitationView>(
    "Citation", "A source that backs a statement.",
    [
      .address("url", "The statement on the source's page.") { $0.url },
      .text("mark", "The source's short name.") { $0.mark },
      .text("title", "The source's name.") { $0.title },
    ])

  static let subject = Record<SubjectView>(
    "Subject", "What a claim is about, or a value.",
    [
      .text("name", "Its name.") { $0.name },
      .optionalAddress("url", "Its page, where it has one, or the address that it is.") { $0.url },
      .optionalText("rel", "What the `rel` attribute of a link to it says, where it leads out of the site.") {
        $0.rel
      },
      .optionalRecord(
        "mark", "That sources disagree on it, where it is what a claim is about.", of: mark
      ) { $0.mark },
    ])

  static let claim = Record<ClaimView>(
    "Claim", "What one bullet says of an item.",
    [
      .text("id", "The claim's anchor on its item's page.") { $0.id },
      .text("kind", "`strengths`, `weaknesses`, `features`, `use-cases` or `used-by`.") { $0.kind },
      .record("item", "What it is about.", of: link) { $0.item },
      .address("url", "The claim on its item's page.") { $0.url },
      .list("subjects", "The criteria, use cases or organisations that its label names.", of: subject) {
        $0.subjects
      },
      .html(
        "text",
        "Its first paragraph, without its label; the marks of citations stand in it where they stand among its words."
      ) {
        $0.text
      },
      .optionalHTML("more", "Whatever else belongs to it: paragraphs, lists.") { $0.more },
      .fragments("notes", "The editor's notes on it.") { $0.notes },
      .list("citations", "Who says it; empty where it is the editor's own.", of: citation) { $0.citations },
      .list("marks", "Those of `citations` whose marks do not stand in `text`.", of: citation) { $0.marks },
      .fragments("details", "What the citations say besides who it is: a page, a quotation.") { $0.details },
      .optionalText("standing", "On a source's page: `alone`, `shared` or `contradicted`.") { $0.standing },
      .list("opponents", "On a source's page: who says the opposite, and where.", of: pointer) {
        $0.opponents
      },
      .integer("more_opponents", "How many more such statements there are.") { _ in 0 },
    ])

  static let claimGroup = Record<ClaimGroupView>(
    "ClaimGroup", "Claims about one thing.",
    [
      .optionalRecord("subject", "What they are about; absent for general claims.", of: subject) {
        $0.subject
      },
      .madeList("claims", "The claims, in the order written.", claim.shape) { $0.claims },
    ])

  static let claimSection = Record<ClaimSectionView>(
    "ClaimSection", "The claims of one section of an item.",
    [
      .text("id", "The heading's anchor.") { $0.id },
      .text("kind", "`strengths`, `weaknesses`, `features`, `use-cases` or `used-by`.") { $0.kind },
      .text("title", "The heading, without markup.") { $0.title },
      .html("heading", "The heading.") { $0.heading },
      .integer("count", "How many claims it has.") { $0.count },
      .list("groups", "The claims by what they are about.", of: claimGroup) { $0.groups },
      .optionalHTML("remarks", "What stands beside the lists.") { $0.remarks },
      .optionalRecord("index", "The index of the uses or users that the labels name.", of: link) { $0.index },
    ])

  static let fact = Record<FactView>(
    "Fact", "One value, and who says so.",
    [
      .text("value", "The value in words, with its unit.") { $0.value },
      .list("values", "The value's parts, each with the page of everything that shares it.", of: subject) {
        $0.values
      },
      .optionalText("note", "A reservation or an explanation.") { $0.note },
      .list("citations", "Who states it.", of: citation) { $0.citations },
      .boolean("is_common", "Whether it is common knowledge that no source states.") { $0.isCommon },
      .boolean("is_stale", "Whether it was verified longer ago than its criterion allows.") { $0.isStale },
      .optionalDate("verified", "When it was verified.") { $0.verified },
    ])

  static let cell = Record<CellView>(
    "Cell", "What is known of one item on one criterion.",
    [
      .text("id", "An anchor for it.") { $0.id },
      .text(
        "state",
        "`value`, `yes`, `no`, `partial`, `not-applicable`, `praised`, `criticised`, `mixed`, `mentioned`, `contested` or `unknown`."
      ) { $0.state },
      .text("label", "The state in words.") { $0.label },
      .record("item", "The item.", of: link) { $0.item },
      .record("criterion", "The criterion.", of: link) { $0.criterion },
      .address("url", "Where all that is known of it stands.") { $0.url },
      .list("marks", "In what ways sources disagree on it, and where both sides stand.", of: mark) {
        $0.marks
      },
      .list("facts", "Every value that is given.", of: fact) { $0.facts },
      .integer("praise", "How many sources praise.") { $0.praise },
      .integer("criticism", "How many sources criticise.") { $0.criticism },
      .list("praisers", "The sources that praise.", of: citation) { $0.praisers },
      .list("critics", "The sources that criticise.", of: citation) { $0.critics },
      .list("describers", "The sources that speak of it without judging.", of: citation) { $0.describers },
      .madeList("strengths", "The praise.", claim.shape) { $0.strengths },
      .madeList("weaknesses", "The criticism.", claim.shape) { $0.weaknesses },
      .madeList("features", "What is said without judgement.", claim.shape) { $0.features },
    ])

  static let section = Record<SectionView>(
    "Section", "A section of a document.",
    [
      .text("id", "The heading's anchor.") { $0.id },
      .text("title", "The heading, without markup.") { $0.title },
      .html("heading", "The heading.") { $0.heading },
      .html("text", "What stands below it.") { $0.text },
    ])

  static let prose = Record<ProseView>(
    "Prose", "A document's own words.",
    [
      .optionalHTML("introduction", "What comes before the first heading.") { $0.introduction },
      .list("sections", "Its sections.", of: section) { $0.sections },
      .optionalHTML("footnotes", "Its footnotes that are no citations.") { $0.footnotes },
    ])

  static let relation = Record<RelationView>(
    "Relation", "How one item relates to another.",
    [
      .record("from", "The first item.", of: link) { $0.from },
      .text("phrase", "What stands between the two names.") { $0.phrase },
      .record("to", "The second item.", of: link) { $0.to },
      .list("citations", "Who says so.", of: citation) { $0.citations },
    ])

  static let listing = Record<ListingView>(
    "Listing", "Things of one kind.",
    [
      .text("id", "An anchor for the list.") { $0.id },
      .text("title", "What they are.") { $0.title },
      .optionalAddress("url", "The index of them, where they have one.") { $0.url },
      .list("links", "The things.", of: link) { $0.links },
    ])

  static let extra = Record<ExtraView>(
    "Extra", "A free key of the document.",
    [
      .text("key", "The key.") { $0.key },
      .text("value", "Its text.") { $0.value },
    ])

  static let breadcrumb = Record<BreadcrumbView>(
    "Breadcrumb", "A step of the way from the home page to a page.",
    [
      .address("url", "Where it leads.") { $0.link.url },
      .text("text", "What it says.") { $0.link.text },
      .optionalAddress("absolute", "Its absolute address, where the site has a `base-url`.") { $0.absolute },
    ])

  static let alternate = Record<AlternateView>(
    "Alternate", "A file that tells as data what the page tells.",
    [
      .text("type", "Its media type: `application/json`, `text/csv`.") { $0.type },
      .text("name", "What that is called: `JSON`, `CSV`.") { $0.name },
      .address("url", "Where it stands.") { $0.url },
    ])

  static let page = Record<PageView>(
    "Page", "What every page says of itself.",
    [
      .text("kind", "The kind of page: `item`, `matrix`, `use-case`, …") { $0.kind },
      .text("title", "Its title, without the site's.") { $0.title },
      .text("description", "A sentence on what it holds.") { $0.description },
      .address("url", "The page itself.") { $0.url },
      .optionalAddress("canonical", "Its absolute address, where the site has a `base-url`.") {
        $0.canonical
      },
      .list("breadcrumbs", "The way to it from the home page, itself included.", of: breadcrumb) {
        $0.breadcrumbs
      },
      .optionalAddress("edit", "Where its document can be edited.") { $0.editURL },
      .list("alternates", "The same as data, where there is such a file.", of: alternate) { $0.alternates },
      .list("extra", "The document's own keys.", of: extra) { $0.extra },
    ])

  static let site = Record<SiteView>(
    "Site", "What all pages share.",
    [
      .text("title", "The site's title.") { $0.title },
      .optionalText("tagline", "A line on what it is.") { $0.tagline },
      .text("language", "The language tag.") { $0.language },
      .address("root", "The home page, and the beginning of every path.") { $0.root },
      .optionalAddress("address", "The home page's absolute address, where the site has a `base-url`.") {
        $0.address
      },
      .text("one", "What one item is called.") { $0.one },
      .text("many", "What several items are called.") { $0.many },
      .text("item_type", "The type of schema.org that an item is, as `site.yml` names it.") { $0.itemType },
      .list("navigation", "The main navigation.", of: link) { $0.navigation },
      .address("all", "The A to Z.") { $0.all },
      .address("search", "The index that the search looks through: names, as JSON.") { $0.search },
      .optionalAddress("sources", "The index of sources, where there are any.") { $0.sources },
      .optionalAddress("coverage", "What is known and what is missing, where there is anything to know.") {
        $0.coverage
      },
      .address("data", "The page that tells of the data files.") { $0.data },
      .optionalAddress(
        "feed", "The feed of dated changes, where anything is dated and the site has a `base-url`."
      ) { $0.feed },
      .list("styles", "The theme's style sheets, but for those of one kind of page.", of: asset) {
        $0.styles
      },
      .list("scripts", "The theme's scripts, but for those of one kind of page.", of: asset) { $0.scripts },
      .list("kinds", "What single kinds of page load beside that.", of: kindAssets) { $0.kinds },
      .optionalAddress("icon", "The theme's icon.") { $0.icon },
      .optionalAddress(
        "social_card",
        "The picture that stands for a page where its address is shared: what `site.yml` names, else the theme's."
      ) { $0.socialCard },
    ])

  static let asset = Record<Address>(
    "Asset", "A file of the theme.",
    [
      .address("url", "Where it stands; its name holds a hash of its content.") { $0 }
    ])
}
