import { compareNumbers } from "./size.js"

// Numbers of which the higher or the lower ones are better.

// The number of an item; undefined where none is known, or where sources state different ones.
export const numberOf = ({ values }, filter) => {
  const found = values.get(filter.key)
  return found.length === 1 && found[0].size !== null ? found[0] : undefined
}

// Items with their numbers, the best first.
export const bestFirst = (items, filter) => {
  const sign = filter.better === "higher" ? -1 : 1
  const known = items.flatMap((item) => {
    const number = numberOf(item, filter)
    return number ? [{ item, number }] : []
  })
  return known.toSorted((left, right) => sign * compareNumbers(left.number.size, right.number.size))
}

// A criterion with such numbers as what items are weighed by: a point for each quarter of the others that an item is ahead of.
export const addMeasures = ({ items, filters, terms }) => {
  for (const filter of filters.values()) {
    if (filter.type !== "number" || !filter.better) continue
    const key = `by_${filter.key}`
    const known = bestFirst(items, filter)
    const others = known.length - 1
    if (others < 1) continue
    terms.set(key, { key, kind: "measure", name: filter.name, group: filter.group, filter: filter.key })
    let behind = 0
    for (let index = others; index >= 0; index -= 1) {
      const { item, number } = known[index]
      const next = known[index + 1]
      if (next && compareNumbers(next.number.size, number.size)) behind = others - index
      const points = (4 * behind - ((4 * behind) % others)) / others
      item.evidence.set(key, { points, value: number.name, behind, others, supporters: [], critics: [], both: [] })
    }
  }
}
