import Comparison
import Templating

extension PagePlanner {
  /// Ordinary pages, and an index for each of their folders that has none of its own.
  mutating func addPages() {
    let model = model
    let indexes = Set(IndexKind.allCases.filter { catalog.has($0) }.map { $0.folder(catalog.configuration) })
    for document in catalog.pages
    where !document.location.isEmpty && !(document.isIndex && indexes.contains(document.location)) {
      let path = routes.path(.page(document.id))
      let page = page(
        "page", document.entry.name, path: path, description: document.entry.summary,
        above: model.folders(above: path),
        entry: document.entry)
      add(PageKinds.page, path: path, page: page, origin: document.entry.place) {
        model.content(of: document)
      }
    }
    let bare = model.pageTree.foldersWithoutIndex.filter { !indexes.contains($0) }
    guard !bare.isEmpty else { return }
    // A page below that of an item or a pair, say, stands in a folder that has a page already.
    let taken = Set(pages.map(\.path))
    for folder in bare {
      let path = folder + "/"
      if taken.contains(path) || pairs.claimant(of: path + "index.html") != nil { continue }
      let name = model.folderName(folder)
      let page = page("page", name, path: path, description: nil, above: model.folders(above: path))
      add(PageKinds.page, path: path, page: page) {
        PageContent(
          name: name, summary: nil, prose: model.view(Prose()), headings: [],
          children: model.children(of: folder), siblings: [], folder: nil)
      }
    }
  }
}

extension SiteModel {
  /// How many of the other pages of its folder a page names.
  private static let mostNeighbours = 12

  func content(of page: Page) -> PageContent {
    let folder = PageTree.parent(of: page.location)
    let neighbours =
      page.isIndex || folder.isEmpty
      ? [] : pageTree.neighbours(of: page.id, in: folder, most: Self.mostNeighbours)
    let others = pageTree.pages(in: folder).count - 1
    return PageContent(
      name: page.entry.name, summary: page.entry.summary, prose: view(page.prose),
      headings: page.headings.filter { $0.level == 2 }.map {
        LinkView(url: routes.address(.page(page.id), fragment: $0.id), text: $0.title, summary: nil)
      },
      children: page.isIndex ? children(of: page.location) : [],
      siblings: neighbours.filter { !catalog[$0].isIndex }.map { link($0) },
      folder: neighbours.isEmpty || others <= Self.mostNeighbours ? nil : folders(above: folder + "/x").last)
  }

  /// The pages and folders directly inside a folder.
  func children(of folder: String) -> [LinkView] {
    let folders = pageTree.foldersWithoutIndex(in: folder).map {
      LinkView(url: .site(path: $0 + "/"), text: folderName($0), summary: nil)
    }
    return pageTree.pages(in: folder).map { link($0) } + folders
  }

  func folderName(_ folder: String) -> String {
    let last = RelativePath.components(folder).last ?? folder
    return capitalised(last.split(separator: "-").joined(separator: " "))
  }

  /// The folders above a page, from the top.
  func folders(above path: String) -> [LinkView] {
    let parts = RelativePath.components(path).dropLast()
    return parts.indices.map { index in
      let folder = parts[...index].joined(separator: "/")
      return pageTree.introduction(of: folder).map { link($0) }
        ?? LinkView(url: .site(path: folder + "/"), text: folderName(folder), summary: nil)
    }
  }
}
