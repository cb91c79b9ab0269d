package import Diagnostics

/// Reads a text file that the user named, following symbolic links.
///
/// - Parameters:
///   - path: Any path, relative to the working directory or absolute.
///   - limit: The largest permitted size, in bytes.
/// - Returns: The text, or nil with a diagnostic if the file is too large, special, not text or changing.
/// - Throws: `.failed` if the file cannot be opened or read.
package func readText(
  at path: String, atMost limit: Int
) throws(PublishingError) -> (SourceText?, [Diagnostic]) {
  let refuse = { (rule: Diagnostic.Rule, summary: String, help: String?) in
    (nil as SourceText?, [Diagnostic(rule, summary, inFile: path, help: help)])
  }
  let file = try naming(.read, path) { () throws(SystemError) in try OpenFile(at: path) }
  let status = try naming(.read, path) { () throws(SystemError) in try file.status() }
  guard status.kind == .file else {
    return refuse(.specialFile, "\(status.kind.words) cannot be read as a file", nil)
  }
  guard status.size <= limit else {
    return refuse(
      .largeFile, "\(status.size) bytes are more than the \(limit) that can be read", "split the file")
  }
  let bytes = try naming(.read, path) { () throws(SystemError) in try file.bytes(expecting: status.size) }
  let now = try naming(.read, path) { () throws(SystemError) in try file.status() }
  guard bytes.count == status.size, now == status else {
    return refuse(.changedFile, "the file changed while it was being read", "try again")
  }
  return SourceText.decoding(path: path, bytes: bytes)
}
