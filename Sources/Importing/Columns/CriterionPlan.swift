import Comparison
import Diagnostics
import MarkdownParsing

/// The criterion that a column's values are facts of: one that the site has, or a new one of the type that the values show.
struct CriterionPlan: Sendable {
  var slug: String
  var name: String
  var group: String?
  var type: Criterion.ValueType
  /// Its place among the criteria; nil for one that the site has.
  var order: Int?
  var choices: [Criterion.Choice] = []
  /// What the values show, for a new criterion.
  var guess: TypeGuess?
  /// How texts are lists, for a list of the site's that names no values.
  var reading: TypeGuess?
  /// The document of one that the site has.
  var existingPath: String?

  var path: String { existingPath ?? "Content/criteria/\(slug).md" }
}

extension CriterionPlan {
  /// Takes a criterion of the site as the reader of a column's values; nil for one that takes claims alone.
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

/// Gives every column of facts its criterion.
struct CriterionPlanner {
  private let site: ExistingSite
  private let columns: [Column]
  private(set) var diagnostics: [Diagnostic] = []
  private var slugs: Set<String> = []
  private var names: [String: Int] = [:]
  private var order: Int
  private let source: SourceText

  /// The steps between the orders of new criteria leave room for others.
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

  /// The name of the last key alone.
  private static func ownName(_ column: Column) -> String { readableName(column.path.last ?? "") }

  /// The criterion of a column; nil for one whose values are left out, which is told.
  mutating func plan(_ column: Column) -> CriterionPlan? {
    // Where two objects have a key of one name, the name alone would not tell them apart.
    let isShared = names[NameIndex<Never>.key(Self.ownName(column)), default: 0] > 1
    let name = isShared ? column.path.map(readableName).joined(separator: ": ") : Self.ownName(column)
    if let known = site.criterion([column.header, name] + (isShared ? [] : [column.path.last ?? ""])) {
      guard let plan = CriterionPlan(known, cells: column.cells) else {
        diagnostics.append(
          Diagnostic(
            .warning, .untypedCriterion, "\"\(known.name)\" takes claims only, no facts",
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
      slug: slug, name: name.isSeen ? name : "Column \(order / Self.orderStep)",
      group: above.isSeen ? above : nil, type: guess.type, order: order, guess: guess)
  }

  /// A slug that no other criterion has.
  private mutating func newSlug(_ column: Column, at number: Int) -> String {
    let derived = Slug.derived(from: column.path.joined(separator: "-"))?.text
    // The file `index.md` is the page of its folder.
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
