import TextEncoding

/// Spells text as YAML that reads back as the same text, in a block and between brackets alike.
enum YAMLText {
  /// The words that mean something else where a fact's value is not quoted.
  private static let statesOfFacts: Set<String> = ["partial", "not-applicable", "unknown"]
  private static let nulls: Set<String> = ["null", "Null", "NULL"]

  /// A text that is the value of a fact.
  static func value(_ text: String) -> String {
    statesOfFacts.contains(text) ? quoted(text) : scalar(text)
  }

  /// A text, in quotes unless it cannot be taken for anything else without.
  static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// Whether a text is safe without quotes: letters, digits and a few marks, and nothing that YAML gives a meaning.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, isWordy(first),
      last != " ", last != ":", !nulls.contains(text)
    else { return false }
    var previous = first
    for scalar in text.unicodeScalars {
      switch scalar {
      case " " where previous == ":": return false
      case ":", " ", "-", ".", "/", "_", "(", ")", "+", "'", "’", "&", "=", "%", "~", "@", ";": break
      default: if !isWordy(scalar) { return false }
      }
      previous = scalar
    }
    return true
  }

  private static func isWordy(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber: true
    default: false
    }
  }

  /// A text in double quotes; what a reader would not see is spelled out.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if isHidden(scalar) {
          result += escape(scalar.value)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate: true
    default: false
    }
  }

  /// `\x1F`, `\u200B` or `\U000E0001`.
  private static func escape(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    let (mark, width) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\" + mark + digits.zeroPadded(to: width)
  }
}
