import Comparison
import Diagnostics
import TextEncoding

extension [BuildRecord.Input] {
  /// Returns the inputs after a session has read some files again; nil if one of them is not in its memory.
  ///
  /// A file that was read again is known by its bytes alone: its stamp may already be that of a later edit. Whatever
  /// the session has not read yet stays as it was, so that the next build finds it different.
  func rereading(_ paths: [String], in tree: SourceTree) -> [BuildRecord.Input]? {
    var inputs = self
    for path in paths {
      guard !tree.holdsUnread(path) else { return nil }
      inputs.set(tree.readHash(of: path), at: path)
    }
    return inputs
  }

  /// Sets the content of a file, whose folders are added as they are needed; nil removes the file.
  private mutating func set(_ content: ContentHash?, at path: String) {
    let index = lowerBound(of: path) { $0.path }
    let isKnown = index < count && self[index].path.equalsByBytes(path)
    guard let content else {
      if isKnown { remove(at: index) }
      return
    }
    let input = BuildRecord.Input(path: path, stamp: .unknown, content: content)
    guard !isKnown else {
      self[index] = input
      return
    }
    insert(input, at: index)
    var name = String(path.splitAtLastComponent.folder)
    while !name.isEmpty {
      let place = lowerBound(of: name) { $0.path }
      if place < count, self[place].path.equalsByBytes(name) { return }
      insert(.init(path: name, stamp: .unknown, content: nil), at: place)
      name = String(name.splitAtLastComponent.folder)
    }
  }
}

extension SourceTree {
  /// Whether a file belongs to the site, but only its name was read.
  fileprivate func holdsUnread(_ path: String) -> Bool {
    otherFiles.contains { $0.path.equalsByBytes(path) }
  }

  /// Returns the hash of the bytes that were read of a file; nil if it is no longer part of the site.
  fileprivate func readHash(of path: String) -> ContentHash? {
    if let text = texts.first(where: { $0.path.equalsByBytes(path) }) { return ContentHash(text.utf8) }
    return themeFiles.first { $0.path.equalsByBytes(path) }.map { ContentHash($0.bytes) }
  }
}
