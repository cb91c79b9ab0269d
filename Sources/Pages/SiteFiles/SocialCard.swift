import Comparison
import Templating

/// The site's own card, a drawing with its title and numbers of which a picture for shared links can be made.
///
/// It is 1,200 units wide and 630 high.
struct SocialCard: Sendable {
  static let path = "card.svg"

  /// A number of things, with what they are.
  struct Count: Sendable {
    var count: Int
    var label: FittedText
    /// How far it begins from the edge at which lines begin.
    var offset: Int
  }

  /// The dots of a balance, and what it is of.
  struct Specimen: Sendable {
    var dots: [Dot]
    /// How far the line between the sides, or through those that say both, is from the edge at which lines begin.
    var axis: Int
    var name: FittedText
    /// How far the name begins from the edge at which lines begin.
    var offset: Int
  }

  /// A source in a balance: how it judges, and how far its dot is from the edge at which lines begin.
  struct Dot: Sendable {
    var isFor: Bool
    var isAgainst: Bool
    var offset: Int
  }

  let title: FittedText
  let tagline: FittedText?
  let isRightToLeft: Bool
  let counts: [Count]
  /// The disagreement that is most worth drawing, if few enough speak for all of them to be drawn.
  let specimen: Specimen?

  /// The room between the edges at which lines begin and end.
  private static let width = 1040
  /// How far apart the numbers stand.
  private static let step = 265
  /// The greatest number of dots that are drawn.
  static let mostDots = 16
  /// How far apart dots are.
  private static let dotStep = 52

  init(_ model: SiteModel) {
    let configuration = model.catalog.configuration
    title = FittedText(
      configuration.title, width: Self.width,
      choices: [
        .init(size: 92, most: 1), .init(size: 76, most: 2), .init(size: 64, most: 2),
        .init(size: 52, most: 3),
        .init(size: 44, most: 4),
      ])
    tagline = configuration.tagline.map {
      FittedText(
        $0, width: Self.width,
        choices: [
          .init(size: 34, most: 1), .init(size: 30, most: 1), .init(size: 34, most: 2),
          .init(size: 28, most: 2),
        ])
    }
    isRightToLeft = FittedText.isRightToLeft(configuration.title)
    counts = model.countsOfCard.enumerated().map { index, told in
      let label = FittedText(
        told.label, width: Self.step - 15, choices: [.init(size: 28, most: 1), .init(size: 22, most: 1)])
      return Count(count: told.count, label: label, offset: index * Self.step)
    }
    specimen = model.specimenOfCard.map { item, criterion, balance in
      let sides =
        Array(repeating: (false, true), count: balance.critics.count)
        + Array(repeating: (true, true), count: balance.both.count)
        + Array(repeating: (true, false), count: balance.supporters.count)
      let dots = sides.enumerated().map {
        Dot(isFor: $1.0, isAgainst: $1.1, offset: $0 * Self.dotStep)
      }
      let name = model.siteWords(
        .cardSpecimen, model.catalog[item].entry.name, model.catalog[criterion].entry.name)
      let offset = dots.count * Self.dotStep + 12
      let both = balance.both.count
      let axis = balance.critics.count * Self.dotStep + (both > 0 ? 22 + (both - 1) * Self.dotStep / 2 : -5)
      return Specimen(
        dots: dots, axis: axis,
        name: FittedText(name, width: Self.width - offset, choices: [.init(size: 28, most: 1)]),
        offset: offset)
    }
  }
}

extension SiteModel {
  /// The numbers of the site that are not zero, with what is counted.
  fileprivate var countsOfCard: [(count: Int, label: String)] {
    let items = catalog.items.count
    let statements = catalog.citedClaimCount + catalog.citedFactCount
    let names = catalog.configuration.items
    let all = [
      (items, items == 1 ? names.one : names.many),
      (catalog.criteria.count, siteWords(.unitCriteria, "\(catalog.criteria.count)")),
      (catalog.sources.count, siteWords(.unitSources, "\(catalog.sources.count)")),
      (statements, siteWords(.unitStatements, "\(statements)")),
    ]
    return all.filter { $0.0 > 0 }
  }

  /// The first of the disagreements about a judgement that are most worth drawing whose sources all have room.
  fileprivate var specimenOfCard: (Item.ID, Criterion.ID, Balance)? {
    for dispute in disagreements(drawing: .max) where dispute.kind == .claims {
      let balance = catalog.balance(of: dispute.item, on: dispute.criterion)
      if balance.count <= SocialCard.mostDots { return (dispute.item, dispute.criterion, balance) }
    }
    return nil
  }
}

extension Records {
  static let fittedText = Record<FittedText>(
    "FittedText", "A text in lines, as large as it fits; the sizes of letters are estimated.",
    [
      .integer("size", "The size of its letters.") { $0.size },
      .texts("lines", "Its lines.") { $0.lines },
    ])

  static let cardCount = Record<SocialCard.Count>(
    "CardCount", "A number of the site.",
    [
      .integer("count", "The number.") { $0.count },
      .record("label", "What is counted.", of: fittedText) { $0.label },
      .integer("offset", "How far it begins from where lines begin.") { $0.offset },
    ])

  static let cardSpecimen = Record<SocialCard.Specimen>(
    "CardSpecimen", "A disagreement, drawn.",
    [
      .record("name", "What it is on.", of: fittedText) { $0.name },
      .integer("offset", "How far the name begins from where lines begin.") { $0.offset },
      .integer("axis", "How far the line between the sides is from where lines begin.") { $0.axis },
      .list("dots", "Its sources, those against first.", of: cardDot) { $0.dots },
    ])

  static let cardDot = Record<SocialCard.Dot>(
    "CardDot", "A source that judges.",
    [
      .boolean("is_for", "Whether it praises.") { $0.isFor },
      .boolean("is_against", "Whether it criticises.") { $0.isAgainst },
      .integer("offset", "How far it is from where lines begin.") { $0.offset },
    ])
}

extension PagePlanner {
  mutating func addSocialCard() {
    let model = model
    let page = page(.card, "Card", path: SocialCard.path, description: nil)
    add(PageTemplates.card, path: SocialCard.path, page: page, isInSitemap: false) { SocialCard(model) }
  }
}

extension PageTemplates {
  static let card = PageTemplate<SocialCard>(
    .card, "CardFile",
    "The site’s card, `card.svg`, of which a picture for shared links can be made; 1,200 units wide and 630 high.",
    [
      .record("title", "The title of the site.", of: Records.fittedText) { $0.title },
      .optionalRecord("tagline", "A line on what it is.", of: Records.fittedText) { $0.tagline },
      .boolean("is_right_to_left", "Whether the title is written from right to left.") { $0.isRightToLeft },
      .list("counts", "Its numbers, without zeros; at most four.", of: Records.cardCount) { $0.counts },
      .optionalRecord(
        "specimen", "The disagreement that is most worth drawing, if not too many speak.",
        of: Records.cardSpecimen
      ) { $0.specimen },
    ])
}
