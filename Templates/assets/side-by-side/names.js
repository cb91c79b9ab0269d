import { select } from "../common/elements.js"
import { load } from "../search/load.js"

let names

// The names of all items with their slugs, from the index of the search; fetched when somebody wants to choose one.
export const loadNames = () =>
  (names ??= load(document.querySelector("[data-search]").dataset.search).then(
    ({ items }) => items.map(({ name, place }) => [place, name]),
    (error) => {
      names = undefined
      throw error
    },
  ))

// A list of all names but some, to choose one from.
export const choiceOf = (title, names, except) => {
  const open = names.filter(([key]) => !except.includes(key))
  return select("items", title, open[0]?.[0] ?? "", open, () => {})
}
