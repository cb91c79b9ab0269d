import TextEncoding

/// Writes JSON (RFC 8259) that is also safe inside a script element: values of templates, or whole documents token by
/// token.
package struct JSONWriter: ~Copyable {
  var output = OutputBuffer(capacity: 256)
  /// The percent-encoded path to the site's root, with which its addresses begin.
  private let base: [UInt8]

  init(base: [UInt8]) {
    self.base = base
  }

  mutating func write(_ cell: Cell, _ plan: JSONPlan) {
    switch (cell.tag, plan) {
    case (.absent, _): output.append("null")
    case (.list, .list(let element)):
      output.append(UInt8(ascii: "["))
      for index in 0..<cell.count {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        write(cell[index], element)
      }
      output.append(UInt8(ascii: "]"))
    case (.record, .record(let fields)):
      output.append(UInt8(ascii: "{"))
      for (index, field) in fields.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        output.append(field.key.span)
        write(cell[index], field.value)
      }
      output.append(UInt8(ascii: "}"))
    case (.list, _), (.record, _): output.append("null")
    case (.integer, _), (.boolean, _): writeScalar(cell)
    default:
      output.append(UInt8(ascii: "\""))
      writeScalar(cell)
      output.append(UInt8(ascii: "\""))
    }
  }

  private mutating func writeScalar(_ cell: Cell) {
    if cell.tag == .text { return cell.withBytes { output.appendJSON($0) } }
    var writer = ValueWriter(base: base, capacity: 64)
    writer.write(cell, cell.tag == .html ? .markup : .none)
    output.appendJSON(writer.output.bytes().span)
  }
}

// MARK: Documents, token by token

extension JSONWriter {
  /// Creates a writer for a document; addresses in markup begin with `base`.
  package init(base: String) {
    self.init(base: ValueWriter(base: base, capacity: 64).base)
  }

  /// Returns the JSON, which ends the writer's lifetime.
  package consuming func bytes() -> [UInt8] { output.bytes() }

  /// Appends punctuation, or a value that needs no escaping: `{`, `,`, `null`.
  package mutating func append(_ token: StaticString) { output.append(token) }

  /// Appends a token that needs no escaping.
  package mutating func append(_ token: [UInt8]) { output.append(token.span) }

  /// Appends a number in JSON syntax.
  package mutating func append(number: String) {
    var number = number
    number.withUTF8 { output.append($0.span) }
  }

  /// Writes a string.
  package mutating func write(_ text: String) {
    var text = text
    output.append(UInt8(ascii: "\""))
    text.withUTF8 { output.appendJSON($0.span) }
    output.append(UInt8(ascii: "\""))
  }

  /// Writes markup as a string.
  package mutating func write(_ markup: HTMLFragment) {
    output.append(UInt8(ascii: "\""))
    for part in markup.parts {
      switch part {
      case .markup(var text): text.withUTF8 { output.appendJSON($0.span) }
      case .address(let address): writeInMarkup(address)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Writes an address as a string; one of the site is relative to its root.
  package mutating func write(_ address: Address) {
    output.append(UInt8(ascii: "\""))
    append(address)
    output.append(UInt8(ascii: "\""))
  }

  /// Writes an address as a string; one of the site begins with the base.
  package mutating func writeWhole(_ address: Address) {
    output.append(UInt8(ascii: "\""))
    if case .site = address {
      let base = base
      output.appendJSON(base.span)
    }
    append(address)
    output.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ address: Address) {
    guard case .site(var path, let fragment) = address else { return output.appendJSON(address.encoded.span) }
    // Percent-encoded paths contain nothing that JSON escapes.
    path.withUTF8 { bytes in
      // A leading slash after the base would make the address refer to another host.
      let start = bytes.firstIndex { $0 != UInt8(ascii: "/") } ?? bytes.count
      output.appendPercentEncoded(bytes.span.extracting(start..<bytes.count), keeping: .path)
    }
    guard var fragment else { return }
    output.append(UInt8(ascii: "#"))
    fragment.withUTF8 { output.appendPercentEncoded($0.span, keeping: .unreserved) }
  }

  /// Writes an address as it appears in an HTML attribute.
  private mutating func writeInMarkup(_ address: Address) {
    let encoded = address.encoded
    var markup = OutputBuffer(capacity: base.count + encoded.count + 16)
    if case .site = address {
      markup.appendHTML(base.span, for: .anywhere)
      // An empty address, or one with a fragment only, would refer to the page itself.
      if base.isEmpty, encoded.isEmpty || encoded[0] == UInt8(ascii: "#") { markup.append("./") }
    }
    markup.appendHTML(encoded.span, for: .anywhere)
    output.appendJSON(markup.bytes().span)
  }
}
