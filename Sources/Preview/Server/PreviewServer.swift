import NIOCore
import NIOHTTP1
import NIOPosix

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An HTTP server that runs until the program ends.
package struct PreviewServer: Sendable {
  /// No port could be bound.
  package struct ListeningError: Error, Sendable {
    /// The reason, for messages.
    package var reason: String
  }

  /// The port that the server listens on.
  package let port: Int

  /// How many ports are tried after the requested one.
  private static let mostPorts = 100
  /// Starts the server on a port, or on the next free one.
  ///
  /// - Parameters:
  ///   - preview: Answers the requests.
  ///   - host: The host name or address to listen on.
  ///   - wanted: The first port to try; 0 for any free port.
  ///   - mostConnections: The limit for open connections; nil for the default.
  ///   - patience: After how many milliseconds without progress a connection is closed.
  /// - Returns: The running server.
  /// - Throws: `ListeningError` if no port can be bound, or the host is unknown.
  package static func start(
    _ preview: Preview, host: String, port wanted: Int, mostConnections: Int? = nil, patience: Int = 30_000
  ) async throws(ListeningError) -> PreviewServer {
    let slots = ConnectionSlots(most: mostConnections ?? ConnectionSlots.mostPossible)
    let bootstrap = bootstrap(preview, slots, patience: .milliseconds(Int64(patience)))
    for port in wanted...min(wanted + mostPorts, 65_535) {
      do {
        let channel = try await bootstrap.bind(host: host, port: port).get()
        return PreviewServer(port: channel.localAddress?.port ?? port)
      } catch let error as IOError {
        if error.errnoCode == EADDRINUSE, wanted != 0 { continue }
        throw ListeningError(reason: String(cString: strerror(error.errnoCode)))
      } catch {
        throw ListeningError(reason: "there is no such host")
      }
    }
    throw ListeningError(reason: "this port and the \(mostPorts) after it are taken")
  }

  private static func bootstrap(
    _ preview: Preview, _ slots: ConnectionSlots, patience: TimeAmount
  ) -> ServerBootstrap {
    let threads = NIOThreadPool(numberOfThreads: 2)
    threads.start()
    let queue = FairQueue { work in threads.submit { _ in work() } }
    // Far more than a browser sends.
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldSize = 16 << 10
    limits.maxHeaderListSize = 64 << 10
    limits.maxHeaderFieldCount = 100
    return ServerBootstrap(group: MultiThreadedEventLoopGroup(numberOfThreads: 2))
      .serverChannelOption(.backlog, value: 1024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelOption(.autoRead, value: false)
      .serverChannelOption(.maxMessagesPerRead, value: 1)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(ConnectionAcceptor(slots))
        }
      }
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      // The handler reads when it has processed what was read before.
      .childChannelOption(.autoRead, value: false)
      // Room for one request, or a few short ones: everything that is read is parsed at once.
      .childChannelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 4 << 10))
      .childChannelOption(.maxMessagesPerRead, value: 1)
      // Without a limit, the system would buffer megabytes for a client that reads nothing.
      .childChannelOption(.socketOption(.so_sndbuf), value: 256 << 10)
      .childChannelInitializer { [limits] channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: false, withEncoderConfiguration: .init(),
            withDecoderLimitConfiguration: limits)
          try pipeline.addHandler(ConnectionHandler(preview, slots, queue, patience: patience))
        }
      }
  }
}
