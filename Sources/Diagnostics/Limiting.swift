extension [Diagnostic] {
  /// More of one kind in one file, and on the whole, than anybody reads.
  private static let (mostInFile, mostOfAKind) = (50, 200)

  private struct Kind: Hashable {
    /// By bytes: strings that differ only by normalisation are equal, but are two files. Nil for all files.
    var path: [UInt8]?
    var rule: Diagnostic.Rule
    var severity: Diagnostic.Severity
  }

  /// The first of every kind, in every file and on the whole, and one in the place of the next that counts the rest: nobody reads
  /// thousands, and a stranger may cause them.
  ///
  /// What was limited before stays as it is.
  package func limited() -> [Diagnostic] {
    guard count > Self.mostInFile else { return self }
    return limited(to: Self.mostInFile) {
      Kind(path: Array<UInt8>(($0.place.path ?? "").utf8), rule: $0.rule, severity: $0.severity)
    }
    .limited(to: Self.mostOfAKind) { Kind(path: nil, rule: $0.rule, severity: $0.severity) }
  }

  private func limited(to most: Int, by kind: (Diagnostic) -> Kind) -> [Diagnostic] {
    var counts: [Kind: (listed: Int, more: Int, index: Int)] = [:]
    var result: [Diagnostic] = []
    for diagnostic in self {
      let kind = kind(diagnostic)
      var count = counts[kind, default: (0, 0, 0)]
      if count.listed < most {
        count.listed += 1
        result.append(diagnostic)
      } else {
        if count.more == 0 {
          count.index = result.count
          result.append(diagnostic)
        }
        count.more += diagnostic.count
      }
      counts[kind] = count
    }
    for (kind, count) in counts where count.more > 0 {
      result[count.index] = Diagnostic(
        count.more, more: kind.severity, kind.rule, at: result[count.index].place)
    }
    return result
  }
}
