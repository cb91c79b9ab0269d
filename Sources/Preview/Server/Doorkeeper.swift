import NIOCore

/// Lets connections in one after the other, as long as there may be a place; the others wait in the system's own queue.
final class Doorkeeper: ChannelInboundHandler {
  typealias InboundIn = Channel

  private let places: Places
  private var retry: Scheduled<Void>?

  init(_ places: Places) { self.places = places }

  func channelActive(context: ChannelHandlerContext) {
    context.fireChannelActive()
    letIn(context)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    context.fireChannelReadComplete()
    letIn(context)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.fireErrorCaught(error)
    letIn(context)
  }

  private func letIn(_ context: ChannelHandlerContext) {
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    let loop = context.eventLoop
    let isFree = places.admit { loop.execute { bound.value.0.letIn(bound.value.1) } }
    if isFree { return context.read() }
    // Those who are given time may be sent away when it is over, of which nobody tells.
    retry?.cancel()
    retry = loop.scheduleTask(in: .milliseconds(50)) { bound.value.0.letIn(bound.value.1) }
  }
}
