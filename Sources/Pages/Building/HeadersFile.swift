import Templating

/// `_headers`, as Netlify and Cloudflare Pages read it: what a server should say along with the site's files.
///
/// It allows what the bundled theme needs and no more; a theme that needs more brings a server's own settings.
enum HeadersFile {
  static let path = "_headers"

  /// The line of script in the theme's `base.html` that sets the remembered colours before a page is drawn, by the SHA-256 of its
  /// text. No other script inside a page runs; structured data is none.
  private static let colourScript = "'sha256-aq2ReJZaxler3PpgRXW4TGuSMht34tsXpVv4GyrZ/YQ='"

  private static let policy = [
    "default-src 'none'", "script-src 'self' \(colourScript)", "style-src 'self'", "img-src 'self'",
    "font-src 'self'",
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
