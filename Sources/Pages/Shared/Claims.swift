import Comparison
import Templating

/// The subject of a claim, or a value.
struct Subject: Sendable {
  var name: String
  var url: Address?
  /// The `rel` attribute for an external link.
  var rel: String?
  /// The disagreement that the claim is part of, if any.
  var dispute: In<CellDispute>?
  /// The balance of the sources on it, if the claim judges.
  var balance: Balance?
}

/// Claims about one subject.
struct ClaimGroup: Sendable {
  var subject: Subject?
  var claims: [Claim.ID]
}

extension Records {
  static let subject = Record<Subject>(
    "Subject", "What a claim is about, or a value.",
    [
      .text("name", "Its name.") { $0.name },
      .optionalAddress("url", "Its page, where it has one, or the address that it is.") { $0.url },
      .optionalText("rel", "What the `rel` attribute of a link to it says, where it leads out of the site.") {
        $0.rel
      },
      .optionalRecord(
        "mark", "That sources disagree on it, where it is what a claim is about.", of: mark
      ) { $0.dispute },
      .optionalRecord(
        "balance", "How many sources judge, where it is the criterion of a strength or a weakness.",
        of: balance
      ) { $0.balance },
    ])

  static let claim = Record<In<Claim>>(
    "Claim", "What one bullet says of an item.",
    [
      .text("id", "The claim's anchor on its item's page.") { Anchors.claim($0.part) },
      .text("kind", "`strengths`, `weaknesses`, `features`, `use-cases` or `used-by`.") {
        $0.part.kind.rawValue
      },
      .record("item", "What it is about.", of: link) { $0.model.link($0.part.item) },
      .address("url", "The claim on its item's page.") { $0.model.address(of: $0.part.id) },
      .list("subjects", "The criteria, use cases or organisations that its label names.", of: subject) {
        claim in claim.part.subjects.map { claim.model.subject($0, of: claim.part) }
      },
      .html(
        "text",
        "Its first paragraph, without its label; the marks of citations stand in it where they stand among its words."
      ) { $0.routes.fragment($0.part.text) },
      .optionalHTML("more", "Whatever else belongs to it: paragraphs, lists.") {
        $0.routes.fragmentIfAny($0.part.more)
      },
      .fragments("notes", "The editor's notes on it.") { claim in
        claim.part.editorNotes.map { claim.routes.fragment($0) }
      },
      .list("citations", "Who says it; empty where it is the editor's own.", of: citation) {
        $0.citations($0.part.citations)
      },
      .list(
        "marks",
        "Those of `citations` whose marks do not stand in `text`; none where the site has a single source.",
        of: citation
      ) { $0.model.hasSingleSource ? [] : $0.citations($0.part.closingCitations) },
      .fragments("details", "What the citations say besides who it is: a page, a quotation.") { claim in
        claim.part.details.map { claim.routes.fragment($0) }
      },
    ])

  static let claimGroup = Record<In<ClaimGroup>>(
    "ClaimGroup", "Claims about one thing.",
    [
      .optionalRecord("subject", "What they are about; absent for general claims.", of: subject) {
        $0.part.subject
      },
      .madeList("claims", "The claims, in the order written.", claim.shape) {
        $0.model.values($0.part.claims)
      },
    ])

  static let claimSection = Record<In<Item.ClaimSection>>(
    "ClaimSection", "The claims of one section of an item.",
    [
      .text("id", "The heading's anchor.") { $0.part.id },
      .text("kind", "`strengths`, `weaknesses`, `features`, `use-cases` or `used-by`.") {
        $0.part.kind.rawValue
      },
      .text("title", "The heading, without markup.") { $0.part.title },
      .html("heading", "The heading.") { $0.routes.fragment($0.part.heading) },
      .integer("count", "How many claims it has.") { $0.part.claims.count },
      .list("groups", "The claims by what they are about.", of: claimGroup) { $0.groups },
      .optionalHTML("remarks", "What stands beside the lists; its marks lead to the list of sources.") {
        $0.routes.citingFragmentIfAny($0.part.remarks)
      },
      .optionalRecord("index", "The index of the uses or users that the labels name.", of: link) { $0.index },
    ])
}

extension In<Claim> {
  /// Returns citations of some sources, which link to the claim on their pages.
  fileprivate func citations(_ sources: [Source.ID]) -> [In<SourcePlace>] {
    sources.map { with(SourcePlace(source: $0, fragment: model.anchor(of: part.id))) }
  }
}

extension In<Item.ClaimSection> {
  /// The claims grouped by their first subject, in order of first occurrence.
  fileprivate var groups: [In<ClaimGroup>] {
    // All claims of a section are of one item and one kind, so a subject has the same mark in each of them.
    var order: [Claim.Subject?] = []
    var members: [Claim.Subject?: [Claim.ID]] = [:]
    for id in part.claims {
      let subject = catalog[id].subjects.first
      if members[subject] == nil { order.append(subject) }
      members[subject, default: []].append(id)
    }
    return order.map { subject in
      let ids = members[subject] ?? []
      return with(
        ClaimGroup(
          subject: subject.flatMap { subject in
            ids.first.map { model.subject(subject, of: catalog[$0]) }
          }, claims: ids))
    }
  }

  /// The index of the subjects of a kind of claim; nil for criteria, which most claims are about.
  fileprivate var index: Link? {
    switch part.kind {
    case .fit: catalog.has(.useCases) ? model.link(.useCases) : nil
    case .user: catalog.has(.organisations) ? model.link(.organisations) : nil
    case .strength, .weakness, .feature: nil
    }
  }
}

extension SiteModel {
  /// Returns the subject of a claim, with a mark if sources disagree on it and the claim is part of that disagreement.
  fileprivate func subject(_ subject: Claim.Subject, of claim: Claim) -> Subject {
    var result = self.subject(subject)
    guard case .criterion(let id) = subject else { return result }
    let judges = claim.kind == .strength || claim.kind == .weakness
    let concerned = catalog[claim.item, id].disputes.first {
      $0 == .values ? claim.kind == .feature : judges
    }
    let balance = catalog.balance(of: claim.item, on: id)
    if judges, !balance.isEmpty { result.balance = balance }
    result.dispute = concerned.map { In(self, CellDispute(kind: $0, item: claim.item, criterion: id)) }
    return result
  }

  /// Returns the name and address of a subject.
  func subject(_ subject: Claim.Subject) -> Subject {
    switch subject {
    case .criterion(let id): Subject(name: catalog[id].entry.name, url: routes.address(.criterion(id)))
    case .useCase(let id): Subject(name: catalog[id].entry.name, url: routes.address(.useCase(id)))
    case .organisation(let id): Subject(name: catalog[id].name, url: .site(path: routes.path(id)))
    case .label(let name): Subject(name: name)
    }
  }

  /// Returns the address of a claim on its item's page.
  func address(of claim: Claim.ID) -> Address {
    routes.address(.item(claim.item), fragment: Anchors.claim(catalog[claim]))
  }

  /// Returns the address of a claim on the page of a source that makes it.
  func address(of claim: Claim.ID, from source: Source.ID) -> Address {
    routes.address(.source(source), fragment: anchor(of: claim))
  }

  /// Returns the anchor of a claim on the page of a source that makes it.
  func anchor(of claim: Claim.ID) -> String {
    Anchors.claim(catalog[claim], of: catalog[claim.item].entry.slug)
  }

  /// Returns a citation that links to the first of a source's claims on a subject, on the source's page.
  func citation(_ attribution: Attribution) -> In<SourcePlace> {
    In(
      self,
      SourcePlace(source: attribution.source, fragment: attribution.claims.first.map { anchor(of: $0) }))
  }

  /// Returns a citation that links to a source's page.
  func citation(_ source: Source.ID) -> In<SourcePlace> { In(self, SourcePlace(source: source)) }
}
