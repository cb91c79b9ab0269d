import Comparison
import Diagnostics
import Templating
import TextEncoding

extension PagePlanner {
  /// Adds a redirect from each old address that a document names, as a page or as a line of `_redirects`; returns the
  /// errors for invalid addresses.
  mutating func addRedirects() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (document, entry) in catalog.documents(where: { !$0.redirectFrom.isEmpty }) {
      for old in entry.redirectFrom {
        do throws(OldAddress.Problem) {
          try addRedirect(from: try OldAddress(old.value), at: old.range, to: document, entry)
        } catch {
          diagnostics.append(
            .init(.invalidRedirect, error.summary, at: old.range, help: error.help))
        }
      }
    }
    return diagnostics
  }

  private mutating func addRedirect(
    from old: OldAddress, at origin: SourceRange, to document: DocumentID, _ entry: Entry
  ) throws(OldAddress.Problem) {
    let target = routes.path(document)
    if catalog.configuration.redirects == .file {
      redirects.append(Redirect(from: old, target: target, origin: origin, title: entry.name))
      return
    }
    if let problem = old.fileProblem { throw problem }
    let path = old.pagePath
    let page = page(.redirect, entry.name, path: path, description: entry.summary)
    let model = model
    add(PageTemplates.redirect, path: path, page: page, origin: origin, isInSitemap: false) {
      In(model, target)
    }
  }
}

/// A redirect from an old address that the server performs.
struct Redirect: Sendable {
  var from: OldAddress
  var target: String
  var origin: SourceRange
  var title: String
}

extension SitePlan {
  /// The number of lines in `_redirects`.
  private var redirectCount: Int {
    catalog.configuration.redirects == .file ? redirects.count + pairs.model.pairs.pairs.count : 0
  }

  /// The diagnostic if `_redirects` has more rules than some hosts read: they ignore the rest silently.
  var redirectLimitProblems: [Diagnostic] {
    let count = redirectCount
    guard let place = catalog.configuration.redirectsPlace else { return [] }
    let hosts = HostLimits.redirects.filter { $0.most < count }.map { "\($0.host) reads \($0.most)" }
    if hosts.isEmpty { return [] }
    return [
      Diagnostic(
        .tooManyHostRules, "`_redirects` has \(count) rules; \(hosts.joined(separator: ", "))",
        at: place,
        help: "write `redirects: pages` unless your host reads them all, or have fewer pairs with `pairs`")
    ]
  }

  /// The `_redirects` file in the format of Netlify and Cloudflare Pages: a line for each old address and for each
  /// reverse address of a pair. Nil if the site does not use it or has no redirects.
  ///
  /// Hosts read it relative to their root, so paths include that of the site.
  var redirectFile: OutputFile? {
    guard catalog.configuration.redirects == .file, !redirects.isEmpty || pairs.pageCount > 0 else {
      return nil
    }
    let (redirects, pairs, root) = (redirects, pairs, rootPath)
    return OutputFile(
      path: "_redirects",
      content: .made {
        var lines: [UInt8] = []
        func add(_ path: String, _ target: String) { lines += "\(root)\(path) \(root)\(target) 301\n".utf8 }
        for redirect in redirects {
          add(PercentEncoding.encoded(redirect.from.path, keeping: .path), redirect.target)
        }
        for pair in pairs.model.pairs.pairs {
          add(pairs.model.routes.path(pair.mirrored), pairs.model.routes.path(pair))
        }
        return lines
      })
  }
}

extension Catalog {
  /// Returns the documents with a page that satisfy a condition, in a fixed order.
  func documents(where isWanted: (Entry) -> Bool) -> [(DocumentID, Entry)] {
    var wanted: [(DocumentID, Entry)] = []
    for item in items where isWanted(item.entry) { wanted.append((.item(item.id), item.entry)) }
    wanted += criteria.filter { isWanted($0.entry) }.map { (.criterion($0.id), $0.entry) }
    wanted += useCases.filter { isWanted($0.entry) }.map { (.useCase($0.id), $0.entry) }
    wanted += sources.filter { isWanted($0.entry) }.map { (.source($0.id), $0.entry) }
    wanted += matrices.filter { isWanted($0.entry) }.map { (.matrix($0.id), $0.entry) }
    wanted += comparisons.filter { isWanted($0.entry) }.map { (.comparison($0.id), $0.entry) }
    wanted += pages.filter { isWanted($0.entry) }.map { (.page($0.id), $0.entry) }
    return wanted
  }
}

extension PageTemplates {
  /// The template of a redirect page; the part is the path that it redirects to.
  static let redirect = PageTemplate<In<String>>(
    .redirect, "RedirectPage", "An old address that leads to the new one.",
    [
      .address("target", "The new address.") { .site(path: $0.part) },
      .optionalAddress("absolute", "The new address with the site's, where it has a `base-url`.") {
        $0.model.absoluteAddress(of: $0.part)
      },
    ])
}
