import Testing
import TextEncoding

@testable import Comparison

/// What texts are called in addresses.
struct SlugTests {
  @Test(arguments: [
    ("Via Varejo", "via-varejo"), ("C#", "c-sharp"), ("C++ 11", "c-plus-plus-11"), ("Levi's", "levis"),
    ("größe", "grosse"), ("Straßenbahn", "strassenbahn"), ("STRAẞE", "strasse"), ("Øresund", "oresund"),
    ("Æsir", "aesir"), ("ŒUVRE", "oeuvre"), ("Þórr", "thorr"), ("Ðakovo", "dakovo"), ("Łódź", "lodz"),
    ("Đà Nẵng", "da-nang"), ("Ħamrun", "hamrun"), ("Iğdır", "igdir"), ("İzmir", "izmir"), ("Ŋgula", "nggula"),
    ("Ǆep", "dzep"), ("oﬃce", "office"), ("Ｗｉｄｅ", "wide"), ("re\u{301}sume\u{301}", "resume"),
    ("ḗ ṻ ợ ǻ", "e-u-o-a"), ("iOS 系统", "ios"), ("версия 1", "1"),
  ])
  func `letters of the Latin script become those from a to z`(text: String, slug: String) {
    #expect(Slug.derived(from: text)?.text == slug)
  }

  @Test(arguments: ["日本", "Ωμέγα", "…", "", "CON"])
  func `a text without any, and the name of a device, has no slug near it`(text: String) {
    #expect(Slug.derived(from: text) == nil)
  }

  private static let siblings = [
    ["< 10 ms", "> 10 ms", "10 ms", "≤ 10 ms"], ["A", "A-", "(A)", "A+"], [".NET", "NET"],
    ["C", "C♯", "C#", "C sharp"],
    ["1.1", "1-1", "1/1", "1 1"], ["$5", "€5", "5"], [">50%", "<50%", "50"], ["-5 °C", "5 °C"],
    ["R&D", "R/D", "r d"],
    ["iOS 系统", "iOS 应用", "iOS"], ["версия 1", "модель 1", "1"], ["résumé", "resume"],
    ["日本", "中国", "con", "…"],
    ["Straße", "Strasse"], ["partial", "partial?"],
    [String(repeating: "a", count: 99) + "bc", String(repeating: "a", count: 99) + "bd"],
    ["C++", "C plus plus", "C+ +"], ["한국", "한글"], ["☕", "🍵"], ["e", "é", "è"],
  ]

  @Test(arguments: siblings) func `different values have different slugs, each of them good`(values: [String])
  {
    let slugs = values.map { TextValue($0).slug }
    #expect(Set(slugs).count == values.count, "\(slugs)")
    #expect(slugs.allSatisfy { Slug($0.text) != nil }, "\(slugs)")
    #expect(Set(values.map { TextValue($0) }).count == values.count)
  }

  @Test(arguments: [
    ("red", "red"), ("Red", "red"), ("Red  wine", "red-wine"), ("1.10", "1-10"), ("PHP 8.2", "php-8-2"),
    ("C#", "c-sharp"),
    ("C++", "c-plus-plus"), ("007", "007"),
  ])
  func `a text that its slug says has the plain one`(text: String, slug: String) {
    #expect(TextValue(text).slug.text == slug)
  }

  @Test func `a slug with a hash never moves, and nothing else can have it`() {
    #expect(TextValue("résumé").slug.text == "resume-364e11d55ccb")
    #expect(TextValue("日本").slug.text == "f1ce8b3b662c")
    #expect(TextValue("resume 364e11d55ccb").slug.text != "resume-364e11d55ccb")
    #expect(TextValue("f1ce8b3b662c").slug.text != "f1ce8b3b662c")
  }

  @Test(arguments: [
    ("é", "e\u{301}"), ("ṩ", "s\u{307}\u{323}"), ("한국", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}"),
    ("が", "か\u{3099}"), ("Å", "\u{212B}"), ("ᾷ", "α\u{345}\u{342}"), ("Ё!", "Е\u{308}!"),
  ])
  func `spellings that Unicode calls equal have one slug`(one: String, other: String) {
    #expect(TextValue(one) == TextValue(other))
    #expect(TextValue(one).slug == TextValue(other).slug)
    #expect(Slug(organisation: one) == Slug(organisation: other))
  }

  @Test(arguments: [("Red", "red"), ("red wine", "Red \u{A0}Wine"), ("Moore's", "Moore’s")])
  func `texts that differ in capitals, blanks or apostrophes alone are one value`(one: String, other: String)
  {
    #expect(TextValue(one) == TextValue(other))
    #expect(TextValue(one).slug == TextValue(other).slug)
  }

  @Test func `a text of marks alone takes no time`() {
    let marks = (0..<20_000).map { $0 % 2 == 0 ? "\u{301}" : "\u{323}" }.joined()
    let clock = ContinuousClock()
    #expect(
      clock.measure { _ = (TextValue("a" + marks).slug, SortKey(marks), Slug(organisation: marks)) }
        < .seconds(15))
  }

  @Test func `an organisation has the plain slug of its letters, however it is written`() {
    for name in ["Coca-Cola", "coca cola", "COCA–COLA", "Cóca Cola!"] {
      #expect(Slug(organisation: name).text == "coca-cola")
    }
  }

  @Test func `organisations of other scripts, of one beginning and of devices' names are distinct`() {
    let long = String(repeating: "ab ", count: 40)
    let names = [
      "日本", "中国", "日本 Bank", "中国 Bank", "Bank", long + "c", long + "d", "con", "con con", "★★", "☆", "Ελλάς",
      "и", "й",
    ]
    let slugs = names.map { Slug(organisation: $0) }
    #expect(Set(slugs).count == names.count, "\(slugs)")
    #expect(slugs.allSatisfy { Slug($0.text) != nil }, "\(slugs)")
    #expect(slugs[2].text.hasPrefix("bank-"))
  }
}
