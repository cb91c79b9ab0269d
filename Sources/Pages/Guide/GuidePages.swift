import Comparison
import Templating

extension PagePlanner {
  /// Adds the ordinary pages, and an index for each of their folders without an `index.md`.
  mutating func addPages() {
    let model = model
    let indexes = Set(IndexKind.allCases.filter { catalog.has($0) }.map { $0.folder(catalog.configuration) })
    for document in catalog.pages
    where !document.location.isEmpty && !(document.isIndex && indexes.contains(document.location)) {
      let path = routes.path(.page(document.id))
      let page = page(
        .guide, document.entry.name, path: path, description: document.entry.summary,
        above: model.folders(above: path),
        entry: document.entry)
      add(PageTemplates.guide, path: path, page: page, origin: document.entry.place) {
        In(model, .document(document))
      }
    }
    let bare = model.pageTree.foldersWithoutIndex.filter { !indexes.contains($0) }
    guard !bare.isEmpty else { return }
    // Some folders already have a page, such as that of an item or a pair.
    let taken = Set(pages.map(\.path))
    for folder in bare {
      let path = folder + "/"
      if taken.contains(path) || pairs.claimant(of: path + "index.html") != nil { continue }
      let name = model.folderName(folder)
      let page = page(.guide, name, path: path, description: nil, above: model.folders(above: path))
      add(PageTemplates.guide, path: path, page: page) { In(model, .folder(folder)) }
    }
  }
}

/// The content of an ordinary page.
enum Guide: Sendable {
  case document(Page)
  /// The index of a folder without an `index.md`.
  case folder(String)
}

extension PageTemplates {
  static let guide = PageTemplate<In<Guide>>(
    .guide, "GuidePage", "An ordinary page, such as a guide, or the index of a folder of pages.",
    [
      .text("name", "Its name.") { $0.name },
      .optionalText("summary", "A sentence on it.") { $0.document?.entry.summary },
      .record("prose", "Its words.", of: Records.prose) { $0.with($0.document?.prose ?? Prose()) },
      .list("headings", "Its headings, for a table of contents.", of: Records.link) { $0.headings },
      .list("children", "The pages of the folder that it is the index of.", of: Records.link) {
        $0.children
      },
      .list("siblings", "The other pages of its folder, or of many those round this one.", of: Records.link) {
        $0.siblings
      },
      .optionalRecord(
        "folder", "Its folder, where `siblings` leaves some of its pages out.", of: Records.link
      ) {
        $0.folder
      },
    ])
}

extension In<Guide> {
  /// The maximum number of other pages of its folder that a page lists.
  private static var mostNeighbours: Int { 12 }

  fileprivate var document: Page? { if case .document(let page) = part { page } else { nil } }

  fileprivate var name: String {
    switch part {
    case .document(let page): page.entry.name
    case .folder(let folder): model.folderName(folder)
    }
  }

  fileprivate var headings: [Link] {
    guard let document else { return [] }
    return document.headings.filter { $0.level == 2 }.map {
      Link(url: routes.address(.page(document.id), fragment: $0.id), text: $0.title)
    }
  }

  fileprivate var children: [Link] {
    switch part {
    case .document(let page): page.isIndex ? model.children(of: page.location) : []
    case .folder(let folder): model.children(of: folder)
    }
  }

  /// The other pages nearest to it in its folder, including the index.
  private var neighbours: [Page.ID] {
    guard let document, !document.isIndex else { return [] }
    let folder = PageTree.parent(of: document.location)
    return folder.isEmpty
      ? [] : model.pageTree.neighbours(of: document.id, in: folder, most: Self.mostNeighbours)
  }

  fileprivate var siblings: [Link] {
    neighbours.filter { !catalog[$0].isIndex }.map { model.link($0) }
  }

  /// A link to the folder; nil if the siblings include all of its pages.
  fileprivate var folder: Link? {
    guard let document, !neighbours.isEmpty else { return nil }
    let folder = PageTree.parent(of: document.location)
    let others = model.pageTree.pages(in: folder).count - 1
    return others > Self.mostNeighbours ? model.folders(above: folder + "/x").last : nil
  }
}

extension SiteModel {
  /// Returns links to the pages and folders directly inside a folder.
  func children(of folder: String) -> [Link] {
    let folders = pageTree.foldersWithoutIndex(in: folder).map {
      Link(url: .site(path: $0 + "/"), text: folderName($0))
    }
    return pageTree.pages(in: folder).map { link($0) } + folders
  }

  /// Returns the title of a folder without an `index.md`, derived from its name.
  func folderName(_ folder: String) -> String {
    let last = RelativePath.components(folder).last ?? folder
    return capitalised(last.split(separator: "-").joined(separator: " "))
  }

  /// Returns links to the folders above a page, from the top.
  func folders(above path: String) -> [Link] {
    let parts = RelativePath.components(path).dropLast()
    return parts.indices.map { index in
      let folder = parts[...index].joined(separator: "/")
      return pageTree.introduction(of: folder).map { link($0) }
        ?? Link(url: .site(path: folder + "/"), text: folderName(folder))
    }
  }
}
