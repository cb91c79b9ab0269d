/// The result of validating a request by its head.
enum RequestValidation: Sendable {
  case path(TargetPath)
  case refused(Refusal)
}

/// The reason why a request is refused.
enum Refusal: Hashable, Sendable {
  case malformed, unknownMethod, foreignHost, foreignOrigin, hasBody
  /// The request is well formed, but its path can name no file.
  case notFound
}

extension RequestHead {
  /// Validates a request by its head alone, before anything is looked up.
  func validated(for hosts: AllowedHosts) -> RequestValidation {
    guard method == "GET" || method == "HEAD" else { return .refused(.unknownMethod) }
    if !values("transfer-encoding").isEmpty || values("content-length").contains(where: { $0 != "0" }) {
      return .refused(.hasBody)
    }
    guard let (authority, target) = authorityAndTarget else { return .refused(.malformed) }
    if let authority {
      guard hosts.allows(authority) else { return .refused(.foreignHost) }
    } else if !isVersion10 {
      return .refused(.malformed)
    }
    guard isOfThisOrigin(authority) else { return .refused(.foreignOrigin) }
    do throws(TargetPath.Problem) {
      return .path(try TargetPath(target))
    } catch {
      return .refused(error == .notFound ? .notFound : .malformed)
    }
  }

  /// The requested authority and the target in origin form; nil if they are malformed.
  ///
  /// The authority of a target in absolute form takes precedence over the `Host` header (RFC 9112, 3.2.2).
  private var authorityAndTarget: (authority: String?, target: String)? {
    let hosts = values("host")
    guard hosts.count <= 1 else { return nil }
    if target.hasPrefix("/") { return (hosts.first, target) }
    guard target.lowercased().hasPrefix("http://") else { return nil }
    let rest = target.dropFirst("http://".count)
    let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    let path = rest[end...]
    return (String(rest[..<end]), path.hasPrefix("/") ? String(path) : "/" + path)
  }

  /// Returns whether the request was not made by a page of another origin.
  private func isOfThisOrigin(_ authority: String?) -> Bool {
    let origins = values("origin")
    if !origins.allSatisfy({ $0.lowercased() == "http://\((authority ?? "").lowercased())" }) { return false }
    // Links from other sites are allowed; scripts, images and frames of other sites are not.
    return !values("sec-fetch-site").contains("cross-site") || values("sec-fetch-mode") == ["navigate"]
  }
}
