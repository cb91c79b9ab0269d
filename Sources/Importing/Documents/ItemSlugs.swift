import Comparison
import Diagnostics

/// Assigns unique slugs to items, from the file if possible, otherwise from their names.
struct ItemSlugs {
  private let source: SourceText
  /// The slugified noun for an item, for names without ASCII letters and digits.
  private let noun: String
  /// The first item with each slug.
  private var owners: [String: Int] = [:]
  private var counts: [String: Int] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(source: SourceText, noun: String) {
    self.source = source
    self.noun = Slug.derived(from: noun)?.text ?? "item"
  }

  /// Sets the slugs of all items; those from the file take precedence.
  mutating func assign(_ items: inout [ItemDraft]) {
    for index in items.indices {
      guard let wanted = items[index].wantedSlug else { continue }
      let slug = usable(wanted.text) ?? fallback(index)
      if slug != wanted.text {
        report(
          .changedSlug, "\"\(wanted.text)\" is no slug of an item; \"\(slug)\" is used",
          at: wanted.offsets)
      }
      if let first = owners.updateValue(index, forKey: slug) {
        report(
          .duplicateItem, "two items have the slug \"\(slug)\"", at: wanted.offsets,
          help: "keep one of them", note: ("the first", items[first].wantedSlug?.offsets))
      }
      items[index].slug = slug
    }
    for index in items.indices where items[index].wantedSlug == nil { derive(index, &items) }
  }

  private mutating func derive(_ index: Int, _ items: inout [ItemDraft]) {
    let name = items[index].name
    let derived = usable(name)
    let wanted = derived ?? fallback(index)
    if derived == nil {
      report(
        .changedSlug, "no address can be made from \"\(name)\"; \"\(wanted)\" is used",
        at: items[index].nameOffsets, help: "give the items slugs in a column \"slug\"")
    }
    items[index].slug = wanted
    guard let first = owners[wanted] else {
      owners[wanted] = index
      return
    }
    if NameIndex<Never>.key(items[first].name) == NameIndex<Never>.key(name) {
      report(
        .duplicateItem, "two items are named \"\(name)\"", at: items[index].nameOffsets,
        help: "keep one of them, or give them slugs in a column \"slug\"",
        note: ("the first", items[first].nameOffsets))
      return
    }
    items[index].slug = numbered(wanted, index)
    report(
      .changedSlug,
      "\"\(items[first].name)\" has the slug \"\(wanted)\" already; \"\(items[index].slug)\" is used",
      at: items[index].nameOffsets)
  }

  private mutating func numbered(_ slug: String, _ index: Int) -> String {
    var candidate = slug
    repeat {
      let count = counts[slug, default: 1] + 1
      counts[slug] = count
      candidate = "\(slug.utf8.count > 90 ? String(slug.prefix(90)) : slug)-\(count)"
    } while owners[candidate] != nil
    owners[candidate] = index
    return candidate
  }

  private func fallback(_ index: Int) -> String { "\(noun)-\(index + 1)" }

  /// Makes a valid slug of a text; nil if it has no ASCII letters or digits.
  private func usable(_ text: String) -> String? {
    let slug = (Slug(text) ?? Slug.derived(from: text))?.text ?? deviceName(text).map { "\($0)-\(noun)" }
    // `index.md` would be the page of its folder.
    return slug.flatMap(withoutVersus).map { $0 == "index" ? "index-\(noun)" : $0 }
  }

  /// Returns a text that would be a slug if Windows did not reserve it for a device: with a prefix, it can be
  /// slugified.
  private func deviceName(_ text: String) -> String? {
    guard let slug = Slug.derived(from: "x \(text)")?.text, slug.hasPrefix("x-") else { return nil }
    return String(slug.dropFirst("x-".count))
  }

  /// Returns a slug without `-vs-`, which separates the two items in the address of a pair.
  private func withoutVersus(_ slug: String) -> String? {
    var words = slug.split(separator: "-").map(String.init)
    while words.count > 1, let place = words.firstIndex(of: "vs") {
      switch place {
      case 0: words[0...1] = ["vs" + words[1]]
      case words.count - 1: words[(place - 1)...] = [words[place - 1] + "vs"]
      default: words[place] = "versus"
      }
    }
    return words == ["vs"] ? "versus" : Slug(words.joined(separator: "-"))?.text
  }

  private mutating func report(
    _ rule: Diagnostic.Rule, _ summary: String, at offsets: Range<Int>,
    help: String? = nil, note: (String, Range<Int>?)? = nil
  ) {
    var notes: [Diagnostic.Note] = []
    if let note, let place = note.1 { notes = [Diagnostic.Note(note.0, at: source.range(place))] }
    diagnostics.append(
      Diagnostic(rule, summary, at: source.range(offsets), help: help, notes: notes))
  }
}
