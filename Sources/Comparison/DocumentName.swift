/// The naming of documents: their names end in `.md`, in lower case.
package enum DocumentName {
  /// Common file extensions of Markdown, in lower case.
  package static let endings: Set<String> = [
    "md", "markdown", "mdown", "mkdown", "mkd", "mkdn", "mdwn", "mdtxt", "mdtext", "mdx",
  ]

  /// Returns the name that a Markdown file with another extension should have, such as `gamma.md` for `gamma.MD`; nil
  /// for any other file.
  package static func better(than name: String) -> String? {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), !name.hasSuffix(".md") else { return nil }
    let ending = name[name.utf8.index(after: dot)...].lowercased()
    return endings.contains(ending) ? name[..<dot] + ".md" : nil
  }
}
