extension Word {
  /// The word as a text, with values in place of its parts; the part `count` chooses the form by the number that it spells.
  package func text(plurals: PluralRules = .english, _ value: (_ part: String) -> String? = { _ in nil })
    -> String
  {
    var shown = forms.last
    if isCounted, let number = value(Self.count).flatMap({ Int($0) }) {
      let category = plurals.category(of: number)
      shown = forms.first { $0.category == category } ?? forms.last
    }
    return (shown?.pieces ?? []).reduce(into: "") { text, piece in
      switch piece {
      case .text(let own): text += own
      case .part(let name): text += value(name) ?? ""
      }
    }
  }
}
