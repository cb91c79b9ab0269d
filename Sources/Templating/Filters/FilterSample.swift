import TextEncoding

/// The values that the examples of filters use.
struct FilterSample: Sendable {
  var name = "Ada"
  var missing: String?
  /// 3 September 2024.
  var day: CalendarDate
  var tags = ["web", "api", "async"]
  var page = Address.site(path: "guides/first/")
  var root = Address.external("https://example.org/")

  static let record = Record<FilterSample>(
    "Sample", "What the examples of filters are written about.",
    [
      .text("name", "`Ada`.") { $0.name },
      .optionalText("missing", "Absent.") { $0.missing },
      .texts("tags", "`web`, `api` and `async`.") { $0.tags },
      .date("day", "3 September 2024.") { $0.day },
      .address("page", "A page of the site, `guides/first/`.") { $0.page },
      .address("root", "Where the site stands, `https://example.org/`.") { $0.root },
    ])
}
