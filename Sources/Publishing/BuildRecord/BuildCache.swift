import Comparison
package import Diagnostics
package import Pages
import TextEncoding

/// What the last build left in the site's `.collate`, by which the next one can be spared, or most of it.
///
/// A build is a function of the files below `Content` and `Templates`, of the program and of what it is told. When all of these are as
/// they were, and so is every file of the output, then the build would find the same and write nothing: its report is given again. A
/// file is as it was when the system says so of all it knows of it, or else when its bytes are the same. Where anything is different,
/// the files whose own inputs are what they were are not made again. Whatever is missing, damaged or cannot be read makes a
/// build, and never an error.
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
  /// What the last build left; nil where it was told anything else, or was another program's.
  private let record: BuildRecord?

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
    let record = Self.record(name, in: site)
    self.record = record?.settings == settings ? record : nil
  }

  private static func record(_ name: String, in site: Folder) -> BuildRecord? {
    guard let bytes = try? site.folder(".collate").wholeFile(name) else { return nil }
    return BuildRecord(bytes: bytes)
  }

  // MARK: Asking

  /// What a build would tell; nil when it might find something changed.
  package func unchanged() -> Unchanged? {
    guard let record, let site = try? Folder(at: options.site), holdInputs(record, site),
      let manifest = outputsHold(record, site), let texts = texts(of: record.diagnostics, site)
    else { return nil }
    return Unchanged(
      totals: SiteTotals(pages: record.pageCount, drafts: record.draftCount),
      fileCount: manifest.entries.count,
      diagnostics: record.diagnostics, texts: texts)
  }

  /// What the last build left in the output.
  package var output: OutputMemory { record?.output ?? OutputMemory() }

  private func holdInputs(_ record: BuildRecord, _ site: Folder) -> Bool {
    guard let inputs = record.inputs, let found = try? SiteWalk(site).entries, found.count == inputs.count
    else { return false }
    let cursor = FolderCursor(root: site)
    return zip(found, inputs).allSatisfy { entry, input in
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
      (try? place.existing.holdsLeftovers()) == false,
      let bytes = try? place.existing.wholeFile(OutputPath.manifest(of: options.part)),
      ContentHash(bytes) == record.output.manifest, let manifest = Manifest(bytes: bytes),
      manifest.isFinished,
      manifest.entries.count == record.output.entries.count
    else { return nil }
    let cursor = FolderCursor(root: place.existing)
    for (entry, known) in zip(manifest.entries, record.output.entries) {
      guard let found = try? cursor.stamp(of: entry.path), found.kind == .file else { return nil }
      if found.digest == known.stamp { continue }
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
  package func keep(_ totals: SiteTotals, diagnostics: [Diagnostic], output: OutputMemory) {
    guard let site = try? Folder(at: options.site),
      let cache = try? site.existingFolder(".collate") ?? site.folderMade(".collate")
    else { return }
    try? cache.ignoreByGit()
    let record = BuildRecord(
      settings: settings, inputs: inputs(site, cache), output: output, pageCount: totals.pages,
      draftCount: totals.drafts, diagnostics: diagnostics)
    do { try cache.replaceFile(name, with: record.bytes) } catch { try? cache.removeFile(name) }
  }

  /// What the build has read; nil where that may be something else by now.
  private func inputs(_ site: Folder, _ cache: Folder) -> [BuildRecord.Input]? {
    guard tops == SiteWalk.tops.map({ try? site.status(of: $0).identity }),
      let skew = try? cache.clockSkew(name), let entries = try? SiteWalk(site).entries
    else { return nil }
    let cursor = FolderCursor(root: site)
    let known = KnownInputs(record?.inputs ?? [])
    var inputs: [BuildRecord.Input] = []
    for entry in entries {
      // What changed after the build began may be another thing than what it has read. Clocks of files are coarse.
      guard entry.stamp.changed.isBefore(start, less: skew, by: FileStamp.coarseness) else { return nil }
      let digest = entry.stamp.digest
      let content =
        entry.stamp.kind == .file
        ? known.content(of: entry.path, digest) ?? (try? cursor.contentHash(of: entry.path)) : nil
      if entry.stamp.kind == .file, content == nil { return nil }
      inputs.append(.init(path: entry.path, stamp: digest, content: content))
    }
    return inputs
  }
}

/// The files that the last build has read, by path: whoever is as it was then need not be read to be known.
private struct KnownInputs {
  private let inputs: [BuildRecord.Input]

  init(_ inputs: [BuildRecord.Input]) { self.inputs = inputs }

  func content(of path: String, _ stamp: FileStamp.Digest) -> ContentHash? {
    let index = inputs.lowerBound(of: path) { $0.path }
    guard index < inputs.count, inputs[index].path.equalsByBytes(path), inputs[index].stamp == stamp
    else { return nil }
    return inputs[index].content
  }
}
