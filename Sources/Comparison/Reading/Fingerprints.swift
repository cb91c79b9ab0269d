import Diagnostics
package import Incremental
import MarkdownParsing
package import TextEncoding

/// The parts of a site that are derived from the catalog, which its nodes need as well.
package struct DerivedNodes {
  /// A hash of what is not content: the theme, the settings, and what all pages show.
  var base: ContentHash
  /// A hash of which pages there are but those of pairs.
  var pages: ContentHash
  var pairs: PairSelection
  /// Returns the closest items that pages list.
  var closest: (Item.ID) -> [Item.ID]

  package init(
    base: ContentHash, pages: ContentHash, pairs: PairSelection, closest: @escaping (Item.ID) -> [Item.ID]
  ) {
    self.base = base
    self.pages = pages
    self.pairs = pairs
    self.closest = closest
  }
}

extension Catalog {
  /// Returns the fingerprints of all nodes, in the order of `nodes`; nil if their numbers differ, which would be a fault.
  ///
  /// Places in documents are left out: pages do not show them, and a line that is added would move them all.
  package func nodeTable(_ derived: DerivedNodes) -> NodeTable? {
    var writer = FingerprintWriter(catalog: self)
    for node in SiteNode.allCases { writer.append(node, derived) }
    for criterion in criteria { writer.append { $0.add(criterion.writtenProse) } }
    for use in useCases { writer.append { $0.add(use.writtenProse) } }
    for source in sources { writer.append { $0.add(source.writtenProse) } }
    for matrix in allMatrices { writer.append { $0.add(matrix.writtenProse) } }
    for comparison in comparisons { writer.append { $0.add(comparison.writtenProse) } }
    for page in pages { writer.append { $0.add(page) } }
    for item in allItems {
      for node in ItemNode.allCases { writer.append(node, of: item, derived) }
      for cell in item.content.cells { writer.append { $0.add(cell) } }
      for claim in item.content.claims { writer.append { $0.add(claim) } }
    }
    return NodeTable(nodes, writer.fingerprints)
  }
}

/// Makes fingerprints, one after the other, from a buffer that is used again.
private struct FingerprintWriter {
  let catalog: Catalog
  private(set) var fingerprints: [UInt64] = []
  private var input = FingerprintInput()

  init(catalog: Catalog) { self.catalog = catalog }

  mutating func append(_ write: (inout FingerprintWriter) -> Void) {
    input.removeAll()
    write(&self)
    fingerprints.append(input.fingerprint)
  }

  mutating func append(_ node: SiteNode, _ derived: DerivedNodes) {
    append { writer in
      switch node {
      case .base: writer.addBase(derived.base)
      case .pages: writer.input.add(derived.pages)
      case .items: writer.add(writer.catalog.allItems.lazy.map(\.id))
      case .organisations:
        writer.add(each: writer.catalog.allOrganisations) { writer, organisation in
          writer.input.add(organisation.slug.text)
          writer.input.add(organisation.name)
          writer.add(each: organisation.claims) { writer, claim in
            writer.add(claim.item)
            writer.input.add(claim.place)
          }
        }
      case .matrices: writer.add(each: writer.catalog.allMatrices) { $0.add($1.items) }
      case .pairs:
        writer.add(each: derived.pairs.pairs) { $0.add($1) }
        writer.add(each: derived.pairs.leftOut) { writer, leftOut in
          writer.add(leftOut.pair)
          writer.input.add(leftOut.differences)
        }
      case .otherFiles:
        writer.add(each: writer.catalog.allOtherFiles) { writer, file in
          writer.input.add(file.path)
          writer.input.add(file.imageSize?.width ?? -1)
          writer.input.add(file.imageSize?.height ?? -1)
        }
      }
    }
  }

  /// Adds what everything depends on. The names by which headers call items may mean others than before.
  private mutating func addBase(_ base: ContentHash) {
    input.add(base)
    input.add(catalog.fingerprintOfHeaders)
    input.add(catalog.allItems.contains { $0.content.claimSections.contains { $0.kind == .user } })
    input.add(catalog.allItems.count > 1)
    input.add(catalog.allItems.isEmpty)
    for source in catalog.sources { add(source.ranking) }
    for comparison in catalog.comparisons { add(comparison.items) }
  }

  mutating func append(_ node: ItemNode, of item: Item, _ derived: DerivedNodes) {
    append { writer in
      switch node {
      case .entry: writer.add(item.content.entry)
      case .header: writer.addHeader(item.content)
      case .prose: writer.add(item.content.prose)
      case .sections: writer.add(each: item.content.claimSections) { $0.add($1) }
      case .relations: writer.add(each: item.allRelations) { $0.add($1) }
      case .partners: writer.add(derived.pairs.partners(of: item.id))
      case .closest: writer.add(derived.closest(item.id))
      case .traits: writer.addTraits(item.content)
      }
    }
  }

  private mutating func add<Element>(
    each elements: some Collection<Element>, _ element: (inout FingerprintWriter, Element) -> Void
  ) {
    input.add(elements.count)
    for each in elements { element(&self, each) }
  }

  // MARK: References. Items are told by their slugs, as their numbers change when one is added; the numbers of all other
  // documents change only with what everything depends on.

  private mutating func add(_ item: Item.ID) { input.add(catalog.allItems[item.index].slug.text) }

  private mutating func add(_ items: some Collection<Item.ID>) { add(each: items) { $0.add($1) } }

  private mutating func add(_ pair: Pair) {
    add(pair.left)
    add(pair.right)
  }

  private mutating func add<Entity>(_ ids: [EntityID<Entity>]) { input.add(ids) { $0.add($1.index) } }

  private mutating func add(_ document: DocumentID) {
    switch document {
    case .item(let id):
      input.add(0)
      add(id)
    case .criterion(let id): input.add(1, id.index)
    case .useCase(let id): input.add(2, id.index)
    case .source(let id): input.add(3, id.index)
    case .matrix(let id): input.add(4, id.index)
    case .comparison(let id): input.add(5, id.index)
    case .page(let id): input.add(6, id.index)
    }
  }

  private mutating func add(_ target: LinkTarget) {
    switch target {
    case .document(let document, let fragment):
      input.add(0)
      add(document)
      input.add(fragment)
    case .index(let index, let fragment):
      input.add(1)
      input.add(index.rawValue)
      input.add(fragment)
    case .file(let path, let query, let fragment):
      input.add(2)
      input.add(path)
      input.add(query)
      input.add(fragment)
    case .made(let path, let fragment):
      input.add(3)
      input.add(path)
      input.add(fragment)
    }
  }

  // MARK: Prose

  private mutating func add(_ text: RichText) {
    add(each: text) { writer, piece in
      switch piece {
      case .markup(let markup):
        writer.input.add(0)
        writer.input.add(markup)
      case .target(let target):
        writer.input.add(1)
        writer.add(target)
      }
    }
  }

  mutating func add(_ prose: Prose) {
    add(prose.introduction)
    add(each: prose.sections) { writer, section in
      writer.input.add(section.id)
      writer.input.add(section.title)
      writer.add(section.heading)
      writer.add(section.text)
    }
    add(prose.footnotes)
  }

  mutating func add(_ page: Page) {
    add(page.writtenProse)
    input.add(page.writtenHeadings) { input, heading in
      input.add(heading.level)
      input.add(heading.id)
      input.add(heading.title)
    }
  }

  // MARK: Items

  private mutating func add(_ entry: Entry) {
    input.add(entry.slug.text)
    input.add(entry.name)
    input.add(entry.summary)
    input.add(entry.path)
    input.add(entry.redirectFrom) { $0.add($1.value) }
    input.add(entry.extra) { input, extra in
      input.add(extra.key)
      input.add(extra.value)
    }
  }

  private mutating func addHeader(_ content: Item.Content) {
    input.add(content.website)
    input.add(content.links) { input, link in
      input.add(link.label)
      input.add(link.address)
    }
    if let logo = content.logo {
      add(logo.target)
      input.add(logo.size?.width ?? -1)
      input.add(logo.size?.height ?? -1)
    }
    input.add(content.aliases) { $0.add($1) }
    input.add(content.updated?.packed ?? 0)
  }

  private mutating func add(_ section: Item.ClaimSection) {
    input.add(section.kind.rawValue)
    input.add(section.id)
    input.add(section.title)
    add(section.heading)
    input.add(section.claims) { $0.add($1.place) }
    add(section.remarks)
  }

  private mutating func add(_ relation: Item.Relation) {
    add(relation.from)
    input.add(relation.phrase)
    add(relation.to)
    add(relation.sources)
    input.add(relation.criterion?.index ?? -1)
    switch relation.favours {
    case nil: input.add(0)
    case .neither?: input.add(1)
    case .item(let item)?:
      input.add(2)
      add(item)
    }
  }

  private mutating func addTraits(_ content: Item.Content) {
    for cell in content.cells { add(each: cell.facts) { $0.add($1) } }
    for claim in content.claims where claim.kind == .fit {
      for subject in claim.subjects { if case .useCase(let use) = subject { input.add(use.index) } }
    }
  }

  mutating func add(_ cell: Cell) {
    add(each: cell.facts) { $0.add($1) }
    for claims in [cell.strengths, cell.weaknesses, cell.features] { input.add(claims) { $0.add($1.place) } }
    for sources in [cell.balance.supporters, cell.balance.critics, cell.balance.both] { add(sources) }
    input.add(cell.factState?.rawValue)
    input.add(cell.claimState?.rawValue)
  }

  private mutating func add(_ fact: Fact) {
    add(fact.value)
    input.add(fact.note)
    add(fact.sources)
    input.add(fact.verified?.packed ?? 0)
    input.add(fact.isCommonKnowledge)
    input.add(fact.isStale)
  }

  private mutating func add(_ value: FactValue) {
    switch value {
    case .text(let text): input.add(0, text.text)
    case .boolean(let truth): input.add(1, truth ? 1 : 0)
    case .number(let number): input.add(2, number.text)
    case .date(let date): input.add(3, date.packed)
    case .choice(let slug): input.add(4, slug.text)
    case .list(let elements):
      input.add(5)
      add(each: elements) { $0.add($1) }
    case .url(let address): input.add(6, address)
    case .partial: input.add(7)
    case .notApplicable: input.add(8)
    case .unknown: input.add(9)
    }
  }

  mutating func add(_ claim: Claim) {
    input.add(claim.name)
    input.add(claim.kind.rawValue)
    add(each: claim.subjects) { writer, subject in
      switch subject {
      case .criterion(let id): writer.input.add(0, id.index)
      case .useCase(let id): writer.input.add(1, id.index)
      case .organisation(let id):
        writer.input.add(2, writer.catalog.allOrganisations[id.index].slug.text)
      case .label(let label): writer.input.add(3, label)
      }
    }
    add(claim.text)
    add(claim.more)
    add(each: claim.editorNotes) { $0.add($1) }
    add(claim.citations)
    add(claim.closingCitations)
    add(each: claim.details) { $0.add($1) }
    add(each: claim.parts) { writer, part in
      writer.input.add(part.text)
      writer.add(part.citations)
    }
  }
}

extension FingerprintInput {
  fileprivate mutating func add(_ kind: Int, _ number: Int) {
    add(kind)
    add(number)
  }

  fileprivate mutating func add(_ kind: Int, _ text: String) {
    add(kind)
    add(text)
  }
}
