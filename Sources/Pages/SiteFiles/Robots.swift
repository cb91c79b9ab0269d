import Templating

extension PagePlanner {
  /// Adds the sitemap, if the site has a base URL, and `robots.txt`.
  mutating func addRobotFiles() {
    let model = model
    if let base = model.baseURL { addSitemap(base) }
    let page = page(.robots, "Robots", path: "robots.txt", description: nil)
    add(PageTemplates.robots, path: "robots.txt", page: page, isInSitemap: false) { model }
  }
}

extension PageTemplates {
  static let robots = PageTemplate<SiteModel>(
    .robots, "RobotsFile", "What robots may read.",
    [
      .texts("sitemaps", "The absolute addresses of sitemaps; none without a `base-url`.") {
        $0.baseURL.map { [$0 + "sitemap.xml"] } ?? []
      }
    ])
}
