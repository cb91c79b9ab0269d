import TextEncoding

extension Cell {
  /// Returns a text that stands for the known values in comparisons: equal for cells whose values are the same, different
  /// for any others. It is `?` if sources contest the value, and empty if none is known.
  package func valueKey(_ type: Criterion.ValueType) -> String {
    switch knowledge(type) {
    case .unknown: ""
    case .contested: "?"
    case .values(let values): values.map(\.key).sorted().joined(separator: " ")
    }
  }
}

extension FactValue {
  /// A text that only equal values of a criterion share, without blanks.
  ///
  /// What is no value of its own begins with a character that no slug begins with.
  fileprivate var key: String {
    switch self {
    case .text(let text): text.slug.text
    case .boolean(let truth): truth ? "yes" : "no"
    case .number(let number): number.canonical
    case .date(let date): date.description
    case .choice(let slug): slug.text
    case .list(let elements): elements.map(\.key).sorted().joined(separator: ",")
    case .url(let address): address
    case .partial: "-partial"
    case .notApplicable: "-not-applicable"
    case .unknown: "-unknown"
    }
  }
}
