import Comparison
import Templating

/// The catalog with everything that several pages show, made once.
///
/// A class, as every page holds it. What only rendering needs is made for the first page that asks.
final class SiteModel: Sendable {
  let catalog: Catalog
  let routes: Routes
  let baseURL: String?
  let siteWords: SiteWords
  let similarity: SimilarityIndex
  let differenceTable: DifferenceTable
  let pairs: PairSelection
  let pageTree: PageTree
  private let lazily: Lazily

  /// What is made for the first page that asks.
  private struct Lazily: Sendable {
    let speakers = LazySlot<[Set<Source.ID>]>()
    let itemCounts = LazySlot<[Source.ID: Int]>()
    let changes = LazySlot<ChangeFeed>()
    let users = LazySlot<[[Organisation.ID]]>()
    /// The values of claims, for some items together.
    let claims: [LazySlot<[[Value]]>]

    init(itemCount: Int) {
      claims = stride(from: 0, to: itemCount, by: SiteModel.itemsTogether).map { _ in LazySlot() }
    }
  }

  /// Of how many items the claims are made into values at a time: few, so that one page is soon made.
  private static let itemsTogether = 16

  /// Keeps what `last` knows of the items that are the same, where everything has the same names.
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
    lazily = Lazily(itemCount: 0)
  }

  /// The model with nothing of the items but what they are called, where they stand, and which pairs they make.
  func withoutContentOfItems() -> SiteModel { SiteModel(self, catalog: catalog.withoutContentOfItems) }

  // MARK: What is made when it is asked for

  /// The sources that make a claim or state a fact about each item.
  var speakers: [Set<Source.ID>] { lazily.speakers.value { catalog.items.map(speakers(of:)) } }

  /// The sources that make a claim or state a fact about an item.
  func speakers(of item: Item) -> Set<Source.ID> {
    var sources: Set<Source.ID> = []
    for claim in item.claims { sources.formUnion(claim.citations) }
    for cell in item.cells { for fact in cell.facts { sources.formUnion(fact.sources) } }
    return sources
  }

  /// Of how many items each source speaks.
  var itemCounts: [Source.ID: Int] {
    lazily.itemCounts.value {
      var counts: [Source.ID: Int] = [:]
      for sources in speakers { for source in sources { counts[source, default: 0] += 1 } }
      return counts
    }
  }

  /// The organisations that are said to use each item, each once, by name.
  var users: [[Organisation.ID]] { lazily.users.value { catalog.items.map(users(of:)) } }

  var changes: ChangeFeed { lazily.changes.value { ChangeFeed(catalog) } }

  /// A claim as its item's and its criteria's pages show it.
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
