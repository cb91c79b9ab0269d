/// The documents that are left out, by all that a reference may call them.
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

  /// Whether the document at a path, such as `Content/items/a.md`, is left out.
  func has(path: String) -> Bool { paths.contains(path) }

  /// The same for a path below `Content` without `.md`.
  func has(location: String) -> Bool { locations.contains(location) }

  /// Whether a document of some kind that is left out goes by a name.
  func has(_ name: String, _ kind: DocumentKind) -> Bool {
    names[kind]?.contains(NameIndex<Never>.key(name)) ?? false
  }
}
