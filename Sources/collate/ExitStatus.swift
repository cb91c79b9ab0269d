import Publishing

/// The exit status of a command.
enum ExitStatus: Hashable, Sendable {
  case success
  /// Errors in the content or the templates, or warnings with `--strict`.
  case contentErrors
  case wrongUsage
  /// An error of the environment, such as the disk, permissions or the lock.
  case environment
  case interrupted(signal: Int32)

  init(_ error: PublishingError) {
    if case .interrupted(let signal) = error {
      self = .interrupted(signal: signal)
    } else {
      self = .environment
    }
  }

  var code: Int32 {
    switch self {
    case .success: 0
    case .contentErrors: 1
    case .wrongUsage: 2
    case .environment: 3
    case .interrupted(let signal): 128 + signal
    }
  }
}
