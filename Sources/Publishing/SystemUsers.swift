#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// User information from the system, independent of the environment variables.

/// Returns the real and the effective user id of this process.
func processUsers() -> [UInt32] { [getuid(), geteuid()] }

/// Returns the home folder of a user according to the password database; nil if it has none.
func homeFolder(of user: UInt32) -> String? {
  var entry = passwd()
  var found: UnsafeMutablePointer<passwd>?
  var buffer = [CChar](repeating: 0, count: 1 << 10)
  while true {
    let code = getpwuid_r(user, &entry, &buffer, buffer.count, &found)
    if code == EINTR { continue }
    guard code == ERANGE, buffer.count < 1 << 20 else { break }
    buffer = [CChar](repeating: 0, count: buffer.count * 2)
  }
  // The strings of the entry point into the buffer.
  return withExtendedLifetime(buffer) {
    guard found != nil, let home = entry.pw_dir, home.pointee != 0 else { return nil }
    return String(cString: home)
  }
}
