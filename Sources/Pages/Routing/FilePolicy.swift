import Comparison
import Diagnostics

/// Which files beside documents a site may publish.
enum FilePolicy {
  /// Types that no browser runs as script.
  private static let allowed: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "bmp", "pdf", "txt", "csv", "tsv", "json", "woff",
    "woff2", "ttf",
    "otf", "mp4", "webm", "ogv", "mp3", "ogg", "oga", "wav", "m4a", "flac", "opus", "zip", "gz",
  ]

  /// An error for each name of a file or folder that some disk does not take, in whatever files it is.
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

  /// The error for a file, by its path, whose type may not be published.
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
