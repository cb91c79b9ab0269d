import Incremental

// The serialized form of what files were made from.

extension ByteWriter {
  mutating func write(_ reads: ReadSet?) {
    write(reads == nil ? 0 : 1)
    if let reads { write(reads.bytes) }
  }

  mutating func write(_ nodes: NodeTable?) {
    write(nodes == nil ? 0 : 1)
    guard let nodes else { return }
    write(Array(nodes.layout.names.indices)) { writer, group in
      writer.write(nodes.layout.names[group])
      writer.write(nodes.layout.nodes(of: group).count)
    }
    for fingerprint in nodes.fingerprints { write(word: fingerprint) }
  }
}

extension ByteReader {
  mutating func reads() -> ReadSet? { bytes().map { ReadSet(bytes: $0) } }

  mutating func nodes() -> NodeTable? {
    let groups = list { reader -> (name: String, count: Int)? in
      guard let name = reader.text(), let count = reader.number(), count >= 0 else { return nil }
      return (name, count)
    }
    guard let groups else { return nil }
    var layout = NodeLayout()
    for group in groups {
      // Each node takes eight bytes, so a forged count reserves no memory.
      guard group.count <= restCount / 8 else { return nil }
      layout.add(group.name, count: group.count)
    }
    guard layout.count <= restCount / 8 else { return nil }
    var fingerprints: [UInt64] = []
    fingerprints.reserveCapacity(layout.count)
    for _ in 0..<layout.count {
      guard let fingerprint = word() else { return nil }
      fingerprints.append(fingerprint)
    }
    return NodeTable(layout, fingerprints)
  }
}
