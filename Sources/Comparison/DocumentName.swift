/// How documents are named: they end in `.md`, spelled so.
package enum DocumentName {
  /// Extensions that other programs know Markdown by, lower-case.
  package static let endings: Set<String> = [
    "md", "markdown", "mdown", "mkdown", "mkd", "mkdn", "mdwn", "mdtxt", "mdtext", "mdx",
  ]

  /// What a file of Markdown is to be called that ends otherwise, `gamma.md` for `gamma.MD`; nil for any other file.
  package static func better(than name: String) -> String? {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), !name.hasSuffix(".md") else { return nil }
    let ending = name[name.utf8.index(after: dot)...].lowercased()
    return endings.contains(ending) ? name[..<dot] + ".md" : nil
  }
}
