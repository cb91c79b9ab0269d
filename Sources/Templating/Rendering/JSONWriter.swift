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

  /// An address as an attribute of HTML has it.
  private mutating func writeInMarkup(_ address: Address) {
    let arena = Arena(chunkSize: 256)
    var writer = ValueWriter(base: base, capacity: 256)
    withExtendedLifetime(arena) { writer.write(arena.address(address), .address) }
    output.appendJSON(writer.output.bytes().span)
  }
}
