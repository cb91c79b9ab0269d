import Diagnostics
import TextEncoding

/// A part of the templates that others may use or override.
package struct TemplatePart: Sendable, Equatable {
  /// The kind of a part.
  package enum Kind: Sendable {
    /// A named part of a layout.
    case block
    case macro
    /// A file that others include, or import macros from.
    case file
  }

  package var kind: Kind
  /// The name of the template that contains the part.
  package var template: String
  /// The name of a block; the syntax of a macro call, such as `facts(cell, linked=false)`; empty for a file.
  package var name: String
  /// The text of the comment directly before the part; for a file, of the comment that it begins with.
  package var summary: String?
}

extension TemplateSet {
  /// The parts for theme authors, in order of template and place: the blocks of templates that extend no other, all
  /// macros, and the files that are included or imported.
  package var parts: [TemplatePart] {
    let all = templates.values.ordered(byBytesOf: \.name)
    let used = Set(all.flatMap { template in template.imports.map(\.template.text) + template.included })
    return all.flatMap { template in
      let file = TemplatePart(
        kind: .file, template: template.name, name: "",
        summary: template.comments.first { $0.range.lowerBound == 0 }?.text)
      return (used.contains(template.name) ? [file] : []) + template.parts
    }
  }

  /// Returns the definitions in the templates' comments, in order: each line of the form `name: What it is.` whose name
  /// is accepted.
  package func definitions(where accepts: (String) -> Bool) -> [(name: String, meaning: String)] {
    templates.values.ordered(byBytesOf: \.name).flatMap { $0.comments.flatMap(\.lines) }.compactMap { line in
      guard let colon = line.firstRange(of: ": ") else { return nil }
      let name = String(line[..<colon.lowerBound])
      return accepts(name) ? (name, String(line[colon.upperBound...])) : nil
    }
  }
}

extension ParsedTemplate {
  fileprivate struct Comment {
    /// From `{#` to the end of `#}`.
    var range: Range<Int>
    /// The lines without the markers and their hyphens.
    var lines: [Substring]

    /// The lines joined to one.
    var text: String { lines.filter { !$0.isEmpty }.joined(separator: " ") }
  }

  /// The comments outside of tags, in order.
  fileprivate var comments: [Comment] {
    var found: [Comment] = []
    let bytes = source.utf8
    var rest = 0
    while let start = bytes[rest...].firstRange(of: Array("{#".utf8))?.lowerBound,
      let end = bytes[(start + 2)...].firstRange(of: Array("#}".utf8))?.upperBound
    {
      var text = source.text((start + 2)..<(end - 2))[...]
      if text.first == "-" { text.removeFirst() }
      if text.last == "-" { text.removeLast() }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      found.append(Comment(range: start..<end, lines: lines.map { Self.trimmed($0) }))
      rest = end
    }
    return found
  }

  private static func trimmed(_ line: Substring) -> Substring {
    var line = line.drop { $0 == " " }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The names of the included templates.
  fileprivate var included: [String] {
    (body + blocks.values.flatMap(\.body) + macros.values.flatMap(\.body)).flatMap(\.included)
  }

  /// The macros, and the blocks if the template extends no other, in order of place.
  fileprivate var parts: [TemplatePart] {
    var parts: [(place: Int, part: TemplatePart)] = []
    func add(_ kind: TemplatePart.Kind, _ name: Name, _ usage: String) {
      let part = TemplatePart(kind: kind, template: self.name, name: usage, summary: comment(before: name))
      parts.append((name.range.lowerBound, part))
    }
    for macro in macros.values { add(.macro, macro.name, usage(of: macro)) }
    if parent == nil { for block in blocks.values { add(.block, block.name, block.name.text) } }
    return parts.sorted { $0.place < $1.place }.map(\.part)
  }

  /// Returns the syntax of a call: `facts(cell, linked=false)`.
  private func usage(of macro: Macro) -> String {
    let parameters = macro.parameters.map { parameter in
      parameter.name.text + (parameter.standard.map { "=" + source.text($0.range) } ?? "")
    }
    return "\(macro.name.text)(\(parameters.joined(separator: ", ")))"
  }

  /// Returns the comment that is separated only by white space from the tag of a name; a comment at the start of a file
  /// describes the file instead.
  private func comment(before name: Name) -> String? {
    guard let opener = source.utf8[..<name.range.lowerBound].lastIndex(of: UInt8(ascii: "{")) else {
      return nil
    }
    let last = comments.last { $0.range.upperBound <= opener }
    guard let last, last.range.lowerBound > 0,
      source.utf8[last.range.upperBound..<opener].allSatisfy(Lexer.isSpace)
    else { return nil }
    return last.text
  }
}

extension Node {
  /// The names of the templates that the node or its descendants include.
  fileprivate var included: [String] {
    switch kind {
    case .include(let name): [name]
    case .condition(let branches, let otherwise): (branches.flatMap(\.body) + otherwise).flatMap(\.included)
    case .loop(_, _, let body, let otherwise): (body + otherwise).flatMap(\.included)
    case .text, .output, .block, .set: []
    }
  }
}
