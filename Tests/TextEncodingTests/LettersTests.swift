import Testing

@testable import TextEncoding

/// How letters are taken apart, and what words stand for a text in addresses.
struct LettersTests {
  @Test func `every listed decomposition is canonical, and all of the scripts that people sort are listed`() {
    for (whole, (base, mark)) in Decompositions.parts {
      #expect(String(whole) == String(base) + String(mark))
    }
    for (letter, twin) in Decompositions.twins { #expect(String(letter) == String(twin)) }
    // What Swift takes for equal to a letter with an accent is no letter by itself.
    let accents = (0x300...0x345).compactMap(Unicode.Scalar.init).map(String.init)
    let letters = "aeiouycdghjklnrstwzAEIOUYCDGHJKLNRSTWZαεηιουωΑΕΗΙΟΥΩаеиуАЕИУ"
    let listed = Set(Decompositions.parts.map { String($0.value.base) + String($0.value.mark) })
    let composed = Set((0xC0..<0x2000).compactMap(Unicode.Scalar.init).map(String.init))
    for letter in letters {
      for accent in accents where composed.contains(String(letter) + accent) {
        #expect(listed.contains(String(letter) + accent), "\(letter)\(accent)")
      }
    }
  }

  @Test(arguments: [
    ("C#", "c-sharp"), ("C++ 11", "c-plus-plus-11"), ("  Ça va? --", "ca-va"), ("Levi's", "levis"),
    ("ASP.NET", "asp-net"),
    ("Straße", "strasse"), ("Æsir", "aesir"), ("Œuvre", "oeuvre"), ("Øresund", "oresund"), ("Þórr", "thorr"),
    ("ð", "d"), ("Łódź", "lodz"), ("iOS 系统", "ios"), ("Ｗｉｄｅ", "wide"), ("", ""), ("…", ""), ("yes", "yes"),
    ("Yes2", "yes2"),
  ])
  func `a part of an address is in letters from a to z`(text: String, part: String) {
    #expect(SlugWords.addressPart(of: text) == part)
  }

  @Test(arguments: [("日本 語", "日本-語"), ("Ωμέγα", "ωμε\u{301}γα"), ("Яндекс", "яндекс")])
  func `a text that has none of them keeps its own`(text: String, part: String) {
    #expect(SlugWords.addressPart(of: text) == part)
  }

  @Test func `a part of an address is as long as a slug, and no character in it is cut`() {
    let long = String(repeating: "a", count: 99)
    #expect(SlugWords.addressPart(of: long + " b") == long)
    #expect(SlugWords.addressPart(of: long + "bc") == long + "b")
    let greek = SlugWords.addressPart(of: String(repeating: "α", count: 49) + "漢字")
    #expect(greek == String(repeating: "α", count: 49))
    #expect(SlugWords.addressPart(of: String(repeating: "漢", count: 40)).unicodeScalars.count == 33)
  }

  @Test func `ASCII has the words that it has among other letters`() {
    for value in 0..<0x80 {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let text = "a\(scalar)B \(scalar)c"
      #expect(SlugWords(text).plain == SlugWords(text + " é").plain.dropLast(2), "\(text)")
      #expect(SlugWords(text).whole == SlugWords(text).plain)
    }
  }
}
