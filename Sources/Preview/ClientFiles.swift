import CPreviewClient

/// The client script and style sheet, which are compiled into the program and served below `/_collate/`.
enum ClientFiles {
  /// Returns the client file at a path, given by its components; nil if there is none.
  static func representation(_ components: [String]) -> Representation? {
    guard components.count == 2 else { return nil }
    for index in 0..<collate_client_file_count() {
      let file = collate_client_file(index)
      guard let name = file.name, String(cString: name) == components[1] else { continue }
      let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
      return Representation(
        headers: [("Content-Type", MediaType.of(components[1])), ("Cache-Control", "no-cache")],
        body: .bytes(bytes[...]), tag: "\"\(Fingerprint.text(of: bytes))\"")
    }
    return nil
  }
}
