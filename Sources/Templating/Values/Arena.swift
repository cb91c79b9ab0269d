// Apart from `OutputBuffer` and `Registers`, this is the only file of the target with unsafe memory access. Why it is safe:
//
// - An arena is only written to while a single `Record.value` call builds a value in it, on one thread. The `Value` is
//   returned at the end of the call, and the arena is never modified again, so values may be read from any thread.
// - A cell with a pointer points into its own arena or one that its arena retains (`adopt`). A `Value` retains its
//   arena, and rendering retains the value and a scratch arena, so no pointer outlives its target.
// - Every read checks the tag and count of the cell, so a value of an unexpected shape reads as absent, never as
//   foreign memory.

public import TextEncoding

/// A value without ownership: 16 bytes that are copied without reference counting.
@usableFromInline
struct Cell: Sendable, BitwiseCopyable {
  enum Tag: UInt8 {
    case absent, boolean, integer, date, text, html, siteAddress, externalAddress, list, record
  }

  private enum Flag {
    static let cleanHTML: UInt64 = 1 << 8
    static let cleanXML: UInt64 = 1 << 9
  }

  /// The tag in the lowest byte, then the flags, and in the upper half the count: bytes of text, parts of HTML,
  /// elements of a list, or fields of a record. A single word, because cells are copied by every operation and separate
  /// fields would be copied individually.
  private let head: UInt64
  private let payload: Int

  /// The cast is valid because initializers store a tag in this byte.
  var tag: Tag { unsafeBitCast(UInt8(truncatingIfNeeded: head), to: Tag.self) }
  /// For text and addresses: whether the bytes need no escaping in HTML.
  var isCleanHTML: Bool { head & Flag.cleanHTML != 0 }
  /// For text: whether the bytes need no escaping in XML.
  var isCleanXML: Bool { head & Flag.cleanXML != 0 }

  fileprivate init(
    _ tag: Tag, payload: Int, length: Int = 0, isCleanHTML: Bool = false, isCleanXML: Bool = false
  ) {
    head =
      UInt64(unsafeBitCast(tag, to: UInt8.self)) | (isCleanHTML ? Flag.cleanHTML : 0)
      | (isCleanXML ? Flag.cleanXML : 0) | UInt64(UInt32(truncatingIfNeeded: length)) << 32
    self.payload = payload
  }

  @usableFromInline static var absent: Cell { Cell(.absent, payload: 0) }
  @usableFromInline static func boolean(_ value: Bool) -> Cell { Cell(.boolean, payload: value ? 1 : 0) }
  @usableFromInline static func integer(_ value: Int) -> Cell { Cell(.integer, payload: value) }
  @usableFromInline static func date(_ value: CalendarDate) -> Cell { Cell(.date, payload: value.packed) }

  /// The number of bytes of a text or address, parts of HTML, elements of a list, or fields of a record; 0 for other
  /// types.
  var count: Int { Int(truncatingIfNeeded: head >> 32) }

  /// The value of an integer, a packed date, or 1 or 0 for a boolean; 0 for other types.
  var number: Int {
    switch tag {
    case .integer, .date, .boolean: payload
    default: 0
    }
  }

  /// Whether the value is true as a condition; false, absent values and empty text, HTML and lists are not.
  var isTrue: Bool {
    switch tag {
    case .absent: false
    case .boolean: payload != 0
    case .text, .html, .list: count != 0
    default: true
    }
  }

  /// Whether the `default` filter replaces the value.
  var isAbsentOrEmpty: Bool {
    switch tag {
    case .absent: true
    case .text, .html, .list: count == 0
    default: false
    }
  }

  /// The field of a record, element of a list or part of HTML at a position; absent if there is none.
  subscript(position: Int) -> Cell {
    guard tag == .record || tag == .list || tag == .html, position >= 0, position < count,
      let cells = UnsafePointer<Cell>(bitPattern: payload)
    else { return .absent }
    return cells[position]
  }

  /// Passes the bytes of a text or address to `body`; no bytes for other types.
  @inline(__always)
  func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    var start: UnsafePointer<UInt8>?
    if tag == .text || tag == .siteAddress || tag == .externalAddress {
      start = UnsafePointer<UInt8>(bitPattern: payload)
    }
    let bytes = UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    return body(bytes.span)
  }
}

/// Uninitialized memory for cells, which is filled in order.
@usableFromInline
struct CellFilling {
  @usableFromInline var next: UnsafeMutablePointer<Cell>
  @usableFromInline var room: Int

  fileprivate init(_ start: UnsafeMutablePointer<Cell>, count: Int) {
    next = start
    room = count
  }

  @inlinable
  mutating func append(_ cell: Cell) {
    guard room > 0 else { return }
    next.initialize(to: cell)
    next += 1
    room -= 1
  }

  /// Appends the fields of a record at some positions.
  @usableFromInline
  mutating func append(_ record: Cell, _ positions: Range<Int>) {
    for position in positions { append(record[position]) }
  }

  /// Initializes the remaining cells as absent.
  fileprivate mutating func finish() {
    while room > 0 { append(.absent) }
  }
}

/// Memory that grows in chunks, is written once, and is freed as a whole.
///
/// Unchecked `Sendable`, as explained at the top of the file: only the call that creates it writes to it.
@usableFromInline
final class Arena: @unchecked Sendable {
  private var chunks: [UnsafeMutableRawPointer] = []
  private var next: UnsafeMutableRawPointer?
  private var room = 0
  private var chunkSize = 2048
  /// The arenas that cells of this one point into.
  private var adopted: [Arena] = []

  @usableFromInline
  init() {}

  deinit {
    for chunk in chunks { chunk.deallocate() }
  }

  /// Allocates memory aligned for cells.
  private func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    let stride = MemoryLayout<Cell>.stride
    let rounded = (size + stride - 1) / stride * stride
    if let place = next, rounded <= room {
      next = place + rounded
      room -= rounded
      return place
    }
    let capacity = max(chunkSize, rounded)
    // Not twice the size, because what many pages share stays in memory with whatever its last chunk has left over.
    chunkSize = min(chunkSize + chunkSize / 2, 1 << 18)
    let chunk = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: stride)
    chunks.append(chunk)
    next = chunk + rounded
    room = capacity - rounded
    return chunk
  }

  private func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return 0 }
    let place = allocate(bytes.count)
    place.copyMemory(from: start, byteCount: bytes.count)
    return Int(bitPattern: place)
  }

  @usableFromInline
  func text(_ text: String) -> Cell {
    var text = text
    return text.withUTF8 { bytes in
      let cleanliness = EscapingNeeds(bytes.span)
      return Cell(
        .text, payload: copy(bytes), length: bytes.count, isCleanHTML: cleanliness.html,
        isCleanXML: cleanliness.xml)
    }
  }

  func text(_ text: [UInt8]) -> Cell { self.text(text.span) }

  func text(_ text: Span<UInt8>) -> Cell {
    text.withUnsafeBufferPointer { bytes in
      let cleanliness = EscapingNeeds(bytes.span)
      return Cell(
        .text, payload: copy(bytes), length: bytes.count, isCleanHTML: cleanliness.html,
        isCleanXML: cleanliness.xml)
    }
  }

  /// Makes a cell of markup, which needs no escaping.
  private func markup(_ text: String) -> Cell {
    var text = text
    return text.withUTF8 { bytes in
      Cell(.text, payload: copy(bytes), length: bytes.count, isCleanHTML: true)
    }
  }

  @usableFromInline
  func address(_ address: Address) -> Cell {
    switch address {
    case .site(let path, let fragment): if let cell = plainAddress(path, fragment) { return cell }
    case .external(let text): if let cell = plainAddress(text) { return cell }
    }
    let tag: Cell.Tag = if case .site = address { .siteAddress } else { .externalAddress }
    return address.encoded.withUnsafeBufferPointer { bytes in
      Cell(
        tag, payload: copy(bytes), length: bytes.count, isCleanHTML: !bytes.contains(UInt8(ascii: "&")))
    }
  }

  /// Makes a cell of a site address that needs no percent-encoding, as is nearly always the case; nil for any other.
  private func plainAddress(_ path: String, _ fragment: String?) -> Cell? {
    var (path, rest) = (path, fragment ?? "")
    return path.withUTF8 { path in
      rest.withUTF8 { rest in
        guard path.first != UInt8(ascii: "/"), PercentEncoding.keepsAll(path.span, .path),
          PercentEncoding.keepsAll(rest.span, .unreserved)
        else { return nil }
        let count = path.count + (fragment == nil ? 0 : 1 + rest.count)
        guard count > 0 else { return Cell(.siteAddress, payload: 0, isCleanHTML: true) }
        let place = allocate(count)
        if let start = path.baseAddress { place.copyMemory(from: start, byteCount: path.count) }
        if fragment != nil {
          (place + path.count).storeBytes(of: UInt8(ascii: "#"), as: UInt8.self)
          if let start = rest.baseAddress {
            (place + path.count + 1).copyMemory(from: start, byteCount: rest.count)
          }
        }
        return Cell(.siteAddress, payload: Int(bitPattern: place), length: count, isCleanHTML: true)
      }
    }
  }

  /// Makes a cell of an absolute URL that needs no percent-encoding; nil for any other.
  private func plainAddress(_ text: String) -> Cell? {
    var text = text
    return text.withUTF8 { bytes in
      guard Address.isPlain(bytes.span) else { return nil }
      return Cell(.externalAddress, payload: copy(bytes), length: bytes.count, isCleanHTML: true)
    }
  }

  /// Makes an absolute address of a site address and the root's absolute URL.
  func address(in root: Cell, _ place: Cell) -> Cell {
    let bytes = [root, place].flatMap { part in part.withBytes { $0.withUnsafeBufferPointer { Array($0) } } }
    return bytes.withUnsafeBufferPointer {
      Cell(
        .externalAddress, payload: copy($0), length: bytes.count,
        isCleanHTML: !bytes.contains(UInt8(ascii: "&")))
    }
  }

  @usableFromInline
  func html(_ fragment: HTMLFragment) -> Cell {
    let parts = fragment.isEmpty ? [] : fragment.parts
    return cells(.html, count: parts.count) { index in
      switch parts[index] {
      case .markup(let text): markup(text)
      case .address(let target): address(target)
      }
    }
  }

  /// Joins texts, which are escaped, and fragments to one fragment.
  func html(joining pieces: [Cell]) -> Cell {
    let parts = pieces.flatMap { piece -> [Cell] in
      if piece.tag == .html { return (0..<piece.count).map { piece[$0] } }
      var writer = ValueWriter(base: [], capacity: 64)
      writer.write(piece, .html)
      return [writer.output.withBytes { text($0) }]
    }
    return cells(.html, count: parts.count) { parts[$0] }
  }

  @usableFromInline
  func list(count: Int, _ element: (Int) -> Cell) -> Cell { cells(.list, count: count, element) }

  @usableFromInline
  func record(count: Int, _ fill: (inout CellFilling) -> Void) -> Cell {
    cells(.record, count: count, fill)
  }

  private func cells(_ tag: Cell.Tag, count: Int, _ element: (Int) -> Cell) -> Cell {
    cells(tag, count: count) { cells in
      for index in 0..<count { cells.append(element(index)) }
    }
  }

  private func cells(_ tag: Cell.Tag, count: Int, _ fill: (inout CellFilling) -> Void) -> Cell {
    guard count > 0 else { return Cell(tag, payload: 0) }
    let place = allocate(count * MemoryLayout<Cell>.stride)
    var filling = CellFilling(place.bindMemory(to: Cell.self, capacity: count), count: count)
    fill(&filling)
    filling.finish()
    return Cell(tag, payload: Int(bitPattern: place), length: count)
  }

  /// Adds a value made earlier to this arena without copying it.
  @usableFromInline
  func adopt(_ value: Value) -> Cell {
    // Consecutive values come from a few arenas in turn.
    if let arena = value.arena, arena !== self, !adopted.suffix(6).contains(where: { $0 === arena }) {
      adopted.append(arena)
    }
    return value.cell
  }
}
