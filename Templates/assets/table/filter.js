import { checkbox, choices, make, select } from "../common/elements.js"
import { own } from "../common/own.js"
import { collator } from "./sort.js"

// Filtering by a part of the name and by the values that occur.

const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()

// The items that pass; a criterion may be left out of account.
export const passing = ({ items, cell }, { find, where, hidden }, except) =>
  [...items.keys()].filter(
    (item) =>
      !hidden.includes(item) &&
      folded(items.get(item).name).includes(folded(find.trim())) &&
      Object.entries(where).every(
        ([key, values]) => key === except || cell(item, key).choices.some(([choice]) => values.includes(choice)),
      ),
  )

// The values of a criterion, each with its words and how many of the items that pass otherwise have it.
const occurring = (model, state, criterion) => {
  const found = new Map()
  const passes = passing(model, state, criterion)
  for (const item of model.items.keys()) {
    for (const [key, words] of model.cell(item, criterion).choices) {
      const choice = found.get(key) ?? { key, words, count: 0 }
      choice.count += passes.includes(item)
      found.set(key, choice)
    }
  }
  return [...found.values()].sort((left, right) => left.key - right.key || collator.compare(left.words, right.words))
}

export const valueControls = (model, store) => {
  let [criterion] = model.criteria.keys()
  const choose = (key) => {
    criterion = key
    store.update({})
  }
  const toggle = (key) => ({ target }) => {
    const { [criterion]: _, ...others } = store.state.where
    const chosen = own(store.state.where, criterion) ?? []
    const values = target.checked ? [...chosen, key] : chosen.filter((other) => other !== key)
    store.update({ where: values.length ? { ...others, [criterion]: values } : others })
  }
  return () => {
    const { where } = store.state
    const options = Array.from(model.criteria, ([key, { name }]) => [key, own(where, key) ? `${name} ✓` : name])
    const boxes = occurring(model, store.state, criterion).map(({ key, words, count }) =>
      checkbox(`value-${key}`, `${words} (${count})`, own(where, criterion)?.includes(key) ?? false, toggle(key)),
    )
    return [select("criterion", $words.table.value_of, criterion, options, choose), choices(model.criteria.get(criterion).name, boxes)]
  }
}

export const nameControl = (store) => {
  const input = make("input", { type: "search", autocomplete: "off" })
  input.oninput = () => store.update({ find: input.value }, false)
  const show = ({ find }) => {
    if (input.value !== find) input.value = find
  }
  return { element: make("label", { className: "field" }, `${$words.table.name_contains} `, input), show }
}
