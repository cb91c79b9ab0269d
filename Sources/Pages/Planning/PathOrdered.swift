import TextEncoding

/// A row of things in order of path by bytes, most of which may be made only when they are asked for.
///
/// What is few is held; what may be too much to hold, such as the pages of all pairs, is a `LazySegment`, of which nothing is held. The
/// row knows where the held things stand between those of the segment.
package struct PathOrdered<Element: Sendable>: RandomAccessCollection, Sendable {
  /// Things in order of path, each made when it is asked for: the same every time, from any thread.
  package struct LazySegment: Sendable {
    package var count: Int
    /// The path alone, which is sooner made than the thing.
    package var path: @Sendable (Int) -> String
    package var element: @Sendable (Int) -> Element

    package init(
      count: Int, path: @escaping @Sendable (Int) -> String, element: @escaping @Sendable (Int) -> Element
    ) {
      self.count = count
      self.path = path
      self.element = element
    }

    var paths: PathOrder.LazySegment { PathOrder.LazySegment(count: count, path: path) }
  }

  private let held: [Element]
  /// The index of each held element in the whole row, ascending.
  private let places: [Int]
  private let segment: LazySegment?

  package let startIndex = 0
  package let endIndex: Int

  /// Orders `held` by path, and puts its elements between those of the segment; of equal paths the held one is first.
  package init(_ held: [Element], segment: LazySegment? = nil, path: (Element) -> String) {
    self.init(held, segment: segment, in: PathOrder(held.map(path), segment: segment?.paths))
  }

  /// Puts elements in the order of their paths, which was found before.
  init(_ held: [Element], segment: LazySegment?, in order: PathOrder) {
    self.held = order.order.map { held[$0] }
    places = order.places
    self.segment = segment
    endIndex = held.count + (segment?.count ?? 0)
  }

  /// Every path, in order; `path` tells that of a held thing.
  package func paths(_ path: (Element) -> String) -> [String] {
    var paths: [String] = []
    paths.reserveCapacity(count)
    var next = 0
    for position in indices {
      if next < places.count, places[next] == position {
        paths.append(path(held[next]))
        next += 1
      } else if let segment {
        paths.append(segment.path(position - next))
      }
    }
    return paths
  }

  package subscript(position: Int) -> Element {
    let before = places.partitioningIndex { $0 >= position }
    if before < places.count, places[before] == position { return held[before] }
    guard let segment else { return held[position] }
    return segment.element(position - before)
  }
}

/// How some paths are ordered among themselves and between those of a segment.
struct PathOrder: Sendable {
  /// Paths in order.
  struct LazySegment {
    var count: Int
    var path: (Int) -> String
  }

  /// As they were given.
  let paths: [String]
  /// The indexes of the paths in order.
  let order: [Int]
  /// The place of each path in the whole row, ascending.
  let places: [Int]

  /// Of equal paths, that of the segment is the last.
  init(_ paths: [String], segment: LazySegment?) {
    self.paths = paths
    order = paths.indices.ordered(byBytesOf: { paths[$0] })
    let ends = segment.flatMap { $0.count > 0 ? (first: $0.path(0), last: $0.path($0.count - 1)) : nil }
    var behind = 0
    places = order.enumerated().map { place, index in
      guard let segment, let ends else { return place }
      let path = paths[index]
      // The segment stands in a folder of its own, and most other things outside.
      if path.precedesByBytes(ends.first) { return place }
      if ends.last.precedesByBytes(path) { return place + segment.count }
      behind += nearPartition(segment.count - behind) { [behind] in
        segment.path(behind + $0).precedesByBytes(path)
      }
      return place + behind
    }
  }
}

/// How many of the numbers from 0 satisfy a condition that none satisfies behind the first that does not; found in few steps where it is small.
private func nearPartition(_ count: Int, _ condition: (Int) -> Bool) -> Int {
  var (known, step) = (0, 1)
  while known + step <= count, condition(known + step - 1) {
    known += step
    step *= 2
  }
  return (known..<(known + min(step - 1, count - known))).partitioningIndex { !condition($0) }
}
