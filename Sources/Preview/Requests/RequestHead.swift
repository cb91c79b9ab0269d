/// The head of an HTTP request as it was sent: nothing is decoded, joined or left out.
package struct RequestHead: Sendable {
  package var method: String
  /// What stands between the method and the version.
  package var target: String
  /// In the order sent, names in any case.
  package var headers: [(name: String, value: String)]
  /// Whether the client speaks HTTP/1.0, in which a request need not name its host.
  package var isVersion10: Bool

  package init(
    method: String, target: String, headers: [(name: String, value: String)], isVersion10: Bool = false
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.isVersion10 = isVersion10
  }

  /// Every value of a header, by its name in lower case.
  func values(_ name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name }.map(\.value)
  }

  /// The value of a header that may be sent once; nil when there is none or several, which say nothing certain.
  func value(_ name: String) -> String? {
    let all = values(name)
    return all.count == 1 ? all.first : nil
  }
}
