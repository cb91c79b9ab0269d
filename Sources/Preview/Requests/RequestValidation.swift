/// What a request asks for, when it may.
enum RequestValidation: Sendable {
  case path(TargetPath)
  case refused(Refusal)
}

/// Why a request is not answered with a file.
enum Refusal: Hashable, Sendable {
  case malformed, unknownMethod, foreignHost, foreignOrigin, hasBody
  /// Well formed, but nothing can be there.
  case nowhere
}

extension RequestHead {
  /// Judges a request by its head alone, before anything is looked up.
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
      return .refused(error == .nowhere ? .nowhere : .malformed)
    }
  }

  /// The host that is asked for and the target in origin form; nil when they cannot be told.
  ///
  /// A target in absolute form takes the place of the header (RFC 9112, 3.2.2).
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

  /// Whether the request comes from a page of this server, or from none: other pages have no business here.
  private func isOfThisOrigin(_ authority: String?) -> Bool {
    let origins = values("origin")
    if !origins.allSatisfy({ $0.lowercased() == "http://\((authority ?? "").lowercased())" }) { return false }
    // A link from anywhere may lead here; a script, picture or frame of another site may not be had from here.
    return !values("sec-fetch-site").contains("cross-site") || values("sec-fetch-mode") == ["navigate"]
  }
}
