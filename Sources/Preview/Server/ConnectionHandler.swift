import NIOCore
import NIOHTTP1
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many connections are open.
final class Connections: Sendable {
  private let count = Atomic<Int>(0)
  private let most: Int

  init(most: Int) { self.most = most }

  /// Counts a connection; false when there are too many.
  func open() -> Bool { count.add(1, ordering: .relaxed).newValue <= most }

  func close() { count.subtract(1, ordering: .relaxed) }
}

/// Answers the requests of one connection, one after the other. It belongs to the connection's event loop.
final class ConnectionHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let preview: Preview
  private let connections: Connections
  /// The head of the request that is being read.
  private var head: HTTPRequestHead?
  /// Ends a connection on which no whole request comes.
  private var deadline: Scheduled<Void>?
  private var watch: PageWatch?
  private var listener: Int?
  private var pinging: RepeatedTask?

  private static let patience = TimeAmount.seconds(30)
  /// Tells a stream that nobody reads any more from one on which nothing happens.
  private static let pingInterval = TimeAmount.seconds(15)
  private static let pieceSize = 256 << 10

  init(_ preview: Preview, _ connections: Connections) {
    self.preview = preview
    self.connections = connections
  }

  func channelActive(context: ChannelHandlerContext) {
    guard connections.open() else { return context.close(promise: nil) }
    startDeadline(context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    connections.close()
    deadline?.cancel()
    pinging?.cancel()
    if let listener { preview.live.endListening(listener) }
    (deadline, pinging, listener, watch) = (nil, nil, nil, nil)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func startDeadline(_ context: ChannelHandlerContext) {
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: Self.patience) { channel.close(promise: nil) }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      // No answer depends on a body, so none is waited for.
      let hasBody =
        head.headers.contains(name: "content-length") || head.headers.contains(name: "transfer-encoding")
      if hasBody { answer(head, context) } else { self.head = head }
    case .body: break
    case .end:
      if let head { answer(head, context) }
      head = nil
    }
  }

  private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    deadline?.cancel()
    let request = RequestHead(
      method: head.method.rawValue, target: head.uri,
      headers: head.headers.map { (name: $0.name, value: $0.value) }, isVersion10: head.version == .http1_0)
    switch preview.answer(request) {
    case .events(let watch): stream(watch, context)
    case .response(let response):
      // After a request that was not understood nothing is certain about what follows.
      let isLast = !head.isKeepAlive || request.isVersion10 || [400, 405, 413].contains(response.status)
      send(response, isLast: isLast, context)
    }
  }

  // MARK: Answers

  private func send(_ response: Response, isLast: Bool, _ context: ChannelHandlerContext) {
    writeHead(response.status, response.headers + (isLast ? [("Connection", "close")] : []), context)
    switch response.body {
    case .none: finish(isLast, context)
    case .bytes(let bytes):
      write(ByteBuffer(bytes: bytes), context)
      finish(isLast, context)
    case .file(let file, let range): sendPiece(of: file, range, isLast: isLast, context)
    }
  }

  private func writeHead(
    _ status: Int, _ headers: [(name: String, value: String)], _ context: ChannelHandlerContext
  ) {
    let date = httpDate(secondsSince1970: time(nil))
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: status),
      headers: HTTPHeaders(headers.map { ($0.name, $0.value) } + [("Date", date)]))
    context.write(wrapOutboundOut(.head(head)), promise: nil)
  }

  private func write(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
    context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
  }

  /// Sends a file a piece at a time, the next when the one before is gone, so that a slow reader costs no memory.
  private func sendPiece(
    of file: any ReadableFile, _ range: Range<Int>, isLast: Bool, _ context: ChannelHandlerContext
  ) {
    if range.isEmpty { return finish(isLast, context) }
    let bytes = file.bytes(range.prefix(Self.pieceSize))
    // The length was promised, so a file that has become shorter can only be broken off.
    if bytes.isEmpty { return context.close(promise: nil) }
    let part = wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes))))
    context.writeAndFlush(part).assumeIsolated().whenSuccess {
      self.sendPiece(of: file, range.dropFirst(bytes.count), isLast: isLast, context)
    }
  }

  private func finish(_ isLast: Bool, _ context: ChannelHandlerContext) {
    let sent = context.writeAndFlush(wrapOutboundOut(.end(nil)))
    if isLast {
      sent.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
    } else {
      startDeadline(context)
    }
  }

  // MARK: Events

  private func stream(_ watch: PageWatch, _ context: ChannelHandlerContext) {
    self.watch = watch
    writeHead(200, Preview.eventsHeaders, context)
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    let loop = context.eventLoop
    listener = preview.live.listen { loop.execute { bound.value.0.tell(bound.value.1) } }
    pinging = loop.scheduleRepeatedTask(initialDelay: Self.pingInterval, delay: Self.pingInterval) { _ in
      bound.value.0.writeEvents(": still here\n\n", bound.value.1)
    }
    tell(context)
  }

  private func tell(_ context: ChannelHandlerContext) {
    guard let messages = watch?.messages(at: preview.live.moment) else { return }
    writeEvents(messages.map(\.text).joined(), context)
  }

  private func writeEvents(_ text: String, _ context: ChannelHandlerContext) {
    guard watch != nil else { return }
    // Whoever does not read is dropped, and asks again.
    guard context.channel.isWritable else { return context.close(promise: nil) }
    write(ByteBuffer(string: text), context)
    context.flush()
  }
}
