package import Incremental

/// The groups of nodes that the content of a site consists of: the site, the documents other than items by their kinds,
/// and each item.
@usableFromInline
package enum NodeGroup {
  @inlinable
  package static var site: Int { 0 }

  @inlinable
  package static func item(_ id: Item.ID) -> Int { 7 + id.index }
}

/// The nodes of the whole site.
@usableFromInline
package enum SiteNode: Int, CaseIterable {
  /// What everything depends on: the configuration, the headers of all documents other than items, the theme, the
  /// settings of the build, and what all pages show.
  case base
  /// Which items there are, and in which order.
  case items
  /// Which pages there are but those of pairs, and when they were changed.
  case pages
  /// The organisations that claims name, with these claims.
  case organisations
  /// Which items the matrices have.
  case matrices
  /// Which pairs have a page, and which are left out.
  case pairs
  /// The files other than documents, with the sizes of images.
  case otherFiles
}

/// The kinds of documents other than items; each document has a node for its body.
package enum BodyKind: Int, CaseIterable {
  case criteria, useCases, sources, matrices, comparisons, pages

  var group: Int { 1 + rawValue }
}

/// The nodes of one item, followed by one for each cell, and one for each claim.
@usableFromInline
package enum ItemNode: Int, CaseIterable {
  /// The single values of its front matter but those of its entry.
  case header
  case prose
  /// Its sections of claims, with the list of the claims but without their words.
  case sections
  /// The other items of its pairs.
  case partners
  /// The items that share most with it.
  case closest
  // These are read together with the cells wherever two items are compared, and neighbours take the least room.
  /// What is known of it where it is only named: name, summary, path.
  case entry
  case relations
  /// What it can have in common with other items: the facts and the uses.
  case traits

  /// The first node of a cell.
  @inlinable static var first: Int { 8 }

  @inlinable
  static func cell(_ criterion: Criterion.ID) -> Int { first + criterion.index }

  @inlinable
  static func claim(_ place: Int, criteria: Int) -> Int { first + criteria + place }
}

extension Reads {
  /// Notes that the body of a document other than an item is read, and returns what is read of it.
  static func noting<Part>(_ kind: BodyKind, _ index: Int, _ part: Part) -> Part {
    note(kind.group, index)
    return part
  }

  /// Notes that all cells of two items are compared, and what sources say of both at once.
  static func note(comparing pair: Pair, criteria: Int) {
    for side in Side.allCases {
      note(NodeGroup.item(pair[side]), ItemNode.first..<ItemNode.first + criteria)
      note(NodeGroup.item(pair[side]), ItemNode.relations.rawValue)
    }
  }

  /// Notes that a node of an item is read.
  package static func note(_ item: Item.ID, _ node: ItemNode) { note(NodeGroup.item(item), node.rawValue) }

  /// Notes that a node of the site is read.
  package static func note(_ node: SiteNode) { note(NodeGroup.site, node.rawValue) }
}

extension Catalog {
  /// The numbers of all nodes.
  package var nodes: NodeLayout {
    var layout = NodeLayout()
    layout.add("site", count: SiteNode.allCases.count)
    for kind in BodyKind.allCases { layout.add("\(kind)", count: bodyCount(kind)) }
    // No name of a kind has a space in it.
    for item in allItems {
      layout.add(
        "item \(item.slug)", count: ItemNode.first + item.content.cells.count + item.content.claims.count)
    }
    return layout
  }

  private func bodyCount(_ kind: BodyKind) -> Int {
    switch kind {
    case .criteria: criteria.count
    case .useCases: useCases.count
    case .sources: sources.count
    case .matrices: allMatrices.count
    case .comparisons: comparisons.count
    case .pages: pages.count
    }
  }
}
