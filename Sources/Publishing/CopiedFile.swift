/// A file of a site that is published as it is, open for reading.
package final class CopiedFile: Sendable {
  private let file: OpenFile
  private let status: FileStatus

  /// Opens a file by its path in the site's folder; nil when none is there, or something on the way is a symbolic link.
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

  package var size: Int { status.size }

  /// Changes with the file's bytes.
  package var tag: String { status.tag }

  /// The bytes in a range; fewer where the file has become shorter or cannot be read.
  package func bytes(_ range: Range<Int>) -> [UInt8] { (try? file.bytes(in: range)) ?? [] }
}
