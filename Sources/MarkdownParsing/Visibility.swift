extension Unicode.Scalar {
  /// Whether the character is visible.
  package var isVisible: Bool {
    if isASCII { return value > 0x20 && value < 0x7F }
    // The blank braille pattern is a symbol by its category.
    if self == "\u{2800}" { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator,
      .nonspacingMark, .enclosingMark:
      return false
    default: return !properties.isDefaultIgnorableCodePoint
    }
  }
}

extension String {
  /// Whether any character is visible.
  package var isVisible: Bool { unicodeScalars.contains(where: \.isVisible) }
}
