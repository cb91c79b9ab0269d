/// A word that the program itself writes to pages. The raw value is its key in the words file, followed by the names of
/// its parts in the order in which the program passes them. A test compares both with the bundled file.
enum WordKey: String, CaseIterable, Sendable {
  // States of what is known.
  case contested = "states.contested"
  case criticised = "states.criticised"
  case known = "states.known"
  case mentioned = "states.mentioned"
  case mixed = "states.mixed"
  case no = "states.no"
  case notApplicable = "states.not_applicable"
  case partial = "states.partial"
  case praised = "states.praised"
  case unknown = "states.unknown"
  case yes = "states.yes"

  // Balances.
  case balanceBoth = "balance.both count"
  case balanceCriticism = "balance.criticism count"
  case balanceNone = "balance.none"
  case balancePraise = "balance.praise count"

  // Cells.
  case noJudgement = "cells.no_judgement"
  case noSource = "cells.no_source"
  case noValue = "cells.no_value"
  case stale = "cells.stale text"
  case usesIt = "cells.uses_it"
  case missingCell = "cells.missing"
  case unsourcedCell = "cells.unsourced"
  case inGeneral = "cells.in_general"
  case named = "said.named"
  case tableOfCriteria = "common.criterion"
  case tableOfOrganisations = "table.organisation"
  case tableOfUseCases = "table.use_case"

  // The card of the site.
  case cardSpecimen = "search.cell item criterion"
  case unitCriteria = "unit.criteria count"
  case unitSources = "unit.sources count"
  case unitStatements = "unit.statements count"

  // Titles of indexes.
  case aToZ = "base.all"
  case compare = "index.compare"
  case comparisons = "compare.comparisons"
  case contestedIndex = "index.contested"
  case coverage = "base.coverage"
  case criteria = "index.criteria"
  case data = "base.data"
  case find = "index.find"
  case matrices = "index.matrices"
  case organisations = "index.organisations"
  case pages = "page.pages"
  case sources = "common.sources"
  case useCases = "index.use_cases"
  case usedBy = "index.used_by"

  // Titles and descriptions of pages.
  case years = "common.years first last"
  case page = "pages.page number"
  case paged = "pages.paged title number count"
  case compared = "common.compared item"
  case comparedDescription = "compare_item.description item many"
  case compareDescription = "compare.description many"
  case comparePageDescription = "compare.description_page many number"
  case criterionDescription = "criterion.description criterion one"
  case comparisonDescription = "comparison.description items"
  case notFound = "not_found.title"
  case notFoundDescription = "not_found.description"
  case organisationDescription = "organisation.description organisation items"
  case pair = "pair.title left right"
  case pairDescription = "pair.description pair criteria"
  case pairDescriptionOfChoice = "pair.description_choice pair left left_wish right right_wish"
  case pairDescriptionOfReason = "pair.description_reason pair item wish"
  case pairDescriptionOfOne = "pair.description_one pair criterion"
  case pairDescriptionOfSame = "pair.description_same pair"
  case namesAndMore = "common.names_and_more names count"
  case valueDescription = "value.description many criterion value items"

  // Which pairs have a page.
  case allPairs = "compare.policy.all one"
  case closestPairs = "compare.policy.closest one count"
  case listedPairs = "compare.policy.list"
  case noPairs = "compare.policy.none"
  case pairsWithin = "compare.policy.within many criterion"

  // Data files, and kinds of entries in the search.
  case claimsFile = "data.claims"
  case finderFile = "data.finder"
  case itemsFile = "data.items one"
  case sourcesFile = "data.sources"
  case foundComparison = "search.comparison"
  case foundCriterion = "search.kinds.criterion"
  case foundMatrix = "search.kinds.matrix"
  case foundOrganisation = "search.kinds.organisation"
  case foundPage = "search.kinds.page"
  case foundSource = "search.kinds.source"
  case foundUseCase = "search.kinds.use_case"

  private var names: [String] { rawValue.split(separator: " ").map(String.init) }
  /// Its key in the words file.
  var key: String { names.first ?? "" }
  /// The names of its parts.
  var parts: [String] { Array(names.dropFirst()) }
}
