package import Diagnostics
package import Pages
import TextEncoding

/// Where and how a site is published.
package struct PublishingOptions: Sendable {
  /// The site's folder, which copied files are read from.
  package var site: String
  /// The output folder; nil for `Public` in the site's folder.
  package var output: String?
  /// The user's home folder, which is never an output.
  package var home: String?
  /// How many files are made and written at a time, at least 1.
  package var jobs: Int
  /// Whether files that Collate did not write may be overwritten where pages belong.
  package var adopts: Bool
  /// Which part of the site the files are; nil for all of it.
  package var part: Shard?

  package init(
    site: String, output: String? = nil, home: String? = nil, jobs: Int = 1, adopts: Bool = false,
    part: Shard? = nil
  ) {
    self.site = site
    self.output = output
    self.home = home
    self.jobs = max(1, jobs)
    self.adopts = adopts
    self.part = part
  }
}

/// What publishing did, or would do.
package struct PublishingResult: Hashable, Sendable {
  /// Files that were new or different.
  package var written = 0
  package var unchanged = 0
  /// Files of an earlier build that are no longer planned.
  package var removed = 0
  /// What is worth knowing about the output.
  package var diagnostics: [Diagnostic] = []

  package init(written: Int = 0, unchanged: Int = 0, removed: Int = 0) {
    self.written = written
    self.unchanged = unchanged
    self.removed = removed
  }
}

/// Called with the number of files done and of all files, from one task at a time.
package typealias PublishingProgress = (_ done: Int, _ all: Int) -> Void

/// Brings an output folder in line with a site: the whole of what writes.
///
/// At any moment every file in the output is wholly old or wholly new, and the manifest names every file that Collate may
/// have written. Equal files are not touched; files that are not Collate's stay.
/// The planned files are in order of path by bytes, without repeats. The memory of the last time spares what would come out the same,
/// and is of this time afterwards.
package func publish(
  _ files: OutputFiles, options: PublishingOptions, memory: inout OutputMemory,
  interruption: Interruption = Interruption(), progress: PublishingProgress = { _, _ in }
) async throws(PublishingError) -> PublishingResult {
  let last = memory
  memory = OutputMemory()
  let paths = files.paths(\.path)
  let (site, place) = try prepare(paths, options)
  interruption.beginWriting()
  defer { interruption.endWriting() }
  let folder = try place.make()
  let lock = try OutputLock(folder: folder, path: place.path)
  defer { lock.release() }
  let publication = try Publication(
    files: files, paths: paths, site: site, output: folder, outputPath: place.path, options: options,
    memory: last, interruption: interruption)
  let result: PublishingResult
  (result, memory) = try await publication.run(progress)
  return result
}

/// What `publish` would do, found out without writing anything or waiting for a lock.
package func preview(
  _ files: OutputFiles, options: PublishingOptions, progress: PublishingProgress = { _, _ in }
) async throws(PublishingError) -> PublishingResult {
  let paths = files.paths(\.path)
  let (site, place) = try prepare(paths, options)
  guard place.missing.isEmpty else { return PublishingResult(written: files.count) }
  let publication = try Publication(
    files: files, paths: paths, site: site, output: place.existing, outputPath: place.path, options: options,
    interruption: Interruption())
  return try await publication.preview(progress)
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
