import Comparison
import Diagnostics
import Templating

/// The `_headers` file in the format of Netlify and Cloudflare Pages, which defines the HTTP headers of the site's
/// files.
///
/// The policy allows only what the bundled theme needs; a site whose theme needs more must configure its server itself.
enum HeadersFile {
  static let path = "_headers"

  /// The SHA-256 hash of the inline script in the theme's `base.html` that applies the stored colour scheme before the
  /// page is rendered. It is the only inline script that runs; structured data is not executed.
  private static let colourScript = "'sha256-aq2ReJZaxler3PpgRXW4TGuSMht34tsXpVv4GyrZ/YQ='"

  private static let policy = [
    "default-src 'none'", "script-src 'self' \(colourScript)", "style-src 'self'", "img-src 'self'",
    "font-src 'self'",
    "media-src 'self'", "connect-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'self'",
    "frame-ancestors 'none'",
  ]

  /// Returns the content of the file for a site below `root`, with long-term caching for assets whose names contain a
  /// hash of their content.
  ///
  /// `others` are the other files of the site in folders that contain such assets.
  static func text(root: String, hashedAssets: [String], others: [String]) -> String {
    var lines = [
      "\(root)*", "  Content-Security-Policy: \(policy.joined(separator: "; "))",
      "  X-Content-Type-Options: nosniff", "  Referrer-Policy: strict-origin-when-cross-origin",
    ]
    for path in patterns(of: hashedAssets, beside: others) {
      lines += ["\(root)\(path)", "  Cache-Control: public, max-age=31536000, immutable"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns a pattern for each folder that contains only hashed assets, such as `assets/table/*`, and for each
  /// remaining asset, in order of path.
  static func patterns(of hashedAssets: [String], beside others: [String]) -> [String] {
    let mixed = Set(others.flatMap(folders))
    var patterns: [String] = []
    for path in hashedAssets {
      let folder = folders(path).first { !mixed.contains($0) }
      let pattern = folder.map { $0 + "*" } ?? path
      if patterns.last != pattern { patterns.append(pattern) }
    }
    return patterns
  }

  /// Returns the folders above a path, from the root: those of `a/b/c` are `a/` and `a/b/`.
  private static func folders(_ path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map {
      String(path[...$0])
    }
  }
}

extension SitePlan {
  func headersFile(_ theme: ThemeFiles) -> OutputFile {
    let (assets, others) = headedAssets(theme)
    let text = HeadersFile.text(root: rootPath, hashedAssets: assets, others: others)
    return OutputFile(path: HeadersFile.path, content: .made { Array(text.utf8) })
  }

  /// Returns the diagnostic if `_headers` has more rules than some hosts read: they ignore the rest silently.
  func headerLimitProblems(_ theme: ThemeFiles) -> [Diagnostic] {
    let (assets, others) = headedAssets(theme)
    let count = 1 + HeadersFile.patterns(of: assets, beside: others).count
    let hosts = HostLimits.headers.filter { $0.most < count }.map { "\($0.host) reads \($0.most)" }
    if hosts.isEmpty { return [] }
    let place = theme.assets.first { $0.isHashed && $0.origin != nil }?.origin
    return [
      Diagnostic(
        .tooManyHostRules, "`_headers` has \(count) rules; \(hosts.joined(separator: ", "))",
        at: place.map { .file($0) } ?? .site,
        help: "put style sheets and scripts into folders of their own, without pictures and fonts:"
          + " one rule serves such a folder")
    ]
  }

  /// Returns the assets whose names contain a hash, in order of path, and the other files that may be in their folders.
  private func headedAssets(_ theme: ThemeFiles) -> (hashed: [String], others: [String]) {
    let hashed = theme.assets.filter(\.isHashed).map(\.path)
    let folders = Set(hashed.map { $0.utf8.prefix { $0 != UInt8(ascii: "/") }.map { $0 } })
    var others = theme.assets.filter { !$0.isHashed }.map(\.path)
    for path in catalog.otherFiles.map({ Self.outputPath(of: $0) }) + pages.map(\.outputPath)
    where folders.contains(path.utf8.prefix { $0 != UInt8(ascii: "/") }.map { $0 }) {
      others.append(path)
    }
    return (hashed, others)
  }
}
