import Comparison
import Templating

/// A picture of the coverage of the items on a page, with a row for each item and a column for each criterion.
struct CoveragePicture: Sendable {
  /// Links to the items of the rows, from the top.
  var items: [Link]
  /// The size, in units that `CoverageMap` defines.
  var width: Int
  var height: Int
  /// The layers, in the order of the legend.
  var layers: [CoverageLayer]
  /// The number of cells in the picture.
  var cellCount: Int
}

/// The cells of a picture with the same appearance.
struct CoverageLayer: Sendable {
  /// The name: `unsourced`, or from `h1` for the fewest sources to `h4` for the most.
  var name: String
  var count: Int
  /// The `d` attribute of an SVG path.
  var path: String
}

extension Records {
  static let coverageLayer = Record<CoverageLayer>(
    "CoverageLayer", "The cells of a picture that are drawn alike.",
    [
      .text("name", "`unsourced`, or `h1` for the fewest sources to `h4` for the most.") { $0.name },
      .integer("count", "How many cells they are.") { $0.count },
      .text("path", "The `d` of an SVG path.") { $0.path },
    ])

  static let coverageMap = Record<CoveragePicture>(
    "CoverageMap", "What is known of the items of a page, as a picture.",
    [
      .list("items", "The names of the rows, from the top.", of: link) { $0.items },
      .integer("width", "How wide the picture is, for its `viewBox`.") { $0.width },
      .integer("height", "How high it is.") { $0.height },
      .list("layers", "What is drawn alike, in the order of the key.", of: coverageLayer) { $0.layers },
      .integer("count", "How many cells it has; those that are missing are not drawn.") { $0.cellCount },
    ])
}

/// Draws cells as one path for each layer; adjacent cells of the same layer become one rectangle.
struct CoverageMap {
  private static let cellWidth = 4
  private static let rowHeight = 4
  /// The gap between two groups of criteria.
  private static let groupGap = 3
  private static let names = ["unsourced", "h1", "h2", "h3", "h4"]

  private var paths = Array(repeating: "", count: names.count)
  private var counts = Array(repeating: 0, count: names.count)
  private var cellCount = 0
  private let rowCount: Int
  private let groupSizes: [Int]

  /// Draws the cells of groups, in the order of the page; each group has a row for each item.
  init(_ groups: [In<CoverageGroup>]) {
    rowCount = groups.first?.part.items.count ?? 0
    groupSizes = groups.map(\.part.criteria.count)
    var left = 0
    for group in groups {
      for (row, values) in group.rows.enumerated() { draw(values.cells, row: row, from: left) }
      left += group.part.criteria.count * Self.cellWidth + Self.groupGap
    }
  }

  /// Returns the picture; nil if all cells are missing.
  func picture(_ items: [Link]) -> CoveragePicture? {
    guard counts.contains(where: { $0 > 0 }) else { return nil }
    return CoveragePicture(
      items: items,
      width: groupSizes.reduce(0) { $0 + $1 * Self.cellWidth } + (groupSizes.count - 1) * Self.groupGap,
      height: rowCount * Self.rowHeight,
      layers: Self.names.indices.compactMap { index in
        counts[index] > 0
          ? CoverageLayer(name: Self.names[index], count: counts[index], path: paths[index]) : nil
      },
      cellCount: cellCount)
  }

  private mutating func draw(_ cells: [HeatCell], row: Int, from left: Int) {
    cellCount += cells.count
    var index = 0
    while index < cells.count {
      let layer = Self.layer(of: cells[index])
      let end = cells[index...].firstIndex { Self.layer(of: $0) != layer } ?? cells.count
      if let layer {
        let width = (end - index) * Self.cellWidth
        // One unit at the bottom of each row is left free.
        paths[layer] +=
          "M\(left + index * Self.cellWidth) \(row * Self.rowHeight)h\(width)v\(Self.rowHeight - 1)h-\(width)z"
        counts[layer] += end - index
      }
      index = end
    }
  }

  /// Returns the index of a cell's layer; nil for missing cells, which are not drawn.
  private static func layer(of cell: HeatCell) -> Int? {
    switch cell.state {
    case .sourced: max(1, min(cell.level, names.count - 1))
    case .unsourced: 0
    case .missing: nil
    }
  }
}
