/// One of the equal parts into which the files of a site are shared out among jobs: the second of three is `2/3`.
///
/// A file's part follows from its path alone, so that a page stays in its part whatever comes and goes beside it. The parts have no file
/// in common, and all of them together are the site.
package struct Shard: Sendable, Hashable {
  /// Counted from 1.
  package let number: Int
  package let count: Int

  /// More parts than any site is worth.
  package static let most = 100_000

  /// Nil unless `number` is one of 1 to `count`, and `count` is at most `most`.
  package init?(_ number: Int, of count: Int) {
    guard (1...Self.most).contains(count), (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// Reads `2/3`.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } }),
      let number = Int(Substring(parts[0])), let count = Int(Substring(parts[1]))
    else { return nil }
    self.init(number, of: count)
  }

  package func holds(_ path: String) -> Bool {
    // FNV-1a, which spreads paths that differ in a digit alone.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    // Its low bits are the weakest.
    return Int((hash ^ hash >> 32) % UInt64(count)) == number - 1
  }
}

extension Shard: CustomStringConvertible {
  package var description: String { "\(number)/\(count)" }
}

extension Site {
  /// The part of the site that one job writes.
  package func part(_ shard: Shard) -> Site {
    let paths = files.paths(\.path)
    let positions = paths.indices.filter { shard.holds(paths[$0]) }
    let whole = files
    var part = self
    part.files = OutputFiles(
      [],
      segment: .init(
        count: positions.count, path: { whole[positions[$0]].path }, element: { whole[positions[$0]] })
    ) { $0.path }
    part.pageCount = positions.count { paths[$0].hasSuffix(".html") }
    return part
  }
}
