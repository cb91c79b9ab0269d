import Comparison

/// What is known of the items of a page, as a picture: a row for each item, a column for each criterion.
struct CoverageMapView: Sendable {
  /// The names of the rows, from the top.
  var items: [LinkView]
  /// In units of the picture, which `CoverageMap` sets.
  var width: Int
  var height: Int
  /// What is drawn alike, in the order of the key.
  var layers: [CoverageLayerView]
  /// How many cells the picture has.
  var cellCount: Int
}

/// The cells of a picture that are drawn alike.
struct CoverageLayerView: Sendable {
  /// `unsourced`, or `h1` for the fewest sources to `h4` for the most.
  var name: String
  var count: Int
  /// The `d` of an SVG path.
  var path: String
}

/// Draws cells into one path for each level; cells beside each other that are alike become one stroke of the pen.
struct CoverageMap {
  private static let cellWidth = 4
  private static let rowHeight = 4
  /// The white between two groups of criteria.
  private static let groupGap = 3
  private static let names = ["unsourced", "h1", "h2", "h3", "h4"]

  private var paths = Array(repeating: "", count: names.count)
  private var counts = Array(repeating: 0, count: names.count)
  private var cellCount = 0
  private let rowCount: Int
  private let groupSizes: [Int]

  /// The groups are as on the page, each with as many rows as there are items.
  init(_ groups: [CoverageGroupView]) {
    rowCount = groups.first?.rows.count ?? 0
    groupSizes = groups.map(\.criteria.count)
    var left = 0
    for group in groups {
      for (row, values) in group.rows.enumerated() { draw(values.cells, row: row, from: left) }
      left += group.criteria.count * Self.cellWidth + Self.groupGap
    }
  }

  /// The picture, or nil where nothing would be seen on it.
  func view(_ items: [LinkView]) -> CoverageMapView? {
    guard counts.contains(where: { $0 > 0 }) else { return nil }
    return CoverageMapView(
      items: items,
      width: groupSizes.reduce(0) { $0 + $1 * Self.cellWidth } + (groupSizes.count - 1) * Self.groupGap,
      height: rowCount * Self.rowHeight,
      layers: Self.names.indices.compactMap { index in
        counts[index] > 0
          ? CoverageLayerView(name: Self.names[index], count: counts[index], path: paths[index]) : nil
      },
      cellCount: cellCount)
  }

  private mutating func draw(_ cells: [HeatCellView], row: Int, from left: Int) {
    cellCount += cells.count
    var index = 0
    while index < cells.count {
      let layer = Self.layer(of: cells[index])
      let end = cells[index...].firstIndex { Self.layer(of: $0) != layer } ?? cells.count
      if let layer {
        let width = (end - index) * Self.cellWidth
        // A unit at the bottom of each row stays free.
        paths[layer] +=
          "M\(left + index * Self.cellWidth) \(row * Self.rowHeight)h\(width)v\(Self.rowHeight - 1)h-\(width)z"
        counts[layer] += end - index
      }
      index = end
    }
  }

  private static func layer(of cell: HeatCellView) -> Int? {
    switch cell.state {
    case "sourced": max(1, min(cell.level, names.count - 1))
    case "unsourced": 0
    default: nil
    }
  }
}
