import Comparison

/// A part of a site's content, to be read in the model of the site: what records are declared over.
///
/// A record that is declared over `In<Claim>` reads the claim itself, and what follows from it, from the model; nothing has to be
/// copied into a structure for the record's sake.
struct In<Part: Sendable>: Sendable {
  let model: SiteModel
  let part: Part

  init(_ model: SiteModel, _ part: Part) {
    self.model = model
    self.part = part
  }

  var catalog: Catalog { _read { yield model.catalog } }
  var routes: Routes { _read { yield model.routes } }

  /// Another part of the same content.
  func with<Other>(_ other: Other) -> In<Other> { In<Other>(model, other) }

  /// Other parts of the same content.
  func with<Other>(each others: some Sequence<Other>) -> [In<Other>] { others.map { In<Other>(model, $0) } }
}
