/// The live-reload state of one open page, from which follows what it must be told next.
struct LiveReloadSession: Sendable {
  /// A message to the script in the page.
  enum Message: Hashable, Sendable {
    /// The problems of the site, as JSON.
    case problems(String)
    /// Nothing but style sheets has changed; carries the page's new fingerprint.
    case styles(Fingerprint)
    case reload
    /// Navigate to another page of the site.
    case follow(String)

    /// The message as a server-sent event (HTML Standard, 9.2).
    var text: String {
      switch self {
      case .problems(let json): "event: problems\ndata: \(json)\n\n"
      case .styles(let print): "event: styles\ndata: \(print.whole) \(print.shape)\n\n"
      case .reload: "event: reload\ndata:\n\n"
      case .follow(let address): "event: follow\ndata: \(address)\n\n"
      }
    }
  }

  private let path: TargetPath
  private var print: Fingerprint
  /// The version of the last message; nil before the first.
  private var version: Int?

  /// Parses the query `path=…&whole=…&shape=…`, in which the path is percent-encoded as a whole; nil if it is
  /// malformed.
  init?(query: String) {
    var values: [Substring: Substring] = [:]
    for pair in query.dropFirst().split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { values[parts[0]] = parts[1] }
    }
    // Characters that are percent-encoded in the page's own address are encoded twice here.
    guard let spelled = values["path"], let whole = values["whole"], let shape = values["shape"],
      let path = try? TargetPath(spelled.replacing("%2F", with: "/").replacing("%25", with: "%"))
    else { return nil }
    self.path = path
    print = Fingerprint(whole: String(whole), shape: String(shape))
  }

  /// Returns the messages to send to the page for a state; none if that state has been sent already.
  mutating func messages(at snapshot: LiveSite.Snapshot) -> [Message] {
    guard version != snapshot.version else { return [] }
    let told = version ?? snapshot.version
    version = snapshot.version
    var messages: [Message] = [.problems(snapshot.problems.json)]
    if let followed = snapshot.followed, followed.version > told, followed.address != path.encoded {
      return messages + [.follow(followed.address)]
    }
    guard let site = snapshot.site else { return messages }
    let now = Fingerprint(site.page(path))
    if now.shape != print.shape || snapshot.reloadedVersion > told {
      messages.append(.reload)
    } else if now != print {
      messages.append(.styles(now))
    }
    print = now
    return messages
  }
}
