/// Escapes the control and bidirectional characters of a text as `\u{…}`, so that it is safe to print on a terminal.
///
/// Content and file names are untrusted: escape sequences and bidirectional overrides in them must not alter what a
/// reviewer sees.
package func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: \.isHidden) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if scalar.isHidden {
      result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

extension Unicode.Scalar {
  /// Whether the character is invisible and may affect how others are displayed: control characters, line separators,
  /// bidirectional controls, joiners and tags.
  var isHidden: Bool {
    if value < 0x7F { return value < 0x20 }
    return switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: properties.isDefaultIgnorableCodePoint || (0xFFF9...0xFFFB).contains(value)
    default: false
    }
  }
}
