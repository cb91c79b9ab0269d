import TextEncoding

/// What answers requests: the site of the moment, whoever may ask for it, and what is added to its pages.
package struct Preview: Sendable {
  let live: LiveSite
  let hosts: AllowedHosts
  /// Whether pages get the script that keeps them up to date.
  let reloads: Bool

  package init(_ live: LiveSite, hosts: AllowedHosts, reloads: Bool) {
    self.live = live
    self.hosts = hosts
    self.reloads = reloads
  }

  /// What a request is answered with.
  enum Answer: Sendable {
    case response(Response)
    /// A stream of events for one page.
    case events(PageWatch)
  }

  private static let own = "_collate"
  static let eventsHeaders: [(name: String, value: String)] =
    [("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")] + always

  /// With every answer: no other site may embed what is served here, and no type is guessed.
  private static let always: [(name: String, value: String)] = [
    ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin"),
  ]

  func answer(_ head: RequestHead) -> Answer {
    switch head.validated(for: hosts) {
    case .refused(.nowhere): return .response(finished(notFound(head), head))
    case .refused(let refusal): return .response(finished(.refusal(refusal), head))
    case .path(let path):
      if reloads, path.components.first == Self.own, !path.isFolder {
        if path.components == [Self.own, "events"], head.method == "GET",
          let watch = PageWatch(query: path.query)
        {
          return .events(watch)
        }
        if let file = ClientFiles.representation(path.components) {
          return .response(finished(file.response(to: head), head))
        }
      }
      return .response(finished(page(path, head), head))
    }
  }

  private func page(_ path: TargetPath, _ head: RequestHead) -> Response {
    let moment = live.moment
    guard let site = moment.site else { return brokenSite(moment.problems) }
    let (found, redirect) = site.representation(of: path, marking: marking)
    return redirect ?? found?.response(to: head) ?? .refusal(.nowhere)
  }

  /// The page of the site that says so, for a path under which there can be nothing.
  private func notFound(_ head: RequestHead) -> Response {
    guard let nowhere = try? TargetPath("/_collate/nowhere"), let site = live.moment.site else {
      return .refusal(.nowhere)
    }
    return site.representation(of: nowhere, marking: marking).0?.response(to: head) ?? .refusal(.nowhere)
  }

  private func marking(_ page: [UInt8]) -> [UInt8] { reloads ? PageMark.marking(page) : page }

  /// What is shown as long as there was no good site: the problems themselves.
  private func brokenSite(_ problems: Problems) -> Response {
    let text = """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><title>The site has errors</title></head>
      <body>
      <h1>The site has errors</h1>
      <noscript><pre>\(HTMLEscaping.text(problems.text))</pre></noscript>
      </body>
      </html>

      """
    let policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'"
    return Response(
      503,
      [
        ("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store"),
        ("Content-Security-Policy", policy),
      ], body: .bytes(marking(Array(text.utf8))[...]))
  }

  private func finished(_ response: Response, _ head: RequestHead) -> Response {
    var response = response
    for (name, value) in Self.always { response.set(name, value) }
    if response.status != 304 { response.set("Content-Length", String(response.body.count)) }
    if head.method == "HEAD" { response.body = .none }
    return response
  }
}
