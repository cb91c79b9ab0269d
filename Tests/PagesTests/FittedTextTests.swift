import Testing

@testable import Pages

/// Texts in lines, for drawings.
struct FittedTextTests {
  private let choices = [
    FittedText.Choice(size: 60, most: 1), .init(size: 40, most: 2), .init(size: 20, most: 3),
  ]

  private func fitted(_ text: String) -> FittedText { FittedText(text, width: 600, choices: choices) }

  @Test func `a short text stays on one line, as large as can be`() {
    #expect(fitted("A title").size == 60)
    #expect(fitted("A title").lines == ["A title"])
    #expect(fitted("").lines == [])
  }

  @Test func `a longer one is broken between words, and made smaller`() {
    let text = fitted("What is said of all of them together")
    #expect(text.size == 40)
    #expect(text.lines == ["What is said of all of them", "together"])
  }

  @Test func `one without spaces is broken between its signs, and no line begins with a full stop`() {
    let text = fitted("日本語の題名はここで折り返される。終わり")
    #expect(text.size == 40)
    #expect(text.lines == ["日本語の題名はここで折り返され", "る。終わり"])
    let stop = fitted("日本語の題名はここで折り返され。終")
    #expect(stop.lines == ["日本語の題名はここで折り返", "され。終"] || stop.lines.allSatisfy { $0.first != "。" })
  }

  @Test func `what does not fit at all is cut, with an ellipsis`() {
    let text = fitted(String(repeating: "unbreakable", count: 40))
    #expect(text.size == 20)
    #expect(text.lines.count == 3)
    #expect(text.lines.last?.last == "…")
    for line in text.lines { #expect(FittedText.width(line) <= 600 / 20) }
  }

  @Test(arguments: [
    ("", false), ("Tea", false), ("12 شاي", true), ("שלום abc", true), ("日本", false), ("A شاي", false),
  ])
  func `the first letter decides the direction`(text: String, isRightToLeft: Bool) {
    #expect(FittedText.isRightToLeft(text) == isRightToLeft)
  }
}
