import { spell } from "./fold.js"
import { find } from "./match.js"

// What the index tells of pairs: the page of two items, and the page of all pairs of an item, each where there is one.
export const readPairs = ({ folder, listed, rows }, items, root) => {
  const address = (name) => new URL(`${folder}${name}/`, root).href
  const places = new Map(items.map((item, place) => [item, place]))
  const told = new Map()
  for (const row of rows) {
    let place = 0
    const [first, ...others] = row.map((step) => (place += step))
    told.set(first, new Set(others))
  }
  const isTold = (a, b) => told.get(Math.min(a, b))?.has(Math.max(a, b)) ?? false
  return {
    page(left, right) {
      const [a, b] = [places.get(left), places.get(right)]
      if (a === b || listed === "none" || isTold(a, b) !== (listed === "present")) return ""
      return address([left.place, right.place].sort().join("-vs-"))
    },
    list(item) {
      return listed === "none" && !told.has(places.get(item)) ? address(item.place) : ""
    },
  }
}

// The two sides of "django vs flask", the second empty as long as it is not typed; nothing where no pair is asked for.
export const sidesOf = (text) => {
  const parts = text.match(/^(.*?\S)\s+(?:vs?\.?|versus)(?:\s+(.*))?$/is)
  const isBegun = parts && (parts[2] !== undefined || !/\sv\.?$/i.test(text))
  return isBegun ? [spell(parts[1]), spell(parts[2] ?? "")] : null
}

// How many readings of each side are tried.
const most = 5

// The pages that two sides lead to: those of pairs, or of all pairs of an item where pairs are not told apart. Where no pair has
// a page, the items themselves.
export const findPairs = ([left, right], { items, pairs }, limit) => {
  const candidates = (typed) => find(typed, items).map(({ entry }) => entry)
  const lefts = candidates(left).slice(0, most)
  const rights = right.whole ? candidates(right) : items
  const found = new Map()
  for (const one of lefts) {
    for (const other of rights) {
      if (found.size >= limit) break
      const href = pairs.page(one, other)
      const names = [one, other].sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ name }) => name)
      if (href) found.set(href, { href, name: $words.pair.title({ left: names[0], right: names[1] }), label: $words.search.comparison })
    }
  }
  if (found.size) return { options: [...found.values()], isThere: true }
  const named = [...new Set([lefts[0], right.whole ? rights[0] : undefined])].filter(Boolean)
  const lists = named.map((item) => ({ href: pairs.list(item), name: $words.common.compared({ item: item.name }), label: $words.search.comparisons }))
  const options = [...lists.filter(({ href }) => href), ...named]
  return { options, isThere: !named.length || lists.some(({ href }) => href), named: named.map(({ name }) => name) }
}
