/// The name of a thing in addresses: lower-case ASCII letters, digits and single hyphens.
package struct Slug: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let text: String

  /// The slug that the text already is, or nil.
  package init?(_ text: String) {
    guard Slug.problem(in: text) == nil else { return nil }
    self.text = text
  }

  private init(checked text: String) { self.text = text }

  /// Stands in for a slug that was refused, so that the rest of the site can still be checked.
  static let fallback = Slug(checked: "unnamed")

  package var description: String { text }

  package static func < (left: Slug, right: Slug) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  /// Names that Windows keeps for devices, whatever their extension: a site must be copyable to any disk.
  private static let reserved: Set<String> = {
    var names: Set<String> = ["con", "prn", "aux", "nul"]
    for digit in 1...9 { names.formUnion(["com\(digit)", "lpt\(digit)"]) }
    return names
  }()

  /// The longest slug, in bytes; with `-vs-` and another it still is a file name that every disk takes.
  static let mostBytes = 100

  /// What is wrong with a text as a slug, or nil.
  package static func problem(in text: String) -> String? {
    let bytes = Array(text.utf8)
    if bytes.isEmpty { return "a slug is not empty" }
    if bytes.count > mostBytes { return "a slug has at most \(mostBytes) bytes" }
    let allowed = bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    if !allowed { return "a slug has lower-case letters a to z, digits and hyphens only" }
    if bytes.first == 0x2D || bytes.last == 0x2D { return "a slug neither begins nor ends with a hyphen" }
    if text.utf8.indices.dropLast().contains(where: { index in
      text.utf8[index] == 0x2D && text.utf8[text.utf8.index(after: index)] == 0x2D
    }) {
      return "a slug has no two hyphens in a row"
    }
    if reserved.contains(text) { return "\"\(text)\" is a device's name on Windows" }
    return nil
  }

  /// The slug nearest to any text, or nil when it has no letter or digit of ASCII: `Via Varejo` gives `via-varejo`, `C#` gives `c-sharp`.
  package static func derived(from text: String) -> Slug? {
    var result: [UInt8] = []
    var isSeparated: Bool { result.isEmpty || result.last == 0x2D }
    for scalar in folded(text) {
      switch scalar {
      case "a"..."z", "0"..."9": result.append(UInt8(truncatingIfNeeded: scalar.value))
      case "#": result += (isSeparated ? "sharp" : "-sharp").utf8
      case "+": result += (isSeparated ? "plus" : "-plus").utf8
      case "'", "’": continue
      default: if !isSeparated { result.append(0x2D) }
      }
    }
    while result.last == 0x2D { result.removeLast() }
    result.removeLast(max(0, result.count - mostBytes))
    while result.last == 0x2D { result.removeLast() }
    return Slug(String(decoding: result, as: UTF8.self))
  }

  /// Lower-case scalars with accents of Latin letters taken off, as far as they are spelled by combining marks or listed here.
  private static func folded(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.compactMap { scalar in
      if scalar.isASCII { return scalar }
      if (0x300...0x36F).contains(scalar.value) { return nil }
      return plainLetters[scalar] ?? scalar
    }
  }

  private static let plainLetters: [Unicode.Scalar: Unicode.Scalar] = {
    let rows: [(Unicode.Scalar, String)] = [
      ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("i", "ìíîïĩīĭįı"),
      ("l", "ĺļľł"), ("n", "ñńņň"), ("o", "òóôõöøōŏő"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťț"),
      ("u", "ùúûüũūŭůűų"), ("y", "ýÿŷ"), ("z", "źżž"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (plain, accented) in rows { for scalar in accented.unicodeScalars { table[scalar] = plain } }
    return table
  }()
}

/// The index of an entity in the catalog's list of its kind.
@usableFromInline
package struct EntityID<Entity>: Hashable, Sendable, Comparable {
  @usableFromInline package let index: Int

  // These stand in the innermost loops of every target.
  @inlinable
  package init(_ index: Int) { self.index = index }

  @inlinable
  package static func == (left: EntityID, right: EntityID) -> Bool { left.index == right.index }

  @inlinable
  package static func < (left: EntityID, right: EntityID) -> Bool { left.index < right.index }

  @inlinable
  package func hash(into hasher: inout Hasher) { hasher.combine(index) }
}

/// The identifiers of the entities of one kind, in order.
@usableFromInline
package struct EntityIDs<Entity>: Sequence, IteratorProtocol, Sendable {
  @usableFromInline var first = 0
  @usableFromInline let end: Int

  @inlinable
  package init(count: Int) { end = count }

  @inlinable
  package var underestimatedCount: Int { end - first }

  @inlinable
  package mutating func next() -> EntityID<Entity>? {
    guard first < end else { return nil }
    defer { first += 1 }
    return EntityID(first)
  }
}

extension [Source.ID] {
  /// Adds those of some sources that are not among these yet, each at its place in order.
  mutating func insertInOrder(_ sources: [Source.ID]) {
    for source in sources {
      let place = partitionPoint { $0 < source }
      if place == count || self[place] != source { insert(source, at: place) }
    }
  }
}

extension Array {
  /// Where the first element stands that comes behind a boundary, in a list that has all before it in front.
  func partitionPoint(_ isBefore: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
