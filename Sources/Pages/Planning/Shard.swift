/// One of the roughly equal parts into which the files of a site are divided among jobs, such as the second of three,
/// `2/3`.
///
/// The part of a file depends only on its path, so that a page stays in its part when other pages are added or removed.
/// The parts are disjoint, and together they are the whole site.
package struct Shard: Sendable, Hashable {
  /// From 1 to `count`.
  package let number: Int
  /// The number of parts.
  package let count: Int

  /// The maximum number of parts, more than is useful for any site.
  package static let most = 100_000

  /// Creates a part; fails unless `number` is from 1 to `count` and `count` is at most `most`.
  package init?(_ number: Int, of count: Int) {
    guard (1...Self.most).contains(count), (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// Parses the form `2/3`.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } }),
      let number = Int(Substring(parts[0])), let count = Int(Substring(parts[1]))
    else { return nil }
    self.init(number, of: count)
  }

  /// Returns whether the file at a path belongs to this part.
  package func holds(_ path: String) -> Bool {
    // FNV-1a distributes paths well even if they differ only in a digit.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    // Its low bits are the weakest, so the high bits are folded in.
    return Int((hash ^ hash >> 32) % UInt64(count)) == number - 1
  }
}

extension Shard: CustomStringConvertible {
  package var description: String { "\(number)/\(count)" }
}

extension Site {
  /// Returns the part of the site that one job writes.
  package func part(_ shard: Shard) -> Site {
    let whole = files
    var part = self
    part.pageCount = 0
    var positions: [Int] = []
    whole.forEachPath(\.path) { position, path in
      guard shard.holds(path) else { return }
      positions.append(position)
      if path.hasSuffix(".html") { part.pageCount += 1 }
    }
    part.files = OutputFiles(
      [],
      segment: .init(
        count: positions.count, path: { [positions] in whole[positions[$0]].path },
        element: { [positions] in whole[positions[$0]] })
    ) { $0.path }
    return part
  }
}
