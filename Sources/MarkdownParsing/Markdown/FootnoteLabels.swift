import Diagnostics

/// The labels of a document's footnote definitions, with their source ranges.
struct FootnoteLabels {
  /// For each definition of the tree, the label between `[^` and `]`.
  let labels: [Ranged<String>]
  private let definitions: [CMarkDefinition]
  private let source: SourceText

  init(definitions: [CMarkDefinition], source: SourceText, places: BlockPlaces) {
    self.definitions = definitions
    self.source = source
    labels = definitions.map { definition in
      let line = places.line(definition.line)
      let label = Array(definition.label.utf8)
      let spelled = [0x5B, 0x5E] + label + [0x5D, 0x3A]
      // cmark's column is that of the content after the label, so search the line for it.
      var offset = line.lowerBound
      while offset + spelled.count <= line.upperBound {
        if source.utf8[offset..<(offset + spelled.count)].elementsEqual(spelled) {
          return Ranged(definition.label, at: source.range((offset + 2)..<(offset + 2 + label.count)))
        }
        offset += 1
      }
      return Ranged(definition.label, at: source.range(line))
    }
  }

  /// Reports duplicate definitions, and those that are not in `used`.
  func diagnostics(used: [Int]) -> [Diagnostic] {
    let used = Set(used)
    var first: [String: Int] = [:]
    var result: [Diagnostic] = []
    for (index, definition) in definitions.enumerated() {
      if let earlier = first[definition.key] {
        result.append(
          Diagnostic(
            .duplicateFootnote, "\"[^\(definition.label)]\" is defined twice", at: bracketed(index),
            help: "keep only one", notes: [Diagnostic.Note("first defined here", at: bracketed(earlier))]))
        continue
      }
      first[definition.key] = index
      if !used.contains(index) {
        result.append(
          Diagnostic(
            .unusedFootnote, "nothing refers to \"[^\(definition.label)]\"", at: bracketed(index),
            help: "refer to it, or remove it"))
      }
    }
    return result
  }

  /// Returns the label that was most likely meant.
  func suggestion(for label: String) -> String? {
    Spelling.closest(to: label, among: labels.lazy.prefix(1000).map(\.value)).map { "[^\($0)]" }
  }

  private func bracketed(_ index: Int) -> SourceRange {
    let offsets = labels[index].range.offsets
    return source.range((offsets.lowerBound - 2)..<(offsets.upperBound + 1))
  }
}
