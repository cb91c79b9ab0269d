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
    let itemCounts = LazySlot<[Source.ID: Int]>()
    let judges = LazySlot<[Judge]>()
    let changes = LazySlot<ChangeFeed>()
    let placeByName = LazySlot<[Int]>()
    /// What is derived from a single item, so that what reads it depends on that item alone.
    let speakers: RecentValues<Set<Source.ID>>
    let users: RecentValues<[Organisation.ID]>
    /// The record values of the claims of each item.
    let claims: RecentValues<[Value]>

    init(itemCount: Int) {
      // Pages of sources and organisations go through those of all items, and they are small.
      speakers = RecentValues(itemCount, keeping: .max)
      users = RecentValues(itemCount, keeping: .max)
      claims = RecentValues(itemCount)
    }
  }

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
      let areDifferencesOthers = table.update(changed, in: catalog)
      let areClosestOthers = similarity.update(changed, in: catalog, table)
      pairs =
        areClosestOthers || areDifferencesOthers
        ? PairSelection(catalog, similarity: similarity, table: table) : last.pairs
      (self.similarity, differenceTable) = (similarity, table)
    } else {
      differenceTable = DifferenceTable(catalog)
      var similarity = SimilarityIndex(catalog, differenceTable)
      if case .closest(let count) = catalog.effectivePairPolicy { similarity.keepClosest(most: count) }
      self.similarity = similarity
      pairs = PairSelection(catalog, similarity: similarity, table: differenceTable)
    }
    pageTree = PageTree(catalog.pages)
    balanceReach = BalanceReach(catalog)
    lazily = Lazily(itemCount: catalog.items.count)
  }

  // MARK: Data computed when first used

  /// Returns the sources that make a claim or state a fact about an item.
  func speakers(of id: Item.ID) -> Set<Source.ID> {
    lazily.speakers.value(at: id.index) {
      let item = catalog[id]
      var sources: Set<Source.ID> = []
      for claim in item.claims { sources.formUnion(claim.citations) }
      for cell in item.cells { for fact in cell.facts { sources.formUnion(fact.sources) } }
      return sources
    }
  }

  /// The number of items about which each source makes a statement.
  var itemCounts: [Source.ID: Int] {
    lazily.itemCounts.value {
      var counts: [Source.ID: Int] = [:]
      for item in catalog.itemIDs { for source in speakers(of: item) { counts[source, default: 0] += 1 } }
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

  /// Returns the organisations that are said to use an item, without repeats and sorted by name.
  func users(of id: Item.ID) -> [Organisation.ID] {
    lazily.users.value(at: id.index) { users(namedBy: catalog[id]) }
  }

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
    let values = lazily.claims.value(at: claim.item.index) {
      Records.claim.values(catalog[claim.item].claims.lazy.map { In(self, $0) })
    }
    return values[claim.place]
  }

  func values(_ claims: [Claim.ID]) -> [Value] { claims.map { value($0) } }
}
