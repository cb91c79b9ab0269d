extension [Diagnostic] {
  /// The limits for one kind of diagnostic, in one file and in all files.
  private static let (mostInFile, mostOfAKind) = (50, 200)

  private struct Kind: Hashable {
    /// The bytes of the path, since canonically equivalent strings may be different files; nil for all files.
    var path: [UInt8]?
    var rule: Diagnostic.Rule
    var severity: Diagnostic.Severity
  }

  /// Limits the number of diagnostics of one kind, in each file and in total, since nobody reads thousands and
  /// malicious content may cause them. The first one beyond a limit is replaced by one that represents all that are
  /// left out.
  ///
  /// Limiting the result again does not change it.
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
