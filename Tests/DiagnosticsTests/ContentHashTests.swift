import Diagnostics
import TestSupport
import Testing

@Suite struct ContentHashTests {
  @Test(arguments: [
    ("", "00000000000000000000000000000000"), ("hello", "cbd8a7b341bd9b025b1e906a48ae1d19"),
    ("The quick brown fox jumps over the lazy dog", "e34bbc7bbc071b6c7a433ca9c49a9347"),
  ])
  func `the fingerprint is MurmurHash3_x64_128`(text: String, expected: String) {
    let hash = ContentHash(text.utf8)
    #expect(hash.hexadecimal == expected)
    #expect(ContentHash(hexadecimal: expected[...]) == hash)
  }

  @Test func `where the bytes are cut makes no difference`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...100, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      var hasher = ContentHasher()
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 0...40, using: &random))
        Array(piece).withUnsafeBytes { hasher.update($0) }
        rest = rest.dropFirst(piece.count)
      }
      #expect(hasher.finish() == ContentHash(bytes), "seed \(seed)")
    }
  }

  @Test func `several things have one fingerprint, which tells them and their order apart`() {
    let (a, b) = (ContentHash("a".utf8), ContentHash("b".utf8))
    let all = [
      ContentHash(of: [a, b], and: []), ContentHash(of: [b, a], and: []), ContentHash(of: [a], and: ["b"]),
      ContentHash(of: [a], and: ["b", ""]), ContentHash(of: [a], and: ["", "b"]),
      ContentHash(of: [], and: ["ab"]),
      ContentHash(of: [], and: ["a", "b"]), ContentHash(of: [], and: []),
    ]
    #expect(Set(all).count == all.count)
    #expect(ContentHash(of: [a, b], and: ["c"]) == ContentHash(of: [a, b], and: ["c"]))
  }
}
