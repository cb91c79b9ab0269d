/// How much the hosts of static sites read of the files that tell them about a site; what is more they leave out without a word.
enum HostLimits {
  /// Rules of `_redirects` without a wildcard, as Collate writes them.
  static let redirects = [
    (host: "Cloudflare Pages", most: 2000), (host: "GitLab Pages, unless told otherwise,", most: 1000),
  ]
  /// Rules of `_headers`.
  static let headers = [(host: "Cloudflare Pages", most: 100)]
}
