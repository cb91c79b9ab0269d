import TextEncoding

/// Writes JSON (RFC 8259) that is also safe inside a script: values of templates, or a document part by part.
package struct JSONWriter: ~Copyable {
  var output = OutputBuffer(capacity: 256)
  /// The way to the site's root that begins its addresses, percent-encoded.
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

// MARK: A document part by part

extension JSONWriter {
  /// A writer whose addresses in markup begin with `base`.
  package init(base: String) {
    self.init(base: ValueWriter(base: base, capacity: 64).base)
  }

  package consuming func bytes() -> [UInt8] { output.bytes() }

  /// What stands between values, and values that need no escaping: `{`, `,`, `null`.
  package mutating func append(_ token: StaticString) { output.append(token) }

  package mutating func append(_ token: [UInt8]) { output.append(token.span) }

  /// A number as JSON spells it.
  package mutating func append(number: String) {
    var number = number
    number.withUTF8 { output.append($0.span) }
  }

  /// A string.
  package mutating func write(_ text: String) {
    var text = text
    output.append(UInt8(ascii: "\""))
    text.withUTF8 { output.appendJSON($0.span) }
    output.append(UInt8(ascii: "\""))
  }

  /// A string of markup.
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

  /// An address as a string; one of the site is relative to its root.
  package mutating func write(_ address: Address) {
    output.append(UInt8(ascii: "\""))
    append(address)
    output.append(UInt8(ascii: "\""))
  }

  /// An address as a string; one of the site begins with the base.
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
    // Nothing that stays in a path as it is needs an escape of JSON.
    path.withUTF8 { bytes in
      // A leading slash would turn base and path into an address of another host.
      let start = bytes.firstIndex { $0 != UInt8(ascii: "/") } ?? bytes.count
      output.appendPercentEncoded(bytes.span.extracting(start..<bytes.count), keeping: .path)
    }
    guard var fragment else { return }
    output.append(UInt8(ascii: "#"))
    fragment.withUTF8 { output.appendPercentEncoded($0.span, keeping: .unreserved) }
  }

  /// An address as an attribute of HTML has it.
  private mutating func writeInMarkup(_ address: Address) {
    let encoded = address.encoded
    var markup = OutputBuffer(capacity: base.count + encoded.count + 16)
    if case .site = address {
      markup.appendHTML(base.span, for: .anywhere)
      // An empty address means the page itself, and one that is only a fragment a place on it.
      if base.isEmpty, encoded.isEmpty || encoded[0] == UInt8(ascii: "#") { markup.append("./") }
    }
    markup.appendHTML(encoded.span, for: .anywhere)
    output.appendJSON(markup.bytes().span)
  }
}
