/// A value's way from a name: what `if` narrows.
struct ValuePath: Hashable {
  /// The number of the binding that it starts from.
  var binding: Int
  /// The positions of the fields.
  var slots: [Int]
}

/// A name that stands for a value.
struct Binding {
  enum Origin {
    case set, loopVariable, parameter
  }

  var name: String
  /// Unlike names, numbers are never used twice.
  var number: Int
  var register: Int32
  /// Absent when the value is wrong, which was reported where it is given.
  var type: ValueType?
  var origin: Origin
}

/// The names at one place of a template.
struct Scope {
  enum BodyKind {
    /// A file, a block or a macro: a name that is set in it may hide one from outside.
    case unit
    case loop
    case branch
  }

  struct Body {
    var kind: BodyKind
    var firstBinding: Int
    /// The number of the loop whose body this is.
    var loop: Int32?
  }

  /// The page's record; absent in a macro.
  var page: Shape?
  var bindings: [Binding] = []
  var bodies: [Body] = []
  /// Paths that are known not to be absent.
  var facts: Set<ValuePath> = []

  /// The number of the page's record among bindings.
  static let pageNumber = 0

  func binding(_ name: String) -> Binding? {
    bindings.last { $0.name == name }
  }

  /// The loop around this place, if any.
  var loop: Int32? {
    bodies.last { $0.loop != nil }?.loop
  }

  /// All names that can be written here.
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

  /// What `set` does with a name.
  enum Setting {
    case new
    /// Changes the binding at an index.
    case change(Int)
    /// The name is taken by something that the end of the loop or branch would bring back.
    case hidden
    /// The name was set outside of the loop.
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
