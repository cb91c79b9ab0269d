// A third beside the two of a page: names that each lead to the three side by side, fetched when they are wanted.
import { make } from "../common/elements.js"
import { load } from "../search/load.js"
import { keyOf } from "./address.js"

// How many names are offered at most; of more items, those that are most like either of the two.
const most = 40

const link = ({ href }, text) => make("li", {}, make("a", { href }, text))

const offer = ({ items, pairs }, keys) => {
  const two = keys.map((key) => items.find(({ place }) => place === key))
  const isOther = (item) => !two.includes(item)
  const all = items.filter(isOther)
  const offered = all.length > most ? [...new Set(two.flatMap(pairs.likest))].filter(isOther) : all
  const links = offered.map((item) => link(pairs.several([...two, item]), item.name))
  if (offered.length < all.length) links.push(link(pairs.several(two), $words.comparison.pick_more))
  return [make("h2", {}, $words.comparison.third), make("ul", { className: "chips", "aria-label": $words.comparison.third }, ...links)]
}

export const start = (place) => {
  const keys = [place.dataset.third, place.dataset.beside].map(keyOf)
  place.querySelector("button").onclick = async ({ target: opener }) => {
    try {
      place.replaceChildren(...offer(await load(document.querySelector("[data-search]").dataset.search), keys))
      place.querySelector("a").focus()
    } catch {
      opener.after(" ", make("span", { role: "status" }, $words.comparison.not_loaded))
    }
  }
}
