package import Pages
import Publishing
import TextEncoding

/// A site as the preview serves it; pages are rendered on request.
package struct ServedSite: Sendable {
  /// The result of looking up a path.
  enum Found: Sendable {
    case file(OutputFile)
    /// A redirect to a percent-encoded address.
    case redirect(String, status: Int)
    case nothing
  }

  private let site: Site
  private let rules: HeaderRules
  private let latest = RenderedFileCache()
  /// Opens a file that is published as it is; nil if it cannot be read.
  private let open: @Sendable (_ path: String) -> (any ServedFile)?

  /// Creates the served form of a site.
  ///
  /// - Parameters:
  ///   - site: The built site.
  ///   - open: Opens a file by its path in the site's folder; called on any thread.
  package init(_ site: Site, open: @escaping @Sendable (_ path: String) -> (any ServedFile)?) {
    self.site = site
    self.open = open
    rules = HeaderRules(Self.text("_headers", of: site))
    rootPath = (try? TargetPath(site.rootPath))?.text ?? site.rootPath
  }

  /// The decoded path of the site's base URL; begins and ends with `/`.
  package let rootPath: String

  /// Returns the percent-encoded path of a document's page; nil if the document has none.
  func address(ofDocument path: String) -> String? {
    site.page(path).map { PercentEncoding.encoded(rootPath + $0, keeping: .path) }
  }

  private static func text(_ path: String, of site: Site) -> String {
    guard case .made(let bytes) = site.files.file(at: path)?.content else { return "" }
    return String(decoding: bytes(), as: UTF8.self)
  }

  /// Looks up a path as a static file server does: a file, the `index.html` of a folder, or a redirect to a folder if
  /// only its slash is missing.
  func find(_ path: TargetPath) -> Found {
    let whole = path.text
    guard whole.utf8.starts(with: rootPath.utf8) else {
      let isAbove = whole == "/" || (whole + "/").utf8.elementsEqual(rootPath.utf8)
      return isAbove
        ? .redirect(PercentEncoding.encoded(rootPath, keeping: .path) + path.query, status: 302) : .nothing
    }
    let relative = String(Substring(whole.utf8.dropFirst(rootPath.utf8.count)))
    if path.isFolder {
      if let file = site.files.file(at: relative + "index.html") { return .file(file) }
    } else {
      if let file = site.files.file(at: relative) { return .file(file) }
      if site.files.file(at: relative + "/index.html") != nil {
        return .redirect(path.encoded + "/" + path.query, status: 302)
      }
    }
    if let rule = RedirectRules.target(
      of: site.rootPath + PercentEncoding.encoded(relative, keeping: .path),
      in: Self.text("_redirects", of: site))
    {
      return .redirect(rule.address, status: rule.status)
    }
    return .nothing
  }

  /// Returns the path as `_headers` writes it, with the site's root path in the spelling of the base URL.
  private func spelled(_ path: TargetPath) -> String {
    guard path.text.utf8.starts(with: rootPath.utf8) else { return path.text }
    return site.rootPath + String(Substring(path.text.utf8.dropFirst(rootPath.utf8.count)))
  }

  /// Returns the bytes of the page at a path, or of the 404 page; empty for a redirect or a copied file.
  func page(_ path: TargetPath) -> [UInt8] {
    switch find(path) {
    case .file(let file): if case .made(let bytes) = file.content { return bytes() }
    case .nothing: if case .made(let bytes) = site.files.file(at: "404.html")?.content { return bytes() }
    case .redirect: break
    }
    return []
  }

  /// Returns the representation of the resource at a path, the 404 page if there is none, or a redirect. `marking` is
  /// applied to pages.
  func representation(
    of path: TargetPath, marking: (_ page: [UInt8]) -> [UInt8]
  ) -> (Representation?, redirect: Response?) {
    switch find(path) {
    case .redirect(let address, let status): return (nil, .redirect(to: address, status: status))
    case .file(let file): return (representation(file, at: spelled(path), status: 200, marking), nil)
    case .nothing:
      let file = site.files.file(at: "404.html")
      return (file.flatMap { representation($0, at: spelled(path), status: 404, marking) }, nil)
    }
  }

  private func representation(
    _ file: OutputFile, at path: String, status: Int, _ marking: ([UInt8]) -> [UInt8]
  ) -> Representation? {
    var headers: [(name: String, value: String)] = [("Content-Type", MediaType.of(file.path))]
    // The next edit may create a missing page, so a 404 must not be cached whatever `_headers` says.
    for (name, value) in rules.headers(for: path) where status != 404 || name.lowercased() != "cache-control"
    {
      headers.removeAll { $0.name.lowercased() == name.lowercased() }
      headers.append((name, value))
    }
    if !headers.contains(where: { $0.name.lowercased() == "cache-control" }) {
      headers.append(("Cache-Control", "no-cache"))
    }
    switch file.content {
    case .made(let make):
      let made = latest.file(file.path) { file.path.hasSuffix(".html") ? marking(make()) : make() }
      return Representation(status: status, headers: headers, body: .bytes(made.bytes[...]), tag: made.tag)
    case .copied(let path):
      guard let file = open(path) else { return nil }
      return Representation(
        status: status, headers: headers, body: .file(file, 0..<file.size), tag: "\"\(file.tag)\"")
    }
  }
}

/// A file of the site that is sent as it is.
package protocol ServedFile: ReadableFile {
  /// The size in bytes.
  var size: Int { get }
  /// An entity tag without quotation marks, which changes whenever the file does; hexadecimal numbers with hyphens.
  var tag: String { get }
}

extension CopiedFile: ServedFile {}
