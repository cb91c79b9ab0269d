import Comparison
import MarkdownParsing

/// Normalizes a text to one line: single spaces, no white space at the ends, no control characters, and no unclosed
/// bidirectional controls. Empty if nothing of it would be visible.
func tidyLine(_ text: String) -> String {
  let line = line(text)
  if !line.isVisible { return "" }
  guard PublishedText.turnsWhatFollows(line) else { return line }
  var straight = ""
  straight.unicodeScalars += line.unicodeScalars.filter { !PublishedText.turns($0) }
  return straight
}

private func line(_ text: String) -> String {
  var result = ""
  var isSpaced = false
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace {
      isSpaced = !result.isEmpty
    } else if !scalar.isUnwanted {
      if isSpaced { result += " " }
      isSpaced = false
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Normalizes line ends to line feeds, and removes leading blank lines and trailing white space.
func tidyMarkdown(_ text: String) -> String {
  var scalars: [Unicode.Scalar] = []
  var isAfterReturn = false
  for scalar in text.unicodeScalars {
    if scalar == "\n", isAfterReturn {
      isAfterReturn = false
      continue
    }
    isAfterReturn = scalar == "\r"
    if scalar == "\n" || scalar == "\r" {
      scalars.append("\n")
    } else if scalar == "\t" || !scalar.isUnwanted {
      scalars.append(scalar)
    }
  }
  while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
  let text = scalars[...]
  // White space on the first line may be indentation; blank lines before it are not needed.
  let firstWord = text.firstIndex { !$0.properties.isWhitespace } ?? text.endIndex
  let start = text[..<firstWord].lastIndex { $0 == "\n" }.map { $0 + 1 } ?? text.startIndex
  var result = ""
  result.unicodeScalars.append(contentsOf: text[start...])
  return result
}

/// HTML tags of inline elements.
private let inlineTags: Set<String> = [
  "a", "abbr", "b", "br", "code", "em", "i", "p", "small", "span", "strong", "sub", "sup", "u",
]

/// Removes the inline HTML tags that summaries from the web often contain.
func withoutTags(_ line: String) -> String {
  let bytes = Array(line.utf8)
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == 0x3C, let end = bytes[index...].firstIndex(of: 0x3E) {
      let inside = String(decoding: bytes[index + 1..<end], as: UTF8.self)
      let name = inside.drop { $0 == "/" }.prefix { $0.isASCII && $0.isLetter }.lowercased()
      if inlineTags.contains(name), !inside.contains("<") {
        index = end + 1
        continue
      }
    }
    result.append(bytes[index])
    index += 1
  }
  return tidyLine(String(decoding: result, as: UTF8.self))
}

extension Unicode.Scalar {
  /// Whether the character is a control character or a noncharacter.
  fileprivate var isUnwanted: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
