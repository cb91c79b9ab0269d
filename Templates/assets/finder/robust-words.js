import { button, make } from "../common/elements.js"
import { changesOf, mostWeight } from "./robustness.js"
import { contendersOf, leadersOf } from "./score.js"
import { namesOf, pointsOf } from "./words.js"

// How robust an order is, in words.

const leading = (leaders) => $words.find.robust.leading({ items: namesOf(leaders), count: leaders.length })

const standingWords = (places, leaders, many) => {
  const next = places[leaders.length]
  if (!next) return $words.find.robust.alone({ leading: leading(leaders) })
  const names = places[0].named - next.named
  if (names) return $words.find.robust.ahead_named({ leading: leading(leaders), count: names, total: places.length, many })
  const gap = pointsOf(places[0].score - next.score)
  return $words.find.robust.ahead({ leading: leading(leaders), gap, count: places.length, many })
}

// `4: Flask draws level; 5: Flask leads`
const changeWords = (change, leaders) => {
  if (!change) return $words.find.robust.nobody
  const { weight, isLevel, next } = change
  if (!isLevel) return `${weight}: ${leading(change.leaders)}`
  const others = change.leaders.filter((item) => !leaders.includes(item))
  const drawing = `${weight}: ${$words.find.robust.drawing({ items: namesOf(others), count: others.length })}`
  return next ? `${drawing}; ${next.weight}: ${leading(next.leaders)}` : drawing
}

// How many weights are listed at first.
const atOnce = 8

const cell = (text) => make("td", {}, text)

const tableOf = (changes, leaders, terms) => {
  const heads = [$words.find.robust.weight_of, $words.find.robust.now, $words.find.robust.lower, $words.find.robust.higher].map((text) => make("th", { scope: "col" }, text))
  const rows = changes.map(({ term, now, lower, higher }) => {
    const { kind, name } = terms.get(term)
    const head = make("th", { scope: "row" }, kind === "named" ? $words.find.for_use({ use: name }) : name)
    return make("tr", { "data-term": term }, head, cell(String(now)), cell(changeWords(lower, leaders)), cell(changeWords(higher, leaders)))
  })
  const caption = make("caption", { id: "Robust_caption", className: "hidden" }, $words.find.robust.caption)
  for (const row of rows.slice(atOnce)) row.hidden = true
  const all = button($words.find.robust.show_all_weights({ count: rows.length }), $words.find.robust.show_all({ count: rows.length }), () => {
    for (const row of rows) row.hidden = false
    all.hidden = true
    region.focus()
  })
  all.hidden = rows.length <= atOnce
  const table = make("table", { className: "plain" }, caption, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows))
  const region = make("div", { className: "region full", role: "region", tabIndex: 0, "aria-labelledby": "Robust_caption" }, table)
  return make("details", { className: "more" }, make("summary", {}, $words.find.robust.caption), region, all)
}

export const robustness = (found, { weights }, { terms }, many) => {
  const { places } = found
  const leaders = leadersOf(places)
  if (!leaders.length) return []
  const changes = changesOf(contendersOf(found), weights, terms.keys(), leaders, places[0].named > 0)
  const steps = $words.find.robust.steps({ count: changes[0]?.distance ?? 0 })
  const others = changes.length < terms.size ? $words.find.robust.others({ most: mostWeight }) : ""
  const verdict = changes.length
    ? $words.find.robust.changed({ count: changes.length, steps, others })
    : $words.find.robust.unchanged({ most: mostWeight })
  const parts = [make("h3", {}, $words.find.robust.title), make("p", { className: "intro" }, `${standingWords(places, leaders, many)} ${verdict}`)]
  if (changes.length) parts.push(tableOf(changes, leaders, terms))
  return [make("section", { className: "robust" }, ...parts)]
}
