import Pages
import TextEncoding

/// The result of publishing one planned file.
struct PublishedFile: Sendable {
  var content: Manifest.Content
  /// The hash of the inputs that the file was made from, if known.
  var cacheKey: ContentHash?
  var isWritten: Bool
  /// The digest of the file's stamp, if the file was kept because the stamp is unchanged.
  var stamp: FileStamp.Digest?
}

/// A planned file whose content is about to be produced.
struct PlannedFile {
  enum Content {
    case made(() -> [UInt8])
    case copied(String)
  }

  var content: Content
  var cacheKey: ContentHash?
  /// What the output holds, if that is known to equal what would be written.
  var kept: PublishedFile?

  /// Plans a file without consulting what is remembered of it.
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

  /// Plans a file that is kept if its cache key is unchanged and the output still holds what was written then,
  /// according to its stamp or its bytes.
  static func remembering(_ file: OutputFile, _ known: CachedFiles.File?, _ look: Look) -> PlannedFile {
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

  /// How to inspect the existing file in the output.
  struct Look {
    var stamp: () -> FileStamp?
    var holds: (Manifest.Content) -> Bool
  }
}

extension FileWriter {
  /// Computes the cache key of a planned file and whether the file can be kept.
  func look(at file: OutputFile, at path: String, known: CachedFiles.File?) -> PlannedFile {
    PlannedFile.remembering(
      file, known,
      PlannedFile.Look(
        stamp: { try? self.stamp(of: path) }, holds: { (try? self.holds($0, at: path)) ?? false }))
  }
}

extension Publication {
  /// Returns what the next build has to remember of each file.
  ///
  /// A file can change again within one tick of the file system's clock without any change of its stamp. Only the stamp
  /// of a file clearly older than the newest one is therefore recorded: the clock has moved on since.
  func entries(_ outcomes: [PublishedFile]) -> [OutputState.Entry] {
    let writer = writer()
    let stamps = zip(paths, outcomes).map { path, outcome in
      outcome.stamp == nil ? try? writer.stamp(of: path) : nil
    }
    let newest = stamps.compactMap { $0?.changed }.max()
    return zip(outcomes, stamps).map { outcome, stamp in
      if let known = outcome.stamp { return OutputState.Entry(stamp: known, cacheKey: outcome.cacheKey) }
      guard let stamp, let newest, stamp.kind == .file,
        stamp.changed.isBefore(newest, less: 0, by: FileStamp.coarseness)
      else { return OutputState.Entry(stamp: .unknown, cacheKey: outcome.cacheKey) }
      return OutputState.Entry(stamp: stamp.digest, cacheKey: outcome.cacheKey)
    }
  }
}
