import Comparison
import Templating

/// How often a source praises and criticises, counted once for each item and criterion.
struct Judge: Sendable {
  let source: Source.ID
  var praise = 0
  var criticism = 0
  var both = 0

  var count: Int { praise + criticism + both }
  /// The share of its judgements that criticise, alone or with praise: from 0 to 100.
  var criticalShare: Int { count == 0 ? 0 : ((criticism + both) * 100 + count / 2) / count }
}

extension Records {
  static let judge = Record<In<Judge>>(
    "Judge", "How often a source praises and criticises, counted once for each item and criterion.",
    [
      .record("source", "The source.", of: link) {
        Link(url: $0.routes.address(.source($0.part.source)), text: $0.catalog[$0.part.source].shortName)
      },
      .integer("praise", "How often it only praises.") { $0.part.praise },
      .integer("criticism", "How often it only criticises.") { $0.part.criticism },
      .integer("both", "How often it does both.") { $0.part.both },
      .integer("share", "The share of all of these that criticise, in hundredths.") { $0.part.criticalShare },
    ])
}

extension Catalog {
  /// How often each source praises and criticises, in order of id.
  var judges: [Judge] {
    var judges = sources.map { Judge(source: $0.id) }
    for item in items {
      for cell in item.cells {
        for source in cell.balance.supporters { judges[source.index].praise += 1 }
        for source in cell.balance.critics { judges[source.index].criticism += 1 }
        for source in cell.balance.both { judges[source.index].both += 1 }
      }
    }
    return judges
  }
}
