import { make } from "../common/elements.js"
import { contributionsOf, missingOf } from "./score.js"
import { pointsOf, sentence, signed } from "./words.js"

// The items in their order, each with all that its score is made of.

const svg = (name, attributes, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

// A bar for each score, cut by contribution: what adds stands right of the axis, what takes away left of it.
const bar = (contributions, { axis, width }) => {
  let [left, right] = [axis, axis]
  const parts = contributions.map(({ total }) => {
    if (total < 0) left += total
    const x = total < 0 ? left : right
    if (total > 0) right += total
    return svg("rect", { class: total < 0 ? "against" : "for", x, width: Math.abs(total), height: 1 })
  })
  const line = svg("path", { class: "axis", d: `M${axis} 0V1` })
  const box = { class: "bar", viewBox: `0 0 ${width} 1`, preserveAspectRatio: "none", "aria-hidden": "true" }
  return svg("svg", box, ...parts, line)
}

const scaleOf = (lists) => {
  const sum = (list, sign) => list.reduce((total, one) => total + Math.max(0, sign * one.total), 0)
  const [axis, most] = [-1, 1].map((sign) => Math.max(0, ...lists.map((list) => sum(list, sign))))
  return { axis, width: Math.max(1, axis + most) }
}

export const resultMaker = ({ terms, filters }, root) => {
  const itemLink = ({ name, path }) => make("a", { href: root + path }, name)

  const citations = (sources) => {
    const links = sources.flatMap(({ key, name, title }) => [
      " ", make("a", { href: `${root}sources/${key}/`, title }, name),
    ])
    return make("span", { className: "cites" }, ...links)
  }

  const voices = ({ kind }, { supporters, critics }) => {
    if (kind !== "need") return supporters.length ? [", ", ...sentence($words.find.reason.stated_by, { sources: citations(supporters) })] : []
    const parts = []
    if (supporters.length) parts.push(": ", ...sentence($words.find.reason.praised_by, { sources: citations(supporters) }))
    const before = supporters.length ? "; " : ": "
    if (critics.length) parts.push(before, ...sentence($words.find.reason.criticised_by, { sources: citations(critics) }))
    return parts
  }

  // For a use an item is named, by somebody or not.
  const namedFor = (use, supporters) =>
    supporters.length
      ? sentence($words.find.reason.named_by, { use, sources: citations(supporters) })
      : sentence($words.find.reason.named, { use })

  const line = (points, ...words) =>
    make("li", {}, make("span", { className: "points" }, points), " ", make("span", {}, ...words))

  const reason = (item, contribution) => {
    const { points, weight, total } = contribution
    const term = terms.get(contribution.term)
    const link = make("a", { href: `${root}${term.path}#Item_${item.key}` }, term.name)
    const words = term.kind === "named" ? namedFor(link, contribution.supporters) : [link, ...voices(term, contribution)]
    if (weight > 1) words.push(make("span", { className: "own" }, ` ${signed(points)} × ${weight}`))
    return line((total > 0 ? "+" : "") + signed(total), ...words)
  }

  const silentKinds = [
    ["need", $words.find.silent.not_judged], ["value", $words.find.silent.not_known], ["named", $words.find.silent.not_named_for],
  ]

  // What adds nothing is told too: what nobody says, which is no "no", apart from what is known to be otherwise.
  const silent = (item, weights) => {
    const missing = missingOf(item, weights).map((key) => terms.get(key))
    const known = ({ key, kind }) => (kind === "value" ? (item.values.get(key.split(".")[0]) ?? []) : [])
    const lines = missing
      .filter((term) => known(term).length)
      .map((term) => line("0", $words.find.reason.known_otherwise({ term: term.name, values: known(term).map(({ name }) => name).join(", ") })))
    for (const [kind, words] of silentKinds) {
      const names = missing.filter((term) => term.kind === kind && !known(term).length).map(({ name }) => name)
      if (names.length) lines.push(line("–", make("span", { className: "s s-unknown" }, words), ` ${names.join(", ")}`))
    }
    return lines
  }

  const sum = (score, contributions) => {
    const terms = contributions.map(({ total }, index) => {
      if (index === 0) return signed(total)
      return total < 0 ? ` − ${-total}` : ` + ${total}`
    })
    const words = terms.length > 1 ? [" ", make("span", { className: "own" }, ...terms)] : []
    return make("li", { className: "sum" }, make("span", { className: "points" }, `= ${signed(score)}`), ...words)
  }

  // What it has of what was asked for.
  const facts = (item, where, missing) =>
    Object.keys(where).map((key) => {
      const { name } = filters.get(key)
      const values = item.values.get(key).map((value) => value.name)
      const isMissing = missing.includes(key)
      const told = isMissing ? make("span", { className: "s s-unknown" }, $words.states.unknown) : values.join(", ")
      const dispute = item.contested.has(key) ? [" ", make("span", { className: "s s-contested" }, $words.states.contested)] : []
      return make("span", { className: "fact" }, `${name}: `, told, ...dispute)
    })

  const body = (item, score, { weights, where }, scale, missing = []) => {
    const asked = facts(item, where, missing)
    const parts = asked.length ? [make("p", { className: "card-counts" }, ...asked)] : []
    if (score === null) return parts
    const contributions = contributionsOf(item, weights)
    const reasons = contributions.map((one) => reason(item, one))
    const list = make("ul", { className: "reasons" }, ...reasons, ...silent(item, weights), sum(score, contributions))
    return [...parts, bar(contributions, scale), list]
  }

  const scoreText = (score) => make("p", { className: "score" }, pointsOf(score))

  // The list of those that have a place.
  const ranked = (places, state, scale) =>
    places.map(({ item, score, rank, isTied }) => {
      const tied = isTied ? [" ", make("span", { className: "own" }, $words.common.tied)] : []
      const place = make("div", { className: "place" }, make("span", { className: "rank" }, String(rank)), ...tied)
      const head = make("h4", {}, itemLink(item))
      return make("li", { "data-item": item.key }, place, head, scoreText(score), ...body(item, score, state, scale))
    })

  // A list of those that have none, with what is known all the same.
  const unranked = (entries, state, scale) =>
    entries.map(({ item, score, missing }) => {
      const points = score === null ? [] : [" ", scoreText(score)]
      return make("li", { "data-item": item.key }, itemLink(item), ...points, ...body(item, score, state, scale, missing))
    })

  const scale = (items, { weights }) => scaleOf(items.map((item) => contributionsOf(item, weights)))

  return { ranked, unranked, scale }
}
