import TestSupport
import Testing

@testable import TextEncoding

/// Text in HTML and XML.
struct MarkupEscapingTests {
  private func html(_ text: String, _ place: HTMLEscaping.Place) -> String {
    String { $0.appendHTML(Array(text.utf8).span, for: place) }
  }

  private func xml(_ text: String) -> String { String { $0.appendXML(Array(text.utf8).span) } }

  @Test func `signs of markup are escaped where they mean something, byte by byte`() {
    let text = "a\"\u{301}<\u{301}>&'é\t\n"
    let escaped = "a\"\u{301}&lt;\u{301}&gt;&amp;'é\t\n"
    #expect(HTMLEscaping.text(text) == escaped)
    #expect(HTMLEscaping.attribute(text) == "a&quot;\u{301}&lt;\u{301}&gt;&amp;'é\t\n")
    #expect(html(text, .anywhere) == "a&quot;\u{301}&lt;\u{301}&gt;&amp;&#39;é\t\n")
    #expect(xml(text) == html(text, .anywhere))
  }

  private static let forbidden: [UInt32] = [
    0, 0x1, 0xC, 0xD, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFF, 0x10FFFE,
  ]

  @Test func `what may not stand in HTML is replaced, wherever it stands`() {
    for scalar in Self.forbidden.compactMap(Unicode.Scalar.init) {
      for place in [HTMLEscaping.Place.text, .attribute, .anywhere] {
        #expect(html("a\(scalar)b", place) == "a\u{FFFD}b")
        #expect(html("\(scalar)", place) == "\u{FFFD}")
      }
    }
    let allowed: [UInt32] = [
      0x9, 0xA, 0x20, 0x7E, 0xA0, 0xE9, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0x1F600, 0xEFFFD,
    ]
    for scalar in allowed.compactMap(Unicode.Scalar.init) {
      #expect(html("a\(scalar)b", .anywhere) == "a\(scalar)b")
    }
  }

  @Test func `what may not stand in XML is left out`() {
    let forbidden: [UInt32] = [0, 0x1, 0xB, 0x1F, 0xFFFE, 0xFFFF]
    for scalar in forbidden.compactMap(Unicode.Scalar.init) { #expect(xml("a\(scalar)b<") == "ab&lt;") }
    let allowed: [UInt32] = [0x9, 0xA, 0xD, 0x7F, 0x85, 0xFDD0, 0xFFFD, 0x1FFFF]
    for scalar in allowed.compactMap(Unicode.Scalar.init) { #expect(xml("a\(scalar)b") == "a\(scalar)b") }
  }

  @Test func `bytes that are no whole character are copied or replaced, and nothing is read behind them`() {
    for first in UInt8.min...UInt8.max {
      var written: [UInt8] = []
      written.appendHTML([first].span, for: .anywhere)
      written.appendXML([first].span)
      written.appendJSON([first].span)
    }
  }

  @Test(arguments: 0..<50) func `text that is known to be clean needs no escaping`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let signs = Array("abcdefgh 0123éß漢🎉·\u{A0}".unicodeScalars)
    let others =
      (Array("<>&\"'\t\n\r\u{C}\u{80}".unicodeScalars)
        + Self.forbidden.compactMap(Unicode.Scalar.init))
    for _ in 0..<200 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<12, using: &random) {
        let isOther = Int.random(in: 0..<20, using: &random) == 0
        text.append((isOther ? others : signs).randomElement(using: &random) ?? "a")
      }
      let cleanliness = EscapingNeeds(Array(String(text).utf8).span)
      if cleanliness.html { #expect(html(String(text), .anywhere) == String(text)) }
      if cleanliness.xml { #expect(xml(String(text)) == String(text)) }
    }
    #expect(EscapingNeeds(Array("Abc 123 é · ß 漢\t\n".utf8).span).html)
    #expect(EscapingNeeds(Array("Abc 123 é · ß 漢🎉\t\r\n\u{7F}".utf8).span).xml)
  }
}
