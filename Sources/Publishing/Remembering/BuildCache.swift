import Comparison
package import Diagnostics
package import Pages

/// What the last build left in the site's `.collate`, by which the next one can be spared.
///
/// A build is a function of the files below `Content` and `Templates`, of the program and of what it is told. When all of these are as
/// they were, and so is every file of the output, then the build would find the same and write nothing: its report is given again. A
/// file is as it was when the system says so of all it knows of it, or else when its bytes are the same. Whatever is missing,
/// damaged or cannot be read makes a build, and never an error.
package struct BuildCache: Sendable {
  /// What a build would tell that would find nothing changed.
  package struct Unchanged: Sendable {
    package var totals: SiteTotals
    package var fileCount: Int
    package var diagnostics: [Diagnostic]
    /// Every text of the site that a diagnostic points into.
    package var texts: [SourceText]
  }

  private let options: PublishingOptions
  private let settings: [String]
  private let name: String
  private let start: FileStamp.Time
  private let tops: [FileIdentity?]

  /// A cache for builds that are told the same; nil where there can be none.
  ///
  /// Must be made before the site is read: what changes from now on is not known to be what the build has seen.
  package init?(_ options: PublishingOptions, baseURL: String?) {
    guard let program = FileStamp.program, let site = try? Folder(at: options.site) else { return nil }
    self.options = options
    // Two bases or parts may have one output in turn, so they have one record.
    name = "build-" + ContentHash((options.output ?? "").utf8).hexadecimal
    settings = [
      "\(program.digest.hash.hexadecimal)", baseURL ?? "", baseURL == nil ? "" : "given",
      options.part.map(\.description) ?? "", options.output ?? "",
    ]
    start = FileStamp.Time.now
    tops = SiteWalk.tops.map { try? site.status(of: $0).identity }
  }

  // MARK: Asking

  /// What a build would tell; nil when it might find something changed.
  package func unchanged() -> Unchanged? {
    guard let site = try? Folder(at: options.site), let folder = try? site.folder(".collate"),
      let bytes = try? folder.wholeFile(name), let record = BuildRecord(bytes: bytes),
      record.settings == settings, holdInputs(record, site),
      let manifest = outputsHold(record, site), let texts = texts(of: record.diagnostics, site)
    else { return nil }
    return Unchanged(
      totals: SiteTotals(pages: record.pageCount, drafts: record.draftCount),
      fileCount: manifest.entries.count,
      diagnostics: record.diagnostics, texts: texts)
  }

  private func holdInputs(_ record: BuildRecord, _ site: Folder) -> Bool {
    guard let found = try? SiteWalk(site).entries, found.count == record.inputs.count else { return false }
    let cursor = FolderCursor(root: site)
    return zip(found, record.inputs).allSatisfy { entry, input in
      guard entry.path.equalsByBytes(input.path) else { return false }
      if entry.stamp.digest == input.stamp { return true }
      guard let content = input.content else { return entry.stamp.kind == .folder }
      return entry.stamp.kind == .file && (try? cursor.contentHash(of: entry.path)) == content
    }
  }

  /// The manifest of the output, if it and all that it names are as the build has left them.
  private func outputsHold(_ record: BuildRecord, _ site: Folder) -> Manifest? {
    guard let place = try? OutputPlace(path: options.output, sitePath: options.site, site: site),
      place.missing.isEmpty, (try? place.refusal(site: site, home: options.home)) == .some(nil),
      let bytes = try? place.existing.wholeFile(OutputPath.manifest(of: options.part)),
      ContentHash(bytes) == record.manifest, let manifest = Manifest(bytes: bytes), manifest.isFinished,
      manifest.entries.count == record.outputs.count
    else { return nil }
    let cursor = FolderCursor(root: place.existing)
    for (entry, stamp) in zip(manifest.entries, record.outputs) {
      guard let found = try? cursor.stamp(of: entry.path), found.kind == .file else { return nil }
      if found.digest == stamp { continue }
      guard found.size == entry.content?.size, let hash = try? cursor.contentHash(of: entry.path),
        hash == entry.content?.hash
      else { return nil }
    }
    return manifest
  }

  /// The texts that diagnostics point into, read again.
  private func texts(of diagnostics: [Diagnostic], _ site: Folder) -> [SourceText]? {
    var paths: Set<String> = []
    for place in diagnostics.flatMap({ [$0.place] + $0.notes.map(\.place) }) {
      if case .range(let range) = place { paths.insert(range.path) }
    }
    let cursor = FolderCursor(root: site)
    var texts: [SourceText] = []
    for path in paths.sorted() where SiteWalk.tops.contains(where: { path.hasBytePrefix($0 + "/") }) {
      // What is not there is a template that the program has brought.
      guard let bytes = try? cursor.wholeFile(path) else { continue }
      guard let text = SourceText.decoding(path: path, bytes: bytes).0 else { return nil }
      texts.append(text)
    }
    return texts
  }

  // MARK: Telling

  /// Keeps what a build has done that has come to its end; nothing is kept where that is not safe.
  package func keep(_ totals: SiteTotals, diagnostics: [Diagnostic]) {
    guard let folder = try? Folder(at: options.site),
      let cache = try? folder.existingFolder(".collate") ?? folder.folderMade(".collate")
    else { return }
    try? cache.ignoreByGit()
    guard let record = record(totals, diagnostics, folder, cache) else {
      try? cache.removeFile(name)
      return
    }
    try? cache.replaceFile(name, with: record.bytes)
  }

  private func record(
    _ totals: SiteTotals, _ diagnostics: [Diagnostic], _ folder: Folder, _ cache: Folder
  ) -> BuildRecord? {
    guard tops == SiteWalk.tops.map({ try? folder.status(of: $0).identity }),
      let skew = try? cache.clockSkew(name), let entries = try? SiteWalk(folder).entries,
      let place = try? OutputPlace(path: options.output, sitePath: options.site, site: folder),
      let bytes = try? place.existing.wholeFile(OutputPath.manifest(of: options.part)),
      let manifest = Manifest(bytes: bytes), manifest.isFinished
    else { return nil }
    let cursor = FolderCursor(root: folder)
    var inputs: [BuildRecord.Input] = []
    for entry in entries {
      // What changed after the build began may be another thing than what it has read. Clocks of files are coarse.
      guard entry.stamp.changed.isBefore(start, less: skew, by: Self.coarseness) else { return nil }
      let content = entry.stamp.kind == .file ? try? cursor.contentHash(of: entry.path) : nil
      if entry.stamp.kind == .file, content == nil { return nil }
      inputs.append(.init(path: entry.path, stamp: entry.stamp.digest, content: content))
    }
    let now = FileStamp.Time.now
    let outputs = FolderCursor(root: place.existing)
    var stamps: [FileStamp.Digest] = []
    for entry in manifest.entries {
      guard let stamp = try? outputs.stamp(of: entry.path) else { return nil }
      // A file that is this new may be changed once more without its stamp telling: its bytes are asked the next time.
      let isOld = stamp.changed.isBefore(now, less: skew, by: Self.coarseness)
      stamps.append(isOld ? stamp.digest : .unknown)
    }
    return BuildRecord(
      settings: settings, inputs: inputs, manifest: ContentHash(bytes), outputs: stamps,
      pageCount: totals.pages, draftCount: totals.drafts, diagnostics: diagnostics)
  }

  /// In nanoseconds: several ticks of the clocks that file systems use.
  private static let coarseness = 100_000_000
}
