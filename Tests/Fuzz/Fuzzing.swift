import Comparison
import Diagnostics
import Dispatch
import Importing
import Pages

/// What libFuzzer calls its entry; it parses the arguments, runs the callback over the corpus and ends the process.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ argumentCount: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// Runs one of the fuzzers: `fuzzing JOB [options of libFuzzer] [corpus folders]`. `Scripts/fuzz` calls it.
@main
struct Fuzzing {
  static func main() {
    guard CommandLine.argc > 1, let job = CommandLine.arguments.dropFirst().first.flatMap(Job.init) else {
      print("usage: fuzzing \(Job.allCases.map(\.rawValue).joined(separator: "|")) [libFuzzer options]")
      return
    }
    // libFuzzer reads its own options, so the job is taken out.
    var count = CommandLine.argc - 1
    var arguments = CommandLine.unsafeArgv + 1
    arguments[0] = CommandLine.unsafeArgv[0]
    switch job {
    case .documents: _ = runDriver(&count, &arguments) { inspect($0, $1, fuzzDocuments) }
    case .templates: _ = runDriver(&count, &arguments) { inspect($0, $1, fuzzTemplates) }
    case .imports: _ = runDriver(&count, &arguments) { inspect($0, $1, fuzzImports) }
    case .images: _ = runDriver(&count, &arguments) { inspect($0, $1, fuzzImages) }
    }
  }

  enum Job: String, CaseIterable { case documents, templates, imports, images }
}

private func inspect(
  _ start: UnsafePointer<UInt8>?, _ count: Int, _ check: @escaping @Sendable ([UInt8]) async -> Void
) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let done = DispatchSemaphore(value: 0)
  Task {
    await check(bytes)
    done.signal()
  }
  done.wait()
  return 0
}

// MARK: The jobs

/// Documents as strangers send them, twice: the site after the edit must be what a clean build makes of it.
///
/// The input is files behind lines of the form `=== path`; a line `%%%%` stands between the two states of the site.
@Sendable private func fuzzDocuments(_ bytes: [UInt8]) async {
  let states = FuzzedSite.states(bytes)
  var memory = SiteCache()
  for files in states {
    let tree = FuzzedSite.tree(files)
    let (kept, keptReport) = await memory.makeSite(from: tree, options: BuildOptions())
    let (clean, cleanReport) = await makeSite(from: tree, options: BuildOptions())
    precondition(keptReport == cleanReport, "an incremental build reports otherwise than a clean one")
    let (left, right) = (FuzzedSite.contents(kept), FuzzedSite.contents(clean))
    precondition(left == right, "an incremental build makes other files than a clean one")
    _ = DiagnosticFormatter(format: .text, sources: tree.texts).string(for: cleanReport)
  }
}

/// A theme's page: whatever compiles also renders.
@Sendable private func fuzzTemplates(_ bytes: [UInt8]) async {
  var tree = FuzzedSite.tree([:])
  tree.templates = [SourceText(path: "Templates/page.html", utf8: bytes)]
  let (site, report) = await makeSite(from: tree, options: BuildOptions())
  precondition((site == nil) == report.hasErrors)
  _ = FuzzedSite.contents(site)
}

/// Tables: what an import would write is read again without a mistake of syntax.
@Sendable private func fuzzImports(_ bytes: [UInt8]) async {
  guard let first = bytes.first, !bytes.dropFirst().contains(0) else { return }
  let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
  let source = SourceText(path: first % 2 == 0 ? "items.csv" : "items.jsonl", text)
  let settings = SourceTree(configuration: SourceText(path: "Content/site.yml", "title: T\n"))
  let (existing, _) = await readDocuments(settings, jobs: 1)
  let (plan, report) = planImport(source, into: existing, options: ImportOptions())
  if report.hasErrors { return }
  var tree = settings
  tree.documents = plan.documents.map { SourceText(path: $0.path, $0.text) }.sorted { $0.path < $1.path }
  let (_, reading) = await readDocuments(tree, jobs: 1)
  let mistakes = reading.filter { $0.severity == .error }
  precondition(mistakes.isEmpty, "an import writes documents with errors: \(mistakes)")
}

/// The headers of image files.
@Sendable private func fuzzImages(_ bytes: [UInt8]) async {
  _ = ImageSize.reading(byteCount: bytes.count) { range in Array(bytes[range.clamped(to: 0..<bytes.count)]) }
}
