import { compareDates, compareNumbers } from "./size.js"

// Which items pass. What is not known of an item is told, and never counts as a no.

// A filter's condition is `{ values }`, any of which will do, or `{ from, to }`, either of which may be "".
const isWithin = ({ size }, { from, to }, compare) =>
  size !== null && (!from || compare(size, from) >= 0) && (!to || compare(size, to) <= 0)

const fits = (value, condition, { type }) =>
  condition.values
    ? condition.values.includes(value.key)
    : isWithin(value, condition, type === "date" ? compareDates : compareNumbers)

// "yes", "no" or, where nothing is known, "unknown".
const answer = (item, filter, condition) => {
  const values = item.values.get(filter.key)
  if (!values.length) return "unknown"
  return values.some((value) => fits(value, condition, filter)) ? "yes" : "no"
}

// The items that pass, those that may pass with the filters that nothing is known on, and how many are left out.
export const passing = ({ items, filters }, where) => {
  const [matching, open] = [[], []]
  for (const item of items) {
    const answers = Object.entries(where).map(([key, condition]) => [key, answer(item, filters.get(key), condition)])
    if (answers.some(([, one]) => one === "no")) continue
    const missing = answers.filter(([, one]) => one === "unknown").map(([key]) => key)
    if (missing.length) open.push({ item, missing })
    else matching.push(item)
  }
  return { matching, open, excluded: items.length - matching.length - open.length }
}

// How many items would pass with each value of a filter, all other filters being as they are.
export const countsOf = (model, where, key) => {
  const { [key]: _, ...others } = where
  const counts = new Map()
  for (const item of passing(model, others).matching) {
    for (const { key: value } of item.values.get(key)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}
