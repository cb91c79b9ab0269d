import NIOCore
import NIOHTTP1

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Answers the requests of one connection in order, on the connection's event loop.
///
/// The next request is processed only when the previous response has been sent, and nothing is read before that, so the
/// memory of a connection is bounded whatever the client sends or leaves unread.
final class ConnectionHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let preview: Preview
  private let slots: ConnectionSlots
  private let queue: FairQueue
  private let patience: TimeAmount
  /// The number of the connection's slot.
  private var place: Int?
  /// The head of the request that is being received.
  private var head: HTTPRequestHead?
  /// Pipelined requests that wait for the current response; the next one is last.
  private var following: [HTTPRequestHead] = []
  /// Whether more requests were pipelined than are kept, so that the connection is closed after the last of
  /// `following`.
  private var isOverrun = false
  private var isAnswering = false
  /// The number of responses so far.
  private var answered = 0
  /// Closes the connection if no complete request arrives in time, or the client stops reading.
  private var deadline: Scheduled<Void>?
  private var watch: LiveReloadSession?
  private var listener: Int?
  private var pinging: RepeatedTask?

  /// Pings reveal event streams whose client has gone.
  private static let pingInterval = TimeAmount.seconds(15)
  private static let pieceSize = 256 << 10
  private static let mostFollowing = 32

  /// Creates the handler of one connection; `patience` limits the time to receive a request and to send each piece of a
  /// response.
  init(_ preview: Preview, _ slots: ConnectionSlots, _ queue: FairQueue, patience: TimeAmount) {
    self.preview = preview
    self.queue = queue
    self.slots = slots
    self.patience = patience
  }

  func channelActive(context: ChannelHandlerContext) {
    let channel = context.channel
    place = slots.take { channel.close(promise: nil) }
    startDeadline(context)
    context.read()
  }

  func channelInactive(context: ChannelHandlerContext) {
    if let place { slots.giveBack(place) }
    deadline?.cancel()
    pinging?.cancel()
    if let listener { preview.live.endListening(listener) }
    (place, deadline, pinging, listener, watch) = (nil, nil, nil, nil, nil)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func startDeadline(_ context: ChannelHandlerContext) {
    deadline?.cancel()
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
  }

  private func note(_ use: ConnectionSlots.Use) {
    if let place { slots.note(use, of: place) }
  }

  // MARK: Requests

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      // No response depends on a body, so do not wait for it.
      let hasBody =
        head.headers.contains(name: "content-length") || head.headers.contains(name: "transfer-encoding")
      if hasBody { take(head, context) } else { self.head = head }
    case .body: break
    case .end:
      if let head { take(head, context) }
      head = nil
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if !isAnswering { context.read() }
  }

  private func take(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    if !isAnswering {
      answer(head, context)
    } else if following.count < Self.mostFollowing, !isOverrun {
      following.insert(head, at: 0)
    } else {
      isOverrun = true
    }
  }

  private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    isAnswering = true
    note(.asking)
    startDeadline(context)
    let request = RequestHead(
      method: head.method.rawValue, target: head.uri,
      headers: head.headers.map { (name: $0.name, value: $0.value) }, isVersion10: head.version == .http1_0)
    let isAlive = head.isKeepAlive && !request.isVersion10
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    let (channel, loop) = (context.channel, context.eventLoop)
    queue.wait(answered: answered) { [preview] in
      guard channel.isActive else { return }
      let answer = preview.answer(request)
      loop.execute {
        let (handler, context) = bound.value
        if handler.place != nil { handler.give(answer, isAlive: isAlive, context) }
      }
    }
  }

  private func give(_ answer: Preview.Answer, isAlive: Bool, _ context: ChannelHandlerContext) {
    answered += 1
    switch answer {
    case .events(let watch): stream(watch, context)
    case .response(let response):
      // After a request that was not understood, the start of the next one is uncertain.
      let isLast =
        !isAlive || [400, 405, 413].contains(response.status)
        || isOverrun && following.isEmpty || slots.areFull
      send(response, isLast: isLast, context)
    }
  }

  /// Continues with the next pipelined request, or reads on.
  private func goOn(_ context: ChannelHandlerContext) {
    if let next = following.popLast() { return answer(next, context) }
    isAnswering = false
    note(.waiting)
    startDeadline(context)
    context.read()
  }

  // MARK: Responses

  private func send(_ response: Response, isLast: Bool, _ context: ChannelHandlerContext) {
    writeHead(response.status, response.headers + (isLast ? [("Connection", "close")] : []), context)
    sendPiece(of: response.body, isLast: isLast, context)
  }

  private func writeHead(
    _ status: Int, _ headers: [(name: String, value: String)], _ context: ChannelHandlerContext
  ) {
    // A server without a clock sends no `Date` (RFC 9110, 6.6.1).
    let date = httpDate(secondsSince1970: time(nil)).map { [("Date", $0)] } ?? []
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: status),
      headers: HTTPHeaders(headers.map { ($0.name, $0.value) } + date))
    context.write(wrapOutboundOut(.head(head)), promise: nil)
  }

  private func write(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
    context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
  }

  /// Sends a body piece by piece, each after the previous one has been written, so that a slow client costs no memory.
  private func sendPiece(of body: Response.Body, isLast: Bool, _ context: ChannelHandlerContext) {
    note(.reading)
    startDeadline(context)
    guard let (bytes, rest) = body.piece(Self.pieceSize) else { return finish(isLast, context) }
    // `Content-Length` has been sent, so closing is the only way to report that the file has become shorter.
    if bytes.isEmpty { return context.close(promise: nil) }
    let part = wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes))))
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.writeAndFlush(part).whenSuccess {
      bound.value.1.eventLoop.execute {
        if bound.value.0.place != nil { bound.value.0.sendPiece(of: rest, isLast: isLast, bound.value.1) }
      }
    }
  }

  private func finish(_ isLast: Bool, _ context: ChannelHandlerContext) {
    context.writeAndFlush(wrapOutboundOut(.end(nil))).assumeIsolated().whenSuccess {
      if isLast { context.close(promise: nil) } else { self.goOn(context) }
    }
  }

  // MARK: Events

  private func stream(_ watch: LiveReloadSession, _ context: ChannelHandlerContext) {
    self.watch = watch
    deadline?.cancel()
    following = []
    note(.listening)
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
    guard let messages = watch?.messages(at: preview.live.snapshot) else { return }
    writeEvents(messages.map(\.text).joined(), context)
  }

  private func writeEvents(_ text: String, _ context: ChannelHandlerContext) {
    guard watch != nil else { return }
    // A client that does not read is disconnected; it reconnects by itself.
    guard context.channel.isWritable else { return context.close(promise: nil) }
    write(ByteBuffer(string: text), context)
    context.flush()
  }
}
