extension String {
  /// The text under full Unicode case folding, to detect names that collide on case-insensitive file systems: "STRASSE"
  /// and "straße", "ς" and "σ", "ﬁ" and "fi" are equal. Compare the results by canonical equivalence.
  ///
  /// The lower case of the upper case yields the equivalence classes of `CaseFolding.txt`, except for the dotless i,
  /// whose upper case is that of i; it is kept distinct here, as it is there.
  package var caseFolded: String {
    if utf8.allSatisfy({ $0 < 0x80 && !(0x41...0x5A).contains($0) }) { return self }
    var result = ""
    for scalar in unicodeScalars {
      for small in scalar.properties.lowercaseMapping.unicodeScalars {
        if small == "ı" {
          result.unicodeScalars.append(small)
        } else {
          for capital in small.properties.uppercaseMapping.unicodeScalars {
            result += capital.properties.lowercaseMapping
          }
        }
      }
    }
    return result
  }
}

/// Rules for file names that are valid on every operating system, so that a site can be copied anywhere.
package enum PortableName {
  /// The names that Windows reserves for devices.
  private static let devices: Set<String> = {
    var names: Set<String> = ["con", "prn", "aux", "nul", "conin$", "conout$"]
    for digit in "123456789¹²³" { names.formUnion(["com\(digit)", "lpt\(digit)"]) }
    return names
  }()

  private static let mostBytesOfDevice = "conout$".utf8.count

  /// Returns whether Windows reserves a name for a device, in any case and with any extension: `con`, `Aux.png`,
  /// `nul.tar.gz`.
  package static func isDevice(_ name: String) -> Bool {
    var stem = name.utf8.prefix { $0 != UInt8(ascii: ".") }
    while stem.last == UInt8(ascii: " ") { stem.removeLast() }
    return stem.count <= mostBytesOfDevice && devices.contains(String(Substring(stem)).lowercased())
  }

  /// Returns the reason why a name is not portable and a better name; nil if it is portable.
  package static func problem(in name: String) -> (words: String, better: String)? {
    if isDevice(name) { return ("is the name of a device on Windows", "the-\(name)") }
    if let last = name.utf8.last, last == UInt8(ascii: ".") || last == UInt8(ascii: " ") {
      var better = Substring(name)
      while let last = better.utf8.last, last == UInt8(ascii: ".") || last == UInt8(ascii: " ") {
        better.removeLast()
      }
      return ("ends in a dot or a blank, which Windows takes away", better.isEmpty ? "file" : String(better))
    }
    let refused = "<>:\"|?*\\".unicodeScalars
    if let scalar = name.unicodeScalars.first(where: { refused.contains($0) }) {
      var better = ""
      for scalar in name.unicodeScalars {
        better.unicodeScalars.append(refused.contains(scalar) ? "-" : scalar)
      }
      return ("holds \"\(scalar)\", which Windows does not take", better)
    }
    return nil
  }
}
