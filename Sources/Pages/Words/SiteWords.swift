import Comparison
import Templating
import TextEncoding

/// The words of a theme that the program itself writes to pages.
struct SiteWords: Sendable {
  /// The labels of states, which every cell shows.
  let states: States
  /// A fingerprint that detects whether the words have changed since another build.
  let fingerprint: ContentHash
  private let known: [WordKey: (word: Word, parts: [String])]

  init(_ words: Words) {
    fingerprint = words.fingerprint
    var known: [WordKey: (word: Word, parts: [String])] = [:]
    for key in WordKey.allCases {
      if let word = words[key.key] { known[key] = (word, key.parts) }
    }
    self.known = known
    states = States { known[$0]?.word.text() ?? "" }
  }

  /// Returns a word with values for its parts, in the order of its key.
  func callAsFunction(_ key: WordKey, _ values: String...) -> String {
    guard let (word, parts) = known[key] else { return "" }
    return word.text { part in
      parts.firstIndex(of: part).flatMap { values.indices.contains($0) ? values[$0] : nil }
    }
  }

  /// The labels of the states of cells, so that no state is shown only by a colour or symbol.
  struct States: Sendable {
    private let known, yes, no, partial, notApplicable, praised, criticised, mixed, mentioned, contested,
      unknown: String

    fileprivate init(_ word: (WordKey) -> String) {
      known = word(.known)
      yes = word(.yes)
      no = word(.no)
      partial = word(.partial)
      notApplicable = word(.notApplicable)
      praised = word(.praised)
      criticised = word(.criticised)
      mixed = word(.mixed)
      mentioned = word(.mentioned)
      contested = word(.contested)
      unknown = word(.unknown)
    }

    subscript(state: Comparison.Cell.State) -> String {
      switch state {
      case .value: known
      case .yes: yes
      case .no: no
      case .partial: partial
      case .notApplicable: notApplicable
      case .praised: praised
      case .criticised: criticised
      case .mixed: mixed
      case .mentioned: mentioned
      case .contested: contested
      case .unknown: unknown
      }
    }
  }
}
