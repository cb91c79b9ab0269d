/// An open file of the site that is published as it is.
package final class CopiedFile: Sendable {
  private let file: OpenFile
  private let status: FileStatus

  /// Opens a file by its path relative to the site's folder; nil if there is none, or if the path contains a symbolic
  /// link.
  package init?(_ path: String, site: String) {
    let (folder, name) = path.splitAtLastComponent
    do throws(SystemError) {
      file = try Folder(at: site).descendant(String(folder)).file(String(name))
      status = try file.status()
    } catch {
      return nil
    }
    guard status.kind == .file else { return nil }
  }

  /// The size in bytes when the file was opened.
  package var size: Int { status.size }

  /// A tag that changes whenever the file's bytes do, from its size, modification time and inode.
  package var tag: String { status.tag }

  /// Reads the bytes in a range; fewer if the file has become shorter, none if it cannot be read.
  package func bytes(_ range: Range<Int>) -> [UInt8] { (try? file.bytes(in: range)) ?? [] }
}
