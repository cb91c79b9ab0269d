import { spell } from "./fold.js"
import { readPairs } from "./pairs.js"

// The index as the site publishes it, ready to be searched. Browsers ask whether the one they have is still the present one.
export const load = async (address) => {
  const url = new URL(address, document.baseURI)
  const response = await fetch(url, { cache: "no-cache" })
  if (!response.ok) throw new Error(`${response.status} for ${url}`)
  const { format, groups, pairs } = await response.json()
  if (format !== 1) throw new Error(`an index of format ${format}`)
  const root = new URL(".", url)
  const entries = groups.flatMap(({ kind, label, folder, entries }) =>
    entries.map(([name, place, ...aliases]) => {
      const names = [name, ...aliases]
      return { kind, label, name, place, names, spellings: names.map(spell), href: new URL(`${folder}${place}/`, root).href }
    }),
  )
  const items = entries.filter(({ kind }) => kind === "item")
  return { entries, items, pairs: readPairs(pairs, items, root) }
}
