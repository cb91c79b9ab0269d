/// A row of things in order of path by bytes, most of which may be made only when they are asked for.
///
/// What is few is held; what may be too much to hold, such as the pages of all pairs, is a `Run`, of which nothing is held. The
/// row knows where the held things stand between those of the run.
package struct PathOrdered<Element: Sendable>: RandomAccessCollection, Sendable {
  /// Things in order of path, each made when it is asked for: the same every time, from any thread.
  package struct Run: Sendable {
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
  }

  private let held: [Element]
  /// The index of each held element in the whole row, ascending.
  private let places: [Int]
  private let run: Run?

  package let startIndex = 0
  package let endIndex: Int

  /// Orders `held` by path, and puts its elements between those of the run; of equal paths the held one is first.
  package init(_ held: [Element], run: Run? = nil, path: (Element) -> String) {
    let keyed = held.map { (element: $0, path: path($0)) }.sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    self.held = keyed.map(\.element)
    self.run = run
    endIndex = held.count + (run?.count ?? 0)
    let ends = run.flatMap { $0.count > 0 ? (first: $0.path(0), last: $0.path($0.count - 1)) : nil }
    places = keyed.enumerated().map { place, element in
      guard let run, let ends else { return place }
      // The run stands in a folder of its own, and most other things outside.
      if element.path.utf8.lexicographicallyPrecedes(ends.first.utf8) { return place }
      if ends.last.utf8.lexicographicallyPrecedes(element.path.utf8) { return place + run.count }
      return place
        + partition(run.count) { run.path($0).utf8.lexicographicallyPrecedes(element.path.utf8) }
    }
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
      } else if let run {
        paths.append(run.path(position - next))
      }
    }
    return paths
  }

  package subscript(position: Int) -> Element {
    let before = partition(places.count) { places[$0] < position }
    if before < places.count, places[before] == position { return held[before] }
    guard let run else { return held[position] }
    return run.element(position - before)
  }
}

/// How many of the numbers from 0 satisfy a condition that none satisfies after the first that does not.
func partition(_ count: Int, _ condition: (Int) -> Bool) -> Int {
  var (low, high) = (0, count)
  while low < high {
    let middle = low + (high - low) / 2
    if condition(middle) { low = middle + 1 } else { high = middle }
  }
  return low
}
