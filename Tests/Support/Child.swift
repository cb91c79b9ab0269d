#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that a test has started, its output kept in files.
package final class Child {
  /// How a program ended and what it printed.
  package struct Outcome: Hashable, Sendable {
    /// The exit status; 128 and the signal's number for one that a signal ended.
    package var status: Int32
    package var output: String
    package var error: String

    package init(status: Int32, output: String = "", error: String = "") {
      self.status = status
      self.output = output
      self.error = error
    }
  }

  package let process: Int32
  private let streams: (output: String, error: String)

  /// Starts a program, found in the PATH unless its name has a slash, with an empty standard input.
  ///
  /// `shell` is a piece of shell script that runs before the program in its process: `ulimit -n 32`, say. `redirection` follows
  /// the program's arguments: `>&-`, say.
  package init(
    _ command: [String], in folder: String = "/", environment: [String: String] = [:], shell: String = ":",
    redirection: String = ""
  ) throws {
    var template = Array("/tmp/collate-child-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SetUpError("mkdtemp") }
    let scratch = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    streams = ("\(scratch)/output", "\(scratch)/error")
    let settings = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let script =
      "cd \"$1\" && exec >\"$2\" 2>\"$3\" </dev/null && shift 3 && { \(shell)\n} && exec env \"$@\" \(redirection)"
    let arguments =
      ["/bin/sh", "-c", script, "sh", folder, streams.output, streams.error] + settings + command
    process = try Self.spawn(arguments)
  }

  private static func spawn(_ arguments: [String]) throws -> pid_t {
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    var process: pid_t = 0
    #if os(Linux)
      // What other tests have open at the time is not the program's: it may be given few files on purpose.
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      // To close one that is not open is no error there.
      for file in Int32(3)..<256 { posix_spawn_file_actions_addclose(&actions, file) }
      defer { posix_spawn_file_actions_destroy(&actions) }
      let status = posix_spawn(&process, "/bin/sh", &actions, nil, pointers, environ)
    #else
      let status = posix_spawn(&process, "/bin/sh", nil, nil, pointers, environ)
    #endif
    guard status == 0 else {
      throw SetUpError("posix_spawn")
    }
    return process
  }

  package func send(_ signal: Int32) { kill(process, signal) }

  /// What the program has printed so far.
  package var outputSoFar: String { Self.text(streams.output) }
  package var errorSoFar: String { Self.text(streams.error) }

  /// Waits for the end of the program.
  package func wait() throws -> Outcome {
    var raw: Int32 = 0
    while waitpid(process, &raw, 0) < 0 {
      guard errno == EINTR else { throw SetUpError("waitpid") }
    }
    let signal = raw & 0x7F
    let status = signal == 0 ? (raw >> 8) & 0xFF : 128 + signal
    defer {
      unlink(streams.output)
      unlink(streams.error)
      if let slash = streams.output.lastIndex(of: "/") { rmdir(String(streams.output[..<slash])) }
    }
    return Outcome(status: status, output: Self.text(streams.output), error: Self.text(streams.error))
  }

  private static func text(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += piece[..<count]
    }
  }
}

/// Runs a program to its end.
package func run(
  _ command: [String], in folder: String = "/", environment: [String: String] = [:], shell: String = ":",
  redirection: String = ""
) throws -> Child.Outcome {
  try Child(command, in: folder, environment: environment, shell: shell, redirection: redirection).wait()
}

/// The path of a program of this package, which stands beside the bundle of tests.
package func builtProgram(_ name: String) throws -> String {
  let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments.first ?? ""
  var folder = bundle[...]
  while let slash = folder.lastIndex(of: "/") {
    folder = folder[..<slash]
    let candidate = "\(folder)/\(name)"
    if access(candidate, X_OK) == 0, let resolved = realpath(candidate, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
  }
  throw SetUpError("no \(name) beside \(bundle)")
}

/// Waits until something holds; false when it does not within ten seconds.
package func eventually(_ condition: () -> Bool) -> Bool {
  for _ in 0..<2000 {
    if condition() { return true }
    usleep(5000)
  }
  return false
}

package func pauseFor(microseconds: UInt32) { usleep(microseconds) }

package let isSuperuser = geteuid() == 0
