import Templating

/// `_headers`, as Netlify and Cloudflare Pages read it: what a server should say along with the site's files.
///
/// It allows what the bundled theme needs and no more; a theme that needs more brings a server's own settings.
enum HeadersFile {
  static let path = "_headers"

  /// No inline script runs: the only script inside a page is structured data, which no browser executes.
  private static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'",
    "media-src 'self'", "connect-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'self'",
    "frame-ancestors 'none'",
  ]

  /// The file's text for a site below `root`, with long caching for assets whose names hold a hash of their content.
  static func text(root: String, hashedAssets: [String]) -> String {
    var lines = [
      "\(root)*", "  Content-Security-Policy: \(policy.joined(separator: "; "))",
      "  X-Content-Type-Options: nosniff", "  Referrer-Policy: strict-origin-when-cross-origin",
    ]
    for path in hashedAssets {
      lines += ["\(root)\(path)", "  Cache-Control: public, max-age=31536000, immutable"]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
