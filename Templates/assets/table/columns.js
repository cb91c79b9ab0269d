import { button, checkbox, choices } from "../common/elements.js"

// Choosing which rows and columns are shown.

// Checkboxes for the keys of a group; `part` is what of the state names the hidden ones.
const group = (store, part, name, title, keys, names) => {
  const change = (gone, more) =>
    store.update({ [part]: [...store.state[part].filter((key) => !gone.includes(key)), ...more] })
  const boxes = keys.map((key) => {
    const toggle = ({ target }) => change([key], target.checked ? [] : [key])
    return checkbox(`${name}-${key}`, names.get(key).name, !store.state[part].includes(key), toggle)
  })
  const all = button($words.table.all_of({ group: title }), $words.table.all, () => change(keys, []), `all-${name}`)
  const none = button($words.table.none_of({ group: title }), $words.table.none, () => change(keys, keys), `none-${name}`)
  return choices(title, boxes, all, " ", none)
}

export const columnControls = ({ items, criteria, tables }, store, many) => [
  group(store, "hidden", "items", many, [...items.keys()], items),
  ...tables.map((table) => group(store, "without", table.key, table.name, [...table.criteria.keys()], criteria)),
]
