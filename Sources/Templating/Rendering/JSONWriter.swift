/// Writes values as JSON (RFC 8259) that is also safe inside a script.
struct JSONWriter: ~Copyable {
  var output = OutputBuffer(capacity: 256)
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
    if cell.tag == .text { return cell.withBytes { appendEscaped($0) } }
    var writer = ValueWriter(base: base, capacity: 64)
    writer.write(cell, cell.tag == .html ? .markup : .none)
    appendEscaped(writer.output.bytes().span)
  }

  private mutating func appendEscaped(_ bytes: Span<UInt8>) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): output.append("\\\"")
      case UInt8(ascii: "\\"): output.append("\\\\")
      case 0x0A: output.append("\\n")
      case 0x0D: output.append("\\r")
      case 0x09: output.append("\\t")
      // `<`, `>` and `&` could end the script, or open a comment in it.
      case 0..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
        output.append("\\u00")
        output.append(PercentEncoding.digit(byte >> 4))
        output.append(PercentEncoding.digit(byte & 0xF))
      // U+2028 and U+2029 are E2 80 A8 and E2 80 A9, and end a line in older JavaScript.
      case 0xE2 where index + 1 < bytes.count && bytes[index] == 0x80 && bytes[index + 1] & 0xFE == 0xA8:
        output.append("\\u202")
        output.append(bytes[index + 1] == 0xA8 ? UInt8(ascii: "8") : UInt8(ascii: "9"))
        index += 2
      default: output.append(byte)
      }
    }
  }
}
