/// A fact written in full: a value with its note, sources and so on.
struct Statement {
  var value: ImportedValue
  var backing: Cell.Backing

  private static let keys: Set<String> = ["value", "note", "sources", "verified", "basis"]

  /// Returns the statements in a value of the form `{ value, note, sources, verified, basis }` or a list of these; nil
  /// for any other value.
  static func all(in value: ImportedValue) -> [Statement]? {
    switch value.kind {
    case .object(let members): return Statement(members).map { [$0] }
    case .list(let elements):
      let statements = elements.compactMap { element -> Statement? in
        if case .object(let members) = element.kind { Statement(members) } else { nil }
      }
      return statements.isEmpty || statements.count < elements.count ? nil : statements
    case .null, .truth, .number, .text: return nil
    }
  }

  private init?(_ members: [ImportedMember]) {
    guard members.allSatisfy({ Self.keys.contains($0.key) }),
      let value = members.first(where: { $0.key == "value" })?.value
    else { return nil }
    self.value = value
    backing = Cell.Backing()
    for member in members {
      switch member.key {
      case "note": backing.note = member.value.scalar.map(tidyLine).flatMap { $0.isEmpty ? nil : $0 }
      case "verified": backing.verified = member.value.scalar
      case "basis": backing.isCommon = member.value.scalar == "common"
      case "sources":
        var values = [member.value]
        if case .list(let elements) = member.value.kind { values = elements }
        backing.sources = values.compactMap { value in value.scalar.map { ($0, value.offsets) } }
      default: break
      }
    }
  }
}
