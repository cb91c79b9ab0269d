import { button, make } from "../common/elements.js"
import { pairPage } from "./compare.js"

// Says what is shown, and lists what was chosen so that each can be taken back.

const sentence = ({ items, criteria }, state, view, { many, isPaged }) => {
  const total = `${items.size} ${many}${isPaged ? " on this page" : ""}`
  const parts = [view.items.length === items.size ? total : `${view.items.length} of ${total}`]
  if (view.isSideBySide) parts.push("side by side")
  for (const sorting of view.isSideBySide ? [] : [state.sort, state.rank]) {
    const key = sorting.replace(/^-/, "")
    const name = key === "_name" ? "name" : (criteria.get(key) ?? items.get(key))?.name
    if (name) parts.push(`sorted by ${name}, ${sorting === key ? "ascending" : "descending"}`)
  }
  const same = view.tables.reduce((sum, { table }) => sum + table.sameCount, 0)
  if (state.differences) parts.push(`${same} of ${criteria.size} criteria hidden as the same`)
  return parts.join(", ")
}

// What was chosen: a title, words, and the change that takes it back.
const applied = ({ items, criteria, cell }, state, { isSideBySide, baseline }, many) => {
  const { compare, find, where, hidden, without } = state
  const found = []
  const names = compare.map((item) => items.get(item).name)
  if (isSideBySide) found.push(["Side by side", names.join(", "), { compare: [] }])
  if (baseline) found.push(["Baseline", items.get(baseline).name, { baseline: "" }])
  if (without.length) found.push(["Hidden", `${without.length} of ${criteria.size} criteria`, { without: [] }])
  if (isSideBySide) return found
  if (hidden.length) found.push(["Hidden", `${hidden.length} of ${items.size} ${many}`, { hidden: [] }])
  if (find.trim()) found.push(["Name", find, { find: "" }])
  for (const [key, values] of Object.entries(where)) {
    const { [key]: _, ...others } = where
    const words = new Map([...items.keys()].flatMap((item) => cell(item, key).choices))
    found.push([criteria.get(key).name, values.map((value) => words.get(value)).join(" or "), { where: others }])
  }
  return found
}

export const announcer = (root, model, store, site) => {
  const status = root.querySelector("[role=status]")
  const list = root.querySelector(".applied")
  return (state, view, unknown) => {
    const told = unknown.length ? `. This table does not have: ${unknown.join(", ")}` : ""
    status.textContent = sentence(model, state, view, site) + told
    const isFocused = list.contains(document.activeElement)
    const parts = applied(model, state, view, site.many).map(([title, words, change]) =>
      button(`Take back ${title}: ${words}`, `${title}: ${words}`, () => store.update(change)),
    )
    const href = pairPage(model, state.compare, site.pairs)
    if (href) parts.unshift(make("a", { href, className: "forth" }, "The page of this pair"))
    list.replaceChildren(...parts.map((part) => make("li", {}, part)))
    if (isFocused) (list.querySelector("button") ?? root.querySelector("summary")).focus()
  }
}
