#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// What the system knows of users, whatever the environment says.

/// The users that the process runs for and with the rights of.
func processUsers() -> [UInt32] { [getuid(), geteuid()] }

/// The home folder that the password database gives a user; nil where it gives none.
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
  // The entry's texts stand in the buffer.
  return withExtendedLifetime(buffer) {
    guard found != nil, let home = entry.pw_dir, home.pointee != 0 else { return nil }
    return String(cString: home)
  }
}
