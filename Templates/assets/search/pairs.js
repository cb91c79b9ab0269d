import { joined } from "../common/join.js"
import { most as mostItems, write } from "../side-by-side/address.js"
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
    several(items) {
      return new URL(folder + write({ keys: items.map(({ place }) => place) }), root).href
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

// The items that words name one after the other, the longest names first; the last may be begun only.
const chain = (words, items, isLast) => {
  if (!words.length) return []
  for (let count = words.length; count > 0; count--) {
    const whole = words.slice(0, count).join("")
    const named = (fits) => items.find(({ spellings }) => spellings.some((name) => fits(name.whole)))
    const isBegun = isLast && count === words.length && whole.length > 1
    const item = named((name) => name === whole) ?? (isBegun ? named((name) => name.startsWith(whole)) : undefined)
    const rest = item && chain(words.slice(count), items, isLast)
    if (rest) return [item, ...rest]
  }
}

// What compares all that a text names: two without a word between them, or three to five with `vs`, commas or blanks between them.
export const findSeveral = (text, { items, pairs }) => {
  if (!document.body.dataset.compare) return null
  const parts = text.split(/\s+(?:vs?\.?|versus)(?=\s|$)|,/i).map(spell).filter(({ whole }) => whole)
  const chains = parts.map(({ words }, place) => chain(words, items, place === parts.length - 1))
  const found = [...new Set(chains.flat())]
  if (chains.includes(undefined) || found.length < 2 || found.length > mostItems || parts.length === found.length && found.length === 2) return null
  const [left, right] = [...found].sort((a, b) => (a.place < b.place ? -1 : 1))
  const page = found.length === 2 && pairs.page(left, right)
  const name = page ? $words.pair.title({ left: left.name, right: right.name }) : joined(found.map((item) => item.name))
  return [{ href: page || pairs.several(found), name, label: $words.search.comparison }, ...found]
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
