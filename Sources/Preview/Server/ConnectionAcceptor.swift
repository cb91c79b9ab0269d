import NIOCore

/// Accepts connections one at a time while a slot may be free; further ones wait in the system's accept queue.
final class ConnectionAcceptor: ChannelInboundHandler {
  typealias InboundIn = Channel

  private let slots: ConnectionSlots
  private var retry: Scheduled<Void>?

  init(_ slots: ConnectionSlots) { self.slots = slots }

  func channelActive(context: ChannelHandlerContext) {
    context.fireChannelActive()
    acceptNext(context)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    context.fireChannelReadComplete()
    acceptNext(context)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.fireErrorCaught(error)
    acceptNext(context)
  }

  private func acceptNext(_ context: ChannelHandlerContext) {
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    let loop = context.eventLoop
    let isFree = slots.admit { loop.execute { bound.value.0.acceptNext(bound.value.1) } }
    if isFree { return context.read() }
    // No event reports that a connection has become old enough to be closed, so retry after a while.
    retry?.cancel()
    retry = loop.scheduleTask(in: .milliseconds(50)) { bound.value.0.acceptNext(bound.value.1) }
  }
}
