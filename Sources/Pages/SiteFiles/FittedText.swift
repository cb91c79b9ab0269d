/// A text in lines of a width, as large as it fits, for drawings, which do not break lines by themselves.
///
/// Widths are estimates, the same everywhere, as no typeface is at hand.
struct FittedText: Sendable, Hashable {
  /// The size of letters, in the units of the drawing.
  let size: Int
  let lines: [String]

  /// A size of letters, and how many lines it may take.
  struct Choice {
    var size: Int
    var most: Int
  }

  /// Breaks a text into lines at the first of the choices that holds it; the last one cuts it, with an ellipsis.
  init(_ text: String, width: Int, choices: [Choice]) {
    let parts = Self.parts(text)
    for choice in choices {
      let room = Double(width) / Double(choice.size)
      guard let lines = Self.lines(parts, room: room, isBreaking: false), lines.count <= choice.most else {
        continue
      }
      (size, self.lines) = (choice.size, lines)
      return
    }
    let last = choices.last ?? Choice(size: 1, most: 1)
    let room = Double(width) / Double(last.size)
    let all = Self.lines(parts, room: room, isBreaking: true) ?? []
    var lines = Array(all.prefix(last.most))
    if all.count > lines.count, let end = lines.popLast() { lines.append(Self.cut(end, room: room)) }
    (size, self.lines) = (last.size, lines)
  }

  /// Returns the width of a text, in sizes of its letters.
  static func width(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// Returns whether a text is written from right to left, which its first letter of a direction decides.
  static func isRightToLeft(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
        return true
      default: if scalar.properties.isAlphabetic { return false }
      }
    }
    return false
  }

  /// Returns the smallest parts that stay together on a line: words, and single signs of scripts without spaces. A part
  /// that follows a space begins with it.
  private static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    var isBroken = true
    for character in text {
      if character.isWhitespace {
        parts.append(" ")
        isBroken = false
      } else if isBroken || isWide(character), !isClosing(character) || parts.isEmpty {
        // After a space the sign joins it.
        if parts.last == " " {
          parts[parts.count - 1].append(character)
        } else {
          parts.append(String(character))
        }
        isBroken = isWide(character)
      } else {
        parts[parts.count - 1].append(character)
        isBroken = isWide(character)
      }
    }
    return parts.filter { $0 != " " }
  }

  private static func isWide(_ character: Character) -> Bool {
    character.unicodeScalars.first.map(isWide) ?? false
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Returns whether a sign must not begin a line.
  private static func isClosing(_ character: Character) -> Bool {
    "、。，．：；！？）」』】》〉・ー々".contains(character)
  }

  /// Returns the lines that the parts take; nil if a part is wider than a line, unless it may be broken anywhere.
  private static func lines(_ parts: [String], room: Double, isBreaking: Bool) -> [String]? {
    var lines: [String] = []
    var line = ""
    for part in parts {
      if width(line + part) <= room {
        line += part
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = part.first == " " ? String(part.dropFirst()) : part
      while width(line) > room {
        guard isBreaking, line.count > 1 else { return nil }
        var head = line
        while head.count > 1, width(head) > room { head.removeLast() }
        lines.append(head)
        line = String(line.dropFirst(head.count))
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { $0.first == " " ? String($0.dropFirst()) : $0 }
  }

  private static func cut(_ line: String, room: Double) -> String {
    var line = line
    while !line.isEmpty, width(line + "…") > room { line.removeLast() }
    while line.last == " " { line.removeLast() }
    return line + "…"
  }

  private static func width(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if isWide(scalar) { return 1 }
    switch scalar {
    case "i", "j", "l", "I", "'", ".", ",", ":", ";", "|", "!", "’": return 0.36
    case " ", "f", "t", "r", "(", ")", "[", "]", "-", "/": return 0.42
    case "m", "w", "M", "W", "—", "…", "@", "%", "&": return 0.95
    default: return scalar.properties.isUppercase ? 0.75 : 0.62
    }
  }
}
