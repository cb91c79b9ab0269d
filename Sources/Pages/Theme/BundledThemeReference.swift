import Templating

extension BundledTheme {
  /// A Markdown reference of the blocks, partials, macros, custom properties and data attributes that a customized
  /// theme can use. The descriptions are the comments in `Templates`.
  static var reference: String {
    let set = TemplateSet(templates)
    let parts = set.parts
    var text = "\n## The bundled theme\n\nA file of the site takes the place of the one of the same name.\n"
    text += table(
      "Blocks", "A template that extends a layout fills these; `super()` writes what the layout has.",
      ["block", "of", "what it is"],
      parts.filter { $0.kind == .block }.map { ["`\($0.name)`", "`\($0.template)`", $0.summary ?? ""] })
    text += table(
      "Partials", "Files that templates include, or import macros from.", ["file", "what it is"],
      parts.filter { $0.kind == .file && $0.template.hasPrefix("partials/") }.map {
        ["`\($0.template)`", $0.summary ?? ""]
      })
    text += "\n### Macros\n"
    for file in Set(parts.filter { $0.kind == .macro }.map(\.template)).sorted() {
      text += "\n"
      text += markdownTable(
        ["macro of `\(file)`", "what it writes"],
        parts.filter { $0.kind == .macro && $0.template == file }.map { ["`\($0.name)`", $0.summary ?? ""] })
    }
    return text + vocabulary(set)
  }

  /// Returns the custom properties and data attributes that style sheets and scripts use, in the order in which
  /// comments describe them.
  private static func vocabulary(_ set: TemplateSet) -> String {
    let names = ThemeVocabulary(files)
    let properties = set.definitions { names.properties[$0] != nil }
    let cells = properties.map { name, meaning in
      let values = [names.properties[name]?.value, names.properties[name]?.darkValue]
      return ["`\(name)`", meaning] + values.map { value in value.map { "`\($0)`" } ?? "" }
    }
    return table(
      "Custom properties",
      "A style sheet sets them on `:root`, and for dark pages on `:root[data-theme=\"dark\"]`, and in `@media (prefers-color-scheme: dark)` on `:root:not([data-theme=\"light\"])`. Those without a value belong to a part of a page, where the bundled style sheets or scripts set them.",
      ["property", "what it is", "value", "on dark pages"], cells)
      + table(
        "Data attributes",
        "Scripts and style sheets find parts of a page by them, so a changed template keeps those of what it replaces.",
        ["attribute", "what it is"],
        set.definitions { names.attributes.contains($0) }.map { ["`\($0.name)`", $0.meaning] })
  }

  private static func table(
    _ title: String, _ words: String, _ heads: [String], _ cells: [[String]]
  ) -> String {
    "\n### \(title)\n\n\(words)\n\n" + markdownTable(heads, cells)
  }
}
