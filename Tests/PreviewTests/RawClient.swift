import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A connection to a server on loopback, on which a test does what no browser would.
final class RawClient {
  private let file: Int32

  /// `receives` bounds what the system takes in before anything is read.
  init(port: Int, receives: Int32? = nil) throws {
    #if canImport(Glibc)
      file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      file = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    // Programs that other tests start must not inherit hundreds of these.
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    if var size = receives {
      setsockopt(file, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if status != 0 { throw SetUpError("connect") }
  }

  deinit { close(file) }

  /// Sends as much as is taken without waiting; tells how many bytes.
  @discardableResult
  func say(_ text: String) -> Int {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(file, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { break }
      sent += count
    }
    return sent
  }

  /// What comes until `end`, the connection's end, or so many seconds have passed.
  func received(until end: String? = nil, seconds: Int = 3) -> String {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      if let end, String(decoding: bytes, as: UTF8.self).contains(end) { break }
      var timeout = timeval(tv_sec: 0, tv_usec: 100_000)
      setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
      let count = recv(file, &piece, piece.count, 0)
      if count > 0 { bytes += piece[..<count] }
      if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the server has ended the connection, within so many seconds, whatever it sent before.
  func hasEnded(within seconds: Int) -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    let deadline = ContinuousClock.now + .seconds(seconds)
    repeat {
      let count = recv(file, &piece, piece.count, Int32(MSG_DONTWAIT))
      if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { return true }
      if count < 0 { usleep(20_000) }
    } while ContinuousClock.now < deadline
    return false
  }
}
