import Diagnostics

/// Finds entities of one kind by slug, name or alias, whatever the case.
package struct NameIndex<Entity>: Sendable {
  private var entries: [String: Entry] = [:]

  private struct Entry: Sendable {
    var id: EntityID<Entity>
    var range: SourceRange
  }

  /// Slugs, names and aliases as they were written, for suggestions.
  private(set) var spellings: [String] = []

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

  /// Adds a spelling; gives the place of another entity that already has it.
  mutating func add(_ name: Ranged<String>, for id: EntityID<Entity>) -> SourceRange? {
    let key = Self.key(name.value)
    if let known = entries[key] { return known.id == id ? nil : known.range }
    entries[key] = Entry(id: id, range: name.range)
    spellings.append(name.value)
    return nil
  }

  package subscript(_ name: String) -> EntityID<Entity>? { entries[Self.key(name)]?.id }

  /// The spelling that a name that is not here was most likely meant to be.
  package func suggestion(for name: String) -> String? { Spelling.closest(to: name, among: spellings) }
}
