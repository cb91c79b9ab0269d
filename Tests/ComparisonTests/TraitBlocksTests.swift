@testable import Comparison
import TestSupport
import Testing

/// Who is closest, against the words that define it: by the number of traits in common, then by place.
struct TraitBlocksTests {
  /// The traits of made-up items: some that nearly everybody has, some that many have, and some that hardly anybody has.
  private struct Crowd {
    private(set) var traits: [[Int32]] = []
    private let shares: [Double]
    var traitCount: Int { shares.count }

    init(_ count: Int, using random: inout SplitMix64) {
      let common = Int.random(in: 0...12, using: &random)
      let rare = Int.random(in: 0...120, using: &random)
      let usual: [Double] = (0..<common).compactMap { _ in
        [0.97, 0.5, 0.25, 0.06].randomElement(using: &random)
      }
      shares = usual + Array(repeating: 3 / Double(count), count: rare) + [1]
      for _ in 0..<count { traits.append(next(using: &random)) }
    }

    /// The traits of one more item: now and then those of another.
    func next(using random: inout SplitMix64) -> [Int32] {
      if random.isLikely(0.2), let twin = traits.randomElement(using: &random) { return twin }
      if random.isLikely(0.02) { return [] }
      return shares.indices.filter { random.isLikely(shares[$0]) }.shuffled(using: &random).map {
        Int32($0)
      }
    }
  }

  private func closest(to place: Int, most: Int, in traits: [[Int32]]) -> [Int] {
    let own = Set(traits[place])
    let scores = traits.map { own.intersection($0).count }
    return traits.indices.filter { $0 != place && scores[$0] > 0 }
      .sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(most).map { $0 }
  }

  @Test(arguments: Array(UInt64(1)...24))
  func `the closest are found as if everybody were looked at`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = [1, 2, 63, 64, 65, 200, 1000, 5000].randomElement(using: &random) ?? 1
    let crowd = Crowd(count, using: &random)
    var traits = crowd.traits
    var blocks = TraitBlocks(traits, traitCount: crowd.traitCount)
    for step in 1...20 {
      let place: Comment = "step \(step) of seed \(seed)"
      var counters = blocks.counters()
      for one in (0..<5).map({ _ in Int.random(in: 0..<count, using: &random) }) {
        for most in [1, 10, .max] {
          let expected = closest(to: one, most: most, in: traits)
          #expect(blocks.closest(to: one, most: most, &counters) == expected, place)
          var own = blocks.counters(for: one)
          #expect(blocks.closest(to: one, most: most, &own) == expected, place)
        }
      }
      let changed = Int.random(in: 0..<count, using: &random)
      let before = traits.indices.map { blocks.score(of: changed, and: $0) }
      // Now and then a trait that nobody had.
      var new = crowd.next(using: &random)
      if step % 4 == 0 { new.append(Int32(crowd.traitCount + step / 4 - 1)) }
      let changes = blocks.replaceTraits(of: changed, by: new, traitCount: crowd.traitCount + step / 4)
      traits[changed] = new
      var differences = traits.indices.map { blocks.score(of: changed, and: $0) - before[$0] }
      for (place, change) in changes { differences[place] -= change }
      #expect(traits.indices.allSatisfy { $0 == changed || differences[$0] == 0 }, place)
    }
  }
}
