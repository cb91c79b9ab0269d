/// Recognizes the files that editors put beside a document while it is open or being saved.
enum EditorFile {
  /// Backups of Emacs, Vim and many other editors; files that JetBrains' editors rename; Kate's swap files.
  private static let endings = ["~", "___jb_tmp___", "___jb_old___", ".kate-swp"]

  /// Returns whether only editors give such a name; none has an extension that would be published.
  static func isTemporary(_ name: [UInt8]) -> Bool {
    // Vim creates a file of this name to test whether the folder is writable.
    if name.elementsEqual("4913".utf8) { return true }
    // Emacs auto-saves unsaved changes under `#name#`.
    if name.count > 2, name.first == UInt8(ascii: "#"), name.last == UInt8(ascii: "#") { return true }
    return endings.contains {
      name.count > $0.utf8.count && name.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }
}
