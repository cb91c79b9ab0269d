import TextEncoding

/// Formats text as YAML that parses as the same text in block and flow context.
enum YAMLText {
  /// Words that have a special meaning as an unquoted value of a fact.
  private static let statesOfFacts: Set<String> = ["partial", "not-applicable", "unknown"]
  private static let nulls: Set<String> = ["null", "Null", "NULL"]

  /// Formats the value of a fact.
  static func value(_ text: String) -> String {
    statesOfFacts.contains(text) ? quoted(text) : scalar(text)
  }

  /// Formats a text, quoting it unless it is certainly unambiguous.
  static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// Returns whether a text is unambiguous without quotes: letters, digits and a few punctuation marks, without YAML
  /// syntax.
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

  /// Returns a double-quoted text in which invisible characters are escaped.
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

  /// Returns an escape sequence: `\x1F`, `\u200B` or `\U000E0001`.
  private static func escape(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    let (mark, width) = value < 0x100 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\" + mark + digits.zeroPadded(to: width)
  }
}
