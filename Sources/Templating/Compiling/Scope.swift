/// The path from a binding to a value through fields, used for narrowing optional types.
struct ValuePath: Hashable {
  /// The number of the binding where the path begins.
  var binding: Int
  /// The positions of the fields.
  var slots: [Int]
}

/// A name bound to a value.
struct Binding {
  enum Origin {
    case set, loopVariable, parameter
  }

  var name: String
  /// Unique, unlike the name.
  var number: Int
  var register: Int32
  /// The type of the value; nil if that is invalid, which has been reported.
  var type: ValueType?
  var origin: Origin
}

/// The names that are visible at one place of a template.
struct Scope {
  enum BodyKind {
    /// A file, block or macro, in which `set` may shadow outer names.
    case unit
    case loop
    case branch
  }

  struct Body {
    var kind: BodyKind
    var firstBinding: Int
    /// The number of the loop, if this is the body of one.
    var loop: Int32?
  }

  /// The shape of the page's record; nil in a macro.
  var page: Shape?
  var bindings: [Binding] = []
  var bodies: [Body] = []
  /// The paths that are known to be present.
  var facts: Set<ValuePath> = []

  /// The binding number of the page's record.
  static let pageNumber = 0

  func binding(_ name: String) -> Binding? {
    bindings.last { $0.name == name }
  }

  /// The innermost loop, if any.
  var loop: Int32? {
    bodies.last { $0.loop != nil }?.loop
  }

  /// All names that are visible here.
  var names: [String] {
    bindings.map(\.name) + (page?.fields.map(\.name) ?? []) + (loop == nil ? [] : ["loop"])
  }

  mutating func open(_ kind: BodyKind, loop: Int32? = nil) {
    bodies.append(Body(kind: kind, firstBinding: bindings.count, loop: loop))
  }

  mutating func close() {
    guard let body = bodies.popLast() else { return }
    bindings.removeLast(max(0, bindings.count - body.firstBinding))
  }

  /// The effect of `set` on a name.
  enum Setting {
    case new
    /// Changes the existing binding at an index.
    case change(Int)
    /// Shadowing is not allowed here, because the end of the loop or branch would silently restore the outer meaning.
    case hidden
    /// The name was set outside the loop.
    case outsideLoop
  }

  func setting(_ name: String) -> Setting {
    guard let innermost = bodies.last, innermost.kind != .unit else { return .new }
    let known = bindings.lastIndex { $0.name == name }
    if let known, known >= innermost.firstBinding { return .new }
    guard let known else { return page?.field(name) == nil ? .new : .hidden }
    for body in bodies.reversed() {
      if known >= body.firstBinding { return bindings[known].origin == .set ? .change(known) : .hidden }
      if body.kind == .loop { return bindings[known].origin == .set ? .outsideLoop : .hidden }
      if body.kind == .unit { return .hidden }
    }
    return .hidden
  }
}
