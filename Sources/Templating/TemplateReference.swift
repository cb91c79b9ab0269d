/// The reference for theme authors, generated from the shapes against which templates are checked, so that it is always
/// correct.
package struct TemplateReference: Sendable {
  /// A kind of page.
  package struct Page: Sendable {
    /// The template's name, such as `item.html`.
    package var template: String
    /// What these pages are, in a sentence.
    package var summary: String
    package var shape: Shape

    package init(template: String, summary: String, shape: Shape) {
      self.template = template
      self.summary = summary
      self.shape = shape
    }
  }

  package var pages: [Page]
  package var words: Words

  package init(pages: [Page], words: Words = Words()) {
    self.pages = pages
    self.words = words
  }

  /// The reference as Markdown: the fields of each kind of page, all records in order of first use, the language, and
  /// the words.
  package var markdown: String {
    var text = "# What templates can use\n\n## Pages\n"
    for page in pages {
      text += "\n### `\(page.template)`\n\n\(page.summary)\n\n" + table(of: page.shape)
    }
    let records = records
    if !records.isEmpty { text += "\n## Records\n" }
    for record in records {
      text += "\n### \(record.name)\n\n\(record.summary)\n\n" + table(of: record)
    }
    return text + language + filters + loops + differences + wordList
  }

  private func table(of shape: Shape) -> String {
    markdownTable(
      ["name", "type", "what it is"],
      shape.fields.map { ["`\($0.name)`", $0.type.description, $0.summary] })
  }

  /// The shapes of records in fields, each once.
  private var records: [Shape] {
    var found: [Shape] = []
    var waiting = pages.map(\.shape)[...]
    while let shape = waiting.popFirst() {
      for field in shape.fields {
        guard let record = field.type.record, !found.contains(where: { $0 === record }) else { continue }
        found.append(record)
        waiting.append(record)
      }
    }
    return found
  }

  private var language: String {
    "\n## Language\n\n"
      + markdownTable(
        ["what is written", "what it does"], LanguageForm.all.map { ["`\($0.usage)`", $0.summary] })
  }

  private var filters: String {
    var text = "\n## Filters\n"
    for filter in Filter.all {
      text += "\n### `\(filter.name)`\n\n`\(filter.usage)`\n\n\(filter.summary)\n\n"
      text += markdownTable(
        ["example", "gives"], filter.examples.map { ["`\($0.template)`", "`\($0.output)`"] })
    }
    return text + "\nThe examples are written about these values:\n\n" + table(of: FilterSample.record.shape)
  }

  private var loops: String {
    """

    ## Names in loops and blocks

    | name | type | what it is |
    | --- | --- | --- |
    | `loop.index` | integer | The number of the round, from 1. |
    | `loop.index0` | integer | The number of the round, from 0. |
    | `loop.first` | boolean | Whether this is the first round. |
    | `loop.last` | boolean | Whether this is the last round. |
    | `loop.length` | integer | How many rounds there are. |
    | `super()` | html | In a block: what the layout's block of that name holds. |

    """
  }

  private var wordList: String {
    if words.keys.isEmpty { return "" }
    let rows = words.keys.compactMap { key in
      words[key].map { word in
        let parts = word.parts.isEmpty ? "" : "(\(word.parts.map { "\($0)=…" }.joined(separator: ", ")))"
        return ["`words.\(key)\(parts)`", word.spelling]
      }
    }
    return "\n## Words\n\n" + markdownTable(["word", "text"], rows)
  }

  private var differences: String {
    var text = """

      ## What differs from Jinja2

      Errors, each at its place and before a page is written:

      - a name or a field that the page does not offer, and every filter, tag, test, operator and form that is not listed above;
      - a value that may be absent, printed or passed to a filter without `default` or an `if` that asks for it;
      - values of several types where Jinja2 would go by their content: in comparisons, lists, choices, and the operands of `and`
        and `or` where these stand for a value;
      - a number as a condition, or chosen by `and` or `or`;
      - a list, a record or a record's method printed or called; `~` with a truth, an address or html;
      - a value where no escaping is safe: an unquoted attribute, a script, a style, the name of a tag;
      - a name that `set` gives in a branch, used behind it; a name of outside set in a loop; text outside of the blocks of a template
        that extends a layout; names of the page in a macro;
      - a template that writes nothing, so that its pages would be empty.

      Without an error these differ, and no others:


      """
    text += markdownTable(
      ["what is written", "here", "in Jinja2"],
      LanguageDifference.all.map { ["`\($0.example)`", $0.here, $0.inJinja] })
    return text
  }
}

extension ValueType {
  /// The shape of the record, of the elements of a list, or of a wrapped value.
  fileprivate var record: Shape? {
    switch self {
    case .record(let shape): shape
    case .list(let inner), .optional(let inner): inner.record
    default: nil
    }
  }
}
