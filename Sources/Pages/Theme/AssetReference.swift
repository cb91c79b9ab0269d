/// A reference to another file in a script or style sheet, without the quotation marks.
struct AssetReference: Hashable {
  var text: String
  /// Its position as byte offsets.
  var offsets: Range<Int>
  /// What a style sheet imports, rather than what it shows.
  var isImport = false
  /// The whole of an import without conditions, `@import "x.css";`, as byte offsets; nil for all else.
  var plainImport: Range<Int>?
}

extension AssetReference {
  /// Returns the modules that a script imports, in source order: `import … from "x"`, `export … from "x"`, `import "x"`
  /// and `import("x")`.
  ///
  /// Ignores comments, strings, template literals and regular expressions. Whether a slash is a division or begins a
  /// regular expression is guessed from the preceding token, as syntax highlighters do; a wrong guess affects at most
  /// the rest of the line.
  static func modules(in script: [UInt8]) -> [AssetReference] {
    var scanner = ScriptScanner(script)
    var found: [AssetReference] = []
    var word: String?
    // In `import(…)` the string must be the whole argument.
    var isInImport = false
    var pending: AssetReference?
    while let token = scanner.next() {
      if let reference = pending, token == .sign(UInt8(ascii: ")")) || token == .sign(UInt8(ascii: ",")) {
        found.append(reference)
      }
      pending = nil
      if case .text(let offsets) = token {
        let reference = AssetReference(
          text: String(decoding: script[offsets], as: UTF8.self), offsets: offsets)
        if isInImport { pending = reference }
        if word == "import" || word == "from" { found.append(reference) }
      }
      isInImport = word == "import" && token == .sign(UInt8(ascii: "("))
      word = if case .word(let text) = token { text } else { nil }
    }
    return found
  }
}
