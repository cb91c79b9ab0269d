import Comparison

/// A part of a site's content together with the site's model; records are declared over this type.
///
/// A record over `In<Claim>` reads the claim itself and derives everything else from the model, so that no data is
/// copied into a structure for the record.
struct In<Part: Sendable>: Sendable {
  let model: SiteModel
  let part: Part

  init(_ model: SiteModel, _ part: Part) {
    self.model = model
    self.part = part
  }

  var catalog: Catalog { _read { yield model.catalog } }
  var routes: Routes { _read { yield model.routes } }

  /// Returns another part of the same content.
  func with<Other>(_ other: Other) -> In<Other> { In<Other>(model, other) }

  /// Returns other parts of the same content.
  func with<Other>(each others: some Sequence<Other>) -> [In<Other>] { others.map { In<Other>(model, $0) } }
}
