import TestSupport
import Testing

@testable import TextEncoding

/// The order in which people look for names. `Tests/Browser/test_order.py` holds it against a browser's.
struct SortKeyTests {
  @Test(arguments: [
    ["Alpha", "beta", "Éclair", "Node 9", "Node 10", "Österreich", "Zeta"],
    ["eclair", "Eclair", "éclair", "Éclair", "eclairs"], ["cote", "Cote", "coté", "côte", "côté", "cotes"],
    ["v1.1", "v1.9", "v1.10", "v2"], ["007", "7", "07a", "7b", "70"], ["strasse", "straße", "strassf"],
    ["aeon", "æon", "af"], ["lodz", "Lodz", "łódź", "lodzi"], ["dak", "đak", "dal"],
    ["o", "O", "ó", "ö", "ø", "p"],
    ["z", "þing"], ["a b", "a-b", "a,b", "a/b", "a&b", "a+b", "a$b", "a1", "ab"],
    ["@x", "$x", "1x", "x", "χ", "х", "א", "한", "か", "漢"],
    ["иод", "йод", "к"], ["ЕЛ", "ёл", "ель"], ["αλφα", "άλφα", "αμ"], ["e\u{301}", "e\u{301}a", "f"],
    ["か", "カ", "き"],
    ["x2", "x²"], ["n\u{200B}a", "nb"], ["", " ", "_"],
  ])
  func `names stand in order`(names: [String]) {
    for seed in UInt64(0)..<4 {
      var generator = SplitMix64(seed: seed)
      #expect(names.shuffled(using: &generator).ordered(byName: \.self) == names)
    }
  }

  @Test func `two spellings of one name stand together, and in one order`() {
    #expect(["é", "e\u{301}"].ordered(byName: \.self).map(\.unicodeScalars.count) == [2, 1])
    #expect(SortKey("é") != SortKey("e\u{301}"))
  }
}
