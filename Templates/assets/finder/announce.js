import { button, make } from "../common/elements.js"
import { leadersOf } from "./score.js"
import { conditionWords, namesOf, pointsOf } from "./words.js"

// Says what is found, and lists what was chosen so that each can be taken back.

const countWords = ({ matching, open }, { where }, total, many) => {
  if (!Object.keys(where).length) return $words.common.items({ count: total, things: many })
  const missing = open.length ? $words.find.status.open({ count: open.length }) : ""
  return $words.find.status.matching({ count: matching.length, total, many }) + missing
}

// What there is to choose by, as long as nothing is weighed: uses, weights, or filters alone.
const choiceWords = ({ uses, terms, filters }, { where }) => {
  if (uses.size) return $words.find.status.no_choice
  if (terms.size) return $words.find.status.no_weight
  return filters.size && !Object.keys(where).length ? $words.find.status.no_filter : ""
}

const leaderWords = ({ isWeighed, places }, model, state) => {
  if (!isWeighed) return choiceWords(model, state)
  if (!places.length) return $words.find.status.no_evidence
  const leaders = leadersOf(places)
  const { named, score } = places[0]
  const points = pointsOf(score)
  if (!named) return $words.find.status.leading({ items: namesOf(leaders), points, count: leaders.length })
  const reviews = $words.use_case.card_named({ count: named })
  return $words.find.status.named({ items: namesOf(leaders), reviews, points, count: leaders.length })
}

// What was chosen: a title, words, and the change that takes it back.
const applied = ({ filters, terms }, { use, weights, where }) => {
  const begun = use ? [[$words.find.use, use.name, { use: null, isNamedFirst: false }]] : []
  const weighed = Object.entries(weights).map(([key, weight]) => {
    const { [key]: _, ...others } = weights
    const { kind, name } = terms.get(key)
    return [kind === "named" ? $words.find.for_use({ use: name }) : name, String(weight), { weights: others }]
  })
  const filtered = Object.entries(where).map(([key, condition]) => {
    const { [key]: _, ...others } = where
    return [filters.get(key).name, conditionWords(filters.get(key), condition), { where: others }]
  })
  return [...begun, ...filtered, ...weighed]
}

// The same in a few words, for a heading.
const summary = ({ places }, count) => {
  if (!places.length) return count
  const leaders = leadersOf(places)
  const leading = $words.find.robust.leading({ items: namesOf(leaders), count: leaders.length })
  return $words.find.ranked({ count: places.length, leading })
}

export const announcer = (root, model, store, many) => {
  const status = root.querySelector("[role=status]")
  const heads = root.querySelectorAll(".found h2, [data-leads]")
  const list = root.querySelector(".applied")
  return (state, found, unknown) => {
    const told = unknown.length ? ` ${$words.find.status.unknown({ names: unknown.join(", ") })}` : ""
    const count = countWords(found, state, model.items.length, many)
    for (const head of heads) head.textContent = summary(found, count)
    const leading = leaderWords(found, model, state)
    status.textContent = `${count}.${leading && ` ${leading}.`}${told}`
    const isFocused = list.contains(document.activeElement)
    const parts = applied(model, state).map(([title, words, change]) =>
      button($words.common.take_back({ choice: `${title}: ${words}` }), `${title}: ${words}`, () => store.update(change)),
    )
    list.replaceChildren(...parts.map((part) => make("li", {}, part)))
    if (isFocused) (list.querySelector("button") ?? root.querySelector("[data-use]:checked, summary")).focus()
  }
}
