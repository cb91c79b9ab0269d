import TextEncoding

/// The rules of a `_headers` file in the format of Netlify and Cloudflare Pages: a path on a line of its own, with
/// indented headers below it.
struct HeaderRules: Sendable {
  private var rules: [(path: String, headers: [(name: String, value: String)])] = []

  init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) where line.first != "#" {
      if line.first == " " || line.first == "\t" {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, !rules.isEmpty else { continue }
        let pair = (name: Self.trimmed(parts[0]), value: Self.trimmed(parts[1]))
        rules[rules.count - 1].headers.append(pair)
      } else {
        rules.append((Self.trimmed(line), []))
      }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }

  /// Returns the headers of every rule that matches a path: exactly, or by the prefix before a final `*`.
  func headers(for path: String) -> [(name: String, value: String)] {
    rules.filter { rule in
      rule.path.utf8.last == UInt8(ascii: "*")
        ? path.utf8.starts(with: rule.path.utf8.dropLast()) : rule.path.equalsByBytes(path)
    }.flatMap(\.headers)
  }
}

/// The rules of a `_redirects` file: lines of an old path, a new address and a status code.
enum RedirectRules {
  /// Returns the target of a path according to the text of a `_redirects` file; nil if no line matches.
  static func target(of path: String, in text: String) -> (address: String, status: Int)? {
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) where line.starts(with: path.utf8) {
      let parts = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      guard parts.count == 3, parts[0].utf8.elementsEqual(path.utf8), let status = Int(parts[2]) else {
        continue
      }
      return (parts[1], status)
    }
    return nil
  }
}
