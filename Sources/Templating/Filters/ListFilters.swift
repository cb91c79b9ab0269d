extension Filter {
  static let lists: [Filter] = [
    Filter(
      "join", "list | join(\", \")",
      "The elements of a list of texts, numbers or dates with a text between them.",
      takes: .joinable, [.text], gives: .text,
      by: { list, arguments, context in
        var writer = ValueWriter(base: [], capacity: 64)
        for index in 0..<list.count {
          if index > 0 { writer.write(arguments.0, .none) }
          writer.write(list[index], .none)
        }
        return context.arena.text(writer.output.bytes())
      },
      example: Example("{{ tags | join(\", \") }}", "web, api, async"),
      Example("{{ [1, 2] | join(\"-\") }}", "1-2")),
    Filter(
      "length", "list | length", "How many elements a list has, or how many characters a text has.",
      takes: .listOrText, gives: .integer,
      by: { value, _, _ in .integer(value.tag == .text ? value.string.count : value.count) },
      example: Example("{{ tags | length }}", "3"), Example("{{ \"é\" | length }}", "1")),
    Filter(
      "first", "list | first", "The first element of a list; absent where the list is empty.",
      takes: .list, gives: { list, _ in list.optionalElement }, of: { _ in { list, _, _ in list[0] } },
      example: Example("{{ tags | first | default(\"none\") }}", "web")),
    Filter(
      "last", "list | last", "The last element of a list; absent where the list is empty.",
      takes: .list, gives: { list, _ in list.optionalElement },
      of: { _ in { list, _, _ in list[list.count - 1] } },
      example: Example("{{ tags | last | default(\"none\") }}", "async")),
    Filter(
      "reverse", "list | reverse", "A list in reverse order.",
      takes: .list, gives: { list, _ in list },
      of: { _ in
        { list, _, context in context.arena.list(count: list.count) { list[list.count - 1 - $0] } }
      },
      example: Example("{{ tags | reverse | join(\" \") }}", "async api web")),
  ]
}

extension ValueType {
  /// The type of an element of a list that may be empty.
  fileprivate var optionalElement: ValueType {
    if case .list(let element) = self { .optional(element.unwrapped) } else { .optional(self) }
  }
}
