/// The limits of static site hosts on the number of rules in configuration files; they silently ignore any more.
enum HostLimits {
  /// The limits on rules of `_redirects` without wildcards, the only kind that Collate writes.
  static let redirects = [
    (host: "Cloudflare Pages", most: 2000), (host: "GitLab Pages, unless told otherwise,", most: 1000),
  ]
  /// The limits on rules of `_headers`.
  static let headers = [(host: "Cloudflare Pages", most: 100)]
}
