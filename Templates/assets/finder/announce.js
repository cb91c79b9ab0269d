import { button, make } from "../common/elements.js"
import { leadersOf } from "./score.js"
import { conditionWords, counted, namesOf } from "./words.js"

// Says what is found, and lists what was chosen so that each can be taken back.

const countWords = ({ matching, open }, { where }, total, many) => {
  if (!Object.keys(where).length) return `${total} ${many}`
  const missing = open.length ? `; of ${open.length} more it is not known` : ""
  return `${matching.length} of ${total} ${many} ${matching.length === 1 ? "matches" : "match"}${missing}`
}

const leaderWords = ({ isWeighed, places }) => {
  if (!isWeighed) return "Give a weight to what matters, and they are ranked"
  if (!places.length) return "Nothing is known of them on what you weigh"
  const leaders = leadersOf(places)
  const points = counted(places[0].score, "point", "points")
  return leaders.length > 1 ? `${namesOf(leaders)} lead with ${points} each` : `${leaders[0].name} leads with ${points}`
}

// What was chosen: a title, words, and the change that takes it back.
const applied = ({ filters, terms }, { weights, where }) => {
  const weighed = Object.entries(weights).map(([key, weight]) => {
    const { [key]: _, ...others } = weights
    const { kind, name } = terms.get(key)
    return [kind === "named" ? `For ${name}` : name, String(weight), { weights: others }]
  })
  const filtered = Object.entries(where).map(([key, condition]) => {
    const { [key]: _, ...others } = where
    return [filters.get(key).name, conditionWords(filters.get(key), condition), { where: others }]
  })
  return [...filtered, ...weighed]
}

export const announcer = (root, model, store, many) => {
  const status = root.querySelector("[role=status]")
  const list = root.querySelector(".applied")
  return (state, found, unknown) => {
    const told = unknown.length ? ` The link names what is not here: ${unknown.join(", ")}.` : ""
    const count = countWords(found, state, model.items.length, many)
    status.textContent = `${count}. ${leaderWords(found)}.${told}`
    const isFocused = list.contains(document.activeElement)
    const parts = applied(model, state).map(([title, words, change]) =>
      button(`Take back ${title}: ${words}`, `${title}: ${words}`, () => store.update(change)),
    )
    list.replaceChildren(...parts.map((part) => make("li", {}, part)))
    if (isFocused) (list.querySelector("button") ?? root.querySelector("summary")).focus()
  }
}
