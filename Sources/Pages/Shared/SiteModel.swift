import Comparison
import Templating
import TextEncoding

/// The catalog with the derived data that several pages use, computed once.
///
/// A class because every page refers to it. Data that only rendering needs is computed when first used.
final class SiteModel: Sendable {
  let catalog: Catalog
  let routes: Routes
  let baseURL: String?
  let siteWords: SiteWords
  let similarity: SimilarityIndex
  let differenceTable: DifferenceTable
  let pairs: PairSelection
  let pageTree: PageTree
  let balanceReach: BalanceReach
  private let lazily: Lazily

  /// The slots for data that is computed when first used.
  private struct Lazily: Sendable {
    let speakers = LazySlot<[Set<Source.ID>]>()
    let itemCounts = LazySlot<[Source.ID: Int]>()
    let judges = LazySlot<[Judge]>()
    let changes = LazySlot<ChangeFeed>()
    let users = LazySlot<[[Organisation.ID]]>()
    let placeByName = LazySlot<[Int]>()
    /// The record values of claims, each slot for a group of items.
    let claims: [LazySlot<[[Value]]>]

    init(itemCount: Int) {
      claims = stride(from: 0, to: itemCount, by: SiteModel.itemsTogether).map { _ in LazySlot() }
    }
  }

  /// The number of items whose claims are converted to record values together: small, so that a single page is fast.
  private static let itemsTogether = 16

  /// Creates a model; if all names are the same as in `last`, reuses its data about unchanged items.
  init(
    _ catalog: Catalog, baseURL: String?, words: SiteWords = SiteWords(ThemeWords.bundled.words),
    keeping last: SiteModel? = nil
  ) {
    self.catalog = catalog
    self.baseURL = baseURL
    siteWords = words
    let isNamedAlike = last.map { catalog.isNamed(like: $0.catalog) } ?? false
    routes = Routes(catalog: catalog, keeping: isNamedAlike ? last?.routes : nil)
    if let last, isNamedAlike {
      let changed = zip(catalog.items, last.catalog.items).compactMap { $0 === $1 ? nil : $0.id }
      var (similarity, table) = (last.similarity, last.differenceTable)
      let areClosestOthers = similarity.update(changed, in: catalog)
      let areDifferencesOthers = table.update(changed, in: catalog)
      pairs =
        areClosestOthers || areDifferencesOthers
        ? PairSelection(catalog, similarity: similarity, table: table) : last.pairs
      (self.similarity, differenceTable) = (similarity, table)
    } else {
      var similarity = SimilarityIndex(catalog)
      if case .closest(let count) = catalog.effectivePairPolicy { similarity.keepClosest(most: count) }
      self.similarity = similarity
      differenceTable = DifferenceTable(catalog)
      pairs = PairSelection(catalog, similarity: similarity, table: differenceTable)
    }
    pageTree = PageTree(catalog.pages)
    balanceReach = BalanceReach(catalog)
    lazily = Lazily(itemCount: catalog.items.count)
  }

  private init(_ model: SiteModel, catalog: Catalog) {
    self.catalog = catalog
    baseURL = model.baseURL
    siteWords = model.siteWords
    routes = model.routes
    similarity = model.similarity
    differenceTable = model.differenceTable
    pairs = model.pairs
    pageTree = model.pageTree
    balanceReach = model.balanceReach
    lazily = Lazily(itemCount: 0)
  }

  /// Returns the model without the content of items: only their names, their addresses and the selection of pairs.
  func withoutContentOfItems() -> SiteModel { SiteModel(self, catalog: catalog.withoutContentOfItems) }

  // MARK: Data computed when first used

  /// The sources that make a claim or state a fact about each item, by item index.
  var speakers: [Set<Source.ID>] { lazily.speakers.value { catalog.items.map(speakers(of:)) } }

  /// Returns the sources that make a claim or state a fact about an item.
  func speakers(of item: Item) -> Set<Source.ID> {
    var sources: Set<Source.ID> = []
    for claim in item.claims { sources.formUnion(claim.citations) }
    for cell in item.cells { for fact in cell.facts { sources.formUnion(fact.sources) } }
    return sources
  }

  /// The number of items about which each source makes a statement.
  var itemCounts: [Source.ID: Int] {
    lazily.itemCounts.value {
      var counts: [Source.ID: Int] = [:]
      for sources in speakers { for source in sources { counts[source, default: 0] += 1 } }
      return counts
    }
  }

  /// Whether there is one source alone, so that its name need not stand beside each statement.
  var hasSingleSource: Bool { catalog.sources.count == 1 }

  /// Returns the short names that stand beside what sources say; none where the site has a single source.
  func namesBeside(_ sources: some Sequence<Source.ID>) -> [String] {
    hasSingleSource ? [] : sources.map { catalog[$0].shortName }
  }

  /// How often each source praises and criticises, in order of id.
  var judges: [Judge] { lazily.judges.value { catalog.judges } }

  /// The organisations that are said to use each item, by item index, without repeats and sorted by name.
  var users: [[Organisation.ID]] { lazily.users.value { catalog.items.map(users(of:)) } }

  /// The place of each organisation, by its index, in the order of names.
  var placeByName: [Int] {
    lazily.placeByName.value {
      var places = Array(repeating: 0, count: catalog.organisations.count)
      for (place, one) in catalog.organisations.ordered(byName: \.name).enumerated() {
        places[one.id.index] = place
      }
      return places
    }
  }

  var changes: ChangeFeed { lazily.changes.value { ChangeFeed(catalog) } }

  /// Returns the record value of a claim, as the pages of its item and criteria show it.
  func value(_ claim: Claim.ID) -> Value {
    let part = claim.item.index / Self.itemsTogether
    let first = part * Self.itemsTogether
    let values = lazily.claims[part].value {
      let items = catalog.items[first..<min(first + Self.itemsTogether, catalog.items.count)]
      var values = Records.claim.values(items.lazy.flatMap(\.claims).map { In(self, $0) })[...]
      return items.map { item in
        defer { values = values.dropFirst(item.claims.count) }
        return Array(values.prefix(item.claims.count))
      }
    }
    return values[claim.item.index - first][claim.place]
  }

  func values(_ claims: [Claim.ID]) -> [Value] { claims.map { value($0) } }
}
