import { button, make } from "../common/elements.js"
import { changesOf, mostWeight } from "./robustness.js"
import { leadersOf } from "./score.js"
import { counted, namesOf } from "./words.js"

// How robust an order is, in words.

const leading = (leaders) => `${namesOf(leaders)} ${leaders.length > 1 ? "are level" : "leads"}`

const standingWords = (places, leaders, many) => {
  const next = places[leaders.length]
  if (!next) return `${leading(leaders)}; no others are ranked.`
  const gap = counted(places[0].score - next.score, "point", "points")
  return `${leading(leaders)}, ${gap} ahead of the next of ${places.length} ${many}.`
}

// `4: Flask draws level; 5: Flask leads`
const changeWords = (change, leaders) => {
  if (!change) return "nobody else"
  const { weight, isLevel, next } = change
  if (!isLevel) return `${weight}: ${leading(change.leaders)}`
  const others = change.leaders.filter((item) => !leaders.includes(item))
  const drawing = `${weight}: ${namesOf(others)} ${others.length > 1 ? "draw" : "draws"} level`
  return next ? `${drawing}; ${next.weight}: ${leading(next.leaders)}` : drawing
}

// How many weights are listed at first.
const atOnce = 8

const cell = (text) => make("td", {}, text)

const tableOf = (changes, leaders, terms) => {
  const heads = ["Weight of", "Now", "Lower", "Higher"].map((text) => make("th", { scope: "col" }, text))
  const rows = changes.map(({ term, now, lower, higher }) => {
    const { kind, name } = terms.get(term)
    const head = make("th", { scope: "row" }, kind === "named" ? `For ${name}` : name)
    return make("tr", { "data-term": term }, head, cell(String(now)), cell(changeWords(lower, leaders)), cell(changeWords(higher, leaders)))
  })
  const caption = make("caption", { id: "Robust_caption" }, "The nearest weights at which the first place changes, all other weights staying")
  for (const row of rows.slice(atOnce)) row.hidden = true
  const all = button(`Show all ${rows.length} weights`, `Show all ${rows.length}`, () => {
    for (const row of rows) row.hidden = false
    all.hidden = true
    region.focus()
  })
  all.hidden = rows.length <= atOnce
  const table = make("table", { className: "plain" }, caption, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows))
  const region = make("div", { className: "region full", role: "region", tabIndex: 0, "aria-labelledby": "Robust_caption" }, table)
  return [region, all]
}

export const robustness = (items, places, { weights }, { terms }, many) => {
  const leaders = leadersOf(places)
  if (!leaders.length) return []
  const changes = changesOf(items, weights, terms.keys(), leaders)
  const range = `between 0 and ${mostWeight}`
  const count = changes.length === 1 ? "One weight alone" : `Each of ${changes.length} weights alone`
  const steps = counted(changes[0]?.distance ?? 0, "step", "steps")
  const others = changes.length < terms.size ? `; the others would not, wherever they stand ${range}` : ""
  const verdict = changes.length
    ? `${count} would change that, the nearest by ${steps}${others}.`
    : `No single weight ${range} changes that, as long as the others stay.`
  const parts = [make("h3", {}, "How robust is this order?"), make("p", { className: "intro" }, `${standingWords(places, leaders, many)} ${verdict}`)]
  if (changes.length) parts.push(...tableOf(changes, leaders, terms))
  return [make("section", { className: "robust" }, ...parts)]
}
