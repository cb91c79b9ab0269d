import Diagnostics
import MarkdownParsing

extension References {
  /// Returns whether words name one or more possible subjects of claims of a kind.
  func isName(_ words: String, for kind: ClaimKind) -> Bool {
    if subject(words, for: kind) != nil { return true }
    let parts = Self.parts(of: words, isCut: Self.joins)
    return parts.count > 1 && parts.allSatisfy { subject($0, for: kind) != nil }
  }

  /// Returns the criterion or use case with a name. Organisations are not known in advance, so they are resolved
  /// elsewhere.
  func subject(_ words: String, for kind: ClaimKind) -> Claim.Subject? {
    switch kind {
    case .strength, .weakness, .feature: criteria[words].map { .criterion($0) }
    case .fit: useCases[words].map { .useCase($0) }
    case .user: nil
    }
  }

  /// Splits a label that names nothing as a whole at its commas. Other separators and the word "and" also split it if
  /// every part is then a known name.
  func parts(of label: String, for kind: ClaimKind) -> [String] {
    let finer = Self.parts(of: label, isCut: Self.joins)
    if kind != .user, finer.count > 1, finer.allSatisfy({ subject($0, for: kind) != nil }) { return finer }
    return Self.parts(of: label, isCut: Self.isComma)
  }

  /// Returns whether a part of a label names something, although the label as a whole does not.
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

  /// Splits a label at certain words; separators are words of their own.
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
