import { make } from "../common/elements.js"
import { own } from "../common/own.js"
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

export const resultMaker = ({ terms, filters, wanted }, root) => {
  const itemLink = ({ name, path }) => make("a", { href: root + path }, name)

  const citations = (sources) => {
    const links = sources.flatMap(({ key, name, title }) => [
      " ", make("a", { href: `${root}sources/${key}/`, title }, name),
    ])
    return make("span", { className: "cites" }, ...links)
  }

  // A balance: its counts in words, drawn as a dot for each source.
  const balance = ({ supporters, critics, both }) => {
    const counts = [[supporters, "f", $words.balance.praise], [critics, "a", $words.balance.criticism], [both, "h", $words.balance.both]]
    const told = counts.filter(([sources]) => sources.length)
    const words = told.map(([sources, , word]) => word({ count: sources.length })).join(", ")
    const isDrawn = supporters.length + critics.length + both.length <= 8 && both.length < 2
    return isDrawn ? make("span", { className: ["b", ...told.map(([sources, side]) => side + sources.length)].join(" ") }, words) : words
  }

  const voices = ({ kind }, { supporters, critics, both }) => {
    if (kind !== "need") return supporters.length ? [", ", ...sentence($words.find.reason.stated_by, { sources: citations(supporters) })] : []
    const sides = [[supporters, $words.find.reason.praised_by], [critics, $words.find.reason.criticised_by], [both, $words.find.reason.both_by]]
    const told = sides.filter(([sources]) => sources.length)
    return told.flatMap(([sources, word], index) => [index ? "; " : " – ", ...sentence(word, { sources: citations(sources) })])
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
    const judged = term.kind === "need" ? [" ", balance(contribution)] : []
    const words = term.kind === "named" ? namedFor(link, contribution.supporters) : [link, ...judged, ...voices(term, contribution)]
    const remark = term.kind === "value" && item.answers.get(term.key).note
    if (remark) words.push(make("span", { className: "own" }, ` ${remark}`))
    if (weight > 1) words.push(make("span", { className: "own" }, ` ${signed(points)} × ${weight}`))
    return line((total > 0 ? "+" : "") + signed(total), ...words)
  }

  const silentKinds = [
    ["need", $words.find.silent.not_judged], ["value", $words.find.silent.not_known], ["named", $words.find.silent.not_named_for],
  ]

  // What is known of a value that is asked for, with what is remarked on it.
  const known = (item, key) => {
    const { value, note } = item.answers.get(key)
    return note ? $words.find.reason.noted({ value, note }) : value
  }

  // What adds nothing is told too: what nobody says, which is no "no", apart from what is known to be otherwise.
  const silent = (item, weights) => {
    const missing = missingOf(item, weights).map((key) => terms.get(key))
    const isKnown = ({ key }) => item.answers.has(key)
    const lines = missing
      .filter(isKnown)
      .map(({ key, name }) => line("0", $words.find.reason.known_otherwise({ term: name, value: known(item, key) })))
    for (const [kind, words] of silentKinds) {
      const names = missing.filter((term) => term.kind === kind && !isKnown(term)).map(({ name }) => name)
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

  const told = (...words) => make("li", { className: "told" }, make("span", {}, ...words))

  // Who names it for the use, where that decides first.
  const naming = (item, { use, isNamedFirst }) => {
    if (!isNamedFirst) return []
    const reviews = item.evidence.get(use.named)?.supporters ?? []
    if (!reviews.length) return []
    return [told(...sentence($words.find.reason.named_by, { use: make("a", { href: `${root}${use.path}#Item_${item.key}` }, use.name), sources: citations(reviews) }))]
  }

  // What is known of what the use needs, but for what is weighed besides.
  const answers = (item, { use, weights }) =>
    (use?.conditions ?? [])
      .filter((key) => item.answers.has(key) && !own(weights, key))
      .map((key) => {
        const { criterion, path } = wanted.get(key)
        const link = make("a", { href: `${root}${path}#Item_${item.key}` }, criterion)
        const { supporters } = item.answers.get(key)
        return told(link, ": ", known(item, key), ...(supporters.length ? [" ", citations(supporters)] : []))
      })

  const body = (item, score, state, scale, missing = []) => {
    const asked = facts(item, state.where, missing)
    const parts = asked.length ? [make("p", { className: "card-counts" }, ...asked)] : []
    const remarks = [...naming(item, state), ...answers(item, state)]
    if (score === null) return remarks.length ? [...parts, make("ul", { className: "reasons" }, ...remarks)] : parts
    const contributions = contributionsOf(item, state.weights)
    const reasons = contributions.map((one) => reason(item, one))
    const list = make("ul", { className: "reasons" }, ...remarks, ...reasons, ...silent(item, state.weights), sum(score, contributions))
    return [...parts, bar(contributions, scale), list]
  }

  const keyFacts = ({ keyFacts }) => (keyFacts.length ? [make("p", { className: "card-facts" }, keyFacts.join(" · "))] : [])

  // The box that picks an item to be compared.
  const pick = ({ name, path }) =>
    make(
      "label",
      { className: "pick" },
      make("input", { type: "checkbox", value: name, "data-pick": root + path }),
      ` ${$words.comparison.pick}`,
      make("span", { className: "hidden" }, ` ${name}`),
    )

  const scoreText = (score) => make("p", { className: "score" }, pointsOf(score))

  // The list of those that have a place.
  const ranked = (places, state, scale) =>
    places.map(({ item, score, rank, isTied }) => {
      const tied = isTied ? [" ", make("span", { className: "own" }, $words.common.tied)] : []
      const place = make("div", { className: "place" }, make("span", { className: "rank" }, String(rank)), ...tied)
      const head = make("h4", {}, itemLink(item))
      return make("li", { "data-item": item.key }, place, head, scoreText(score), ...keyFacts(item), pick(item), ...body(item, score, state, scale))
    })

  // A list of those that have none, with what is known all the same.
  const unranked = (entries, state, scale) =>
    entries.map(({ item, score, missing }) => {
      const points = score === null ? [] : [" ", scoreText(score)]
      return make("li", { "data-item": item.key }, itemLink(item), ...points, ...keyFacts(item), " ", pick(item), ...body(item, score, state, scale, missing))
    })

  const scale = (items, { weights }) => scaleOf(items.map((item) => contributionsOf(item, weights)))

  return { ranked, unranked, scale }
}
