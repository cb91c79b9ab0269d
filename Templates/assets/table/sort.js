import { button, make } from "../common/elements.js"

// Sorting by a column: "" is as published, "key" ascending, "-key" descending; "_name" is the column of headers.

// The order in which the pages are published, so that sorting by name changes nothing: English takes the letters of all languages as they come.
export const collator = new Intl.Collator("en", { numeric: true })

const ranks = ["yes praised", "value", "partial mixed", "contested", "mentioned", "no criticised"]
// These tell nothing, and come last in either direction.
const last = ["not-applicable", "unknown"]

const compare = (left, right, isNumber) => {
  const [first, second] = [left, right].map(({ state }) => ranks.findIndex((rank) => rank.split(" ").includes(state)))
  const [[key, words] = [], [otherKey, otherWords] = []] = [left.values[0], right.values[0]]
  if (first !== second || !words || !otherWords) return first - second
  return isNumber ? key - otherKey : collator.compare(words, otherWords)
}

// Keys in order; equal ones stay as published.
export const sorted = (keys, sorting, names, cellOf, isNumber) => {
  if (!sorting) return keys
  const sign = sorting.startsWith("-") ? -1 : 1
  const by = sorting.replace(/^-/, "")
  return keys.toSorted((left, right) => {
    if (by === "_name") return sign * collator.compare(names.get(left).name, names.get(right).name)
    const [a, b] = [cellOf(left, by), cellOf(right, by)]
    return last.indexOf(a.state) - last.indexOf(b.state) || sign * compare(a, b, isNumber)
  })
}

const headsOf = ({ corner, itemsAreRows, items, criteria }) => [["_name", corner], ...(itemsAreRows ? criteria : items)]

// What of the state puts a table's rows in order.
const partOf = ({ itemsAreRows }) => (itemsAreRows ? "sort" : "rank")

export const addSortButtons = ({ tables }, store) => {
  for (const table of tables) {
    if (!table.isSortable) continue
    const hint = make("span", { className: "hidden sort-hint" }, ` ${$words.table.sort_hint}`)
    table.element.caption.append(hint)
    const part = partOf(table)
    for (const [key, head] of headsOf(table)) {
      const next = { [key]: `-${key}`, [`-${key}`]: "" }
      const sort = button($words.table.sort_by({ column: head.textContent }), "", () => store.update({ [part]: next[store.state[part]] ?? key }))
      sort.className = "sort"
      head.append(sort)
    }
  }
}

export const showSorting = ({ tables }, state, { isSideBySide }) => {
  for (const table of tables) {
    const sorting = isSideBySide ? "" : state[partOf(table)]
    for (const [key, head] of headsOf(table)) {
      head.ariaSort = { [key]: "ascending", [`-${key}`]: "descending" }[sorting] ?? null
    }
  }
}
