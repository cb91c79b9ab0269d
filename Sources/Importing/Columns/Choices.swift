import Comparison
import TextEncoding

/// The predefined values of a choice or list with their slugs, the most frequent first.
///
/// Spellings that differ only in case, white space or apostrophes are one value, labelled as most items spell it.
struct Choices: Sendable {
  struct Choice: Sendable {
    var slug: Slug
    var label: String
    var count: Int
  }

  private(set) var all: [Choice] = []
  /// Texts that combine several values, since their parts are values of other items: `Gatsby, Next.js`.
  private(set) var joined: [String: [String]] = [:]
  private var slugs: [String: Slug] = [:]

  init() {}

  /// Collects values; the result is empty if a text yields no slug, or if there are more than `most` values.
  init(_ texts: some Sequence<String>, most: Int) {
    var counts: [String: Int] = [:]
    for text in texts { counts[text, default: 0] += 1 }
    let spellings = counts.sorted { ($1.value, SortKey($0.key)) < ($0.value, SortKey($1.key)) }
    var sharing: [Slug: Set<String>] = [:]
    for (text, _) in spellings {
      guard let slug = Slug.derived(from: text) else { return }
      slugs[text] = slug
      sharing[slug, default: []].insert(NameIndex<Never>.key(text))
    }
    for (text, slug) in slugs where sharing[slug, default: []].count > 1 {
      slugs[text] = Slug(value: NameIndex<Never>.key(text))
    }
    takeApart(spellings.map(\.key))
    var places: [Slug: Int] = [:]
    var choices: [Choice] = []
    for (text, count) in spellings where joined[text] == nil {
      guard let slug = slugs[text] else { continue }
      if let place = places[slug] {
        choices[place].count += count
      } else {
        places[slug] = choices.count
        choices.append(Choice(slug: slug, label: text, count: count))
      }
    }
    for (text, parts) in joined {
      for slug in parts.compactMap({ slugs[$0] }) {
        if let place = places[slug] { choices[place].count += counts[text, default: 0] }
      }
    }
    if choices.count <= most { all = choices }
  }

  /// Finds the texts that are lists of other texts.
  private mutating func takeApart(_ texts: [String]) {
    for text in texts {
      for separator: Character in [",", ";", "|", "/"] {
        let parts = TypeGuess.elements(of: text, separator: separator)
        if parts.count > 1, parts.allSatisfy({ slugs[$0] != nil }) {
          joined[text] = parts
          break
        }
      }
    }
  }

  var isEmpty: Bool { all.isEmpty }
  var count: Int { all.count }

  /// Returns the values in a text: usually the text itself, otherwise its parts.
  func parts(of text: String) -> [String] { joined[text] ?? [text] }

  /// Returns the slugs of the values in a text.
  func slugs(for text: String) -> [Slug] { parts(of: text).compactMap { slugs[$0] } }

  /// A summary such as `4 values: API Driven (98), Git (35), Visual (9), …`
  var summary: String {
    let shown = all.prefix(4).map { "\($0.label) (\($0.count))" }
    return amount(all.count, "value") + ": " + shown.joined(separator: ", ") + (all.count > 4 ? ", …" : "")
  }
}
