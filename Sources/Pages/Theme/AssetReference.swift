/// The address of another file in a script or a style sheet, without the quotation marks round it.
struct AssetReference: Hashable {
  var text: String
  /// Where it stands: offsets of bytes.
  var offsets: Range<Int>
}

extension AssetReference {
  /// What a script imports, in the order written: `import … from "x"`, `export … from "x"`, `import "x"` and `import("x")`.
  ///
  /// Comments, texts, templates and regular expressions are passed over. Whether a slash divides or begins a regular expression is
  /// guessed by what stands before it, as highlighters do; a wrong guess reaches no further than the end of its line.
  static func modules(in script: [UInt8]) -> [AssetReference] {
    var scanner = ScriptScanner(script)
    var found: [AssetReference] = []
    var word: String?
    // In `import(…)` the text must be all there is.
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
