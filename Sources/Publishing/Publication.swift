import Diagnostics
import Incremental
import Pages
import TextEncoding

/// One publishing run into a folder that this process has locked.
struct Publication: Sendable {
  let files: OutputFiles
  let paths: [String]
  let site: Folder
  let output: Folder
  let outputPath: String
  let jobs: Int
  let overwritesForeignFiles: Bool
  let interruption: Interruption
  let manifestName: String
  /// The manifest of the earlier builds.
  let recorded: Manifest
  /// The hash of that manifest's file; nil if there is none.
  private let recordedHash: ContentHash?
  let hasBrokenManifest: Bool
  /// What is remembered of the planned files.
  private let known: CachedFiles
  /// What the planned files may be made from; nil if that is not recorded.
  private let nodes: NodeTable?

  init(
    files: OutputFiles, paths: [String], site: Folder, output: Folder, outputPath: String,
    options: PublishingOptions, memory: OutputState, nodes: NodeTable?, interruption: Interruption
  ) throws(PublishingError) {
    self.files = files
    self.paths = paths
    self.site = site
    self.output = output
    self.outputPath = outputPath
    // Each task has two cursors and two open files; a dozen descriptors are reserved for everything else.
    self.jobs = max(1, min(options.jobs, (openFileLimit() - 12) / (2 * FolderCursor.mostOpen + 2)))
    self.overwritesForeignFiles = options.overwritesForeignFiles
    self.interruption = interruption
    manifestName = OutputPath.manifest(of: options.part)
    let read = try output.readManifest(manifestName, outputPath)
    recorded = read?.manifest ?? Manifest(isFinished: false, entries: [])
    recordedHash = read?.hash
    hasBrokenManifest = read == nil
    self.nodes = nodes
    known = CachedFiles(memory, recorded, recordedHash, paths: paths, nodes: nodes)
  }

  /// Makes the output match the plan and returns what the next build has to remember of it.
  func run(
    _ progress: PublishingProgress
  ) async throws(PublishingError) -> (PublishingResult, OutputState) {
    let journal = Journal(
      output: output, outputPath: outputPath, name: manifestName, manifest: recorded.beginning(paths))
    try removeLeftovers()
    try await refuseForeignFiles()
    let (clashing, stale) = staleEntries()
    var pruning = Pruning(output: output, outputPath: outputPath, removes: true)
    if !clashing.isEmpty {
      try await journal.announce()
      try pruning.prune(clashing)
    }
    let report = { (done: Int) in progress(done, files.count) }
    let outcomes = try await concurrentChunks(of: files.count, jobs: jobs, progress: report) {
      stretch throws(PublishingError) in try await write(stretch, journal)
    }.flatMap { $0 }
    try interruption.check()
    try pruning.prune(stale)
    let manifest = try finish(outcomes)
    let memory = OutputState(manifest: manifest, entries: entries(outcomes), nodes: nodes)
    return (result(written: outcomes.count { $0.isWritten }, pruning), memory)
  }

  /// Counts what `run` would do, without writing anything, and returns the state of the output if that is nothing.
  func preview(
    _ progress: PublishingProgress
  ) async throws(PublishingError) -> (PublishingResult, OutputState) {
    try await refuseForeignFiles()
    let report = { (done: Int) in progress(done, files.count) }
    let equal = try await concurrentChunks(of: files.count, jobs: jobs, progress: report) {
      stretch throws(PublishingError) in try equalFiles(stretch)
    }.flatMap { $0 }
    var pruning = Pruning(output: output, outputPath: outputPath, removes: false)
    try pruning.prune(recorded.entries(notIn: paths))
    return (result(written: files.count - equal.count, pruning), state(equal))
  }

  /// Returns the state of an output in which these files are equal to the planned ones, if they are all that there are
  /// and the manifest says so; otherwise one that knows nothing.
  private func state(_ equal: [PublishedFile]) -> OutputState {
    guard equal.count == files.count, let recordedHash, recorded == finished(equal) else {
      return OutputState()
    }
    return OutputState(manifest: recordedHash, entries: entries(equal), nodes: nodes)
  }

  private func result(written: Int, _ pruning: Pruning) -> PublishingResult {
    var result = PublishingResult(
      written: written, unchanged: files.count - written, removed: pruning.removedCount)
    if hasBrokenManifest {
      result.diagnostics.append(
        Diagnostic(
          .brokenManifest,
          "\"\(outputPath)/\(manifestName)\" is damaged, so what earlier builds wrote is not known",
          at: .file("\(outputPath)/\(manifestName)"), help: "remove by hand what is no longer wanted"))
    }
    result.diagnostics += pruning.kept.map { path in
      Diagnostic(
        .keptFile,
        "\"\(outputPath)/\(path)\" is no longer planned, but was changed since Collate wrote it",
        at: .file("\(outputPath)/\(path)"), help: "remove it if it is not wanted")
    }
    return result
  }
}

extension Publication {
  func writer() -> FileWriter { FileWriter(output: output, outputPath: outputPath, site: site) }

  private func write(
    _ stretch: Range<Int>, _ journal: Journal
  ) async throws(PublishingError) -> [PublishedFile] {
    let writer = writer()
    var outcomes: [PublishedFile] = []
    var isAnnounced = false
    for index in stretch where !Task.isCancelled {
      try interruption.check()
      let path = paths[index]
      if let kept = writer.kept(at: path, known[index]) {
        outcomes.append(kept)
        continue
      }
      let (source, reads) = try writer.source(of: files[index], recording: nodes?.layout)
      let existing = try writer.existing(at: path, against: source)
      switch existing {
      case .equal(let content):
        outcomes.append(PublishedFile(content: content, reads: reads, isWritten: false))
      case .missing, .different:
        if !isAnnounced { try await journal.announce() }
        isAnnounced = true
        let content = try writer.write(source, to: path, number: index)
        outcomes.append(PublishedFile(content: content, reads: reads, isWritten: true))
      case .occupied(let kind): throw inTheWay(path, kind)
      case .blocked(let path, let kind): throw inTheWay(path, kind)
      }
    }
    return outcomes
  }

  /// Returns the files of a stretch that the output holds as they are planned.
  private func equalFiles(_ stretch: Range<Int>) throws(PublishingError) -> [PublishedFile] {
    let writer = writer()
    var equal: [PublishedFile] = []
    for index in stretch where !Task.isCancelled {
      if let kept = writer.kept(at: paths[index], known[index]) {
        equal.append(kept)
        continue
      }
      let (source, reads) = try writer.source(of: files[index], recording: nodes?.layout)
      if case .equal(let content) = try writer.existing(at: paths[index], against: source) {
        equal.append(PublishedFile(content: content, reads: reads, isWritten: false))
      }
    }
    return equal
  }

  private func finished(_ files: [PublishedFile]) -> Manifest {
    Manifest(isFinished: true, entries: zip(paths, files).map { .init(path: $0, content: $1.content) })
  }

  /// Writes the final manifest unless it is already there, and returns its hash.
  private func finish(_ outcomes: [PublishedFile]) throws(PublishingError) -> ContentHash {
    let manifest = finished(outcomes)
    if manifest == recorded, let read = try output.readManifest(manifestName, outputPath),
      read.manifest == recorded, let hash = read.hash
    {
      return hash
    }
    return try output.writeManifest(manifest, manifestName, outputPath)
  }
}
