import Comparison
import Templating

/// A decorative image next to a name, which makes alternative text unnecessary.
struct Picture: Sendable {
  var url: Address
  /// The size in pixels, if known from the file.
  var size: ImageSize?
}

extension Records {
  static let picture = Record<Picture>(
    "Picture", "An image that stands beside a name, which says what it shows.",
    [
      .address("url", "The image.") { $0.url },
      .optionalInteger("width", "How wide it is, in pixels, where its file tells.") { $0.size?.width },
      .optionalInteger("height", "How high it is.") { $0.size?.height },
    ])
}

extension SiteModel {
  func logo(of item: Item) -> Picture? {
    item.logo.map { Picture(url: routes.address($0.target), size: $0.size) }
  }
}
