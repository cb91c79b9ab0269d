import { button, make } from "../common/elements.js"

// Sorting by a column: "" is as published, "key" ascending, "-key" descending; "_name" is the column of headers.

// The order in which the pages are published, so that sorting by name changes nothing: English takes the letters of all languages as they come.
export const collator = new Intl.Collator("en", { numeric: true })

// The editor's own judgements, which no source shares, stand behind those of sources.
const ranks = ["yes", "value", "partial", "contested", "judged", "praised", "mixed", "criticised", "no"]
// These tell nothing, and come last in either direction.
const last = ["mentioned", "not-applicable", "unknown"]

// The best first: by how many more sources are for than against, then by how many are for.
const compareBalances = ([praise, criticism], [otherPraise, otherCriticism]) =>
  otherPraise - otherCriticism - (praise - criticism) || otherPraise - praise

const compare = (left, right, isNumber) => {
  const [first, second] = [left, right].map(({ balance, state }) => ranks.indexOf(balance ? "judged" : state))
  const [[key, words] = [], [otherKey, otherWords] = []] = [left.values[0], right.values[0]]
  if (first !== second) return first - second
  if (left.balance && right.balance) return compareBalances(left.balance, right.balance)
  if (!words || !otherWords) return 0
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
