import Comparison
import Templating
import TextEncoding

/// The dated changes in the content, for a feed: revisions of items and verifications of facts.
struct ChangeFeed: Sendable {
  /// The changes of one item on one day.
  struct Entry: Sendable {
    var item: Item.ID
    var date: CalendarDate
    var isRevised: Bool
    /// The criteria with facts that were verified.
    var verified: [Criterion.ID]
  }

  static let path = "feed.atom"

  /// The maximum number of entries. A feed is for recent changes: clients download all of it, and already have older
  /// entries.
  private static let most = 50

  /// The entries, newest first, then in the order of items.
  let entries: [Entry]

  init(_ catalog: Catalog) {
    var all: [Entry] = []
    for item in catalog.items {
      var verified: [CalendarDate: [Criterion.ID]] = [:]
      for criterion in catalog.criteria {
        let dates = Set(catalog.cell(item.id, criterion.id).facts.compactMap(\.verified))
        for date in dates { verified[date, default: []].append(criterion.id) }
      }
      if let updated = item.updated { verified[updated, default: []] += [] }
      for (date, criteria) in verified {
        all.append(Entry(item: item.id, date: date, isRevised: item.updated == date, verified: criteria))
      }
    }
    all.sort { ($1.date, $0.item) < ($0.date, $1.item) }
    entries = Array(all.prefix(Self.most))
  }
}

extension PagePlanner {
  /// Adds the feed of dated changes, if the site has a base URL and anything is dated.
  mutating func addFeed() {
    guard let baseURL = model.baseURL, model.feedAddress != nil else { return }
    let model = model
    let page = page(.feed, "Feed", path: ChangeFeed.path, description: nil)
    add(PageTemplates.feed, path: ChangeFeed.path, page: page, isInSitemap: false) { In(model, baseURL) }
  }
}

extension Records {
  static let feedEntry = Record<In<ChangeFeed.Entry>>(
    "FeedEntry", "What is dated with one day about one item.",
    [
      .address("id", "What names the entry for ever: an absolute address.") {
        // The ID is stable as long as the item keeps its address, whatever else is recorded about that day.
        .external("\($0.absoluteAddress)#changed_\($0.part.date)")
      },
      .address("url", "The absolute address of the item's page.") { .external($0.absoluteAddress) },
      .record("item", "The item.", of: link) { $0.model.link($0.part.item) },
      .date("date", "The day.") { $0.part.date },
      .boolean("is_revised", "Whether the item's document was revised that day.") { $0.part.isRevised },
      .list("verified", "The criteria whose facts were verified that day.", of: link) { entry in
        entry.part.verified.map { entry.model.link($0) }
      },
    ])
}

extension PageTemplates {
  /// The template of the feed; the part is the site's base URL.
  static let feed = PageTemplate<In<String>>(
    .feed, "FeedFile", "The feed of dated changes, `feed.atom`.",
    [
      .address("address", "Its absolute address.") { .external($0.part + ChangeFeed.path) },
      .address("home", "The absolute address of the home page.") { .external($0.part) },
      .list("entries", "What is dated, newest first; never empty.", of: Records.feedEntry) {
        $0.with(each: $0.model.changes.entries)
      },
    ])
}

extension In<ChangeFeed.Entry> {
  /// The absolute address of the item's page.
  fileprivate var absoluteAddress: String { (model.baseURL ?? "") + routes.path(.item(part.item)) }
}

extension SiteModel {
  /// The path of the feed; nil if there is none, because its addresses must be absolute and an empty feed is useless.
  var feedAddress: String? { baseURL == nil || !hasChanges ? nil : ChangeFeed.path }

  /// Whether anything is dated, which is cheaper than collecting all entries.
  private var hasChanges: Bool {
    catalog.items.contains { item in
      item.updated != nil || item.cells.contains { $0.facts.contains { $0.verified != nil } }
    }
  }
}
