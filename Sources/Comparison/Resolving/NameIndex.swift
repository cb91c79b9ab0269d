import Diagnostics

/// Finds entities of one kind by slug, name or alias, whatever the case.
///
/// A slug goes before a name. Two entities may share a name (criteria of two groups, say), which then names neither: a reference to it is
/// ambiguous. Slugs and aliases are there to refer by, so they are one entity's alone.
package struct NameIndex<Entity>: Sendable {
  /// What a name leads to.
  enum Finding {
    case found(EntityID<Entity>)
    /// The slugs of those that share the name.
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

  /// Slugs, names and aliases as they were written.
  var spellings: [String] { slugs + names }

  /// What two spellings of one name have in common: lower case, white space as single spaces, straight apostrophes.
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

  /// Adds the slug and the name of the next entity; gives the place of another one that has the slug.
  mutating func add(slug: Ranged<String>, name: Ranged<String>, for id: EntityID<Entity>) -> SourceRange? {
    slugs.append(slug.value)
    names.append(name.value)
    byName[Self.key(name.value), default: []].append(Entry(id: id, range: name.range))
    if let other = bySlug[Self.key(slug.value)] { return other.range }
    bySlug[Self.key(slug.value)] = Entry(id: id, range: slug.range)
    return nil
  }

  /// Adds an alias, after all slugs and names; gives the place of another entity that it names already.
  mutating func add(alias: Ranged<String>, for id: EntityID<Entity>) -> SourceRange? {
    let key = Self.key(alias.value)
    let others = [bySlug[key], byAlias[key]].compactMap { $0 } + (byName[key] ?? [])
    if let other = others.first(where: { $0.id != id }) { return other.range }
    names.append(alias.value)
    byAlias[key] = Entry(id: id, range: alias.range)
    return nil
  }

  /// The places of the names that several entities share, in the order added; those of one name together.
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

  /// The one entity that a name leads to.
  package subscript(_ name: String) -> EntityID<Entity>? {
    if case .found(let id) = find(name) { id } else { nil }
  }

  /// The slug that a reference which is not here was most likely meant to be; a name where no slug is near.
  package func slug(like name: String) -> String? {
    Spelling.closest(to: name, among: slugs) ?? Spelling.closest(to: name, among: names)
  }

  /// The name or alias that a label which is not here was most likely meant to be; a slug where no name is near.
  package func name(like label: String) -> String? {
    Spelling.closest(to: label, among: names) ?? Spelling.closest(to: label, among: slugs)
  }
}
