import Comparison
import Templating

/// A source that takes a side in a disagreement about a judgement.
struct Voice: Sendable {
  /// Which side it takes.
  enum Stance: String, Sendable {
    case against, both
    case praising = "for"
  }

  var source: Source.ID
  var stance: Stance
}

extension Records {
  static let voice = Record<In<Voice>>(
    "Voice", "A source that takes a side.",
    [
      .text("name", "Its short name.") { $0.catalog[$0.part.source].shortName },
      .text("stance", "`against`, `both` or `for`.") { $0.part.stance.rawValue },
    ])

  static let specimen = Record<In<CellDispute>>(
    "Specimen", "A disagreement to be drawn: who stands where, and one statement of each side.",
    disagreementFields + [
      .list(
        "voices", "Every source that judges: those against first, then those that say both, then those for.",
        of: voice
      ) { $0.with(each: $0.voices) },
      .madeList("praise", "A statement of a source that only praises, if there is any.", claim.shape) {
        $0.model.values($0.statement(of: \.supporters, among: \.strengths))
      },
      .madeList("criticism", "One of a source that only criticises.", claim.shape) {
        $0.model.values($0.statement(of: \.critics, among: \.weaknesses))
      },
      .madeList("both_praise", "Of a source that says both: its praise.", claim.shape) {
        $0.model.values($0.statement(of: \.both, among: \.strengths))
      },
      .madeList("both_criticism", "And its criticism.", claim.shape) {
        $0.model.values($0.statement(of: \.both, among: \.weaknesses))
      },
      .integer("more", "How many statements are not among these.") { $0.unshownCount },
    ])
}

extension In<CellDispute> {
  fileprivate var voices: [Voice] {
    guard let balance else { return [] }
    return balance.critics.map { Voice(source: $0, stance: .against) }
      + balance.both.map { Voice(source: $0, stance: .both) }
      + balance.supporters.map { Voice(source: $0, stance: .praising) }
  }

  /// Returns a statement of a group of sources; of those that say both, of the first source. It is the one that most of
  /// the group make, and among equals the first.
  fileprivate func statement(
    of group: (Balance) -> [Source.ID], among side: (Comparison.Cell) -> [Claim.ID]
  ) -> [Claim.ID] {
    guard let balance else { return [] }
    var sources = Set(group(balance))
    if let first = balance.both.first, sources.contains(first) { sources = [first] }
    let cell = catalog[part.item, part.criterion]
    let claims = side(cell).map { claim in (claim, catalog[claim].citations.count { sources.contains($0) }) }
    guard let most = claims.map(\.1).max(), most > 0 else { return [] }
    return claims.first { $0.1 == most }.map { [$0.0] } ?? []
  }

  fileprivate var unshownCount: Int {
    if balance == nil { return 0 }
    let cell = catalog[part.item, part.criterion]
    let shown = [
      statement(of: \.supporters, among: \.strengths), statement(of: \.critics, among: \.weaknesses),
      statement(of: \.both, among: \.strengths), statement(of: \.both, among: \.weaknesses),
    ]
    return Set(cell.strengths + cell.weaknesses).subtracting(shown.flatMap { $0 }).count
  }
}
