import { findBeside, findRow } from "./beside.js"
import { spell } from "./fold.js"
import { find, loose, strict } from "./match.js"
import { findPairs, findSeveral, sidesOf } from "./pairs.js"

const limit = 8
const mostUses = 6
// Where no name has all words, so many names are shown that have one of them.
const mostOfWord = 2

const missingWords = ([left, right]) =>
  right === undefined ? $words.search.no_comparison_of({ item: left }) : $words.search.no_comparison({ left, right })

// What has a name like this, with the closest pairs of an item that comes first; else what two names lead to.
const findNamed = (text, index, rates) => {
  const typed = spell(text)
  const found = find(typed, index.entries, rates)
  if (!found.length) return { options: findBeside(typed, index, rates).slice(0, limit) }
  const [first] = found
  const pairs = first.entry.kind === "item" && first.best < 2 ? index.pairs.closest(first.entry) : []
  const shown = found.slice(0, limit - pairs.length).map(({ entry, alias }) => ({ ...entry, alias }))
  return { options: [...shown, ...pairs], more: found.length - shown.length }
}

// What compares all the items that a text names, perhaps by a criterion that it names too.
const findCompared = (text, index, rates) => {
  const found = findSeveral(text, index, rates) ?? findRow(text, index)
  return found && { options: found.slice(0, limit) }
}

// The text without the words that only stand between names, and without the noun of the site; nothing where that is all of it.
const withoutSmallWords = (text, { nouns }) => {
  const small = new Set(spell($words.search.small_words).words)
  const { words } = spell(text)
  const rest = words.filter((word) => !small.has(word) && !nouns.some((noun) => word.startsWith(noun)))
  return rest.length < words.length ? rest.join(" ") : ""
}

// Where nothing has such a name, what people want to do.
const uses = ({ entries }) => {
  const all = entries.filter(({ kind }) => kind === "use-case")
  const index = entries.find(({ kind, place }) => kind === "page" && place === "use-cases")
  return [...all.slice(0, mostUses), ...(index && all.length > mostUses ? [index] : [])]
}

// What a text leads to: the options, what is said to be missing, how many more there are, and whether the options are no more than
// a suggestion.
export const answer = (text, index) => {
  const sides = sidesOf(text)
  const pairs = sides && !findCompared(text, index, strict) ? findPairs(sides, index, limit) : null
  if (pairs?.options.length) return { options: pairs.options, missing: pairs.isThere ? "" : missingWords(pairs.named) }
  const texts = [text, withoutSmallWords(text, index)].filter(Boolean)
  for (const rates of [strict, loose]) {
    for (const look of [findCompared, findNamed]) {
      for (const text of texts) {
        const found = look(text, index, rates)
        if (found?.options.length) return found
      }
    }
  }
  const some = spell(texts.at(-1)).words.flatMap((word) => find(spell(word), index.entries, strict).slice(0, mostOfWord))
  if (some.length) return { options: [...new Set(some.map(({ entry }) => entry))].slice(0, limit) }
  const options = uses(index)
  return { options, missing: options.length ? $words.search.nothing_but_uses : $words.search.nothing, isSuggestion: true }
}
