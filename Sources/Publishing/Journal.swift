import TextEncoding

/// Writes the manifest of a build's planned paths once, before the build writes anything else.
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

  /// Writes the manifest that lists every old and every new path, unless that has been done.
  func announce() throws(PublishingError) {
    if isAnnounced { return }
    _ = try output.writeManifest(manifest, name, outputPath)
    isAnnounced = true
  }
}

extension Folder {
  /// Reads the manifest of an output folder and the hash of its bytes. Returns an empty manifest without a hash if
  /// there is no file, and nil if the file is damaged.
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
        // The output may still hold files, such as those of a build that was killed at its start.
        return (Manifest(isFinished: false, entries: []), nil)
      }
    }
  }

  /// Writes a manifest and returns the hash of its bytes.
  func writeManifest(
    _ manifest: Manifest, _ name: String, _ outputPath: String
  ) throws(PublishingError) -> ContentHash {
    let bytes = manifest.bytes
    try naming(.write, "\(outputPath)/\(name)") { () throws(SystemError) in
      try replaceFile(name, with: bytes)
    }
    return ContentHash(bytes)
  }

  /// Returns whether the top of the output holds a lock or a temporary file, of a killed build or of one in progress.
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
