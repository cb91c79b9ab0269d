extension Filter {
  /// Filters for values of any type.
  static let general: [Filter] = [
    Filter(
      "default", "x | default(\"none\")", "The value, or the argument where the value is absent or empty.",
      takes: .absentOrEmpty, [.fallback],
      gives: { value, arguments in
        arguments.first?.isOptional ?? false ? value : value.unwrapped
      },
      of: { _ in { value, arguments, _ in value.isAbsentOrEmpty ? arguments.0 : value } },
      example: Example("{{ missing | default(\"none\") }}", "none"),
      Example("{{ \"\" | default(\"none\") }}", "none"),
      Example("{{ name | default(\"none\") }}", "Ada")),
    {
      var filter = Filter(
        "json", "x | json",
        "Any value as JSON, safe in a data script, where it is the only way to write a value; a record gives an object.",
        takes: .anything, gives: { _, _ in .text },
        of: { type in
          let plan = JSONPlan(type)
          return { value, _, context in
            var json = JSONWriter(base: context.base)
            json.write(value, plan)
            return json.output.withBytes { context.arena.text($0) }
          }
        },
        example: Example(
          "<script type=\"application/json\">{{ [\"</script>\", name] | json }}</script>",
          "<script type=\"application/json\">[\"\\u003C/script\\u003E\",\"Ada\"]</script>"),
        Example(
          "<script type=\"application/json\">{\"note\": {{ missing | json }}}</script>",
          "<script type=\"application/json\">{\"note\": null}</script>"))
      filter.isJSON = true
      return filter
    }(),
    Filter(
      "absolute", "address | absolute(site.address)",
      "An address of the site behind the absolute address of its root; one that leads elsewhere stays as it is.",
      takes: .address, [.address], gives: .address,
      by: { value, arguments, context in
        // Only an absolute base makes an address of the site absolute.
        guard value.tag == .siteAddress, arguments.0.tag == .externalAddress else { return value }
        return context.arena.address(in: arguments.0, value)
      },
      example: Example("{{ page | absolute(root) }}", "https://example.org/guides/first/"),
      Example("{{ root | absolute(root) }}", "https://example.org/")),
  ]
}
