import { button, make } from "../common/elements.js"
import { pairPage } from "./compare.js"

// Says what is shown, and lists what was chosen so that each can be taken back.

const sentence = ({ items, criteria }, state, view, { many, isPaged }) => {
  const total = (isPaged ? $words.table.items_here : $words.common.items)({ count: items.size, things: many })
  const parts = [view.items.length === items.size ? total : $words.common.of({ part: view.items.length, whole: total })]
  if (view.isSideBySide) parts.push($words.table.side_by_side)
  for (const sorting of view.isSideBySide ? [] : [state.sort, state.rank]) {
    const key = sorting.replace(/^-/, "")
    const name = key === "_name" ? $words.table.by_name : (criteria.get(key) ?? items.get(key))?.name
    if (name) parts.push((sorting === key ? $words.table.ascending : $words.table.descending)({ name }))
  }
  const same = view.tables.reduce((sum, { table }) => sum + table.sameCount, 0)
  if (state.differences) parts.push($words.table.same_hidden({ same, criteria: criteria.size }))
  return parts.join(", ")
}

// What was chosen: a title, words, and the change that takes it back.
const applied = ({ items, criteria, cell }, state, { isSideBySide, baseline }, many) => {
  const { compare, find, where, hidden, without } = state
  const found = []
  const names = compare.map((item) => items.get(item).name)
  if (isSideBySide) found.push([$words.common.side_by_side, names.join(", "), { compare: [] }])
  if (baseline) found.push([$words.table.baseline, items.get(baseline).name, { baseline: "" }])
  if (without.length) found.push([$words.table.hidden, $words.table.of_criteria({ part: without.length, whole: criteria.size }), { without: [] }])
  if (isSideBySide) return found
  if (hidden.length) found.push([$words.table.hidden, $words.table.of_items({ part: hidden.length, whole: items.size, many }), { hidden: [] }])
  if (find.trim()) found.push([$words.table.name, find, { find: "" }])
  for (const [key, values] of Object.entries(where)) {
    const { [key]: _, ...others } = where
    const words = new Map([...items.keys()].flatMap((item) => cell(item, key).choices))
    found.push([criteria.get(key).name, values.map((value) => words.get(value)).join(` ${$words.list.or} `), { where: others }])
  }
  return found
}

export const announcer = (root, model, store, site) => {
  const status = root.querySelector("[role=status]")
  const list = root.querySelector(".applied")
  return (state, view, unknown) => {
    const told = unknown.length ? `. ${$words.table.unknown({ names: unknown.join(", ") })}` : ""
    status.textContent = sentence(model, state, view, site) + told
    const isFocused = list.contains(document.activeElement)
    const parts = applied(model, state, view, site.many).map(([title, words, change]) =>
      button($words.common.take_back({ choice: `${title}: ${words}` }), `${title}: ${words}`, () => store.update(change)),
    )
    const href = pairPage(model, state.compare, site.pairs)
    if (href) parts.unshift(make("a", { href, className: "forth" }, $words.table.pair_page))
    list.replaceChildren(...parts.map((part) => make("li", {}, part)))
    if (isFocused) (list.querySelector("button") ?? root.querySelector("summary")).focus()
  }
}
