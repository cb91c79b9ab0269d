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

/// Publishes made-up files, so that tests can kill, starve and block a build that is really one:
/// `PublishingProbe SITE OUTPUT EDITION COUNT JOBS DELAY`, the delay in microseconds a file.
///
/// File `n` of an edition is left out when `n + edition` is divisible by 5, and holds 60 lines that name the edition and itself.
@main
enum Probe {
  static func main() {
    let interruption = Interruption()
    interruption.watch { exit(await run(interruption)) }
  }

  private static func run(_ interruption: Interruption) async -> Int32 {
    let arguments = CommandLine.arguments
    let numbers = arguments.dropFirst(3).compactMap { Int($0) }
    guard arguments.count == 7, numbers.count == 4 else { return 2 }
    do throws(PublishingError) {
      _ = try discover(site: arguments[1])
      let options = PublishingOptions(site: arguments[1], output: arguments[2], jobs: numbers[2])
      let files = Self.files(edition: numbers[0], count: numbers[1], delay: UInt32(numbers[3]))
      var memory = OutputState()
      let result = try await publish(
        OutputFiles(files), options: options, memory: &memory, interruption: interruption)
      print("\(result.written) written, \(result.unchanged) unchanged, \(result.removed) removed")
    } catch {
      print(DiagnosticFormatter(format: .text, sources: []).string(for: error.diagnostic), terminator: "")
      if case .interrupted(let signal) = error { return 128 + signal }
      return 3
    }
    return 0
  }

  private static func files(edition: Int, count: Int, delay: UInt32) -> [OutputFile] {
    let planned = (0..<count).filter { ($0 + edition) % 5 != 0 }
    let files = planned.map { number in
      let content: @Sendable () -> [UInt8] = {
        usleep(delay)
        return Array(String(repeating: "edition \(edition) file \(number)\n", count: 60).utf8)
      }
      return OutputFile(path: "pages/\(number % 7)/\(number)/index.html", content: .made(content))
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
