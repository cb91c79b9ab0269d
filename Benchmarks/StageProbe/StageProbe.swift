import Comparison
import Diagnostics
import Pages
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs the stages of a build one after the other on a single task, and prints the microseconds of processor time that each took.
///
///     StageProbe SITE
///
/// Nothing is written: what publishing costs is a whole build less all this.
@main
struct StageProbe {
  static func main() async throws {
    guard CommandLine.arguments.count == 2 else { throw Failure(reasons: ["usage: StageProbe SITE"]) }
    var clock = StageClock()
    let (tree, _) = try discover(site: CommandLine.arguments[1])
    clock.lap("discover")
    let (documents, _) = await readDocuments(tree, jobs: 1)
    clock.lap("parse")
    _ = resolve(documents)
    clock.lap("resolve")
    let (site, diagnostics) = await makeSite(from: tree, options: BuildOptions(jobs: 1))
    // The whole again, of which the two stages before are taken off.
    clock.lap("plan and compile", less: ["parse", "resolve"])
    guard let site else { throw Failure(reasons: diagnostics.map(\.summary)) }
    var parts: [String: Part] = [:]
    for file in site.files {
      guard case .made(let make) = file.content else { continue }
      let start = StageClock.now
      let count = make().count
      parts[Part.name(of: file.path), default: Part()].add(bytes: count, time: StageClock.now - start)
    }
    clock.lap("render")
    for (name, part) in parts.sorted(by: { $0.key < $1.key }) {
      print("render \(name): \(part.time)\nfiles \(name) \(part.files)\nbytes \(name) \(part.bytes)")
    }
    let count = parts.values.reduce(0) { $0 + $1.bytes }
    print("documents \(tree.documents.count)\nfiles \(site.files.count)\nbytes \(count)")
  }
}

/// What files of one kind cost, which stand in one folder of the output.
private struct Part {
  var files = 0
  var bytes = 0
  /// In microseconds.
  var time = 0

  mutating func add(bytes: Int, time: Int) {
    files += 1
    self.bytes += bytes
    self.time += time
  }

  /// The folder at the top that a file stands in, pages and data apart: `sources/*.html`.
  static func name(of path: String) -> String {
    let folder = path.split(separator: "/").dropLast().first.map { "\($0)/" } ?? ""
    return folder + "*." + (path.split(separator: ".").last ?? "")
  }
}

/// Why there is nothing to measure.
private struct Failure: Error {
  var reasons: [String]
}

/// Processor time of this process, lap by lap.
private struct StageClock {
  private var last = StageClock.now
  private var laps: [String: Int] = [:]

  /// Prints what passed since the last lap, less that of some earlier ones.
  mutating func lap(_ name: String, less earlier: [String] = []) {
    let time = Self.now - last - earlier.reduce(0) { $0 + (laps[$1] ?? 0) }
    laps[name] = time
    print("\(name): \(max(0, time))")
    last = Self.now
  }

  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }
}
