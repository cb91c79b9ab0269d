import Pages
import TextEncoding

/// What became of a planned file.
struct PublishedFile: Sendable {
  var content: Manifest.Content
  /// A fingerprint of what it was made from, where there is one.
  var cacheKey: ContentHash?
  var isWritten: Bool
  /// What the system says of it, where it was left alone because of that.
  var stamp: FileStamp.Digest?
}

/// A planned file at the moment when it is its turn.
struct PlannedFile {
  enum Content {
    case made(() -> [UInt8])
    case copied(String)
  }

  var content: Content
  var cacheKey: ContentHash?
  /// What stands in the output, where that is known to be what would be written.
  var kept: PublishedFile?

  /// A file of which nothing is remembered.
  init(_ file: OutputFile) {
    switch file.content {
    case .made(let producer): content = .made(producer.prepare().bytes)
    case .copied(let path): content = .copied(path)
    }
  }

  private init(_ prepared: OutputProducer.Prepared) {
    content = .made(prepared.bytes)
    cacheKey = prepared.cacheKey()
  }

  /// A file that can stay as it is where it is made from what it was made from and still holds what was made then: the system says of it
  /// what it said, or else its bytes are the same.
  static func remembering(_ file: OutputFile, _ known: KnownFiles.File?, _ look: Look) -> PlannedFile {
    guard case .made(let producer) = file.content else { return PlannedFile(file) }
    var planned = PlannedFile(producer.prepare())
    guard let cacheKey = planned.cacheKey, let known, known.entry.cacheKey == cacheKey,
      let stamp = look.stamp(),
      stamp.kind == .file
    else { return planned }
    let isSame = stamp.digest == known.entry.stamp
    if isSame || look.holds(known.content) {
      planned.kept = PublishedFile(
        content: known.content, cacheKey: cacheKey, isWritten: false, stamp: isSame ? known.entry.stamp : nil)
    }
    return planned
  }

  /// How to find out about the file that stands in the output.
  struct Look {
    var stamp: () -> FileStamp?
    var holds: (Manifest.Content) -> Bool
  }
}

extension FileWriter {
  /// Finds out what a planned file is made from, and whether it can stay as it is.
  func look(at file: OutputFile, at path: String, known: KnownFiles.File?) -> PlannedFile {
    PlannedFile.remembering(
      file, known,
      PlannedFile.Look(
        stamp: { try? self.stamp(of: path) }, holds: { (try? self.holds($0, at: path)) ?? false }))
  }
}

extension Publication {
  /// What is to be remembered of each file.
  ///
  /// A file may be changed once more within a tick of the file system's clock without its stamp telling. So that of a file which is
  /// not clearly older than the newest one is not trusted: by then the clock has moved on.
  func entries(_ outcomes: [PublishedFile]) -> [OutputMemory.Entry] {
    let writer = writer()
    let stamps = zip(paths, outcomes).map { path, outcome in
      outcome.stamp == nil ? try? writer.stamp(of: path) : nil
    }
    let newest = stamps.compactMap { $0?.changed }.max()
    return zip(outcomes, stamps).map { outcome, stamp in
      if let known = outcome.stamp { return OutputMemory.Entry(stamp: known, cacheKey: outcome.cacheKey) }
      guard let stamp, let newest, stamp.kind == .file,
        stamp.changed.isBefore(newest, less: 0, by: FileStamp.coarseness)
      else { return OutputMemory.Entry(stamp: .unknown, cacheKey: outcome.cacheKey) }
      return OutputMemory.Entry(stamp: stamp.digest, cacheKey: outcome.cacheKey)
    }
  }
}
