import Diagnostics

/// Finds entities of one kind by slug, name or alias, whatever the case.
package struct NameIndex<Entity>: Sendable {
  private var entries: [String: Entry] = [:]

  private struct Entry: Sendable {
    var id: EntityID<Entity>
    var range: SourceRange
  }

  private var slugs: [String] = []
  private var names: [String] = []

  /// Slugs, names and aliases as they were written.
  var spellings: [String] { slugs + names }

  package init() {}

  /// What two spellings of one name have in common: lower case, white space as single spaces, straight apostrophes.
  package static func key(_ name: String) -> String {
    var result = ""
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "’", "ʼ": result += "'"
      case _ where scalar.properties.isWhitespace:
        if !result.isEmpty, !result.hasSuffix(" ") { result += " " }
      default: result.unicodeScalars.append(scalar)
      }
    }
    while result.hasSuffix(" ") { result.removeLast() }
    return result
  }

  /// Adds the slug of an entity; gives the place of another one that already has it.
  mutating func add(slug: Ranged<String>, for id: EntityID<Entity>) -> SourceRange? {
    slugs.append(slug.value)
    return enter(slug, for: id)
  }

  /// Adds a name or an alias; gives the place of another entity that already has it.
  mutating func add(_ name: Ranged<String>, for id: EntityID<Entity>) -> SourceRange? {
    names.append(name.value)
    return enter(name, for: id)
  }

  private mutating func enter(_ name: Ranged<String>, for id: EntityID<Entity>) -> SourceRange? {
    let key = Self.key(name.value)
    if let known = entries[key] { return known.id == id ? nil : known.range }
    entries[key] = Entry(id: id, range: name.range)
    return nil
  }

  package subscript(_ name: String) -> EntityID<Entity>? { entries[Self.key(name)]?.id }

  /// The slug that a reference which is not here was most likely meant to be; a name where no slug is near.
  package func slug(like name: String) -> String? {
    Spelling.closest(to: name, among: slugs) ?? Spelling.closest(to: name, among: names)
  }

  /// The name or alias that a label which is not here was most likely meant to be; a slug where no name is near.
  package func name(like label: String) -> String? {
    Spelling.closest(to: label, among: names) ?? Spelling.closest(to: label, among: slugs)
  }
}
