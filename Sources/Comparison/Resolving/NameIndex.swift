import Diagnostics

/// Looks up entities of one kind by slug, name or alias, without regard to case.
///
/// Slugs take precedence over names. Two entities may share a name (such as criteria of two groups), but a reference by
/// that name is ambiguous. Slugs and aliases exist for references, so they must be unique.
package struct NameIndex<Entity>: Sendable {
  /// The result of a lookup.
  enum Finding {
    case found(EntityID<Entity>)
    /// Several entities share the name; these are their slugs.
    case ambiguous([String])
    case unknown
  }

  private struct Entry: Sendable {
    var id: EntityID<Entity>
    var range: SourceRange
  }

  private var bySlug: [String: Entry] = [:]
  private var byName: [String: [Entry]] = [:]
  private var byAlias: [String: Entry] = [:]
  private var slugs: [String] = []
  private var names: [String] = []

  package init() {}

  /// All slugs, names and aliases as written.
  var spellings: [String] { slugs + names }

  /// Normalizes a name for comparison: lower case, single spaces for white space, straight apostrophes.
  package static func key(_ name: String) -> String {
    if name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x2D...0x39).contains($0) }) { return name }
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return asciiKey(name) }
    var result = ""
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "’", "ʼ": result += "'"
      case _ where scalar.isBlank:
        if !result.isEmpty, !result.hasSuffix(" ") { result += " " }
      default: result.unicodeScalars.append(scalar)
      }
    }
    while result.hasSuffix(" ") { result.removeLast() }
    return result
  }

  private static func asciiKey(_ name: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case 0x41...0x5A: result.append(byte | 0x20)
      case 0x20, 0x09...0x0D: if let last = result.last, last != 0x20 { result.append(0x20) }
      default: result.append(byte)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// Adds the slug and name of the next entity; returns the place of the slug if another entity has it.
  mutating func add(slug: Ranged<String>, name: Ranged<String>, for id: EntityID<Entity>) -> SourceRange? {
    slugs.append(slug.value)
    names.append(name.value)
    byName[Self.key(name.value), default: []].append(Entry(id: id, range: name.range))
    if let other = bySlug[Self.key(slug.value)] { return other.range }
    bySlug[Self.key(slug.value)] = Entry(id: id, range: slug.range)
    return nil
  }

  /// Adds an alias, after all slugs and names; returns the place of the name if it belongs to another entity.
  mutating func add(alias: Ranged<String>, for id: EntityID<Entity>) -> SourceRange? {
    let key = Self.key(alias.value)
    let others = [bySlug[key], byAlias[key]].compactMap { $0 } + (byName[key] ?? [])
    if let other = others.first(where: { $0.id != id }) { return other.range }
    names.append(alias.value)
    byAlias[key] = Entry(id: id, range: alias.range)
    return nil
  }

  /// The places of names that several entities share, grouped by name, in the order added.
  var sharedNames: [[SourceRange]] {
    byName.values.filter { $0.count > 1 }.sorted { $0[0].id < $1[0].id }.map { $0.map(\.range) }
  }

  func find(_ name: String) -> Finding {
    let key = Self.key(name)
    if let entry = bySlug[key] ?? byAlias[key] { return .found(entry.id) }
    let named = byName[key] ?? []
    if named.count > 1 { return .ambiguous(named.map { slugs[$0.id.index] }) }
    return named.first.map { .found($0.id) } ?? .unknown
  }

  func slug(_ id: EntityID<Entity>) -> Slug? { Slug(slugs[id.index]) }

  /// The entity that a name refers to unambiguously.
  package subscript(_ name: String) -> EntityID<Entity>? {
    if case .found(let id) = find(name) { id } else { nil }
  }

  /// Returns the slug that an unknown reference was most likely meant to be, or a name if no slug is similar.
  package func slug(like name: String) -> String? {
    Spelling.closest(to: name, among: slugs) ?? Spelling.closest(to: name, among: names)
  }

  /// Returns the name or alias that an unknown label was most likely meant to be, or a slug if no name is similar.
  package func name(like label: String) -> String? {
    Spelling.closest(to: label, among: names) ?? Spelling.closest(to: label, among: slugs)
  }
}
