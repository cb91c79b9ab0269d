import TestSupport
import TextEncoding
import Testing

@Suite struct ContentHashTests {
  @Test(arguments: [
    ("", "cae66941d9efbd404e4d88758ea67670"), ("hello", "46fb7408d4f285228f4af516ea25851b"),
    ("The quick brown fox jumps over the lazy dog", "249df9a49f517ddcd37f5c897620ec73"),
    (String(repeating: "x", count: 127), "faeac286ccce46d5273182d599dd943b"),
    (String(repeating: "x", count: 128), "874acca82a22239ec64a3e70c3ae494e"),
    (String(repeating: "x", count: 129), "b9ee96f69e8210c624fee55d71d5a54f"),
    (String(repeating: "x", count: 256), "0b2c2b0de02938ad7a728b51e8da3357"),
    (String(repeating: "x", count: 1000), "c9b2bd4ff487864c29fb41fab3e8187e"),
  ])
  func `the fingerprint is BLAKE2b`(text: String, expected: String) {
    let hash = ContentHash(text.utf8)
    #expect(hash.hexadecimal == expected)
    #expect(ContentHash(hexadecimal: expected[...]) == hash)
  }

  /// Each two have one MurmurHash3_x64_128, which is easily undone.
  @Test(arguments: [
    (
      "746865206c6963656e63653a206d697473616964206279206120736f75726365",
      "746865206c6963656e63653a2067706cbfaf1918b6f9ebec752db74984116ca0"
    ),
    (
      "0000000000000000000000000000000000000000000000000000000000000000",
      "fffffffffffffffffffffffffffffffff68549e3a85d0856d29acd23fb899c76"
    ),
  ])
  func `what was made to have one weak hash has two fingerprints`(one: String, other: String) throws {
    let hashes = try [one, other].map { text in
      var bytes: [UInt8] = []
      var digits = text[...]
      while !digits.isEmpty {
        bytes.append(try #require(UInt8(digits.prefix(2), radix: 16)))
        digits = digits.dropFirst(2)
      }
      return ContentHash(bytes)
    }
    #expect(hashes[0] != hashes[1])
  }

  @Test func `where the bytes are cut makes no difference`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...600, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      var hasher = ContentHasher()
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 0...300, using: &random))
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
