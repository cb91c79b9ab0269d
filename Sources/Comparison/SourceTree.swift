package import Diagnostics

/// Everything that was read from a site's folder: a consistent snapshot, each kind of file in order of path.
package struct SourceTree: Sendable {
  /// A file below `Content` other than a document, which is copied if its type is allowed.
  package struct OtherFile: Sendable, Hashable {
    /// Relative to the site's folder: `Content/images/logo.png`.
    package var path: String
    /// The size of an image, according to its header.
    package var imageSize: ImageSize?

    package init(path: String, imageSize: ImageSize? = nil) {
      self.path = path
      self.imageSize = imageSize
    }
  }

  /// The text of `Content/site.yml`, if it exists.
  package var configuration: SourceText?
  /// All `.md` files below `Content`; paths are relative to the site's folder: `Content/frameworks/django.md`.
  package var documents: [SourceText]
  /// All templates (`.html`, `.xml`, `.txt`) and words files (`words/en.yml`) below `Templates`; paths begin with
  /// `Templates/`.
  package var templates: [SourceText]
  /// All other files below `Templates`, such as style sheets, scripts and icons; paths begin with `Templates/`.
  package var themeFiles: [(path: String, bytes: [UInt8])]
  /// All files below `Content` except documents and the configuration.
  package var otherFiles: [OtherFile]
  /// The paths of excluded files and folders.
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

  /// All texts that diagnostics may point into.
  package var texts: [SourceText] { (configuration.map { [$0] } ?? []) + documents + templates }
}
