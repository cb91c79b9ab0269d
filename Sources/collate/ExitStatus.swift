import Publishing

/// How a command ended, as scripts see it.
enum ExitStatus: Hashable, Sendable {
  case success
  /// Errors in the content or the templates, or warnings under `--strict`.
  case contentErrors
  case wrongUsage
  /// The disk, permissions, the lock.
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
