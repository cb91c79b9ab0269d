/// Looks up drafts by the paths and names that a reference may use.
struct DraftIndex: Sendable {
  private var paths: Set<String> = []
  private var locations: Set<String> = []
  private var names: [DocumentKind: Set<String>] = [:]

  init(_ drafts: [Draft] = []) {
    for draft in drafts {
      paths.insert(draft.path)
      locations.insert(draft.location)
      names[draft.kind, default: []].formUnion(draft.names)
    }
  }

  /// Returns whether there is a draft at a path such as `Content/items/a.md`.
  func has(path: String) -> Bool { paths.contains(path) }

  /// Returns whether there is a draft at a path below `Content`, without `.md`.
  func has(location: String) -> Bool { locations.contains(location) }

  /// Returns whether a draft of the given kind has a name.
  func has(_ name: String, _ kind: DocumentKind) -> Bool {
    names[kind]?.contains(NameIndex<Never>.key(name)) ?? false
  }
}
