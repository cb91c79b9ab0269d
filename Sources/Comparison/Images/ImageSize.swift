/// The size at which a browser shows an image, in CSS pixels.
package struct ImageSize: Sendable, Hashable {
  package let width: Int
  package let height: Int

  /// Nil where a side is none, or longer than any picture's.
  package init?(width: Int, height: Int) {
    let sides = 1...1_000_000
    guard sides.contains(width), sides.contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  var turned: ImageSize? { ImageSize(width: height, height: width) }

  /// What the header of a PNG, JPEG, GIF, WebP, AVIF or SVG file says; nil for any other file, and for one that is broken.
  ///
  /// `read` gives the bytes of a range of the file, fewer where it ends before. Little of a file is asked for, however large it is.
  package static func reading<Failure: Error>(
    byteCount: Int, _ read: @escaping (Range<Int>) throws(Failure) -> [UInt8]
  ) throws(Failure) -> ImageSize? {
    var header = ImageHeader(byteCount: byteCount, read: read)
    return try header.size()
  }

  /// Whether a file of this name may be an image with a size.
  package static func mayBeKnown(of path: String) -> Bool {
    guard let name = RelativePath.components(path).last, let dot = name.utf8.lastIndex(of: 0x2E) else {
      return false
    }
    return extensions.contains(name[name.utf8.index(after: dot)...].lowercased())
  }

  private static let extensions: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg"]
}
