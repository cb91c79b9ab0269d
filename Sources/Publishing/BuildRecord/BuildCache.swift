import Comparison
import Diagnostics
import Pages
import TextEncoding

/// The stored record in the site's `.collate` folder, which lets a session skip most or all of its work. What is valid
/// and what is stored is decided here, for all commands.
///
/// The output of a build depends only on the files below `Content` and `Templates`, the program itself and its
/// settings. When none of these has changed and neither has any file of the output, the build would write nothing, so
/// the cache returns the report of the last build instead. A file counts as unchanged when its stamp is the same, or
/// else when its bytes are. When something did change, the files whose own inputs are unchanged are still not produced
/// again. A cache that is missing, damaged or unreadable leads to a full build, never to an error.
struct BuildCache: Sendable {
  private let options: PublishingOptions
  /// The settings that influence the output; a record that was made with other settings is ignored.
  private let settings: [String]
  /// The name of the record's file in `.collate`.
  private let name: String
  /// When the cache was created, which is before the site is read.
  private let start: FileStamp.Time
  /// The identities of `Content` and `Templates` at that time.
  private let tops: [FileIdentity?]
  /// The record of the last build; nil when there is none, or it was made with other settings or by another program.
  private let record: BuildRecord?

  /// Opens the cache for builds with these settings; nil when the program's own file or the site's folder cannot be
  /// read.
  ///
  /// Create it before the site is read: a file that changes after this moment cannot be trusted to be what the build
  /// has read.
  init?(_ options: PublishingOptions, baseURL: String?) {
    guard let program = FileStamp.program, let site = try? Folder(at: options.site) else { return nil }
    self.options = options
    // Builds with different base URLs or parts that write to the same output in turn share one record.
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

  // MARK: Querying

  /// Returns the report of the build if nothing has changed since the last one; nil if something might have.
  func unchanged() -> UnchangedSite? {
    guard let record, let site = try? Folder(at: options.site), holdInputs(record, site),
      let manifest = outputsHold(record, site),
      let texts = texts(of: record.diagnostics + record.advice, site)
    else { return nil }
    return UnchangedSite(
      totals: SiteTotals(pages: record.pageCount, drafts: record.draftCount),
      fileCount: manifest.entries.count,
      diagnostics: record.diagnostics, advice: record.advice, texts: texts)
  }

  /// What is known of the output since the last build.
  var output: OutputState { record?.output ?? OutputState() }

  /// Returns whether every file below `Content` and `Templates` is unchanged.
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

  /// Returns the manifest of the output if it and every file it names are as the last build left them.
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

  /// Reads the texts that diagnostics point into again; nil if one cannot be decoded.
  private func texts(of diagnostics: [Diagnostic], _ site: Folder) -> [SourceText]? {
    var paths: Set<String> = []
    for place in diagnostics.flatMap({ [$0.place] + $0.notes.map(\.place) }) {
      if case .range(let range) = place { paths.insert(range.path) }
    }
    let cursor = FolderCursor(root: site)
    var texts: [SourceText] = []
    for path in paths.sorted() where SiteWalk.tops.contains(where: { path.hasBytePrefix($0 + "/") }) {
      // A text that is not in the site's folder belongs to a bundled template.
      guard let bytes = try? cursor.wholeFile(path) else { continue }
      guard let text = SourceText.decoding(path: path, bytes: bytes).0 else { return nil }
      texts.append(text)
    }
    return texts
  }

  // MARK: Saving

  /// Saves the record of a finished build; if it cannot be saved, the old record is removed.
  ///
  /// `inputs` are what the build has read; nil where that is not known, so that the next build is not skipped.
  func keep(_ site: Site, diagnostics: [Diagnostic], inputs: [BuildRecord.Input]?, output: OutputState) {
    let (totals, advice) = (site.totals, site.advice())
    guard let cache = folder else { return }
    let record = BuildRecord(
      settings: settings, inputs: inputs, output: output, pageCount: totals.pages,
      draftCount: totals.drafts, diagnostics: diagnostics, advice: advice)
    do { try cache.replaceFile(name, with: record.bytes) } catch { try? cache.removeFile(name) }
  }

  /// The folder of the record, which is made if there is none; nil if that is not possible.
  private var folder: Folder? {
    guard let site = try? Folder(at: options.site),
      let folder = try? site.existingFolder(".collate") ?? site.folderMade(".collate")
    else { return nil }
    try? folder.ignoreByGit()
    return folder
  }

  /// Returns whether these inputs are those of the record, whatever their stamps.
  func holds(_ inputs: [BuildRecord.Input]) -> Bool {
    guard let known = record?.inputs else { return false }
    return known.elementsEqual(inputs) { $0.path.equalsByBytes($1.path) && $0.content == $1.content }
  }

  /// Returns the inputs of the build; nil when one of them may have changed since the build read it.
  func inputs() -> [BuildRecord.Input]? {
    guard let site = try? Folder(at: options.site), let cache = folder,
      tops == SiteWalk.tops.map({ try? site.status(of: $0).identity }),
      let skew = try? cache.clockSkew(name), let entries = try? SiteWalk(site).entries
    else { return nil }
    let cursor = FolderCursor(root: site)
    let known = CachedInputs(record?.inputs ?? [])
    var inputs: [BuildRecord.Input] = []
    for entry in entries {
      // A file that changed after the build began may not be the one that it read. File systems keep coarse clocks.
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

/// The inputs of the last build by path: the content hash of an unchanged file is taken from here instead of reading
/// it.
private struct CachedInputs {
  private let inputs: [BuildRecord.Input]

  init(_ inputs: [BuildRecord.Input]) { self.inputs = inputs }

  func content(of path: String, _ stamp: FileStamp.Digest) -> ContentHash? {
    let index = inputs.lowerBound(of: path) { $0.path }
    guard index < inputs.count, inputs[index].path.equalsByBytes(path), inputs[index].stamp == stamp
    else { return nil }
    return inputs[index].content
  }
}
