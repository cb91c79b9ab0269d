package import Diagnostics
package import TextEncoding

/// The value of a fact, typed by its criterion.
package enum FactValue: Sendable, Hashable {
  case text(TextValue)
  case boolean(Bool)
  case number(DecimalNumber)
  case date(CalendarDate)
  /// The slug of one of the criterion's predefined values.
  case choice(Slug)
  /// The elements in the order written, without duplicates: texts, or choices if the criterion predefines values.
  case list([FactValue])
  case url(String)
  /// Partly true; the fact's note explains to what degree.
  case partial
  case notApplicable
  /// Explicitly stated to be unknown.
  case unknown

  package var isKnown: Bool { if case .unknown = self { false } else { true } }
}

/// A decimal number that keeps its spelling, but is compared by value: `1.50` equals `1.5`.
package struct DecimalNumber: Sendable, Hashable, Comparable {
  /// The number as written.
  package let text: String
  /// The canonical form, which equal numbers share: no plus sign, no leading zeros, no trailing zeros of the fraction.
  package let canonical: String

  /// Parses digits with an optional sign and fraction, in at most 40 characters; nil for any other text.
  package init?(_ text: String) {
    var rest = Substring(text)
    var negative = false
    if let sign = rest.utf8.first, sign == 0x2D || sign == 0x2B {
      negative = sign == 0x2D
      rest = rest.dropFirst()
    }
    let parts = rest.utf8.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, rest.utf8.count <= 40 else { return nil }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
    let integer = String(Substring(whole.drop { $0 == 0x30 }))
    var fraction = parts.count > 1 ? String(Substring(parts[1])) : ""
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let magnitude = (integer.isEmpty ? "0" : integer) + (fraction.isEmpty ? "" : "." + fraction)
    self.text = text
    canonical = negative && magnitude != "0" ? "-" + magnitude : magnitude
  }

  /// The number as a JSON literal, which has no plus sign and no leading zeros (RFC 8259, section 6): `-0.50`.
  package var literal: String {
    let digits = text.utf8.drop { $0 == 0x2D || $0 == 0x2B || $0 == 0x30 }
    let sign = text.utf8.first == 0x2D ? "-" : ""
    let zero = digits.isEmpty || digits.first == 0x2E ? "0" : ""
    return sign + zero + String(Substring(digits))
  }

  package static func == (left: DecimalNumber, right: DecimalNumber) -> Bool {
    left.canonical == right.canonical
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(canonical) }

  package static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
    let leftNegative = left.canonical.hasPrefix("-")
    let rightNegative = right.canonical.hasPrefix("-")
    if leftNegative != rightNegative { return leftNegative }
    return leftNegative ? right.magnitudeIsLess(than: left) : left.magnitudeIsLess(than: right)
  }

  private func magnitudeIsLess(than other: DecimalNumber) -> Bool {
    let (whole, fraction) = parts
    let (otherWhole, otherFraction) = other.parts
    if whole.count != otherWhole.count { return whole.count < otherWhole.count }
    if !whole.elementsEqual(otherWhole) { return whole.lexicographicallyPrecedes(otherWhole) }
    return fraction.lexicographicallyPrecedes(otherFraction)
  }

  private var parts: (whole: Substring.UTF8View, fraction: Substring.UTF8View) {
    let digits = canonical.utf8.drop { $0 == 0x2D }
    let point = digits.firstIndex(of: 0x2E) ?? digits.endIndex
    return (digits[..<point], digits[point...].dropFirst())
  }
}

/// A value of an item for a criterion, with its sources.
package struct Fact: Sendable {
  package var value: FactValue
  /// A short explanation of the value.
  package var note: String?
  /// The sources that state it, each once, in the order cited.
  package var sources: [Source.ID]
  /// When the value was last checked against its sources.
  package var verified: CalendarDate?
  /// Whether it is declared to be common knowledge, which needs no source.
  package var isCommonKnowledge: Bool
  /// Whether it was verified longer ago than its criterion's `max-age`.
  package var isStale = false
  package var range: SourceRange
}

/// Everything known about one item on one criterion, from all sources.
@usableFromInline
package struct Cell: Sendable {
  /// All facts, in the order written; several if sources differ.
  package var facts: [Fact] = []
  package var strengths: [Claim.ID] = []
  package var weaknesses: [Claim.ID] = []
  package var features: [Claim.ID] = []
  /// The sources that judge the item here.
  package var balance = Balance()
  /// The state that the facts imply; nil without facts.
  package var factState: State?
  /// The state that the claims imply; nil without claims.
  package var claimState: State?

  /// The state of a cell, as tables show it.
  package enum State: String, Sendable, Hashable, CaseIterable {
    case value, yes, no, partial
    case notApplicable = "not-applicable"
    case praised, criticised, mixed, mentioned
    case contested, unknown
  }

  /// The state of the cell: that of its facts if they are known, else that of its claims, else unknown.
  package var state: State {
    guard let factState, factState != .unknown else { return claimState ?? .unknown }
    return factState
  }

  package var isContested: Bool { factState == .contested || claimState == .contested }
  package var claims: [Claim.ID] { strengths + weaknesses + features }
  /// Whether a known value was verified longer ago than the criterion's `max-age`.
  package var isStale: Bool { facts.contains { $0.isStale && $0.value.isKnown } }
}
