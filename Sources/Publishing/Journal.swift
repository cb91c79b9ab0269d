import TextEncoding

/// Announces what a build may write, once, before it writes anything.
actor Journal {
  private let output: Folder
  private let outputPath: String
  private let name: String
  private let manifest: Manifest
  private var isAnnounced = false

  init(output: Folder, outputPath: String, name: String, manifest: Manifest) {
    self.output = output
    self.outputPath = outputPath
    self.name = name
    self.manifest = manifest
  }

  /// Returns when the manifest on the disk names every old and every new path.
  func announce() throws(PublishingError) {
    if isAnnounced { return }
    _ = try output.writeManifest(manifest, name, outputPath)
    isAnnounced = true
  }
}

extension Folder {
  /// The manifest in an output folder, with the fingerprint of its bytes: an empty one without a fingerprint when there is none, nil
  /// when it is broken.
  func readManifest(
    _ name: String, _ outputPath: String
  ) throws(PublishingError) -> (manifest: Manifest, hash: ContentHash?)? {
    try naming(.read, "\(outputPath)/\(name)") { () throws(SystemError) in
      do throws(SystemError) {
        let file = try file(name)
        let status = try file.status()
        guard status.kind == .file, status.size < 1 << 30 else { return nil }
        let bytes = try file.bytes(expecting: status.size)
        return Manifest(bytes: bytes).map { ($0, ContentHash(bytes)) }
      } catch {
        guard error.isMissing else { throw error }
        // Files may be there all the same, those of a build that was killed at once among them.
        return (Manifest(isFinished: false, entries: []), nil)
      }
    }
  }

  /// Writes a manifest, and gives the fingerprint of its bytes.
  func writeManifest(
    _ manifest: Manifest, _ name: String, _ outputPath: String
  ) throws(PublishingError) -> ContentHash {
    let bytes = manifest.bytes
    try naming(.write, "\(outputPath)/\(name)") { () throws(SystemError) in
      try replaceFile(name, with: bytes)
    }
    return ContentHash(bytes)
  }

  /// Whether a build that was killed, or one that is at work, has left its lock or a temporary file at the top of the output.
  func holdsLeftovers() throws(SystemError) -> Bool {
    try names().contains {
      $0.elementsEqual(OutputPath.lock.utf8) || $0.starts(with: OutputPath.temporaryPrefix.utf8)
    }
  }

  func removeTemporaryFiles() throws(SystemError) {
    for bytes in try names() where bytes.starts(with: OutputPath.temporaryPrefix.utf8) {
      let name = String(decoding: bytes, as: UTF8.self)
      guard name.utf8.elementsEqual(bytes), try status(of: name).kind == .file else { continue }
      try removeFile(name)
    }
  }
}
