/// The head of an HTTP request as it was received: nothing is decoded, joined or dropped.
package struct RequestHead: Sendable {
  package var method: String
  /// The request target, between method and version.
  package var target: String
  /// The headers in the order received, with names in any case.
  package var headers: [(name: String, value: String)]
  /// Whether the request is HTTP/1.0, in which the `Host` header is optional.
  package var isVersion10: Bool

  package init(
    method: String, target: String, headers: [(name: String, value: String)], isVersion10: Bool = false
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.isVersion10 = isVersion10
  }

  /// Returns all values of a header, by its name in lower case.
  func values(_ name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name }.map(\.value)
  }

  /// Returns the value of a header that must occur at most once; nil if it is missing or repeated.
  func value(_ name: String) -> String? {
    let all = values(name)
    return all.count == 1 ? all.first : nil
  }
}
