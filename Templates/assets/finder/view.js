import { button, make } from "../common/elements.js"
import { passing } from "./filter.js"
import { resultMaker } from "./results.js"
import { robustness } from "./robust-words.js"
import { ranking, scoreOf } from "./score.js"

// What a state finds: the items in order, those that lack what a use needs, those that may match, and those of which nothing is known.

const atOnce = 20

export const findingsOf = (model, state) => {
  const { matching, open, excluded } = passing(model, state.where)
  const isWeighed = Object.keys(state.weights).length > 0 || state.use !== null
  const { places, lacking, apart } = isWeighed ? ranking(matching, state) : { places: [], lacking: [], apart: [] }
  return { matching, open, excluded, isWeighed, places, lacking, apart }
}

// A long list shows its first entries, and more when asked.
const growing = (list, elements) => {
  const rest = elements.slice(atOnce)
  list.append(...elements.slice(0, atOnce))
  if (!rest.length) return [list]
  const more = button($words.find.show_more_of({ count: rest.length }), $words.find.show_more, () => {
    const next = rest.splice(0, atOnce)
    list.append(...next)
    more.hidden = !rest.length
    more.ariaLabel = $words.find.show_more_of({ count: rest.length })
    next[0].querySelector("a").focus()
  })
  return [list, make("p", {}, more)]
}

const section = (title, intro, ...children) =>
  make("section", {}, make("h3", {}, title), make("p", { className: "intro" }, intro), ...children)

export const viewMaker = (box, model, { base, many }) => {
  const { ranked, unranked, scale } = resultMaker(model, base)

  const openSection = (open, state, isWeighed, width) => {
    const entries = open.map(({ item, missing }) => ({ item, missing, score: isWeighed ? scoreOf(item, state.weights) : null }))
    return section($words.find.may_match, $words.find.may_match_intro, ...growing(make("ul", { className: "unranked" }), unranked(entries, state, width)))
  }

  const plainList = (items, state) => {
    const entries = items.map((item) => ({ item, missing: [], score: null }))
    return growing(make("ul", { className: "unranked" }), unranked(entries, state, null))
  }

  const rankedList = (places, state, width) => growing(make("ol", { className: "ranking" }), ranked(places, state, width))

  // Those that reviews name for the use, and the others, where that decides first; else all in one list.
  const placesOf = (places, state, width) => {
    if (!state.isNamedFirst) return places.length ? rankedList(places, state, width) : []
    const [named, unnamed] = [places.filter((place) => place.named > 0), places.filter((place) => !place.named)]
    const parts = []
    if (named.length) parts.push(section($words.use_case.named, $words.find.named_intro({ use: state.use.name }), ...rankedList(named, state, width)))
    if (unnamed.length) parts.push(section($words.use_case.unnamed, $words.use_case.unnamed_intro, ...rankedList(unnamed, state, width)))
    return parts
  }

  return (state, found) => {
    const { matching, open, isWeighed, places, lacking, apart } = found
    const width = scale([...places.map(({ item }) => item), ...open.map(({ item }) => item)], state)
    const parts = []
    parts.push(...placesOf(places, state, width))
    if (places.length) parts.push(...robustness(found, state, model, many))
    if (lacking.length) {
      parts.push(section($words.use_case.lacking, $words.use_case.lacking_intro, ...plainList(lacking, state)))
    }
    if (!isWeighed && matching.length) parts.push(...plainList(matching, state))
    if (open.length) parts.push(openSection(open, state, isWeighed, width))
    if (apart.length) {
      parts.push(section($words.use_case.no_evidence, $words.find.no_evidence_intro, ...plainList(apart, state)))
    }
    box.replaceChildren(...parts)
  }
}
