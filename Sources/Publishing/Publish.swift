package import Diagnostics
package import Incremental
package import Pages
import TextEncoding

/// The settings of publishing.
package struct PublishingOptions: Sendable {
  /// The site's folder, from which copied files are read.
  package var site: String
  /// The output folder; nil for `Public` in the site's folder.
  package var output: String?
  /// The user's home folder, which is never accepted as an output.
  package var home: String?
  /// How many files are produced and written concurrently, at least 1.
  package var jobs: Int
  /// Whether files that Collate did not write may be overwritten by pages.
  package var overwritesForeignFiles: Bool
  /// The part of the site to which the files belong; nil for the whole site.
  package var part: Shard?

  package init(
    site: String, output: String? = nil, home: String? = nil, jobs: Int = 1,
    overwritesForeignFiles: Bool = false,
    part: Shard? = nil
  ) {
    self.site = site
    self.output = output
    self.home = home
    self.jobs = max(1, jobs)
    self.overwritesForeignFiles = overwritesForeignFiles
    self.part = part
  }
}

/// The result of `publish`, or of `preview`.
package struct PublishingResult: Hashable, Sendable {
  /// The number of files that were new or different.
  package var written = 0
  /// The number of files that were left untouched.
  package var unchanged = 0
  /// The number of files of earlier builds that were removed because they are no longer planned.
  package var removed = 0
  /// Diagnostics about the output.
  package var diagnostics: [Diagnostic] = []

  package init(written: Int = 0, unchanged: Int = 0, removed: Int = 0) {
    self.written = written
    self.unchanged = unchanged
    self.removed = removed
  }
}

/// A callback with the number of files done and the total; called from one task at a time.
package typealias PublishingProgress = (_ done: Int, _ all: Int) -> Void

/// Makes an output folder match a site.
///
/// At any moment every file in the output is either its complete old or its complete new version, and the manifest
/// lists every file that Collate may have written. Files that are equal already are not touched, and neither are files
/// that Collate did not write.
///
/// - Parameters:
///   - files: The planned files, in byte order of their paths, without duplicates.
///   - options: Where and how to publish.
///   - memory: What is known of the output since the last build, used to skip unchanged files; holds the new state on
///     return.
///   - nodes: What the files may be made from, which is stored with what each was made from; nil stores nothing of it.
///   - interruption: Defers signals while files are written.
///   - progress: Called repeatedly with the number of files done.
/// - Returns: How many files were written, unchanged and removed, with diagnostics about the output.
/// - Throws: Before anything is written: `.unsafePath`, `.refusedOutput`, `.locked`, `.foreignFiles`, `.occupied` or
///   `.symbolicLink`. Later: `.failed`, `.changed` or `.interrupted`.
package func publish(
  _ files: OutputFiles, options: PublishingOptions, memory: inout OutputState, nodes: NodeTable? = nil,
  interruption: Interruption = Interruption(), progress: PublishingProgress = { _, _ in }
) async throws(PublishingError) -> PublishingResult {
  let last = memory
  memory = OutputState()
  let paths = files.paths(\.path)
  let (site, place) = try prepare(paths, options)
  interruption.beginWriting()
  defer { interruption.endWriting() }
  let folder = try place.make()
  let lock = try OutputLock(folder: folder, path: place.path)
  defer { lock.release() }
  let publication = try Publication(
    files: files, paths: paths, site: site, output: folder, outputPath: place.path, options: options,
    memory: last, nodes: nodes, interruption: interruption)
  let result: PublishingResult
  (result, memory) = try await publication.run(progress)
  return result
}

/// Determines what `publish` would do, without writing or waiting for a lock.
///
/// `memory` is what is known of the output, used to skip unchanged files. It holds the state of the output on return if
/// `publish` would leave it as it is, and knows nothing otherwise.
package func preview(
  _ files: OutputFiles, options: PublishingOptions, memory: inout OutputState, nodes: NodeTable? = nil,
  progress: PublishingProgress = { _, _ in }
) async throws(PublishingError) -> PublishingResult {
  let last = memory
  memory = OutputState()
  let paths = files.paths(\.path)
  let (site, place) = try prepare(paths, options)
  guard place.missing.isEmpty else { return PublishingResult(written: files.count) }
  let publication = try Publication(
    files: files, paths: paths, site: site, output: place.existing, outputPath: place.path, options: options,
    memory: last, nodes: nodes, interruption: Interruption())
  let result: PublishingResult
  (result, memory) = try await publication.preview(progress)
  return result
}

private func prepare(
  _ paths: [String], _ options: PublishingOptions
) throws(PublishingError) -> (Folder, OutputPlace) {
  var last: String?
  for path in paths {
    guard OutputPath.isSafe(path), last?.precedesByBytes(path) ?? true else { throw .unsafePath(path) }
    last = path
  }
  let site = try openSite(options.site)
  let place = try OutputPlace(path: options.output, sitePath: options.site, site: site)
  let refusal = try naming(.open, place.path) { () throws(SystemError) in
    try place.refusal(site: site, home: options.home)
  }
  if let refusal { throw .refusedOutput(path: place.path, refusal) }
  return (site, place)
}
