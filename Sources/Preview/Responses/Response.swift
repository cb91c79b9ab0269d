/// An HTTP response: status, headers and body.
package struct Response: Sendable {
  /// The body of a response.
  package enum Body: Sendable {
    case none
    case bytes(ArraySlice<UInt8>)
    /// A byte range of a file of the site.
    case file(any ReadableFile, Range<Int>)

    var count: Int {
      switch self {
      case .none: 0
      case .bytes(let bytes): bytes.count
      case .file(_, let range): range.count
      }
    }

    /// Splits off at most `size` bytes. Returns nil at the end, and no bytes if the file has become shorter or
    /// unreadable.
    func piece(_ size: Int) -> (bytes: ArraySlice<UInt8>, rest: Body)? {
      guard count > 0 else { return nil }
      switch self {
      case .none: return nil
      case .bytes(let bytes): return (bytes.prefix(size), .bytes(bytes.dropFirst(size)))
      case .file(let file, let range):
        let bytes = file.bytes(range.prefix(size))
        return (bytes[...], .file(file, range.dropFirst(bytes.count)))
      }
    }
  }

  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: Body

  init(_ status: Int, _ headers: [(name: String, value: String)] = [], body: Body = .none) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// Returns the value of a header; `name` is case-sensitive.
  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// Sets a header, replacing one of the same name in any case.
  mutating func set(_ name: String, _ value: String) {
    headers.removeAll { $0.name.lowercased() == name.lowercased() }
    headers.append((name, value))
  }

  /// Returns a response with one line of plain text that must not be cached.
  static func text(_ status: Int, _ line: String) -> Response {
    let bytes = Array((line + "\n").utf8)
    return Response(
      status, [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")],
      body: .bytes(bytes[...]))
  }

  /// Returns the error response to a refused request.
  static func refusal(_ refusal: Refusal) -> Response {
    switch refusal {
    case .malformed: return .text(400, "This request cannot be understood.")
    case .hasBody: return .text(413, "A request here has no body.")
    case .foreignHost:
      return .text(
        403,
        "This server does not answer to the name that was asked for. Name it with --host, if it is meant to.")
    case .foreignOrigin: return .text(403, "This server answers no other site.")
    case .notFound: return .text(404, "There is nothing at this address.")
    case .unknownMethod:
      var response = Response.text(405, "This server answers GET and HEAD.")
      response.set("Allow", "GET, HEAD")
      return response
    }
  }

  /// Returns a redirect within the site; must not be cached, since the next edit may change it.
  static func redirect(to address: String, status: Int = 302) -> Response {
    var response = Response.text(status, "This page stands elsewhere.")
    response.set("Location", address)
    return response
  }
}

/// A file that is read piece by piece while it is sent.
package protocol ReadableFile: Sendable {
  /// Reads the bytes in a range; fewer if the file has become shorter.
  func bytes(_ range: Range<Int>) -> [UInt8]
}
