/// The kind of an alert: a block quote that begins with a line such as `[!NOTE]`.
package enum Alert: String, Sendable, CaseIterable {
  case note, tip, important, warning, caution

  /// The capitalized name of the kind.
  package var word: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// Recognizes an alert among cmark's nodes; returns its kind and the nodes of the marker, which are to be left out.
  static func reading(_ nodes: [CMarkNode], quote: Int, _ source: ArraySlice<UInt8>) -> (
    kind: Alert, marker: Range<Int>
  )? {
    let paragraph = quote + 1
    guard nodes.indices.contains(paragraph), nodes[paragraph].parent == quote,
      case .paragraph = nodes[paragraph].kind
    else { return nil }
    let start = nodes[paragraph].offsets.lowerBound
    // An escaped bracket does not begin a marker.
    guard source.indices.contains(start), source[start] == UInt8(ascii: "[") else { return nil }
    var text = ""
    var index = paragraph + 1
    while index < nodes[paragraph].end, case .text(let part) = nodes[index].kind, text.utf8.count < 16 {
      text += part
      index += 1
    }
    guard let kind = Alert.allCases.first(where: { "[!\($0.rawValue)]" == trimmed(text).lowercased() }) else {
      return nil
    }
    // A quote with nothing but the marker remains a quote.
    if index == nodes[paragraph].end {
      return nodes[quote].end > index ? (kind, paragraph..<index) : nil
    }
    switch nodes[index].kind {
    case .softBreak, .lineBreak: return (kind, (paragraph + 1)..<(index + 1))
    default: return nil
    }
  }

  private static func trimmed(_ text: String) -> Substring {
    var text = text[...]
    while text.last == " " { text.removeLast() }
    return text
  }
}
