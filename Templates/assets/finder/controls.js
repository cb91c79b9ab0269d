import { checkbox, make, select } from "../common/elements.js"
import { own } from "../common/own.js"
import { isRange, weightsOf } from "./address.js"
import { countsOf } from "./filter.js"
import { mostWeight } from "./robustness.js"

// The controls: a use case to begin with, a slider for each term, a fold for each filter.

const startControl = ({ uses }, store) => {
  const options = [["", $words.find.own_weights], ...Array.from(uses, ([key, { name }]) => [key, name])]
  const label = select("start", $words.find.start_from, "", options, (key) => {
    const use = uses.get(key) ?? null
    store.update(use ? { use, isNamedFirst: true, weights: weightsOf(use) } : { use, isNamedFirst: false })
  })
  // Whom reviews name for the use stands first, unless the reader wants the weights alone to count.
  const first = checkbox("first", $words.find.named_first, true, ({ target }) => store.update({ isNamedFirst: target.checked }))
  const show = ({ use, isNamedFirst }) => {
    label.querySelector("select").value = use?.key ?? ""
    first.hidden = !use
    first.querySelector("input").checked = isNamedFirst
  }
  return { element: make("div", { className: "start" }, label, first), show }
}

const slider = (term, store) => {
  const id = `weight_${term.key}`
  const range = make("input", { type: "range", id, min: 0, max: mostWeight, step: 1, value: 0, autocomplete: "off" })
  const output = make("output", { htmlFor: id, "aria-live": "off" })
  // All that is done to one slider in a row is one step to go back.
  let left = null
  range.oninput = () => {
    const { [term.key]: _, ...others } = store.state.weights
    const weight = Number(range.value)
    store.update({ weights: weight ? { ...others, [term.key]: weight } : others }, store.state !== left)
    left = store.state
  }
  const show = ({ weights }) => {
    const weight = own(weights, term.key) ?? 0
    if (Number(range.value) !== weight) range.value = weight
    output.value = weight
  }
  return { element: make("div", { className: "weight" }, make("label", { htmlFor: id }, term.name), range, output), show }
}

const fold = (title, className, ...children) => make("details", { className }, make("summary", {}, title), ...children)

// The terms by group; what reviews name items for is one of its own. The group that most is said about comes open.
const weightControls = ({ terms, items }, store) => {
  const groups = new Map()
  for (const term of terms.values()) {
    const name = term.kind === "named" ? $words.find.named_for : (term.group ?? $words.common.criteria)
    groups.set(name, [...(groups.get(name) ?? []), term])
  }
  const said = ([, list]) => items.reduce((sum, { evidence }) => sum + list.filter(({ key }) => evidence.has(key)).length, 0)
  const most = [...groups].reduce((best, group) => (best && said(best) >= said(group) ? best : group), null)
  const sliders = []
  const elements = Array.from(groups, ([name, list]) => {
    const own = list.map((term) => slider(term, store))
    sliders.push(...own)
    const body = make("div", { role: "group", "aria-label": name }, ...own.map(({ element }) => element))
    return Object.assign(fold(name, "weights", body), { open: name === most[0] })
  })
  return { elements, show: (state) => sliders.forEach(({ show }) => show(state)) }
}

const rangeInputs = (filter, store) => {
  const { type } = filter
  const sizes = filter.values.map(({ size }) => size).filter((size) => size !== null)
  const inputs = ["from", "to"].map((part) => {
    const input = make("input", { type, name: `${filter.key}_${part}`, step: "any", autocomplete: "off" })
    input.onchange = () => {
      const { [filter.key]: _, ...others } = store.state.where
      const next = { from: "", to: "", ...own(store.state.where, filter.key), [part]: input.value }
      store.update({ where: next.from || next.to ? { ...others, [filter.key]: next } : others })
    }
    return [part, input]
  })
  const labels = inputs.map(([part, input]) =>
    make("label", { className: "field" }, `${part === "from" ? $words.find.from : $words.find.to} `, input, filter.unit ? ` ${filter.unit}` : ""),
  )
  const hint = make("p", { className: "own" }, $words.find.known_range({ from: sizes[0], to: sizes.at(-1) }))
  const show = ({ where }) => {
    for (const [part, input] of inputs) input.value = own(where, filter.key)?.[part] ?? ""
  }
  return { elements: [...labels, ...(sizes.length ? [hint] : [])], show }
}

const valueBoxes = (filter, model, store) => {
  const boxes = filter.values.map(({ key, name }) => {
    const toggle = ({ target }) => {
      const { [filter.key]: _, ...others } = store.state.where
      const values = (own(store.state.where, filter.key)?.values ?? []).filter((other) => other !== key)
      if (target.checked) values.push(key)
      store.update({ where: values.length ? { ...others, [filter.key]: { values } } : others })
    }
    const count = make("span", { className: "count" })
    const label = checkbox(`${filter.key}.${key}`, name, false, toggle)
    label.append(" ", count)
    return { key, label, box: label.querySelector("input"), count }
  })
  const show = ({ where }) => {
    const counts = countsOf(model, where, filter.key)
    for (const { key, box, count } of boxes) {
      box.checked = own(where, filter.key)?.values.includes(key) ?? false
      count.textContent = `(${counts.get(key) ?? 0})`
    }
  }
  return { elements: [make("div", { className: "choices" }, ...boxes.map(({ label }) => label))], show }
}

// A filter's controls are made when its fold is first opened.
const filterControl = (filter, model, store) => {
  const body = make("div", { role: "group", "aria-label": filter.name })
  const element = fold(filter.name, "filter", body)
  let show = null
  element.ontoggle = () => {
    if (!element.open) return
    if (!show) {
      const made = isRange(filter) ? rangeInputs(filter, store) : valueBoxes(filter, model, store)
      body.append(...made.elements)
      show = made.show
    }
    show(store.state)
  }
  return { element, show: (state) => element.open && show?.(state) }
}

// Fills the sheet of controls; gives what shows a state in them.
export const addControls = (sheet, model, store) => {
  const start = model.uses.size ? [startControl(model, store)] : []
  const weights = weightControls(model, store)
  const filters = Array.from(model.filters.values(), (filter) => filterControl(filter, model, store))
  if (weights.elements.length) {
    sheet.append(make("h3", {}, $words.find.matters), ...start.map(({ element }) => element), ...weights.elements)
  }
  if (filters.length) sheet.append(make("h3", {}, $words.find.must_have), ...filters.map(({ element }) => element))
  return (state) => [...start, weights, ...filters].forEach(({ show }) => show(state))
}
