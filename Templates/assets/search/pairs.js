import { joined } from "../common/join.js"
import { most as mostItems, write } from "../side-by-side/address.js"
import { spell } from "./fold.js"
import { find, loose, strict } from "./match.js"

// What the index tells of pairs: the page of two items, and the page of all pairs of an item, each where there is one.
export const readPairs = ({ folder, listed, rows, closest, comparisons, written }, items, root) => {
  const address = (name) => new URL(`${folder}${name}/`, root).href
  const places = new Map(items.map((item, place) => [item, place]))
  const told = new Map()
  for (const row of rows) {
    let place = 0
    const [first, ...others] = row.map((step) => (place += step))
    told.set(first, new Set(others))
  }
  const isTold = (a, b) => told.get(Math.min(a, b))?.has(Math.max(a, b)) ?? false
  const hasPage = (a, b) => a !== b && listed !== "none" && isTold(a, b) === (listed === "present")
  // Those whose places the closest partners of an item are told by.
  const partners = (place) => (listed === "none" ? items : items.filter((_, other) => hasPage(place, other)))
  const option = (left, right) => {
    const [first, second] = [left, right].sort((a, b) => (a.place < b.place ? -1 : 1))
    const name = $words.pair.title({ left: first.name, right: second.name })
    return { href: address(`${first.place}-vs-${second.place}`), name, label: $words.search.comparison }
  }
  const keyOf = (places) => [...places].sort((a, b) => a - b).join()
  const writtenOf = new Map(comparisons.map((places, index) => [keyOf(places), written[index]]))
  const likest = (item) => {
    const place = places.get(item)
    const others = partners(place)
    return closest[place].map((index) => others[index])
  }
  return {
    // Of two items.
    page(left, right) {
      return hasPage(places.get(left), places.get(right)) ? option(left, right) : null
    },
    // What is written of these very items, else what puts them side by side.
    several(some) {
      const found = writtenOf.get(keyOf(some.map((item) => places.get(item))))
      if (found) return found
      const href = new URL(folder + write({ keys: some.map(({ place }) => place) }), root).href
      return { href, name: joined(some.map(({ name }) => name)), label: $words.search.comparison }
    },
    // The items that are most like one, of those that it makes a pair with.
    likest,
    // Those pairs.
    closest(item) {
      return likest(item).map((other) => option(item, other))
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

// The items that words name one after the other, the longest names first.
const chain = (words, named) => {
  if (!words.length) return []
  for (let count = words.length; count > 0; count--) {
    const item = named(words.slice(0, count), count === words.length)
    const rest = item && chain(words.slice(count), named)
    if (rest) return [item, ...rest]
  }
}

// The item with a name, which may be begun only where it is the last of a text.
const exactly = (items, isLast) => (words, isEnd) => {
  const whole = words.join("")
  const item = (fits) => items.find(({ spellings }) => spellings.some((name) => fits(name.whole)))
  return item((name) => name === whole) ?? (isLast && isEnd && whole.length > 1 ? item((name) => name.startsWith(whole)) : undefined)
}

// The item with a name that was typed with a slip.
const nearly = (items) => (words) => {
  const whole = words.join("")
  return whole.length > 3 ? find({ words: [whole], whole }, items, loose)[0]?.entry : exactly(items)(words)
}

// What compares all that a text names: two without a word between them, or three to five with `vs`, commas or blanks between them.
// Where `isTyping`, the last name may only be begun, and two with `vs` between them are still those of pairs.
export const findSeveral = (text, { items, pairs }, rates, isTyping = true) => {
  if (!document.body.dataset.compare) return null
  const parts = text.split(/\s+(?:vs?\.?|versus)(?=\s|$)|,/i).map(spell).filter(({ whole }) => whole)
  const named = (place) => (rates === strict ? exactly(items, isTyping && place === parts.length - 1) : nearly(items))
  const chains = parts.map(({ words }, place) => chain(words, named(place)))
  const found = [...new Set(chains.flat())]
  if (chains.includes(undefined) || found.length < 2 || found.length > mostItems || isTyping && parts.length === 2 && found.length === 2) return null
  const two = found.flatMap((left, place) => found.slice(place + 1).map((right) => pairs.page(left, right))).filter(Boolean)
  return found.length === 2 && two.length ? [...two, ...found] : [pairs.several(found), ...two, ...found]
}

// How many readings of each side are tried.
const most = 5

// The pages that two sides lead to: those of pairs, or of all pairs of an item where pairs are not told apart. Where no pair has
// a page, the items themselves.
export const findPairs = ([left, right], { items, pairs }, limit) => {
  const candidates = (typed) => find(typed, items).map(({ entry }) => entry)
  const lefts = candidates(left).slice(0, most)
  const rights = right.whole ? candidates(right) : items
  const found = new Map(right.whole || !lefts.length ? [] : pairs.closest(lefts[0]).map((page) => [page.href, page]))
  for (const one of lefts) {
    for (const other of rights) {
      if (found.size >= limit) break
      const page = pairs.page(one, other)
      if (page) found.set(page.href, page)
    }
  }
  if (found.size) return { options: [...found.values()], isThere: true }
  const named = [...new Set([lefts[0], right.whole ? rights[0] : undefined])].filter(Boolean)
  const lists = named.map((item) => ({ href: pairs.list(item), name: $words.common.compared({ item: item.name }), label: $words.search.comparisons }))
  const options = [...lists.filter(({ href }) => href), ...named]
  const isThere = !named.length || Boolean(right.whole && named.length < 2) || lists.some(({ href }) => href)
  return { options, isThere, named: named.map(({ name }) => name) }
}
