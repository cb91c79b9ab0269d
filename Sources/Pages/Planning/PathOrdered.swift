import TextEncoding

/// A collection of elements ordered by the bytes of their paths, most of which can be created on demand.
///
/// A small number of elements is stored. Elements that may be too many to store, such as the pages of all pairs, are in
/// a `LazySegment`, which creates them on access. The collection records the positions of the stored elements among
/// those of the segment.
package struct PathOrdered<Element: Sendable>: RandomAccessCollection, Sendable {
  /// A sequence of elements ordered by path, each created on access: deterministically, and from any thread.
  package struct LazySegment: Sendable {
    /// The number of elements.
    package var count: Int
    /// Returns the path of an element, which is cheaper than creating the element.
    package var path: @Sendable (Int) -> String
    /// Creates the element at an index.
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
  /// The position of each stored element in the collection, ascending.
  private let places: [Int]
  private let segment: LazySegment?

  package let startIndex = 0
  package let endIndex: Int

  /// Sorts `held` by path and merges it with the segment; of equal paths, the stored element comes first.
  package init(_ held: [Element], segment: LazySegment? = nil, path: (Element) -> String) {
    self.init(held, segment: segment, in: PathOrder(held.map(path), segment: segment?.paths))
  }

  /// Arranges elements in a previously computed order.
  init(_ held: [Element], segment: LazySegment?, in order: PathOrder) {
    self.held = order.order.map { held[$0] }
    places = order.places
    self.segment = segment
    endIndex = held.count + (segment?.count ?? 0)
  }

  /// Returns all paths in order; `path` returns that of a stored element.
  package func paths(_ path: (Element) -> String) -> [String] {
    var paths: [String] = []
    paths.reserveCapacity(count)
    forEachPath(path) { paths.append($1) }
    return paths
  }

  /// Calls a closure with each position and the path there, in order; `path` returns that of a stored element.
  func forEachPath(_ path: (Element) -> String, _ body: (Int, String) -> Void) {
    var next = 0
    for position in indices {
      if next < places.count, places[next] == position {
        body(position, path(held[next]))
        next += 1
      } else if let segment {
        body(position, segment.path(position - next))
      }
    }
  }

  package subscript(position: Int) -> Element {
    let before = places.partitioningIndex { $0 >= position }
    if before < places.count, places[before] == position { return held[before] }
    guard let segment else { return held[position] }
    return segment.element(position - before)
  }
}

/// The order of some paths among themselves and relative to the paths of a segment.
struct PathOrder: Sendable {
  /// A sequence of paths in order, each computed on demand.
  struct LazySegment {
    var count: Int
    var path: (Int) -> String
  }

  /// The paths as they were given.
  let paths: [String]
  /// The indices into `paths`, in order.
  let order: [Int]
  /// The position of each path in the whole collection, in order and ascending.
  let places: [Int]

  /// Computes the order; of equal paths, that of the segment comes last.
  init(_ paths: [String], segment: LazySegment?) {
    self.paths = paths
    order = paths.indices.ordered(byBytesOf: { paths[$0] })
    let ends = segment.flatMap { $0.count > 0 ? (first: $0.path(0), last: $0.path($0.count - 1)) : nil }
    var behind = 0
    places = order.enumerated().map { place, index in
      guard let segment, let ends else { return place }
      let path = paths[index]
      // The segment is in a folder of its own and most other files are outside it, so two comparisons usually suffice.
      if path.precedesByBytes(ends.first) { return place }
      if ends.last.precedesByBytes(path) { return place + segment.count }
      behind += nearPartition(segment.count - behind) { [behind] in
        segment.path(behind + $0).precedesByBytes(path)
      }
      return place + behind
    }
  }
}

/// Returns how many of the integers from 0 below `count` satisfy a condition that holds for a prefix of them; uses an
/// exponential search, which takes few steps if the result is small.
private func nearPartition(_ count: Int, _ condition: (Int) -> Bool) -> Int {
  var (known, step) = (0, 1)
  while known + step <= count, condition(known + step - 1) {
    known += step
    step *= 2
  }
  return (known..<(known + min(step - 1, count - known))).partitioningIndex { !condition($0) }
}
