import Diagnostics
import Pages

/// One run of publishing into a folder that is this process's own.
struct Publication: Sendable {
  let files: [OutputFile]
  let paths: [String]
  let site: Folder
  let output: Folder
  let outputPath: String
  let jobs: Int
  let adopts: Bool
  let interruption: Interruption
  /// What earlier builds wrote.
  let recorded: Manifest
  let hasBrokenManifest: Bool

  init(
    files: [OutputFile], site: Folder, output: Folder, outputPath: String, options: PublishingOptions,
    interruption: Interruption
  ) throws(PublishingError) {
    self.files = files
    self.paths = files.map(\.path)
    self.site = site
    self.output = output
    self.outputPath = outputPath
    // A task has up to six files open at a time; a dozen are kept back for everything else.
    self.jobs = max(1, min(options.jobs, (openFileLimit() - 12) / 6))
    self.adopts = options.adopts
    self.interruption = interruption
    let manifest = try output.readManifest(outputPath)
    recorded = manifest ?? Manifest(isFinished: false, entries: [])
    hasBrokenManifest = manifest == nil
  }

  func run(_ progress: PublishingProgress) async throws(PublishingError) -> PublishingResult {
    let stale = recorded.entries(notIn: paths)
    let journal = Journal(output: output, outputPath: outputPath, manifest: recorded.beginning(paths))
    if !recorded.isFinished { try removeLeftovers() }
    try await refuseForeignFiles(stale)
    var pruning = Pruning(output: output, outputPath: outputPath, removes: true)
    let clashing = entriesInTheWay(stale)
    if !clashing.isEmpty {
      try await journal.announce()
      try pruning.prune(clashing)
    }
    let outcomes = try await inStretches(of: files.count, jobs: jobs, progress: { progress($0, files.count) })
    {
      stretch throws(PublishingError) in
      try await write(stretch, journal)
    }.flatMap { $0 }
    try interruption.check()
    try pruning.prune(stale)
    try finish(outcomes.map(\.content))
    return result(written: outcomes.count { $0.isWritten }, pruning)
  }

  func preview(_ progress: PublishingProgress) async throws(PublishingError) -> PublishingResult {
    let stale = recorded.entries(notIn: paths)
    try await refuseForeignFiles(stale)
    let counts = try await inStretches(of: files.count, jobs: jobs, progress: { progress($0, files.count) }) {
      stretch throws(PublishingError) in
      try countDifferent(stretch)
    }
    var pruning = Pruning(output: output, outputPath: outputPath, removes: false)
    try pruning.prune(stale)
    return result(written: counts.reduce(0, +), pruning)
  }

  private func result(written: Int, _ pruning: Pruning) -> PublishingResult {
    var result = PublishingResult(
      written: written, unchanged: files.count - written, removed: pruning.removedCount)
    if hasBrokenManifest {
      result.diagnostics.append(
        Diagnostic(
          .warning, "broken-manifest",
          "\"\(outputPath)/\(OutputPath.manifest)\" was damaged and is made anew",
          at: .site, help: "pages of earlier builds that are no longer planned have to be removed by hand"))
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

  private func writer() -> FileWriter { FileWriter(output: output, outputPath: outputPath, site: site) }

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
      case .occupied(let kind): throw .occupied(path: "\(outputPath)/\(paths[index])", by: kind.words)
      case .blocked(let path, let kind): throw .occupied(path: "\(outputPath)/\(path)", by: kind.words)
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
    if manifest == recorded, try output.readManifest(outputPath) == recorded { return }
    try output.writeManifest(manifest, outputPath)
  }
}

extension Publication {
  /// Finds everything that stands in the way before the first file is written.
  private func refuseForeignFiles(_ stale: [Manifest.Entry]) async throws(PublishingError) {
    // A new folder holds nothing but the lock, and ten thousand looks into it would find nothing.
    guard try holdsAnything() else { return }
    let unrecorded = paths.indices.filter { !recorded.contains(paths[$0]) }
    let foreign = try await inStretches(of: unrecorded.count, jobs: jobs) { stretch throws(PublishingError) in
      let writer = writer()
      var found: [String] = []
      for index in unrecorded[stretch] where !Task.isCancelled {
        try interruption.check()
        if try isForeign(index, writer) { found.append(paths[index]) }
      }
      return found
    }.flatMap { $0 }
    guard foreign.isEmpty else { throw .foreignFiles(output: outputPath, paths: foreign) }
  }

  private func holdsAnything() throws(PublishingError) -> Bool {
    let names = try naming("read", outputPath) { () throws(SystemError) in try output.names() }
    return names.contains { !$0.elementsEqual(OutputPath.lock.utf8) }
  }

  /// Whether a file that Collate did not write stands at a planned path, and may not be overwritten.
  private func isForeign(_ index: Int, _ writer: FileWriter) throws(PublishingError) -> Bool {
    let source = try writer.source(of: files[index])
    switch try writer.standing(of: paths[index], against: source) {
    case .missing, .equal: return false
    case .different: return !adopts
    case .blocked(_, .symbolicLink), .occupied(.symbolicLink):
      throw .symbolicLink(path: "\(outputPath)/\(paths[index])")
    case .blocked(let path, let kind):
      if kind == .file, recorded.contains(path) { return false }
      throw .occupied(path: "\(outputPath)/\(path)", by: kind.words)
    case .occupied(let kind):
      let path = "\(outputPath)/\(paths[index])"
      if kind == .folder, try holdsOnlyRecorded(paths[index]) { return false }
      throw .occupied(
        path: path, by: kind == .folder ? "a folder with files that are not Collate's" : kind.words)
    }
  }

  /// Whether a folder will be gone once the stale files in it are.
  private func holdsOnlyRecorded(_ top: String) throws(PublishingError) -> Bool {
    var pending = [top]
    while let path = pending.popLast() {
      let isClear = try naming("read", "\(outputPath)/\(path)") { () throws(SystemError) in
        guard case .found(let folder) = try FolderCursor(root: output).lookup(path[...]) else { return false }
        for bytes in try folder.names() {
          let name = String(decoding: bytes, as: UTF8.self)
          if bytes.starts(with: OutputPath.temporaryPrefix.utf8) { continue }
          guard name.utf8.elementsEqual(bytes) else { return false }
          switch try folder.status(of: name).kind {
          case .folder: pending.append("\(path)/\(name)")
          case .file where recorded.contains("\(path)/\(name)"): break
          default: return false
          }
        }
        return true
      }
      guard isClear else { return false }
    }
    return true
  }

  /// The stale files that stand where a folder is needed, or in a folder where a file is.
  private func entriesInTheWay(_ stale: [Manifest.Entry]) -> [Manifest.Entry] {
    stale.filter { entry in
      let folder = entry.path + "/"
      let index = paths.lowerBound(of: folder) { $0 }
      if index < paths.count, paths[index].hasBytePrefix(folder) { return true }
      return entry.path.folders.contains { above in
        let index = paths.lowerBound(of: above) { $0 }
        return index < paths.count && paths[index].equalsByBytes(above)
      }
    }
  }

  /// Removes the temporary files of a build that was killed.
  private func removeLeftovers() throws(PublishingError) {
    guard try holdsAnything() else { return }
    let cursor = FolderCursor(root: output)
    var last: Substring?
    for entry in recorded.beginning(paths).entries + [Manifest.Entry(path: "root", content: nil)] {
      let folderPath = entry.path.splitAtLastComponent.folder
      if let last, last.utf8.elementsEqual(folderPath.utf8) { continue }
      last = folderPath
      try naming("clean", "\(outputPath)/\(folderPath)") { () throws(SystemError) in
        guard case .found(let folder) = try cursor.lookup(folderPath) else { return }
        try folder.removeTemporaryFiles()
      }
    }
  }
}
