import Diagnostics
import Pages

/// One run of publishing into a folder that is this process's own.
struct Publication: Sendable {
  let files: OutputFiles
  let paths: [String]
  let site: Folder
  let output: Folder
  let outputPath: String
  let jobs: Int
  let adopts: Bool
  let interruption: Interruption
  let manifestName: String
  /// What earlier builds wrote.
  let recorded: Manifest
  let hasBrokenManifest: Bool

  init(
    files: OutputFiles, paths: [String], site: Folder, output: Folder, outputPath: String,
    options: PublishingOptions,
    interruption: Interruption
  ) throws(PublishingError) {
    self.files = files
    self.paths = paths
    self.site = site
    self.output = output
    self.outputPath = outputPath
    // Each task has two cursors and two files open; a dozen are kept back for everything else.
    self.jobs = max(1, min(options.jobs, (openFileLimit() - 12) / (2 * FolderCursor.mostOpen + 2)))
    self.adopts = options.adopts
    self.interruption = interruption
    manifestName = OutputPath.manifest(of: options.part)
    let manifest = try output.readManifest(manifestName, outputPath)
    recorded = manifest ?? Manifest(isFinished: false, entries: [])
    hasBrokenManifest = manifest == nil
  }

  func run(_ progress: PublishingProgress) async throws(PublishingError) -> PublishingResult {
    let journal = Journal(
      output: output, outputPath: outputPath, name: manifestName, manifest: recorded.beginning(paths))
    if !recorded.isFinished { try removeLeftovers() }
    try await refuseForeignFiles()
    let (clashing, stale) = staleEntries()
    var pruning = Pruning(output: output, outputPath: outputPath, removes: true)
    if !clashing.isEmpty {
      try await journal.announce()
      try pruning.prune(clashing)
    }
    let report = { (done: Int) in progress(done, files.count) }
    let outcomes = try await inStretches(of: files.count, jobs: jobs, progress: report) {
      stretch throws(PublishingError) in try await write(stretch, journal)
    }.flatMap { $0 }
    try interruption.check()
    try pruning.prune(stale)
    try finish(outcomes.map(\.content))
    return result(written: outcomes.count { $0.isWritten }, pruning)
  }

  func preview(_ progress: PublishingProgress) async throws(PublishingError) -> PublishingResult {
    try await refuseForeignFiles()
    let report = { (done: Int) in progress(done, files.count) }
    let counts = try await inStretches(of: files.count, jobs: jobs, progress: report) {
      stretch throws(PublishingError) in try countDifferent(stretch)
    }
    var pruning = Pruning(output: output, outputPath: outputPath, removes: false)
    try pruning.prune(recorded.entries(notIn: paths))
    return result(written: counts.reduce(0, +), pruning)
  }

  private func result(written: Int, _ pruning: Pruning) -> PublishingResult {
    var result = PublishingResult(
      written: written, unchanged: files.count - written, removed: pruning.removedCount)
    if hasBrokenManifest {
      result.diagnostics.append(
        Diagnostic(
          .warning, "broken-manifest",
          "\"\(outputPath)/\(manifestName)\" is damaged, so what earlier builds wrote is not known",
          at: .site, help: "remove by hand what is no longer wanted"))
    }
    result.diagnostics += pruning.kept.map { path in
      Diagnostic(
        .note, "kept-file",
        "\"\(outputPath)/\(path)\" is no longer planned, but was changed since Collate wrote it",
        at: .site, help: "remove it if it is not wanted")
    }
    return result
  }
}

extension Publication {
  private struct Outcome: Sendable {
    var content: Manifest.Content
    var isWritten: Bool
  }

  func writer() -> FileWriter { FileWriter(output: output, outputPath: outputPath, site: site) }

  private func write(
    _ stretch: Range<Int>, _ journal: Journal
  ) async throws(PublishingError) -> [Outcome] {
    let writer = writer()
    var outcomes: [Outcome] = []
    var isAnnounced = false
    for index in stretch where !Task.isCancelled {
      try interruption.check()
      let source = try writer.source(of: files[index])
      let standing = try writer.standing(of: paths[index], against: source)
      switch standing {
      case .equal(let content): outcomes.append(Outcome(content: content, isWritten: false))
      case .missing, .different:
        if !isAnnounced { try await journal.announce() }
        isAnnounced = true
        let content = try writer.write(source, to: paths[index], number: index)
        outcomes.append(Outcome(content: content, isWritten: true))
      case .occupied(let kind): throw inTheWay(paths[index], kind)
      case .blocked(let path, let kind): throw inTheWay(path, kind)
      }
    }
    return outcomes
  }

  private func countDifferent(_ stretch: Range<Int>) throws(PublishingError) -> Int {
    let writer = writer()
    var count = 0
    for index in stretch where !Task.isCancelled {
      let source = try writer.source(of: files[index])
      if case .equal = try writer.standing(of: paths[index], against: source) { continue }
      count += 1
    }
    return count
  }

  private func finish(_ contents: [Manifest.Content]) throws(PublishingError) {
    let entries = zip(paths, contents).map { Manifest.Entry(path: $0, content: $1) }
    let manifest = Manifest(isFinished: true, entries: entries)
    if manifest == recorded, try output.readManifest(manifestName, outputPath) == recorded { return }
    try output.writeManifest(manifest, manifestName, outputPath)
  }
}
