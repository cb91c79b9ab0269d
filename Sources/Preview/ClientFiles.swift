import CPreviewClient

/// The script and the style sheet that pages load from the server itself, which are compiled into the program.
enum ClientFiles {
  /// What stands at a path, by its components.
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
