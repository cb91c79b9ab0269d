/// How values of a type are serialized as JSON.
indirect enum JSONPlan: Sendable {
  case scalar
  case list(JSONPlan)
  /// The keys are quoted and end with a colon.
  case record([(key: [UInt8], value: JSONPlan)])

  init(_ type: ValueType) {
    switch type {
    case .list(let element): self = .list(JSONPlan(element))
    case .optional(let wrapped): self = JSONPlan(wrapped)
    case .record(let shape):
      self = .record(shape.fields.map { (Array("\"\($0.name)\":".utf8), JSONPlan($0.type)) })
    default: self = .scalar
    }
  }
}
