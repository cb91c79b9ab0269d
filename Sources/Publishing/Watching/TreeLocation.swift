import Diagnostics
import TextEncoding

/// A location in a site: a file, a folder with everything below it, or the whole site. Works on lists in byte order of
/// path.
struct TreeLocation {
  /// The path of the file or folder; nil for the whole site.
  let path: String?

  init(_ path: String?) { self.path = path }

  /// Returns whether a path is at or below this location.
  func holds(_ other: String) -> Bool {
    guard let path else { return true }
    return other.equalsByBytes(path) || other.hasBytePrefix(path + "/")
  }

  /// Replaces the elements of a list at this location by those found, and appends the paths of new, changed and removed
  /// ones to `changed`.
  ///
  /// An unchanged element remains the same object.
  func replace(_ list: inout [SourceText], with found: [SourceText], _ changed: inout [String]) {
    replace(&list, with: found, path: { $0.path }, areSame: { $0.utf8 == $1.utf8 }, &changed)
  }

  func replace<Element>(
    _ list: inout [Element], with found: [Element], path key: (Element) -> String,
    areSame: (Element, Element) -> Bool, _ changed: inout [String]
  ) {
    var old: [Element] = []
    for range in ranges(in: list, by: key).reversed() {
      old = list[range] + old
      list.removeSubrange(range)
    }
    var merged: [Element] = []
    merged.reserveCapacity(found.count)
    var rest = old[...]
    for element in found {
      let path = key(element)
      while let first = rest.first, key(first).precedesByBytes(path) {
        changed.append(key(rest.removeFirst()))
      }
      if let first = rest.first, key(first).equalsByBytes(path) {
        rest.removeFirst()
        if areSame(first, element) {
          merged.append(first)
          continue
        }
      }
      changed.append(path)
      merged.append(element)
    }
    changed += rest.map(key)
    // Either a single file was found or the contents of a folder, so the elements are contiguous.
    let place = merged.first.map { list.lowerBound(of: key($0), by: key) } ?? 0
    list.insert(contentsOf: merged, at: place)
  }

  /// Returns the ranges of a list at this location: the file itself and the contents of the folder, between which other
  /// paths may sort.
  private func ranges<Element>(in list: [Element], by key: (Element) -> String) -> [Range<Int>] {
    guard let path else { return [list.indices] }
    let exact = list.lowerBound(of: path, by: key)
    let isThere = exact < list.count && key(list[exact]).equalsByBytes(path)
    // "0" is the successor of "/" in ASCII.
    let below = list.lowerBound(of: path + "/", by: key)..<list.lowerBound(of: path + "0", by: key)
    return [exact..<(isThere ? exact + 1 : exact), below]
  }
}
