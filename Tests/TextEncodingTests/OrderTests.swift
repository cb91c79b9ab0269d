import TestSupport
import TextEncoding
import Testing

/// Order by bytes, and finding a place in it.
struct OrderTests {
  @Test func `texts are told apart and ordered by their bytes`() {
    #expect("é" == "e\u{301}")
    #expect(!"é".equalsByBytes("e\u{301}"))
    #expect("e\u{301}".precedesByBytes("é"))
    #expect(!"a".precedesByBytes("a"))
    #expect(
      ["b", "ä", "a", "Z", "a/b", "a-b"].ordered(byBytesOf: \.self) == ["Z", "a", "a-b", "a/b", "b", "ä"])
    #expect("café".hasByteSuffix("é") && !"cafe\u{301}".hasByteSuffix("é") && !"é".hasByteSuffix("café"))
    #expect("écran".hasBytePrefix("é") && !"e\u{301}".hasBytePrefix("e\u{302}"))
  }

  @Test(arguments: 0..<30) func `a place is where a search from the front finds it`(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let numbers = (0..<count).map { _ in Int.random(in: 0..<20, using: &random) }.sorted()
    for wanted in -1...20 {
      #expect(
        numbers.partitioningIndex { $0 >= wanted } == numbers.firstIndex { $0 >= wanted } ?? numbers.endIndex)
      let slice = numbers[min(3, count)...]
      #expect(slice.partitioningIndex { $0 > wanted } == slice.firstIndex { $0 > wanted } ?? slice.endIndex)
    }
    let names = numbers.map { "n\($0)" }.ordered(byBytesOf: \.self)
    for wanted in ["", "n1", "n11", "n15/", "z"] {
      let place = names.firstIndex { !$0.precedesByBytes(wanted) } ?? names.endIndex
      #expect(names.lowerBound(of: wanted) { $0 } == place)
    }
  }
}
