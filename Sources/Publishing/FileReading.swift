package import Diagnostics

/// Reads a file that the user named, wherever it is; its links are followed.
///
/// Only what the environment refuses is thrown; a file that is too large or no text is a diagnostic.
package func readText(
  at path: String, atMost limit: Int
) throws(PublishingError) -> (SourceText?, [Diagnostic]) {
  let refuse = { (rule: Diagnostic.Rule, summary: String, help: String?) in
    (nil as SourceText?, [Diagnostic(.error, rule, summary, inFile: path, help: help)])
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
