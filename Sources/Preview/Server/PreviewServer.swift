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

/// A server that listens until the program ends.
package struct PreviewServer: Sendable {
  /// Why no port could be had.
  package struct ListeningError: Error, Sendable {
    package var reason: String
  }

  /// The port that it listens on.
  package let port: Int

  /// How many ports are tried from the one that was asked for.
  private static let mostPorts = 100
  private static let mostConnections = 512

  /// Listens on a port, or on the next one that is free; 0 is any.
  package static func start(
    _ preview: Preview, host: String, port wanted: Int
  ) async throws(ListeningError) -> PreviewServer {
    let bootstrap = bootstrap(preview)
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

  private static func bootstrap(_ preview: Preview) -> ServerBootstrap {
    let connections = Connections(most: mostConnections)
    // Far more than a browser sends.
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldSize = 16 << 10
    limits.maxHeaderListSize = 64 << 10
    limits.maxHeaderFieldCount = 100
    return ServerBootstrap(group: MultiThreadedEventLoopGroup(numberOfThreads: 2))
      .serverChannelOption(.backlog, value: 128)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { [limits] channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.configureHTTPServerPipeline(
            withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits)
          try pipeline.addHandler(ConnectionHandler(preview, connections))
        }
      }
  }
}
