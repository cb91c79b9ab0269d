#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Inside the type, `write` and `exit` would resolve to its own methods.
private let systemWrite = write
private let systemExit = exit

/// The command's interface to its process: standard streams, environment variables and exit. No other file of this
/// target makes system calls.
struct Console: Sendable {
  enum Stream: Int32, Sendable { case output = 1, error = 2 }

  /// Makes the standard streams safe: output to a closed pipe, or to a stream that was never open, is discarded.
  static func prepared() -> Console {
    signal(SIGPIPE, SIG_IGN)
    // The descriptor of a closed stream would be reused for the next file that is opened, and output would go there.
    for number in Int32(0)...2 where fcntl(number, F_GETFD) == -1 { _ = open("/dev/null", O_RDWR) }
    return Console()
  }

  /// Writes a text, or as much of it as the stream takes: a report that cannot be written must not fail the build.
  func write(_ text: String, to stream: Stream) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while rest.count > 0 {
        let put = systemWrite(stream.rawValue, rest.baseAddress, rest.count)
        if put > 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest[put...])
        } else if put < 0, errno == EAGAIN {
          var wait = pollfd(fd: stream.rawValue, events: Int16(POLLOUT), revents: 0)
          poll(&wait, 1, 1000)
        } else if put == 0 || errno != EINTR {
          return
        }
      }
    }
  }

  func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// Returns the value of an environment variable; nil if it is unset or empty.
  func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Opens an address in the system's browser; returns false if there is no program for that.
  func browse(_ address: String) -> Bool {
    #if canImport(Darwin)
      let program = "open"
    #else
      let program = "xdg-open"
    #endif
    var arguments = [strdup(program), strdup(address), nil]
    defer { for argument in arguments { free(argument) } }
    // The child must not inherit the mask of the signals that this process waits for.
    var signals = sigset_t()
    sigemptyset(&signals)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var process = pid_t()
    return posix_spawnp(&process, program, nil, &attributes, &arguments, environ) == 0
  }

  /// The number of processors online.
  var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  func exit(_ status: ExitStatus) -> Never {
    systemExit(status.code)
  }
}
