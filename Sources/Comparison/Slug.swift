import TextEncoding

/// The identifier of an entity in URLs: lower-case ASCII letters, digits and single hyphens.
package struct Slug: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The slug as written in URLs.
  package let text: String

  /// Fails unless the text is a valid slug.
  package init?(_ text: String) {
    guard Slug.problem(in: text) == nil else { return nil }
    self.text = text
  }

  private init(checked text: String) { self.text = text }

  /// Replaces an invalid slug, so that the rest of the site can still be checked.
  static let fallback = Slug(checked: "unnamed")

  package var description: String { text }

  package static func < (left: Slug, right: Slug) -> Bool {
    left.text.precedesByBytes(right.text)
  }

  /// Returns the reason why a text is not a valid slug; nil if it is.
  package static func problem(in text: String) -> String? {
    let bytes = Array(text.utf8)
    if bytes.isEmpty { return "a slug is not empty" }
    if bytes.count > SlugWords.mostBytes { return "a slug has at most \(SlugWords.mostBytes) bytes" }
    let allowed = bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    if !allowed { return "a slug has lower-case letters a to z, digits and hyphens only" }
    if bytes.first == 0x2D || bytes.last == 0x2D { return "a slug neither begins nor ends with a hyphen" }
    if text.utf8.indices.dropLast().contains(where: { index in
      text.utf8[index] == 0x2D && text.utf8[text.utf8.index(after: index)] == 0x2D
    }) {
      return "a slug has no two hyphens in a row"
    }
    if PortableName.isDevice(text) { return "\"\(text)\" is a device's name on Windows" }
    return nil
  }

  /// Derives a slug from any text; nil if it has no ASCII letter or digit even after transliteration: `Via Varejo`
  /// gives `via-varejo`, `C#` gives `c-sharp`.
  package static func derived(from text: String) -> Slug? {
    Slug(SlugWords.shortened(SlugWords(text).plain, to: SlugWords.mostBytes))
  }
}

// MARK: Unique slugs

extension Slug {
  /// The slug of an organisation. Two names have the same slug exactly if they have the same letters and digits,
  /// regardless of case, accents of Latin letters and punctuation.
  package init(organisation name: String) {
    let words = SlugWords(name)
    let whole = words.whole.isEmpty ? NameIndex<Never>.key(name) : words.whole
    self.init(words.plain, standsFor: words.plain.equalsByBytes(whole), exactly: whole)
  }

  /// The slug of a value, from its normalized key. Different keys have different slugs, independently of what other
  /// values there are.
  ///
  /// The plain slug is reserved for the one text that it reads as: `red-wine` for `red wine`, `1-10` for `1.10`,
  /// `c-sharp` for `c#`.
  package init(value key: String) {
    let plain = SlugWords(key).plain
    // The page of partial values has the path `partial`.
    self.init(
      plain, standsFor: plain != "partial" && Self.readBack(plain).utf8.elementsEqual(key.utf8), exactly: key)
  }

  /// Returns the text that a plain slug reads as.
  private static func readBack(_ slug: String) -> String {
    var text = ""
    for word in slug.split(separator: "-") {
      let isNumber = { (byte: UInt8?) in byte.map { (0x30...0x39).contains($0) } ?? false }
      switch word {
      case "sharp" where !text.isEmpty: text += "#"
      case "plus" where !text.isEmpty: text += "+"
      default:
        if !text.isEmpty { text += isNumber(text.utf8.last) && isNumber(word.utf8.first) ? "." : " " }
        text += word
      }
    }
    return text
  }

  /// Uses the plain slug if it represents the exact text; otherwise appends a hash of the exact text, a suffix that no
  /// plain slug has.
  private init(_ plain: String, standsFor isPlain: Bool, exactly exact: String) {
    if isPlain, !Self.endsInHash(plain), let slug = Slug(plain) {
      self = slug
      return
    }
    var utf8: [UInt8] = []
    for scalar in Letters.decomposed(exact) { utf8 += String(scalar).utf8 }
    let hash = ContentHash(utf8).hexadecimal.prefix(Self.hashBytes)
    let start = SlugWords.shortened(plain, to: SlugWords.mostBytes - Self.hashBytes - 1)
    self.init(checked: start.isEmpty ? String(hash) : "\(start)-\(hash)")
  }

  private static let hashBytes = 12

  private static func endsInHash(_ slug: String) -> Bool {
    let end = slug.utf8.suffix(hashBytes)
    let before = slug.utf8.dropLast(hashBytes).last
    return end.count == hashBytes && (before == nil || before == 0x2D)
      && end.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

/// The index of an entity in the catalog's list of its kind.
@usableFromInline
package struct EntityID<Entity>: Hashable, Sendable, Comparable {
  @usableFromInline package let index: Int

  // Inlinable because they are used in the innermost loops of every target.
  @inlinable
  package init(_ index: Int) { self.index = index }

  @inlinable
  package static func == (left: EntityID, right: EntityID) -> Bool { left.index == right.index }

  @inlinable
  package static func < (left: EntityID, right: EntityID) -> Bool { left.index < right.index }

  @inlinable
  package func hash(into hasher: inout Hasher) { hasher.combine(index) }
}

/// The ids of all entities of one kind, in order.
@usableFromInline
package struct EntityIDs<Entity>: Sequence, IteratorProtocol, Sendable {
  @usableFromInline var first = 0
  @usableFromInline let end: Int

  /// Creates the ids from 0 up to `count`.
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
  /// Inserts sources into a sorted list, without duplicates.
  package mutating func insertInOrder(_ sources: [Source.ID]) {
    for source in sources {
      let place = partitioningIndex { $0 >= source }
      if place == count || self[place] != source { insert(source, at: place) }
    }
  }
}
