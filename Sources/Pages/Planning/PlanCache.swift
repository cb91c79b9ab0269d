import Comparison
import Diagnostics
import TextEncoding

/// Results of planning a site, kept so that an edit recomputes only what it changes.
struct PlanCache: Sendable {
  /// The pages of pairs of the last plan, with the model that its pages were made from.
  private(set) var pairs: PairPages?
  private var claimants: [OutputPaths.Claimant] = []
  private var clashes: [Diagnostic] = []
  private var order: PathOrder?

  /// Returns the errors for paths that conflict, reusing the last result if the paths and pairs are the same.
  mutating func clashes(_ paths: OutputPaths, _ pairs: PairPages) -> [Diagnostic] {
    let arePairsSame = self.pairs.map { $0.model.pairs.isCopy(of: pairs.model.pairs) } ?? false
    self.pairs = pairs
    if arePairsSame, areSame(claimants, paths.claimants) { return clashes }
    if !arePairsSame { order = nil }
    claimants = paths.claimants
    clashes = paths.clashes(with: pairs)
    return clashes
  }

  // By index, because an iterator would copy each element.
  private func areSame(_ old: [OutputPaths.Claimant], _ new: [OutputPaths.Claimant]) -> Bool {
    old.count == new.count && old.indices.allSatisfy { old[$0].isSame(new[$0]) }
  }

  /// Returns the order of the site's files; must be called after `clashes(_:_:)`, which discards an outdated order.
  mutating func order(of paths: [String], _ segment: PathOrder.LazySegment) -> PathOrder {
    if let order, order.paths.elementsEqual(paths, by: { $0.equalsByBytes($1) }) { return order }
    let next = PathOrder(paths, segment: segment)
    order = next
    return next
  }
}

extension OutputPaths.Title {
  fileprivate func isSame(_ other: Self) -> Bool {
    what.equalsByBytes(other.what) && (name ?? "").utf8.elementsEqual((other.name ?? "").utf8)
  }
}

extension OutputPaths.Claimant {
  fileprivate func isSame(_ other: Self) -> Bool {
    path.equalsByBytes(other.path) && origin == other.origin
      && title.isSame(other.title) && isRedirect == other.isRedirect
      && line?.utf8.elementsEqual((other.line ?? "").utf8) ?? (other.line == nil)
  }
}
