import Comparison
import Testing

@testable import Pages

/// Numbers as people read them.
struct NumberWordTests {
  @Test(arguments: [
    ("2005", nil, "2005"), ("10000", nil, "10,000"), ("-1250000.50", nil, "-1,250,000.50"),
    ("1000", "kg", "1,000 kg"), ("+999", "kg", "+999 kg"), ("0.12345", "s", "0.12345 s"),
  ])
  func `digits stand in groups of three, but those of a year do not`(
    text: String, unit: String?, words: String
  ) throws {
    let number = try #require(DecimalNumber(text))
    #expect(number.words(unit: unit) == words)
  }
}
