/// Comparison by UTF-8 bytes, which is the order of code points: the same on all platforms, and used for paths and
/// slugs.
///
/// Swift treats canonically equivalent strings as equal, but they may be different files.
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
  /// Sorts the elements by the bytes of their keys.
  @inlinable
  package func ordered(byBytesOf text: (Element) -> String) -> [Element] {
    sorted { text($0).precedesByBytes(text($1)) }
  }
}
