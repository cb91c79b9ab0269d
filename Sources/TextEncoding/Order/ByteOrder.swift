/// The order of texts byte by byte, which is that of their code points: the same everywhere, and the one of paths and slugs.
///
/// Swift's strings are equal by canonical equivalence; two files are not.
extension String {
  @inlinable
  package func precedesByBytes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }

  @inlinable
  package func equalsByBytes(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  package func hasByteSuffix(_ suffix: String) -> Bool {
    utf8.count >= suffix.utf8.count && utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  package func hasBytePrefix(_ prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }
}

extension Sequence {
  /// The elements in the order of texts that they have, byte by byte.
  @inlinable
  package func ordered(byBytesOf text: (Element) -> String) -> [Element] {
    sorted { text($0).precedesByBytes(text($1)) }
  }
}
