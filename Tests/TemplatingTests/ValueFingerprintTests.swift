import TestSupport
import Testing

@testable import Templating

@Suite struct ValueFingerprintTests {
  private struct Part {
    var name: String
    var number: Int?
    var page: Address
    var isNew: Bool
    var words: HTMLFragment
    var tags: [String]
  }

  private static let part = Record<Part>(
    "Part", "A part.",
    [
      .text("name", "Its name.") { $0.name }, .optionalInteger("number", "Its number.") { $0.number },
      .address("page", "Its page.") { $0.page }, .boolean("is_new", "Whether it is new.") { $0.isNew },
      .html("words", "What is said of it.") { $0.words }, .texts("tags", "Its tags.") { $0.tags },
    ])
  private static let whole = Record<[Value]>(
    "Whole", "A whole.", [.madeList("parts", "Its parts.", part.shape) { $0 }])

  private let sample = Part(
    name: "a", number: 1, page: .site(path: "x/"), isNew: false, words: HTMLFragment(markup: "<b>b</b>"),
    tags: ["c", "d"])

  @Test func `whatever a template can read of a value is in its fingerprint`() {
    let changes: [(inout Part) -> Void] = [
      { $0.name = "b" }, { $0.name = "" }, { $0.number = 2 }, { $0.number = nil }, { $0.number = 0 },
      { $0.page = .site(path: "y/") }, { $0.page = .external("https://x.example/") },
      { $0.page = .site(path: "x/", fragment: "z") }, { $0.isNew = true },
      { $0.words = HTMLFragment(markup: "<b>c</b>") }, { $0.tags = ["cd"] }, { $0.tags = ["c", "d", ""] },
      { $0.tags = ["d", "c"] }, { $0.tags = [] },
    ]
    var seen = [Self.part.value(sample).fingerprint: -1]
    for (number, change) in changes.enumerated() {
      var other = sample
      change(&other)
      let shared = Self.part.values([other])[0]
      #expect(Self.part.value(other).fingerprint == Self.part.value(other).fingerprint)
      #expect(shared.fingerprint == Self.part.value(other).fingerprint)
      #expect(seen.updateValue(number, forKey: shared.fingerprint) == nil, "change \(number)")
    }
  }

  @Test func `a value that shows shared ones has a fingerprint of theirs, in their order`() {
    let names = { (names: [String]) in
      Self.part.values(
        names.map { name in
          var part = sample
          part.name = name
          return part
        })
    }
    let fingerprint = { (parts: [Value]) in Self.whole.value(parts).fingerprint }
    #expect(fingerprint(names(["a", "b"])) == fingerprint(names(["a", "b"])))
    #expect(fingerprint(names(["a", "b"])) != fingerprint(names(["b", "a"])))
    #expect(fingerprint(names(["a", "b"])) != fingerprint(names(["a"])))
    #expect(fingerprint([]) != fingerprint(names(["a"])))
  }
}
