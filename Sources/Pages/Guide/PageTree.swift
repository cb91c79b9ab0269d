import Comparison
import TextEncoding

/// The ordinary pages, organized by folder.
struct PageTree: Sendable {
  /// All pages except the home page, in the order of lists: by their `order`, if they have one, then by name.
  private var listed: [Page] = []
  /// The pages directly inside each folder; an `index.md` belongs to the folder above its own.
  private var pages: [String: [Page.ID]] = [:]
  /// The position of each page in its folder.
  private var places: [Page.ID: Int] = [:]
  private var introductions: [String: Page.ID] = [:]
  /// The folders without an `index.md` directly inside each folder, in order of path.
  private var bareFolders: [String: [String]] = [:]
  /// All folders that contain pages but no `index.md`, at any depth, in order of path.
  private(set) var foldersWithoutIndex: [String] = []

  init(_ all: [Page]) {
    var folders: Set<String> = []
    for page in all {
      if page.isIndex { introductions[page.location] = page.id }
      var folder = page.isIndex ? page.location : Self.parent(of: page.location)
      while !folder.isEmpty, folders.insert(folder).inserted { folder = Self.parent(of: folder) }
    }
    let keyed = all.filter { !$0.location.isEmpty }.map {
      (page: $0, order: $0.order ?? Int.max, name: SortKey($0.entry.name))
    }
    listed = keyed.sorted { ($0.order, $0.name) < ($1.order, $1.name) }.map(\.page)
    for page in listed {
      let folder = Self.parent(of: page.location)
      places[page.id] = pages[folder, default: []].count
      pages[folder, default: []].append(page.id)
    }
    foldersWithoutIndex = folders.filter { introductions[$0] == nil }.sorted()
    for folder in foldersWithoutIndex { bareFolders[Self.parent(of: folder), default: []].append(folder) }
  }

  /// Returns the folder that contains a page or folder; empty for the top level.
  static func parent(of location: String) -> String {
    RelativePath.components(location).dropLast().joined(separator: "/")
  }

  /// Returns the `index.md` of a folder.
  func introduction(of folder: String) -> Page.ID? { introductions[folder] }

  func pages(in folder: String) -> [Page.ID] { pages[folder] ?? [] }

  /// Returns the other pages of a folder, in order; if there are more than `most`, only those nearest to a page.
  func neighbours(of page: Page.ID, in folder: String, most: Int) -> [Page.ID] {
    let all = pages(in: folder)
    guard all.count - 1 > most, let place = places[page] else { return all.filter { $0 != page } }
    let first = min(max(0, place - most / 2), all.count - 1 - most)
    return all[first...(first + most)].filter { $0 != page }
  }

  /// Returns the pages in a folder, at any depth.
  func pages(below folder: String) -> [Page.ID] {
    listed.filter { $0.location.hasPrefix(folder + "/") }.map(\.id)
  }

  func foldersWithoutIndex(in folder: String) -> [String] { bareFolders[folder] ?? [] }
}
