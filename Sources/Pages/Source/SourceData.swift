import Comparison
import Templating

/// A source, as it is written to data files.
struct SourceData: Sendable {
  let site: DataSite
  let source: Source
  /// The number of cells for which it states a value.
  let factCount: Int

  var address: Address { site.routes.address(.source(source.id)) }

  /// The items about which it makes statements.
  var items: [Slug] {
    site.catalog.itemIDs.lazy.filter { site.model.speakers(of: $0).contains(source.id) }.map {
      site.slug($0)
    }
  }

  /// Returns all sources of a site.
  static func all(_ site: DataSite) -> [SourceData] {
    let counts = site.catalog.statedCellCounts
    return site.catalog.sources.map {
      SourceData(site: site, source: $0, factCount: counts[$0.id.index])
    }
  }
}

extension DataFormats {
  private static let ranking = DataFormat<SourceData>.record(
    "Ranking", "A source's own order of the items.",
    [
      DataKey("by", .optional(.text), "What it ranks by, if it says so.") { $0.source.rankingBasis },
      DataKey("items", .list(.slug), "The items, first place first.") { source in
        source.source.ranking.map { source.site.slug($0) }
      },
    ])

  /// The format of a source.
  static let source = DataFormat<SourceData>.record(
    "Source", "Somebody who says something about items.",
    [
      DataKey("slug", .slug, "Its name in addresses.") { $0.source.entry.slug },
      DataKey("name", .text, "Its name.") { $0.source.entry.name },
      DataKey("short", .text, "What a citation calls it.") { $0.source.shortName },
      DataKey("summary", .optional(.text), "A sentence on it.") { $0.source.entry.summary },
      DataKey("publisher", .optional(.text), "Who published it.") { $0.source.publisher },
      DataKey("website", .optional(.url), "Where it can be read.") {
        $0.source.url.map { Address.external($0).text(base: "") }
      },
      DataKey("date", .optional(.date), "When it was published.") { $0.source.date },
      DataKey("kind", .word, "Whether it judges, or is a project's own reference.") { $0.source.kind },
      DataKey("ranking", .optional(ranking), "Its own order of the items.") {
        $0.source.ranking.isEmpty ? nil : $0
      },
      DataKey("items", .list(.slug), "The items of which it says anything.") { $0.items },
      DataKey("claim_count", .integer, "How many claims it makes.") {
        $0.site.catalog.claims(citing: $0.source.id).count
      },
      DataKey("fact_count", .integer, "In how many cells it states a value.") { $0.factCount },
      DataKey("path", .path, "Its page, relative to the site's root.") { $0.address },
      DataKey("url", .optional(.url), "The same as an absolute address.") { $0.site.url($0.address) },
    ])
}
