import { mostWeight } from "./robustness.js"
import { isDate, isNumber } from "./size.js"

// What is weighed and filtered, in the page's address: `?weigh=security:3,apis:1&where=language:php,ruby&where=first-release:2010..`.

export const isRange = ({ type }) => type === "number" || type === "date"

const conditionText = ({ values, from, to }) => (values ? values.join(",") : `${from}..${to}`)

export const write = ({ weights, where }) => {
  const weighed = Object.entries(weights).map((pair) => pair.join(":"))
  const parts = Object.entries(where).map(([key, condition]) => `where=${key}:${conditionText(condition)}`)
  if (weighed.length) parts.unshift(`weigh=${weighed.join(",")}`)
  return parts.length ? `?${parts.join("&")}` : ""
}

// The weights of a use case: 1 for each of its terms.
export const weightsOf = (use) => Object.fromEntries(use.terms.map((term) => [term, 1]))

const readWeights = (text, { terms }, unknown) => {
  const weights = {}
  for (const part of text.split(",").filter(Boolean)) {
    const [, term, weight] = /^(.*):(\d{1,2})$/.exec(part) ?? []
    const isKnown = terms.has(term) && Number(weight) <= mostWeight
    if (!isKnown) unknown.push(part)
    else if (Number(weight)) weights[term] = Number(weight)
  }
  return weights
}

const readRange = (text, { type }) => {
  const isSize = type === "date" ? isDate : isNumber
  const [from, to, more] = text.split("..")
  const isRight = to !== undefined && more === undefined && [from, to].every((size) => !size || isSize(size))
  return isRight && (from || to) ? { from, to } : null
}

const readValues = (text, { values }, unknown) => {
  const known = new Set(values.map(({ key }) => key))
  const chosen = [...new Set(text.split(","))].filter(Boolean)
  unknown.push(...chosen.filter((key) => !known.has(key)))
  const found = chosen.filter((key) => known.has(key))
  return found.length ? { values: found } : null
}

// The state that a query tells, and what it names that is not here. `use` is a use case to begin with.
export const read = (query, model) => {
  const parameters = new URLSearchParams(query)
  const unknown = []
  const use = parameters.get("use")
  if (use && !model.uses.has(use)) unknown.push(use)
  const weights = model.uses.has(use) ? weightsOf(model.uses.get(use)) : {}
  Object.assign(weights, readWeights(parameters.get("weigh") ?? "", model, unknown))
  const where = {}
  for (const text of parameters.getAll("where")) {
    const [, key, rest] = /^([^:]*):(.*)$/s.exec(text) ?? [null, text, ""]
    const filter = model.filters.get(key)
    const condition = filter && (isRange(filter) ? readRange(rest, filter) : readValues(rest, filter, unknown))
    if (condition) where[key] = condition
    else if (!filter || isRange(filter)) unknown.push(text)
  }
  return { state: { weights, where }, unknown: unknown.filter(Boolean) }
}
