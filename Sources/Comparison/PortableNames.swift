extension String {
  /// One text for all that disks without regard to case take for one name, compared by canonical equivalence: Unicode's full case folding,
  /// by which "STRASSE" and "straße", "ς" and "σ", "ﬁ" and "fi" are the same.
  ///
  /// Small letters of the capitals come to the classes of `CaseFolding.txt`; only the dotless i, whose capital is that of i, is
  /// kept apart there and here.
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

/// Names of files that every disk takes: a site must be copyable to any.
package enum PortableName {
  /// Names that Windows keeps for devices.
  private static let devices: Set<String> = {
    var names: Set<String> = ["con", "prn", "aux", "nul", "conin$", "conout$"]
    for digit in "123456789¹²³" { names.formUnion(["com\(digit)", "lpt\(digit)"]) }
    return names
  }()

  /// Whether a name, in any case and with whatever extension, is a device's on Windows: `con`, `Aux.png`, `nul.tar.gz`.
  package static func isDevice(_ name: String) -> Bool {
    let stem = name.utf8.prefix { $0 != UInt8(ascii: ".") }
    let letters = String(Substring(stem)).lowercased()
    return devices.contains(String(letters.reversed().drop { $0 == " " }.reversed()))
  }

  /// What keeps a file or a folder from having a name everywhere, and the name that it could have; nil where nothing does.
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
