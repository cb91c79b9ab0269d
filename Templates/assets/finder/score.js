// Scores, by the rule that ranks items for a use case: points of each term, here times the term's weight. All numbers are whole.

// `weights` names the terms that count, each with a weight of 1 or more. Nothing known is no evidence, and adds nothing.
export const contributionsOf = (item, weights) =>
  Object.entries(weights).flatMap(([term, weight]) => {
    const evidence = item.evidence.get(term)
    return evidence ? [{ term, weight, ...evidence, total: weight * evidence.points }] : []
  })

export const missingOf = (item, weights) => Object.keys(weights).filter((term) => !item.evidence.has(term))

export const scoreOf = (item, weights) => contributionsOf(item, weights).reduce((sum, { total }) => sum + total, 0)

export const isKnown = (item, weights) => Object.keys(weights).some((term) => item.evidence.has(term))

// The items with evidence in order, ties sharing a rank and standing in the site's order; and those without any, which have no place.
export const ranking = (items, weights) => {
  const scored = items
    .filter((item) => isKnown(item, weights))
    .map((item) => ({ item, score: scoreOf(item, weights) }))
    .sort((left, right) => right.score - left.score)
  const counts = new Map()
  for (const { score } of scored) counts.set(score, (counts.get(score) ?? 0) + 1)
  let rank = 0
  const places = scored.map(({ item, score }, index) => {
    if (score !== scored[index - 1]?.score) rank = index + 1
    return { item, score, rank, isTied: counts.get(score) > 1 }
  })
  return { places, apart: items.filter((item) => !isKnown(item, weights)) }
}

// The items of the first place.
export const leadersOf = (places) => places.filter(({ rank }) => rank === 1).map(({ item }) => item)
