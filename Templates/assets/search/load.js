import { spell } from "./fold.js"
import { readPairs } from "./pairs.js"

// The index as the site publishes it, ready to be searched. Browsers ask whether the one they have is still the present one.
export const load = async (address) => {
  const url = new URL(address, document.baseURI)
  const response = await fetch(url, { cache: "no-cache" })
  if (!response.ok) throw new Error(`${response.status} for ${url}`)
  const { format, groups, comparisons, pairs } = await response.json()
  if (format !== 2) throw new Error(`an index of format ${format}`)
  const root = new URL(".", url)
  const entries = groups.flatMap(({ kind, label, folder, row, entries }) =>
    entries.map(([name, place, ...aliases]) => {
      // The end of an address is a name too: "e-commerce" of what is called "Online shops".
      const names = [name, ...aliases, place.split("/").at(-1)]
      return { kind, label, row, name, place, names, spellings: names.map(spell), href: new URL(`${folder}${place}/`, root).href }
    }),
  )
  const ofKind = (wanted) => entries.filter(({ kind }) => kind === wanted)
  const items = ofKind("item")
  const others = entries.filter(({ kind }) => kind !== "item")
  const nouns = spell(groups[0].label).words.filter(Boolean)
  return { entries, items, others, nouns, pairs: readPairs({ ...pairs, comparisons, written: ofKind("comparison") }, items, root) }
}
