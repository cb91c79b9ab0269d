/// Text that cannot steer a terminal: control and direction-changing characters are spelled out.
///
/// Content and the names of files come from strangers, and an escape sequence or a bidirectional override in them must not rewrite
/// what a reviewer reads.
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
  /// Whether it changes how other characters are shown and is not seen itself: controls, separators of lines, marks of direction,
  /// joiners, tags.
  var isHidden: Bool {
    if value < 0x7F { return value < 0x20 }
    return switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: properties.isDefaultIgnorableCodePoint || (0xFFF9...0xFFFB).contains(value)
    default: false
    }
  }
}
