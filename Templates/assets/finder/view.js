import { button, make } from "../common/elements.js"
import { passing } from "./filter.js"
import { resultMaker } from "./results.js"
import { robustness } from "./robust-words.js"
import { inOrder, ranking, scoreOf } from "./score.js"

// What a state finds: the items in order, those that lack what a use needs, those that may match, and those of which nothing is known.

const atOnce = 20

export const findingsOf = (model, state) => {
  const { matching, open, excluded } = passing(model, state.where)
  const isWeighed = Object.keys(state.weights).length > 0 || state.use !== null || state.order !== ""
  const found = () => (state.order ? inOrder(matching, state.weights, model.filters.get(state.order)) : ranking(matching, state))
  const { places, lacking, apart } = isWeighed ? found() : { places: [], lacking: [], apart: [] }
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
  const { ranked, unranked } = resultMaker(model, base)

  const openSection = (open, state, isWeighed) => {
    const entries = open.map(({ item, missing }) => ({ item, missing, score: isWeighed ? scoreOf(item, state.weights) : null }))
    return section($words.find.may_match, $words.find.may_match_intro, ...growing(make("ul", { className: "unranked" }), unranked(entries, state, "h4")))
  }

  // Names head their entries, one level below what the list stands under.
  const plainList = (items, state, heading = "h4", ...classes) => {
    const entries = items.map((item) => ({ item, missing: [], score: null }))
    return growing(make("ul", { className: ["unranked", ...classes].join(" ") }), unranked(entries, state, heading))
  }

  const rankedList = (places, state, heading = "h4") =>
    growing(make("ol", { className: "ranking" }), ranked(places, state, heading))

  // Those that reviews name for the use, and the others, where that decides first; else all in one list.
  const placesOf = (places, state) => {
    if (!state.isNamedFirst || state.order) return places.length ? rankedList(places, state, "h3") : []
    const [named, unnamed] = [places.filter((place) => place.named > 0), places.filter((place) => !place.named)]
    const parts = []
    if (named.length) parts.push(section($words.use_case.named, $words.find.named_intro({ use: state.use.name }), ...rankedList(named, state)))
    if (unnamed.length) parts.push(section($words.use_case.unnamed, $words.use_case.unnamed_intro, ...rankedList(unnamed, state)))
    return parts
  }

  return (state, found) => {
    const { matching, open, isWeighed, places, lacking, apart } = found
    const parts = []
    parts.push(...placesOf(places, state))
    if (places.length && !state.order) parts.push(...robustness(found, state, model, many))
    if (lacking.length) {
      parts.push(section($words.use_case.lacking, $words.use_case.lacking_intro, ...plainList(lacking, state)))
    }
    if (!isWeighed && matching.length) parts.push(...plainList(matching, state, "h3", "abreast"))
    if (open.length) parts.push(openSection(open, state, isWeighed))
    if (apart.length) {
      const [title, intro] = state.order ? [$words.states.unknown, $words.find.no_number] : [$words.use_case.no_evidence, $words.find.no_evidence_intro]
      parts.push(section(title, intro, ...plainList(apart, state)))
    }
    box.replaceChildren(...parts)
  }
}
