/// The files that editors put beside a document while it is open or being saved.
enum EditorFile {
  /// Backups of Emacs, Vim and many others; what JetBrains' editors rename; Kate's record of changes.
  private static let endings = ["~", "___jb_tmp___", "___jb_old___", ".kate-swp"]

  /// Whether a name is one that only editors give; no such file has a type that would be published.
  static func isTemporary(_ name: [UInt8]) -> Bool {
    // Vim tries whether it may write into a folder with a file of this name.
    if name.elementsEqual("4913".utf8) { return true }
    // Emacs saves what was not saved yet under `#name#`.
    if name.count > 2, name.first == UInt8(ascii: "#"), name.last == UInt8(ascii: "#") { return true }
    return endings.contains {
      name.count > $0.utf8.count && name.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }
}
