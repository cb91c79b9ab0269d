import Comparison
import Diagnostics
import MarkdownParsing

/// The criterion of a column of facts: an existing one, or a new one of the type that the values suggest.
struct CriterionPlan: Sendable {
  var slug: String
  var name: String
  var group: String?
  var type: Criterion.ValueType
  /// The sort order; nil for an existing criterion.
  var order: Int?
  var choices: [Criterion.Choice] = []
  /// The guess from the values, for a new criterion.
  var guess: TypeGuess?
  /// The guess of how texts are split into lists, for an existing list criterion without predefined values.
  var reading: TypeGuess?
  /// The document of an existing criterion.
  var existingPath: String?

  var path: String { existingPath ?? "Content/criteria/\(slug).md" }
}

extension CriterionPlan {
  /// Uses an existing criterion for a column; nil if it takes claims only.
  init?(_ known: ExistingSite.KnownCriterion, cells: [Cell]) {
    guard let type = known.header.type else { return nil }
    slug = known.slug
    name = known.name
    self.type = type
    choices = known.header.values
    existingPath = known.path
    if type == .list, choices.isEmpty {
      let guess = TypeGuess(cells)
      reading = guess.type == .list ? guess : nil
    }
  }

  /// The document of a new criterion.
  var document: String {
    var lines = ["---", "name: \(YAMLText.scalar(name))", "type: \(type.rawValue)"]
    if let group { lines.append("group: \(YAMLText.scalar(group))") }
    if let order { lines.append("order: \(order)") }
    if let values = guess?.choices, !values.isEmpty {
      lines.append("values:")
      lines += values.all.map { "  \($0.slug): \(YAMLText.scalar($0.label))" }
    }
    if type == .choice || type == .list { lines.append("index: true") }
    return (lines + ["---", ""]).joined(separator: "\n")
  }
}

/// Assigns a criterion to each column of facts.
struct CriterionPlanner {
  private let site: ExistingSite
  private let columns: [Column]
  private(set) var diagnostics: [Diagnostic] = []
  private var slugs: Set<String> = []
  private var names: [String: Int] = [:]
  private var order: Int
  private let source: SourceText

  /// The step between the orders of new criteria, which leaves room for others.
  private static let orderStep = 10

  init(_ columns: [Column], site: ExistingSite, source: SourceText) {
    self.columns = columns
    self.site = site
    self.source = source
    order = (site.lastOrder / Self.orderStep) * Self.orderStep
    for column in columns {
      names[NameIndex<Never>.key(Self.ownName(column)), default: 0] += 1
    }
  }

  /// Returns the readable name of the last key of the path.
  private static func ownName(_ column: Column) -> String { readableName(column.path.last ?? "") }

  /// Plans the criterion of a column; returns nil, with a warning, if the existing criterion takes no facts.
  mutating func plan(_ column: Column) -> CriterionPlan? {
    // If the same key occurs in two objects, the name includes the path.
    let isShared = names[NameIndex<Never>.key(Self.ownName(column)), default: 0] > 1
    let name = isShared ? column.path.map(readableName).joined(separator: ": ") : Self.ownName(column)
    if let known = site.criterion([column.header, name] + (isShared ? [] : [column.path.last ?? ""])) {
      guard let plan = CriterionPlan(known, cells: column.cells) else {
        diagnostics.append(
          Diagnostic(
            .untypedCriterion, as: .warning, "\"\(known.name)\" takes claims only, no facts",
            at: source.range(column.offsets), help: "give \(known.path) a type; the column is left out"))
        return nil
      }
      slugs.insert(plan.slug)
      return plan
    }
    order += Self.orderStep
    let guess = TypeGuess(column.cells)
    let slug = newSlug(column, at: order / Self.orderStep)
    let above = column.path.count > 1 ? readableName(column.path.dropLast().joined(separator: " ")) : ""
    return CriterionPlan(
      slug: slug, name: name.isVisible ? name : "Column \(order / Self.orderStep)",
      group: above.isVisible ? above : nil, type: guess.type, order: order, guess: guess)
  }

  /// Returns a slug that no other criterion has.
  private mutating func newSlug(_ column: Column, at number: Int) -> String {
    let derived = Slug.derived(from: column.path.joined(separator: "-"))?.text
    // `index.md` would be the page of its folder.
    let wanted = derived.map { $0 == "index" ? "index-criterion" : $0 } ?? "column-\(number)"
    var slug = wanted
    var count = 1
    while site.criterion([slug]) != nil || site.path(like: "Content/criteria/\(slug).md") != nil
      || !slugs.insert(slug).inserted
    {
      count += 1
      slug = "\(wanted)-\(count)"
    }
    return slug
  }
}
