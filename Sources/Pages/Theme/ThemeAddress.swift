import Comparison
import Diagnostics
import MarkdownParsing

/// An address within the site in a style sheet or template of a theme.
struct ThemeAddress: Sendable {
  /// The path from the site's root, ending in `/` for a page; nil if it leads above the root.
  var path: String?
  /// Whether it begins with a slash. The host may serve more than the site, so that an unknown path is not certainly an
  /// error.
  var isRooted: Bool

  /// Resolves an address relative to the file `home`, or to the root if that is nil. Fails for addresses that are
  /// certainly elsewhere: another host, a fragment of the page, a data URL.
  init?(_ text: String, in home: String?) {
    let address = text.trimmingBlanks()
    guard case .relative(let path, _, _) = LinkDestination(judging: address), !path.isEmpty else {
      return nil
    }
    isRooted = path.utf8.first == UInt8(ascii: "/")
    let isFolder = ["/", "/.", "/.."].contains { path.hasSuffix($0) } || path == "." || path == ".."
    let resolved = RelativePath.resolve(path, from: isRooted ? "" : home ?? "")
    self.path = resolved.map { isFolder && !$0.isEmpty ? $0 + "/" : $0 }
  }
}

extension String {
  fileprivate func trimmingBlanks() -> String {
    let isBlank = { (byte: UInt8) in byte <= 0x20 }
    var bytes = utf8.drop(while: isBlank)
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return String(Substring(bytes))
  }
}

/// An address in a theme that is not one of its files, to be checked when all paths of the site are known.
struct UncheckedAddress: Sendable {
  var text: String
  var address: ThemeAddress
  var place: Diagnostic.Place
  /// The style sheet that contains it; nil for a template, where addresses are relative to the root.
  var home: String?

  /// Returns the diagnostic if the address does not exist on the site, or nil. `isThere` tests the path of a file, and
  /// `known` returns the paths to suggest.
  func problem(_ isThere: (String) -> Bool, among known: () -> [String]) -> Diagnostic? {
    guard let path = address.path else {
      return Diagnostic(
        .deadThemeLink, "\"\(text)\" climbs out of the site", at: place,
        help: home == nil ? "what a template holds leads from the site's root, on every page" : nil)
    }
    if isThere(path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path) { return nil }
    let spellings = known().map { path in
      address.isRooted ? "/" + path : home.map { RelativePath.spelling(of: path, from: $0) } ?? path
    }
    return Diagnostic(
      .deadThemeLink, as: address.isRooted ? .warning : .error,
      "\"\(text)\" is no page and no file of the site", at: place,
      suggestion: Spelling.closest(to: text, among: spellings),
      help: address.isRooted
        ? "what else stands on the host has an absolute address"
        : home == nil ? "what a template holds leads from the site's root, on every page" : nil)
  }
}
