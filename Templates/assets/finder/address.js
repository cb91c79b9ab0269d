import { own } from "../common/own.js"
import { mostWeight } from "./robustness.js"
import { isDate, isNumber } from "./size.js"

// What is weighed and filtered, in the page's address: `?weigh=security:3,apis:1&where=language:php,ruby&where=first-release:2010..`. A use case to begin
// with is `use=real-time`: its weights are told where they were changed, and `first=no` where those that reviews name for it do not stand first.

export const isRange = ({ type }) => type === "number" || type === "date"

const conditionText = ({ values, from, to }) => (values ? values.join(",") : `${from}..${to}`)

// The weights of a use case: 1 for each of its terms.
export const weightsOf = (use) => Object.fromEntries(use.terms.map((term) => [term, 1]))

// Whether weights are those of a use case.
const areOf = (use, weights) => use.terms.length === Object.keys(weights).length && use.terms.every((term) => own(weights, term) === 1)

export const write = ({ use, isNamedFirst, weights, where, order }) => {
  const parts = use ? [`use=${use.key}`] : []
  if (use && !isNamedFirst) parts.push("first=no")
  const weighed = Object.entries(weights).map((pair) => pair.join(":"))
  if (use ? !areOf(use, weights) : weighed.length) parts.push(`weigh=${weighed.join(",")}`)
  parts.push(...Object.entries(where).map(([key, condition]) => `where=${key}:${conditionText(condition)}`))
  if (order) parts.push(`order=${order}`)
  return parts.length ? `?${parts.join("&")}` : ""
}

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

// The state that a query tells, and what it names that is not here.
export const read = (query, model) => {
  const parameters = new URLSearchParams(query)
  const unknown = []
  const asked = parameters.get("use")
  if (asked && !model.uses.has(asked)) unknown.push(asked)
  const use = model.uses.get(asked) ?? null
  const first = parameters.get("first") ?? "yes"
  if (!["yes", "no"].includes(first)) unknown.push(`first=${first}`)
  const weighed = parameters.get("weigh")
  const weights = use && weighed === null ? weightsOf(use) : readWeights(weighed ?? "", model, unknown)
  const where = {}
  for (const text of parameters.getAll("where")) {
    const [, key, rest] = /^([^:]*):(.*)$/s.exec(text) ?? [null, text, ""]
    const filter = model.filters.get(key)
    const condition = filter && (isRange(filter) ? readRange(rest, filter) : readValues(rest, filter, unknown))
    if (condition) where[key] = condition
    else if (!filter || isRange(filter)) unknown.push(text)
  }
  const order = parameters.get("order") ?? ""
  const isOrdered = model.terms.has(`by_${order}`)
  if (order && !isOrdered) unknown.push(`order=${order}`)
  return { state: { use, isNamedFirst: use !== null && first !== "no", weights, where, order: isOrdered ? order : "" }, unknown: unknown.filter(Boolean) }
}
