/// What stands behind `|`: a change of one value.
enum Filter: String, Sendable, BitwiseCopyable, CaseIterable {
  case `default`, join, length, plural, date, number, json, slug, upper, lower, capitalize, trim, truncate
  case first, last, reverse, absolute

  /// How it is written, with its arguments.
  var usage: String {
    switch self {
    case .default: "x | default(\"none\")"
    case .join: "list | join(\", \")"
    case .length: "list | length"
    case .plural: "number | plural(\"item\", \"items\")"
    case .date: "date | date(\"long\")"
    case .truncate: "text | truncate(80)"
    case .number: "number | number"
    case .json: "x | json"
    case .first, .last, .reverse: "list | \(rawValue)"
    case .absolute: "address | absolute(site.address)"
    case .slug, .upper, .lower, .capitalize, .trim: "text | \(rawValue)"
    }
  }

  var summary: String {
    switch self {
    case .default: "The value, or the argument where the value is absent or empty."
    case .join: "The elements of a list of texts, numbers or dates with a text between them."
    case .length: "How many elements a list has, or how many characters a text has."
    case .plural: "The first argument where the number is 1, else the second; the number is not written."
    case .date:
      "A date as `long` (3 September 2024), `short` (3 Sep 2024) or `iso` (2024-09-03, as without a filter)."
    case .number: "A number with a comma between groups of three digits: 1,234,567."
    case .json:
      "Any value as JSON, safe in a data script, where it is the only way to write a value; a record gives an object."
    case .slug:
      "A text as addresses have it: small letters from a to z and digits, with single hyphens between words; `C#` gives `c-sharp`. A text without any keeps the letters of its own script."
    case .upper: "A text in capital letters."
    case .lower: "A text in small letters."
    case .capitalize: "A text whose first letter is a capital; the rest stays as it is."
    case .trim: "A text without blanks at its ends."
    case .truncate:
      "A text of at most so many characters, cut between words where it can be, and ending in `…` if it was cut."
    case .first: "The first element of a list; absent where the list is empty."
    case .last: "The last element of a list; absent where the list is empty."
    case .reverse: "A list in reverse order."
    case .absolute:
      "An address of the site behind the absolute address of its root; one that leads elsewhere stays as it is."
    }
  }

  var argumentCount: Int {
    switch self {
    case .default, .join, .date, .truncate, .absolute: 1
    case .plural: 2
    default: 0
    }
  }
}
