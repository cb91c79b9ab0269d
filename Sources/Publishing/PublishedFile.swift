import Incremental
import Pages
import TextEncoding

/// The result of publishing one planned file.
struct PublishedFile: Sendable {
  var content: Manifest.Content
  /// The nodes that the file was made from, if known.
  var reads: ReadSet?
  var isWritten: Bool
  /// The digest of the file's stamp, if the file was kept because the stamp is unchanged.
  var stamp: FileStamp.Digest?
}

extension FileWriter {
  /// Returns what the output holds at a planned file's path if that is known to equal what would be written: nothing
  /// that it was made from has changed, and the file still is what was written then, by its stamp or its bytes.
  func kept(at path: String, _ known: CachedFiles.File?) -> PublishedFile? {
    guard let known, let reads = known.reads, let stamp = try? stamp(of: path), stamp.kind == .file
    else { return nil }
    let isSame = stamp.digest == known.stamp
    guard isSame || (try? holds(known.content, at: path)) ?? false else { return nil }
    return PublishedFile(
      content: known.content, reads: reads, isWritten: false, stamp: isSame ? known.stamp : nil)
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
      if let known = outcome.stamp { return OutputState.Entry(stamp: known, reads: outcome.reads) }
      guard let stamp, let newest, stamp.kind == .file,
        stamp.changed.isBefore(newest, less: 0, by: FileStamp.coarseness)
      else { return OutputState.Entry(stamp: .unknown, reads: outcome.reads) }
      return OutputState.Entry(stamp: stamp.digest, reads: outcome.reads)
    }
  }
}
