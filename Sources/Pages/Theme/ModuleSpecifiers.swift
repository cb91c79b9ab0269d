/// The address of another module in a script, as written between quotation marks.
struct ModuleSpecifier: Hashable {
  var text: String
  /// Where it stands: offsets of bytes.
  var offsets: Range<Int>
}

extension ModuleSpecifier {
  /// What a script imports, in the order written: `import … from "x"`, `export … from "x"`, `import "x"` and `import("x")`.
  ///
  /// Comments, texts, templates and regular expressions are passed over. Whether a slash divides or begins a regular expression is
  /// guessed by what stands before it, as highlighters do; a wrong guess reaches no further than the end of its line.
  static func all(in script: [UInt8]) -> [ModuleSpecifier] {
    var scanner = ScriptScanner(script)
    var found: [ModuleSpecifier] = []
    var word: String?
    // In `import(…)` the text must be all there is.
    var isInImport = false
    var pending: ModuleSpecifier?
    while let token = scanner.next() {
      if let specifier = pending, token == .sign(UInt8(ascii: ")")) || token == .sign(UInt8(ascii: ",")) {
        found.append(specifier)
      }
      pending = nil
      if case .text(let offsets) = token {
        let specifier = ModuleSpecifier(
          text: String(decoding: script[offsets], as: UTF8.self), offsets: offsets)
        if isInImport { pending = specifier }
        if word == "import" || word == "from" { found.append(specifier) }
      }
      isInImport = word == "import" && token == .sign(UInt8(ascii: "("))
      word = if case .word(let text) = token { text } else { nil }
    }
    return found
  }
}
