import Diagnostics
import MarkdownParsing

extension References {
  /// Whether words name what the labels of some kind of claims may name, as a whole or part by part.
  func isName(_ words: String, for kind: ClaimKind) -> Bool {
    if subject(words, for: kind) != nil { return true }
    let parts = Self.parts(of: words, isCut: Self.joins)
    return parts.count > 1 && parts.allSatisfy { subject($0, for: kind) != nil }
  }

  /// The criterion or use case that words name; nobody knows all organisations, so that they are found elsewhere.
  func subject(_ words: String, for kind: ClaimKind) -> Claim.Subject? {
    switch kind {
    case .strength, .weakness, .feature: criteria[words].map { .criterion($0) }
    case .fit: useCases[words].map { .useCase($0) }
    case .user: nil
    }
  }

  /// The parts of a label between commas, where the whole names nothing. Other signs and the word "and" divide it too where they leave
  /// nothing but names.
  func parts(of label: String, for kind: ClaimKind) -> [String] {
    let finer = Self.parts(of: label, isCut: Self.joins)
    if kind != .user, finer.count > 1, finer.allSatisfy({ subject($0, for: kind) != nil }) { return finer }
    return Self.parts(of: label, isCut: Self.isComma)
  }

  /// Whether part of a label names something known, though the label does not and no comma divides it.
  func isPartlyName(_ label: String, for kind: ClaimKind) -> Bool {
    let parts = Self.parts(of: label, isCut: Self.joins)
    return parts.count > 1 && parts.contains { subject($0, for: kind) != nil }
  }

  private static func isComma(_ word: Substring.UnicodeScalarView) -> Bool {
    word.count == 1 && word.allSatisfy { ",，、".unicodeScalars.contains($0) }
  }

  private static func joins(_ word: Substring.UnicodeScalarView) -> Bool {
    word.count == 1 && word.allSatisfy { ",，、;；&+/·|".unicodeScalars.contains($0) }
      || word.elementsEqual("and".unicodeScalars)
  }

  /// The words between those that cut; signs are words of their own.
  private static func parts(of label: String, isCut: (Substring.UnicodeScalarView) -> Bool) -> [String] {
    var parts = [""]
    var rest = Substring(label).unicodeScalars
    while let first = rest.first {
      var word = rest.prefix(1)
      if isWordScalar(first) { word = rest.prefix(while: isWordScalar) }
      rest = rest.dropFirst(word.count)
      if isCut(word) { parts.append("") } else { parts[parts.count - 1].unicodeScalars += word }
    }
    return parts.map { trimmed($0) }.filter { !$0.isEmpty }
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isBlank && !",，、;；&+/·|".unicodeScalars.contains(scalar)
  }
}
