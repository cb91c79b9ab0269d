package import Diagnostics
package import TextEncoding

/// The value of a fact, typed by its criterion.
package enum FactValue: Sendable, Hashable {
  case text(TextValue)
  case boolean(Bool)
  case number(DecimalNumber)
  case date(CalendarDate)
  /// The slug of one of the criterion's values.
  case choice(Slug)
  /// Elements in the order written, without repeats: text, or choices where the criterion names values.
  case list([FactValue])
  case url(String)
  /// True to a degree that the fact's note tells.
  case partial
  case notApplicable
  /// The editor says that it is not known.
  case unknown

  package var isKnown: Bool { if case .unknown = self { false } else { true } }
}

/// A decimal number as written, equal to another of the same value: `1.50` equals `1.5`.
package struct DecimalNumber: Sendable, Hashable, Comparable {
  /// As written.
  package let text: String
  /// Without a plus sign, leading zeros and trailing zeros of the fraction: what two equal numbers share.
  package let canonical: String

  /// The number that a text spells: digits, with a sign and a fraction at most; nil otherwise.
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

  /// As written, without a plus sign and leading zeros, which no number of JSON has (RFC 8259, section 6): `-0.50`.
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
    if whole != otherWhole { return whole.lexicographicallyPrecedes(otherWhole) }
    return fraction.lexicographicallyPrecedes(otherFraction)
  }

  private var parts: (whole: [UInt8], fraction: [UInt8]) {
    let digits = canonical.utf8.drop { $0 == 0x2D }
    let split = digits.split(separator: 0x2E, maxSplits: 1)
    return (split.first.map(Array.init) ?? [], split.count > 1 ? Array(split[1]) : [])
  }
}

/// A value of an item's criterion, and who says so.
package struct Fact: Sendable {
  package var value: FactValue
  package var note: String?
  /// Who states it, each once, in the order cited.
  package var sources: [Source.ID]
  package var verified: CalendarDate?
  package var isCommonKnowledge: Bool
  /// Whether it was verified longer ago than its criterion allows.
  package var isStale = false
  package var range: SourceRange
}

/// What is known of one item's criterion, from all sources together.
@usableFromInline
package struct Cell: Sendable {
  /// Every fact, in the order written; more than one where sources differ.
  package var facts: [Fact] = []
  package var strengths: [Claim.ID] = []
  package var weaknesses: [Claim.ID] = []
  package var features: [Claim.ID] = []
  package var factState: State?
  package var claimState: State?

  package enum State: String, Sendable, Hashable, CaseIterable {
    case value, yes, no, partial
    case notApplicable = "not-applicable"
    case praised, criticised, mixed, mentioned
    case contested, unknown
  }

  /// A known fact tells more than a claim; without either the cell is unknown, never blank.
  package var state: State {
    guard let factState, factState != .unknown else { return claimState ?? .unknown }
    return factState
  }

  package var isContested: Bool { factState == .contested || claimState == .contested }
  package var claims: [Claim.ID] { strengths + weaknesses + features }
  /// Whether one of its values was verified longer ago than its criterion allows.
  package var isStale: Bool { facts.contains { $0.isStale && $0.value.isKnown } }
}
