@testable import Comparison
import TestSupport
import Testing

/// What is known of all items together, brought up to date item by item, is what is found anew.
struct UpdateTests {
  private func catalog(_ random: inout SplitMix64) async -> Catalog {
    let site = RandomSite(items: Int.random(in: 2...9, using: &random), using: &random)
    return await SiteInMemory(site.files(slugs: site.slugs)).resolved().catalog
  }

  /// The catalog, in which one item now has what another one says.
  private func giving(_ item: Item.ID, contentOf other: Item.ID, in catalog: Catalog) -> Catalog {
    var (catalog, content) = (catalog, catalog[other].content)
    let own = { (claim: Claim.ID) in Claim.ID(item, place: claim.place) }
    content.entry = catalog[item].entry
    for place in content.claims.indices {
      content.claims[place].id = Claim.ID(item, place: place)
      content.claims[place].item = item
    }
    for place in content.claimSections.indices {
      content.claimSections[place].claims = content.claimSections[place].claims.map(own)
    }
    for place in content.cells.indices {
      content.cells[place].strengths = content.cells[place].strengths.map(own)
      content.cells[place].weaknesses = content.cells[place].weaknesses.map(own)
      content.cells[place].features = content.cells[place].features.map(own)
    }
    catalog.items[item.index] = Item(id: item, content, relations: [])
    return catalog
  }

  @Test(arguments: Array(UInt64(1)...12))
  func `closest items and differences follow an edit`(seed: UInt64) async {
    var random = SplitMix64(seed: seed)
    var catalog = await catalog(&random)
    var table = DifferenceTable(catalog)
    var similarity = SimilarityIndex(catalog, table)
    similarity.keepClosest(most: 2)
    for step in 1...12 {
      let count = catalog.items.count
      let item = Item.ID(Int.random(in: 0..<count, using: &random))
      let other = Item.ID(Int.random(in: 0..<count, using: &random))
      let before = (similarity.closestOfAll(most: 2), differences(table, catalog))
      catalog = giving(item, contentOf: other, in: catalog)
      let areDifferencesOthers = table.update([item], in: catalog)
      let areClosestOthers = similarity.update([item], in: catalog, table)
      let freshTable = DifferenceTable(catalog)
      let fresh = SimilarityIndex(catalog, freshTable)
      let place: Comment = "step \(step) of seed \(seed)"
      #expect(similarity.closestOfAll(most: 2) == fresh.closestOfAll(most: 2), place)
      #expect(catalog.itemIDs.allSatisfy { similarity.closest(to: $0) == fresh.closest(to: $0) }, place)
      #expect(differences(table, catalog) == differences(freshTable, catalog), place)
      #expect(areClosestOthers || before.0 == similarity.closestOfAll(most: 2), place)
      #expect(areDifferencesOthers || before.1 == differences(table, catalog), place)
    }
  }

  private func differences(_ table: DifferenceTable, _ catalog: Catalog) -> [[Int]] {
    catalog.itemIDs.map { left in catalog.itemIDs.map { table.differences(Pair(left, $0)) } }
  }
}
