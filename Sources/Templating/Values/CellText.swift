extension Cell {
  /// The text as a string; empty for other types.
  var string: String {
    withBytes { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { buffer in
        for index in bytes.indices { buffer[index] = bytes[index] }
        return bytes.count
      }
    }
  }
}
