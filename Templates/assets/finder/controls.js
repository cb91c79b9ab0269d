import { checkbox, make } from "../common/elements.js"
import { own } from "../common/own.js"
import { isRange } from "./address.js"
import { countsOf } from "./filter.js"
import { mostWeight } from "./robustness.js"
import { conditionWords } from "./words.js"

// The controls: a slider for each term, a fold for each filter.

// Whom reviews name for the use stands first, unless the reader wants the weights alone to count.
const firstControl = (store) => {
  const element = checkbox("first", $words.find.named_first, true, ({ target }) => store.update({ isNamedFirst: target.checked }))
  element.className = "check"
  const show = ({ use, isNamedFirst }) => {
    element.hidden = !use
    element.querySelector("input").checked = isNamedFirst
  }
  return { element, show }
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

const fold = (title, className, ...children) => {
  const count = make("span", { className: "count" })
  const element = make("details", { className: ["more", className].join(" ") }, make("summary", {}, title, " ", count), ...children)
  return { element, count }
}

// The terms by group; what reviews name items for is one of its own. Of these the groups that weigh anything come open, else the one that most is said about.
const weightControls = ({ terms, items }, store) => {
  const groups = new Map()
  for (const term of terms.values()) {
    const name = term.kind === "named" ? $words.find.named_for : (term.group ?? $words.common.criteria)
    groups.set(name, [...(groups.get(name) ?? []), term])
  }
  const said = ([, list]) => items.reduce((sum, { evidence }) => sum + list.filter(({ key }) => evidence.has(key)).length, 0)
  const most = [...groups].reduce((best, group) => (best && said(best) >= said(group) ? best : group), null)
  let began
  const parts = Array.from(groups, ([name, list]) => {
    const sliders = list.map((term) => slider(term, store))
    const { element, count } = fold(name, "weights", make("div", { role: "group", "aria-label": name }, ...sliders.map(({ element }) => element)))
    const show = (state, isBegun) => {
      const weighed = list.filter(({ key }) => own(state.weights, key)).length
      count.textContent = weighed || ""
      if (isBegun) element.open = weighed > 0 || (!Object.keys(state.weights).length && name === most[0])
      for (const slider of sliders) slider.show(state)
    }
    return { element, show }
  })
  const show = (state) => {
    const isBegun = began !== state.use
    began = state.use
    for (const part of parts) part.show(state, isBegun)
  }
  return { elements: parts.map(({ element }) => element), show }
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
  const { element, count } = fold(filter.name, "filter", body)
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
  const showAll = (state) => {
    const asked = own(state.where, filter.key)
    count.textContent = asked ? conditionWords(filter, asked) : ""
    if (element.open) show?.(state)
  }
  return { element, show: showAll }
}

// Fills the folds of controls; gives what shows a state in them.
export const addControls = (folds, model, store) => {
  const first = model.uses.size ? [firstControl(store)] : []
  const weights = weightControls(model, store)
  const filters = Array.from(model.filters.values(), (filter) => filterControl(filter, model, store))
  const parts = {
    weights: { elements: weights.elements.length ? [...first.map(({ element }) => element), ...weights.elements] : [], of: ({ weights }) => weights },
    filters: { elements: filters.map(({ element }) => element), of: ({ where }) => where },
  }
  for (const fold of folds) {
    const { elements } = parts[fold.dataset.part]
    fold.lastElementChild.append(...elements)
    fold.hidden = !elements.length
  }
  return (state) => {
    for (const { show } of [...first, weights, ...filters]) show(state)
    for (const fold of folds) {
      const { length } = Object.keys(parts[fold.dataset.part].of(state))
      fold.querySelector(".count").textContent = length || ""
    }
  }
}
