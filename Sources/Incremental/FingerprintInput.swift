package import TextEncoding

/// The bytes of which a fingerprint is the hash: numbers and texts one after the other, unambiguously.
package struct FingerprintInput {
  private var bytes: [UInt8] = []

  package init() { bytes.reserveCapacity(256) }

  package mutating func add(_ number: Int) {
    let word = UInt64(bitPattern: Int64(number))
    // Nearly all numbers are small and not negative.
    if word < 0xFF { return bytes.append(UInt8(word)) }
    bytes.append(0xFF)
    for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
  }

  package mutating func add(_ truth: Bool) { add(truth ? 1 : 0) }

  package mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes += text.utf8
  }

  package mutating func add(_ text: String?) {
    add(text != nil)
    if let text { add(text) }
  }

  package mutating func add(_ hash: ContentHash) {
    add(Int(truncatingIfNeeded: hash.high))
    add(Int(truncatingIfNeeded: hash.low))
  }

  package mutating func add(_ hash: ContentHash?) {
    add(hash != nil)
    if let hash { add(hash) }
  }

  package mutating func add<Element>(
    _ elements: some Collection<Element>, _ element: (inout FingerprintInput, Element) -> Void
  ) {
    add(elements.count)
    for each in elements { element(&self, each) }
  }

  package var hash: ContentHash { ContentHash(bytes) }

  /// Half of the hash, for nodes: that one of them seems unchanged although it is not takes 2⁶⁴ edits.
  package var fingerprint: UInt64 { hash.high }

  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
