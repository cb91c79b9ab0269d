import Comparison
import Diagnostics
import MarkdownParsing

/// An address that a style sheet or a template of a theme holds, and that stays on the site.
struct ThemeAddress: Sendable {
  /// The path from the site's root, which a page's ends in `/`; nil where it climbs out of the site.
  var path: String?
  /// Whether it begins with a slash: the host may have more than the site, so that what leads nowhere is no mistake for sure.
  var isRooted: Bool

  /// An address that is written in a file, `home`, from whose folder it leads; without one it leads from the root. Nil for what leads elsewhere
  /// for sure: another host, a place on the page, data.
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

/// An address of a theme that names none of its files: whether the site has it is known when its pages are.
struct UncheckedAddress: Sendable {
  var text: String
  var address: ThemeAddress
  var place: Diagnostic.Place
  /// The style sheet that it is written in; nil for a template, where addresses lead from the root.
  var home: String?

  /// What is wrong with it on a site whose files are told by their paths, or nil.
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
