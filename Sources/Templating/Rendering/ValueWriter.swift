import TextEncoding

/// Writes values to a page, escaped for their context.
struct ValueWriter: ~Copyable {
  /// The percent-encoded path to the site's root.
  let base: [UInt8]
  /// Whether the base needs no escaping in markup.
  private let isBaseClean: Bool
  var output: OutputBuffer

  init(base: String, capacity: Int) {
    var encoded: [UInt8] = []
    encoded.appendPercentEncoded(base.utf8, keeping: .address)
    self.init(base: encoded, capacity: capacity)
  }

  init(base: [UInt8], capacity: Int) {
    self.base = base
    isBaseClean = EscapingNeeds(base.span).html
    output = OutputBuffer(capacity: capacity)
  }

  @inline(__always)
  mutating func write(_ cell: Cell, _ escaping: Escaping) {
    if cell.tag == .text, escaping == .html {
      if cell.isCleanHTML {
        cell.withBytes { output.append($0) }
      } else {
        cell.withBytes { output.appendHTML($0, for: .anywhere) }
      }
    } else {
      writeOther(cell, escaping)
    }
  }

  private mutating func writeOther(_ cell: Cell, _ escaping: Escaping) {
    switch cell.tag {
    case .absent, .list, .record: break
    // The compiler ensures that text never begins a URL; this keeps a value of the wrong shape from circumventing that.
    case .text where escaping == .address || escaping == .siteAddress: output.append("#")
    case .text: cell.withBytes { append($0, isClean: cell.isCleanXML, escaping) }
    case .boolean: output.append(cell.number == 1 ? "true" : "false")
    case .integer: appendDigits(cell.number)
    case .date:
      if let date = CalendarDate(packed: cell.number) {
        for byte in date.description.utf8 { output.append(byte) }
      }
    case .html: writeMarkup(cell, escaping)
    case .siteAddress: writeSiteAddress(cell, escaping)
    case .externalAddress:
      if escaping == .siteAddress {
        output.append("#")
      } else {
        writeAddress(cell, escaping)
      }
    }
  }

  private mutating func append(_ bytes: Span<UInt8>, isClean: Bool, _ escaping: Escaping) {
    switch escaping {
    case .none, .markup: output.append(bytes)
    case .html, .address, .siteAddress: output.appendHTML(bytes, for: .anywhere)
    case .xml: if isClean { output.append(bytes) } else { output.appendXML(bytes) }
    case .addressPart: output.appendPercentEncoded(bytes, keeping: .unreserved)
    }
  }

  private mutating func appendDigits(_ number: Int) {
    if number >= 0, number < 10 {
      output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number))
    } else {
      for byte in String(number).utf8 { output.append(byte) }
    }
  }

  /// Writes a number with thousands separators.
  mutating func writeGrouped(_ number: Int) {
    if number >= 0, number < 1000 {
      appendDigits(number)
    } else {
      for byte in Filter.grouped(number).utf8 { output.append(byte) }
    }
  }

  // MARK: Addresses

  private mutating func writeSiteAddress(_ cell: Cell, _ escaping: Escaping) {
    if base.isEmpty {
      // An empty address, or one with a fragment only, would refer to the page itself.
      let isRoot = cell.withBytes { $0.isEmpty || $0[0] == UInt8(ascii: "#") }
      if isRoot { append([UInt8(ascii: "."), UInt8(ascii: "/")].span, isClean: true, escaping) }
    } else {
      let way = base
      if isBaseClean, escaping != .addressPart {
        output.append(way.span)
      } else {
        append(way.span, isClean: false, escaping)
      }
    }
    writeAddress(cell, escaping)
  }

  /// Writes an address, whose bytes are ASCII without quotation marks and angle brackets.
  private mutating func writeAddress(_ cell: Cell, _ escaping: Escaping) {
    let isCopied = cell.isCleanHTML && escaping != .addressPart
    cell.withBytes { bytes in
      if isCopied {
        output.append(bytes)
      } else {
        append(bytes, isClean: false, escaping)
      }
    }
  }

  // MARK: Markup

  /// Writes trusted markup unescaped; in XML, where HTML is carried as text, all of it is escaped.
  private mutating func writeMarkup(_ cell: Cell, _ escaping: Escaping) {
    guard escaping != .markup else {
      for index in 0..<cell.count {
        let part = cell[index]
        if part.tag == .text {
          part.withBytes { output.append($0) }
        } else {
          writeOther(part, .address)
        }
      }
      return
    }
    var whole = ValueWriter(base: base, capacity: 1024)
    whole.writeMarkup(cell, .markup)
    append(whole.output.bytes().span, isClean: false, escaping)
  }
}
