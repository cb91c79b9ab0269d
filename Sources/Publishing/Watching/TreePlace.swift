import Diagnostics
import TextEncoding

/// A file or folder of a site with all that is below it, or the whole site, in lists that are in order of path by bytes.
struct TreePlace {
  /// Nil for the whole site.
  let path: String?

  init(_ path: String?) { self.path = path }

  func holds(_ other: String) -> Bool {
    guard let path else { return true }
    return other.equalsByBytes(path) || other.hasBytePrefix(path + "/")
  }

  /// Puts what was found here in the place of what a list has, and appends the paths of what is new, different or gone.
  ///
  /// What is the same stays the same object.
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
    // Either the file itself was found here, or what is below a folder: both stand together.
    let place = merged.first.map { list.lowerBound(of: key($0), by: key) } ?? 0
    list.insert(contentsOf: merged, at: place)
  }

  /// Where the elements at this place stand in a list: the file itself, and what is below the folder, between which others may be.
  private func ranges<Element>(in list: [Element], by key: (Element) -> String) -> [Range<Int>] {
    guard let path else { return [list.indices] }
    let exact = list.lowerBound(of: path, by: key)
    let isThere = exact < list.count && key(list[exact]).equalsByBytes(path)
    // "0" is the character after "/".
    let below = list.lowerBound(of: path + "/", by: key)..<list.lowerBound(of: path + "0", by: key)
    return [exact..<(isThere ? exact + 1 : exact), below]
  }
}
