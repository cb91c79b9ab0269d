import { bestFirst } from "./measures.js"
import { compareNumbers } from "./size.js"

// The order, by the rule that ranks items for a use case: who names them for it, then points of each term, here times the term's weight. All
// numbers are whole.

// `weights` names the terms that count, each with a weight of 1 or more. Nothing known is no evidence, and adds nothing.
export const contributionsOf = (item, weights) =>
  Object.entries(weights).flatMap(([term, weight]) => {
    const evidence = item.evidence.get(term)
    return evidence ? [{ term, weight, ...evidence, total: weight * evidence.points }] : []
  })

export const missingOf = (item, weights) => Object.keys(weights).filter((term) => !item.evidence.has(term))

export const scoreOf = (item, weights) => contributionsOf(item, weights).reduce((sum, { total }) => sum + total, 0)

export const isKnown = (item, weights) => Object.keys(weights).some((term) => item.evidence.has(term))

// How many reviews name an item for a use; `use` may be absent.
export const namedFor = (item, use) => (use ? (item.evidence.get(use.named)?.points ?? 0) : 0)

// What a use asks for and an item is known not to have. Those that reviews name keep their place all the same.
const lacks = (item, use) =>
  !namedFor(item, use) && (use?.conditions.some((key) => item.answers.get(key)?.state === "otherwise") ?? false)

// The items with evidence in order, ties sharing a rank and standing in the site's order; those that lack what the use needs; and those without
// any evidence. With `isNamedFirst`, those that reviews name for the use stand above all others, and need no other evidence.
export const ranking = (items, { weights, use, isNamedFirst }) => {
  const namesOf = (item) => (isNamedFirst ? namedFor(item, use) : 0)
  const lacking = items.filter((item) => lacks(item, use))
  const others = items.filter((item) => !lacking.includes(item))
  const counts = (item) => namesOf(item) > 0 || isKnown(item, weights)
  const scored = others
    .filter(counts)
    .map((item) => ({ item, named: namesOf(item), score: scoreOf(item, weights) }))
    .sort((left, right) => right.named - left.named || right.score - left.score)
  const isLevel = (one, other) => one !== undefined && one.named === other.named && one.score === other.score
  let rank = 0
  const places = scored.map((place, index) => {
    const isTied = isLevel(scored[index - 1], place) || isLevel(scored[index + 1], place)
    if (!isLevel(scored[index - 1], place)) rank = index + 1
    return { ...place, rank, isTied }
  })
  return { places, lacking, apart: others.filter((item) => !counts(item)) }
}

// The items in order of a number, the best first; those without one stand apart.
export const inOrder = (items, weights, filter) => {
  const known = bestFirst(items, filter)
  const isLevel = (one, other) => one !== undefined && other !== undefined && compareNumbers(one.number.size, other.number.size) === 0
  let rank = 0
  const places = known.map((one, index) => {
    if (!isLevel(known[index - 1], one)) rank = index + 1
    const isTied = isLevel(known[index - 1], one) || isLevel(one, known[index + 1])
    return { item: one.item, named: 0, score: scoreOf(one.item, weights), rank, isTied }
  })
  const found = new Set(known.map(({ item }) => item))
  return { places, lacking: [], apart: items.filter((item) => !found.has(item)) }
}

// The items of the first place.
export const leadersOf = (places) => places.filter(({ rank }) => rank === 1).map(({ item }) => item)

// Those who may lead, whatever is weighed: where reviews name some, those that most of them name.
export const contendersOf = ({ matching, places, lacking }) => {
  const most = places[0]?.named ?? 0
  if (!most) return matching.filter((item) => !lacking.includes(item))
  return places.filter(({ named }) => named === most).map(({ item }) => item)
}
