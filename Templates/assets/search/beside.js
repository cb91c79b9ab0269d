import { spell } from "./fold.js"
import { find, strict } from "./match.js"
import { findSeveral } from "./pairs.js"

// How many readings of each part are tried, and of how many words.
const most = 3
const mostWords = 6
const mostWordsOfCriterion = 4
// What fewer letters begin is too much.
const fewest = 3

// The name of an item beside another one, in either order: "rails scalability" leads to the row of the criterion on the item's page,
// "django python" to the two themselves.
export const findBeside = ({ words }, { items, others }, rates) => {
  const readings = []
  if (words.length <= mostWords) {
    for (let count = 1; count < words.length; count++) {
      const [head, tail] = [words.slice(0, count), words.slice(count)].map((words) => ({ words, whole: words.join("") }))
      for (const [left, right] of [[head, tail], [tail, head]]) {
        if (right.whole.length < fewest) continue
        const found = find(left, items, rates).filter(({ best }) => best < 2).slice(0, most)
        if (!found.length) continue
        for (const other of find(right, others, rates).slice(0, most)) {
          for (const item of found) readings.push({ item: item.entry, other: other.entry, rank: item.best + other.best })
        }
      }
    }
  }
  if (!readings.length) return []
  readings.sort((a, b) => a.rank - b.rank)
  const cells = readings.filter(({ other }) => other.row).map(({ item, other }) => ({
    href: `${item.href}#${other.row}${other.place}`,
    name: $words.search.cell({ item: item.name, criterion: other.name }),
    label: $words.search.said,
  }))
  const [{ item, other }] = readings
  return [...cells.slice(0, most), item, other]
}

// A criterion after the names of several items: "django flask performance" leads to its row where they are compared.
export const findRow = (text, index) => {
  const words = text.trim().split(/\s+/)
  for (let count = 1; count <= mostWordsOfCriterion && words.length - count > 1; count++) {
    const typed = spell(words.slice(-count).join(" "))
    const several = typed.whole.length >= fewest && findSeveral(words.slice(0, -count).join(" "), index, strict, false)
    const criterion = several && find(typed, index.others, strict).find(({ entry, best }) => entry.row && best < 2)?.entry
    if (!criterion) continue
    const [page] = several
    const name = $words.search.cell({ item: page.name, criterion: criterion.name })
    return [{ href: `${page.href}#${criterion.row}${criterion.place}`, name, label: $words.search.said }, ...several]
  }
}
