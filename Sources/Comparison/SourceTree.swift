package import Diagnostics

/// Everything that was read from a site's folder: one consistent snapshot, in order of path.
package struct SourceTree: Sendable {
  /// A file that is not a document: it is copied, when its type is allowed.
  package struct OtherFile: Sendable, Hashable {
    /// Relative to the site's folder: `Content/images/logo.png`.
    package var path: String
    /// What the file's header says, where it is an image.
    package var imageSize: ImageSize?

    package init(path: String, imageSize: ImageSize? = nil) {
      self.path = path
      self.imageSize = imageSize
    }
  }

  /// The text of `Content/site.yml`, when there is one.
  package var configuration: SourceText?
  /// Every `.md` file below `Content`; paths are relative to the site's folder: `Content/frameworks/django.md`.
  package var documents: [SourceText]
  /// Every file below `Templates` that is a template (`.html`, `.xml`, `.txt`) or holds words (`words/en.yml`); paths begin with `Templates/`.
  package var templates: [SourceText]
  /// The bytes of every other file below `Templates`: style sheets, scripts, icons; paths begin with `Templates/`.
  package var themeFiles: [(path: String, bytes: [UInt8])]
  /// Every file below `Content` that is neither a document nor the configuration.
  package var otherFiles: [OtherFile]
  /// The paths of files and folders that are left out.
  package var skipped: [String] = []

  package init(
    configuration: SourceText? = nil, documents: [SourceText] = [], templates: [SourceText] = [],
    themeFiles: [(path: String, bytes: [UInt8])] = [], otherFiles: [OtherFile] = []
  ) {
    self.configuration = configuration
    self.documents = documents
    self.templates = templates
    self.themeFiles = themeFiles
    self.otherFiles = otherFiles
  }

  /// Every text that a diagnostic may point into.
  package var texts: [SourceText] { (configuration.map { [$0] } ?? []) + documents + templates }
}
