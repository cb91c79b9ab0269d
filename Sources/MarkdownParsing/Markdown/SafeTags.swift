/// The HTML elements that documents may use: they only contain text and cannot run scripts.
package enum SafeTag: Sendable, Hashable {
  case keyboard
  case subscripted
  case superscripted
  /// `title` is the expansion; empty if there is none.
  case abbreviation(title: String)

  /// The name of the HTML element.
  package var name: String {
    switch self {
    case .keyboard: "kbd"
    case .subscripted: "sub"
    case .superscripted: "sup"
    case .abbreviation: "abbr"
    }
  }

  /// Parses an opening tag, which has no attributes except the title of an abbreviation; nil for any other tag.
  init?(opening html: String) {
    switch html.lowercased() {
    case "<kbd>": self = .keyboard
    case "<sub>": self = .subscripted
    case "<sup>": self = .superscripted
    case "<abbr>": self = .abbreviation(title: "")
    default:
      guard let title = Self.title(ofAbbreviation: html) else { return nil }
      self = .abbreviation(title: title)
    }
  }

  /// Returns the title of `<abbr title="…">`, with character references decoded.
  private static func title(ofAbbreviation html: String) -> String? {
    let bytes = Array(html.utf8)
    let opening = Array("<abbr title=".utf8)
    guard bytes.count >= opening.count + 3, zip(bytes, opening).allSatisfy({ lowerCase($0) == $1 }) else {
      return nil
    }
    let quote = bytes[opening.count]
    let value = bytes[(opening.count + 1)..<(bytes.count - 2)]
    guard quote == 0x22 || quote == 0x27, bytes.suffix(2).elementsEqual([quote, 0x3E]), !value.contains(quote)
    else { return nil }
    var result: [UInt8] = []
    var index = value.startIndex
    while index < value.endIndex {
      if value[index] == 0x26, let entity = decodeEntity(value[(index + 1)...]) {
        result += entity.text
        index += entity.length + 1
      } else {
        result.append(value[index] == 0x0A ? 0x20 : value[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func lowerCase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// Returns whether a piece of HTML is a line break.
  static func isLineBreak(_ html: some StringProtocol) -> Bool {
    ["<br>", "<br/>", "<br />"].contains(html.lowercased())
  }

  /// Matches opening and closing tags of safe elements by their nodes: both must have the same parent, and elements
  /// must not overlap.
  static func closings(_ nodes: [CMarkNode]) -> [Int: Int] {
    var open: [Int: [(name: String, node: Int)]] = [:]
    var counts: [Int: [String: Int]] = [:]
    var result: [Int: Int] = [:]
    for (index, node) in nodes.enumerated() {
      guard case .htmlInline(let html) = node.kind, let parent = node.parent else { continue }
      if let tag = SafeTag(opening: html) {
        open[parent, default: []].append((tag.name, index))
        counts[parent, default: [:]][tag.name, default: 0] += 1
      } else if html.utf8.starts(with: [0x3C, 0x2F]) {
        let name = html.dropFirst(2).dropLast().lowercased()
        // Search only if there is a match, so that many unmatched tags cost nothing.
        guard counts[parent]?[name, default: 0] ?? 0 > 0 else { continue }
        while let last = open[parent]?.popLast() {
          counts[parent]?[last.name, default: 0] -= 1
          if last.name == name {
            result[last.node] = index
            break
          }
        }
      }
    }
    return result
  }
}
