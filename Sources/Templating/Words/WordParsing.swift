extension Word {
  /// The reason why a text is not a valid word, with advice.
  package struct Mistake: Error {
    package var summary: String
    package var help: String
  }

  /// Splits a text at its placeholders in braces; `{{` and `}}` are literal braces.
  package static func pieces(of text: String) throws(Mistake) -> [Piece] {
    var pieces: [Piece] = []
    var shown: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") else {
        shown.append(byte)
        index += 1
        continue
      }
      if index + 1 < bytes.count, bytes[index + 1] == byte {
        shown.append(byte)
        index += 2
        continue
      }
      guard byte == UInt8(ascii: "{") else {
        throw Mistake(summary: "a \"}\" that closes no part", help: "write \"}}\" for the sign itself")
      }
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
        throw Mistake(
          summary: "a \"{\" that is never closed",
          help: "close it with \"}\", or write \"{{\" for the sign itself")
      }
      let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
      guard isName(name) else {
        throw Mistake(
          summary: "\"{\(name)}\" is no name of a part",
          help:
            "a name has small letters, digits and \"_\", and begins with a letter; \"{{\" is the sign itself")
      }
      if !shown.isEmpty { pieces.append(.text(String(decoding: shown, as: UTF8.self))) }
      shown = []
      pieces.append(.part(name))
      index = end + 1
    }
    if !shown.isEmpty { pieces.append(.text(String(decoding: shown, as: UTF8.self))) }
    return pieces
  }

  /// Returns whether a name is valid for a part or a component of a key: lower-case letters, digits and `_`, beginning
  /// with a letter.
  package static func isName(_ name: String) -> Bool {
    let isLetter = { (byte: UInt8) in (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    let isPart = { (byte: UInt8) in
      isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
    }
    return name.utf8.first.map(isLetter) == true && name.utf8.allSatisfy(isPart)
  }
}
