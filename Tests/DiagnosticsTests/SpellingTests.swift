import Testing

@testable import Diagnostics

@Suite struct SpellingTests {
  @Test(
    arguments: [
      ("sumary", "summary"), ("Summary", "summary"), ("soruces", "sources"), ("nmae", "name"),
      ("wbsite", "website"),
      ("websites", "website"), ("xyz", nil), ("", nil), ("a", nil), ("facst", "facts"),
      (String(repeating: "a", count: 65), nil),
    ] as [(String, String?)])
  func `the likeliest name is suggested, or none`(name: String, expected: String?) {
    let names = ["website", "summary", "sources", "name", "facts"]
    #expect(Spelling.closest(to: name, among: names) == expected)
    #expect(Spelling.closest(to: name, among: names.reversed()) == expected)
  }

  @Test func `ties go to the first in byte order`() {
    #expect(Spelling.closest(to: "cart", among: ["card", "Cart0", "carb", "cars"]) == "Cart0")
    #expect(Spelling.closest(to: "cart", among: ["card", "cars", "carb"]) == "carb")
  }

  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("", "ab", 2), ("kitten", "sitting", 3), ("ab", "ba", 1),
    ("abcd", "acbd", 1),
    ("ca", "abc", 3), ("é", "e", 1),
  ])
  func `swapped neighbours are one edit`(left: String, right: String, distance: Int) {
    #expect(Spelling.editDistance(Array(left.unicodeScalars), Array(right.unicodeScalars)) == distance)
    #expect(Spelling.editDistance(Array(right.unicodeScalars), Array(left.unicodeScalars)) == distance)
  }
}
