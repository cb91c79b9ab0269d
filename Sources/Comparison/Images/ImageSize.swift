/// The intrinsic size of an image in CSS pixels.
package struct ImageSize: Sendable, Hashable {
  package let width: Int
  package let height: Int

  /// Fails if a side is not positive or exceeds a million.
  package init?(width: Int, height: Int) {
    let sides = 1...1_000_000
    guard sides.contains(width), sides.contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  var turned: ImageSize? { ImageSize(width: height, height: width) }

  /// Determines the size from the header of a PNG, JPEG, GIF, WebP, AVIF or SVG file; returns nil for any other or a
  /// damaged file.
  ///
  /// - Parameters:
  ///   - byteCount: The size of the file.
  ///   - read: Reads a range of bytes; may return fewer at the end of the file. Only small parts of the file are read.
  /// - Returns: The size in CSS pixels, if it can be determined.
  /// - Throws: The errors of `read`.
  package static func reading<Failure: Error>(
    byteCount: Int, _ read: @escaping (Range<Int>) throws(Failure) -> [UInt8]
  ) throws(Failure) -> ImageSize? {
    var header = ImageHeader(byteCount: byteCount, read: read)
    return try header.size()
  }

  /// Returns whether a file with this extension may be an image with a known size.
  package static func mayBeKnown(of path: String) -> Bool {
    guard let name = RelativePath.components(path).last, let dot = name.utf8.lastIndex(of: 0x2E) else {
      return false
    }
    return extensions.contains(name[name.utf8.index(after: dot)...].lowercased())
  }

  private static let extensions: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg"]
}
