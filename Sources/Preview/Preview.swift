import TextEncoding

/// Answers the requests of the preview server: serves the current site, checks the host and adds the live-reload
/// client.
package struct Preview: Sendable {
  let live: LiveSite
  let hosts: AllowedHosts
  /// Whether pages get the live-reload script.
  let reloads: Bool

  /// Creates a preview of a site; `reloads` tells whether pages get the live-reload script.
  package init(_ live: LiveSite, hosts: AllowedHosts, reloads: Bool) {
    self.live = live
    self.hosts = hosts
    self.reloads = reloads
  }

  /// The answer to a request.
  enum Answer: Sendable {
    case response(Response)
    /// A stream of server-sent events for one page.
    case events(LiveReloadSession)
  }

  private static let own = "_collate"
  static let eventsHeaders: [(name: String, value: String)] =
    [("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")] + always

  /// Headers of every response: other sites must not embed what is served here, and browsers must not guess types.
  private static let always: [(name: String, value: String)] = [
    ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin"),
  ]

  /// Answers a request; a refused one gets an error response.
  func answer(_ head: RequestHead) -> Answer {
    switch head.validated(for: hosts) {
    case .refused(.notFound): return .response(finished(notFound(head), head))
    case .refused(let refusal): return .response(finished(.refusal(refusal), head))
    case .path(let path):
      if reloads, path.components.first == Self.own, !path.isFolder {
        if path.components == [Self.own, "events"], head.method == "GET",
          let watch = LiveReloadSession(query: path.query)
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
    let snapshot = live.snapshot
    guard let site = snapshot.site else { return brokenSite(snapshot.problems) }
    let (found, redirect) = site.representation(of: path, marking: marking)
    return redirect ?? found?.response(to: head) ?? .refusal(.notFound)
  }

  /// Returns the site's own 404 page, for a path that can name no file.
  private func notFound(_ head: RequestHead) -> Response {
    guard let missing = try? TargetPath("/_collate/nowhere"), let site = live.snapshot.site else {
      return .refusal(.notFound)
    }
    return site.representation(of: missing, marking: marking).0?.response(to: head) ?? .refusal(.notFound)
  }

  private func marking(_ page: [UInt8]) -> [UInt8] { reloads ? ClientScript.marking(page) : page }

  /// Returns the response as long as no site could be built: a page with the problems.
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
