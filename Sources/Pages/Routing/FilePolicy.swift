import Comparison
import Diagnostics

/// The rules for the files other than documents that a site may publish.
enum FilePolicy {
  /// The extensions of file types that browsers do not execute as scripts.
  private static let allowed: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "bmp", "pdf", "txt", "csv", "tsv", "json", "woff",
    "woff2", "ttf",
    "otf", "mp4", "webm", "ogv", "mp3", "ogg", "oga", "wav", "m4a", "flac", "opus", "zip", "gz",
  ]

  /// Returns an error for each file or folder name that is not valid on all file systems, once for each name.
  static func nameProblems(_ paths: [String]) -> [Diagnostic] {
    var told: Set<[UInt8]> = []
    return paths.flatMap { path in
      let names = RelativePath.components(path)
      return names.indices.compactMap { index -> Diagnostic? in
        guard let problem = PortableName.problem(in: names[index]) else { return nil }
        let isFile = index == names.count - 1
        let place = isFile ? path : names[...index].joined(separator: "/")
        guard told.insert(Array(place.utf8)).inserted else { return nil }
        return Diagnostic(
          .unportableFileName,
          "the name of the \(isFile ? "file" : "folder") \"\(names[index])\" \(problem.words)",
          at: .file(place), help: "rename it, to \"\(problem.better)\" for example")
      }
    }
  }

  /// Returns the error for a file whose type may not be published, or whose name resembles that of a document.
  static func problem(_ path: String, allowing more: Set<String>) -> Diagnostic? {
    let name = RelativePath.components(path).last ?? ""
    let type =
      name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last.map { $0.lowercased() }
      ?? ""
    if let better = DocumentName.better(than: name) {
      return Diagnostic(
        .unpublishedFileType, "\"\(name)\" is no document here: those end in .md", at: .file(path),
        help: "rename it to \(better)")
    }
    if allowed.contains(type) || more.contains(type) { return nil }
    if path == "Content/site.yaml" {
      return Diagnostic(
        .unpublishedFileType, "the site's settings are in site.yml", at: .file(path),
        help: "rename it to site.yml")
    }
    let what = type.isEmpty ? "files without an extension" : "\".\(type)\" files"
    return Diagnostic(
      .unpublishedFileType, "\(what) are not published", at: .file(path),
      help: type.isEmpty
        ? "give it an extension that is allowed"
        : "add `allow-files: [\(type)]` to site.yml if you trust everybody who adds content; such a file may run script"
    )
  }
}
