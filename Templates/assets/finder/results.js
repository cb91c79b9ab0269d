import { make } from "../common/elements.js"
import { own } from "../common/own.js"
import { contributionsOf, missingOf } from "./score.js"
import { pointsOf, sentence, signed } from "./words.js"

// The items in their order, each with all that its score is made of.

// A line shows no more than this of what is weighed; the rest is in the fold.
const mostShown = 5

export const resultMaker = ({ terms, filters, wanted }, root) => {
  const hidden = (words) => make("span", { className: "hidden" }, words)
  const itemLink = ({ name, path }) => make("a", { href: root + path }, name)

  const citations = (sources) => {
    const links = sources.flatMap(({ key, name }) => [
      " ", make("a", { className: "src", href: `${root}sources/${key}/` }, name),
    ])
    return make("span", { className: "cites" }, ...links)
  }

  // A balance: its counts in words, drawn as a dot for each source. In a line the words are for those who listen.
  const balance = ({ supporters, critics, both }, isBrief = false) => {
    const counts = [[supporters, "f", $words.balance.praise], [critics, "a", $words.balance.criticism], [both, "h", $words.balance.both]]
    const told = counts.filter(([sources]) => sources.length)
    const words = told.map(([sources, , word]) => word({ count: sources.length })).join(", ")
    const isDrawn = supporters.length + critics.length + both.length <= 8 && both.length < 2
    if (!isDrawn) return words
    return make("span", { className: ["b", ...told.map(([sources, side]) => side + sources.length)].join(" ") }, isBrief ? hidden(words) : words)
  }

  // Plain dots: who states something, or names an item.
  const dots = ({ length }, words) =>
    length > 8 ? words : make("span", { className: `d d${length}` }, hidden(words))

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

  const measured = (item, { name, filter }, { points, weight, value, behind, others }) => {
    const words = [make("a", { href: `${root}${item.path}#Fact_${filter}` }, name), ` ${$words.find.reason.ahead({ value, behind, others })}`]
    if (weight > 1) words.push(make("span", { className: "own" }, ` ${signed(points)} × ${weight}`))
    return words
  }

  const reason = (item, contribution) => {
    const { points, weight, total } = contribution
    const term = terms.get(contribution.term)
    if (term.kind === "measure") return line((total > 0 ? "+" : "") + signed(total), ...measured(item, term, contribution))
    const link = make("a", { href: `${root}${term.path}#Item_${item.key}` }, term.name)
    const judged = term.kind === "need" ? [" ", balance(contribution)] : []
    const words = term.kind === "named" ? namedFor(link, contribution.supporters) : [link, ...judged, ...voices(term, contribution)]
    const remark = term.kind === "value" && item.answers.get(term.key).note
    if (remark) words.push(make("span", { className: "own" }, ` ${remark}`))
    if (weight > 1) words.push(make("span", { className: "own" }, ` ${signed(points)} × ${weight}`))
    return line((total > 0 ? "+" : "") + signed(total), ...words)
  }

  const silentKinds = [
    ["need", $words.find.silent.not_judged], ["measure", $words.find.silent.not_known], ["value", $words.find.silent.not_known], ["named", $words.find.silent.not_named_for],
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

  // The row of an item's page that tells who states a value that is asked for.
  const factRow = ({ path }, key) => `${root}${path}#Fact_${key.split(".")[0]}`

  // What is known of what the use needs, but for what is weighed besides.
  const answers = (item, { use, weights }) =>
    (use?.conditions ?? [])
      .filter((key) => item.answers.has(key) && !own(weights, key))
      .map((key) => {
        const { supporters } = item.answers.get(key)
        const words = `${wanted.get(key).criterion}: ${known(item, key)}`
        const { length: count } = supporters
        const href = factRow(item, key)
        return told(words, ...(count ? [" ", make("a", { className: "judged", href }, dots(supporters, $words.count.sources({ count })))] : []))
      })

  // A term and what is known on it: it leads to the row of the item's page that tells who says so.
  const column = (name, href, ...shown) =>
    make("div", {}, make("dt", {}, name), make("dd", {}, ...(href ? [make("a", { className: "judged", href }, ...shown)] : shown)))

  const nothing = () => make("span", { className: "b no" }, hidden($words.balance.none))
  const naming = (item, key, use, name) => {
    const supporters = item.evidence.get(key)?.supporters ?? []
    const words = $words.use_case.card_named({ count: supporters.length })
    return supporters.length
      ? column(name, `${root}${item.path}#Use_${use}`, dots(supporters, words))
      : column(name, null, make("span", { className: "soft" }, $words.use_case.card_unnamed))
  }

  const termColumn = (item, key) => {
    const { kind, name } = terms.get(key)
    const evidence = item.evidence.get(key)
    if (kind === "named") return naming(item, key, key.replace("for_", ""), $words.find.for_use({ use: name }))
    if (kind === "need") return evidence ? column(name, `${root}${item.path}#Opinion_${key}`, balance(evidence, true)) : column(name, null, nothing())
    if (kind === "measure" && evidence) return column(name, `${root}${item.path}#Fact_${terms.get(key).filter}`, evidence.value)
    if (!item.answers.has(key)) return column(name, null, make("span", { className: "soft" }, $words.states.unknown))
    const { value, supporters, state } = item.answers.get(key)
    const mark = { met: "yes", partial: "partial" }[state] ?? "no"
    const words = make("span", { className: `s s-${mark}` }, value)
    const href = supporters.length ? factRow(item, key) : null
    return column(name, href, words, ...(supporters.length ? [" ", dots(supporters, $words.count.sources({ count: supporters.length }))] : []))
  }

  const why = (item, { use, isNamedFirst, weights, order }) => {
    const keys = [...new Set([...(order ? [`by_${order}`] : []), ...Object.keys(weights)])]
    const first = isNamedFirst && use.named ? [naming(item, use.named, use.key, $words.use_case.named_for_it)] : []
    const columns = [...first, ...keys.slice(0, mostShown - first.length).map((key) => termColumn(item, key))]
    return columns.length ? [make("dl", { className: "why" }, ...columns)] : []
  }

  // How the points come about, in a fold.
  const sums = (item, score, { weights }) => {
    const contributions = contributionsOf(item, weights)
    const reasons = contributions.map((one) => reason(item, one))
    const list = make("ul", { className: "reasons" }, ...reasons, ...silent(item, weights), sum(score, contributions))
    const points = make("span", { className: "score" }, pointsOf(score))
    return make("details", { className: "more" }, make("summary", {}, points, ` ${$words.find.added} `, hidden(item.name)), list)
  }

  const body = (item, score, state, missing = []) => {
    const asked = facts(item, state.where, missing)
    const remarks = answers(item, state)
    const parts = asked.length ? [make("p", { className: "card-counts" }, ...asked)] : []
    if (remarks.length) parts.push(make("ul", { className: "answers" }, ...remarks))
    if (score === null) return parts
    return [...why(item, state), ...parts, sums(item, score, state)]
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

  const who = (item, heading) => make("div", { className: "who" }, make(heading, {}, itemLink(item)), ...keyFacts(item))

  // The list of those that have a place.
  const ranked = (places, state, heading) =>
    places.map(({ item, score, rank, isTied }) => {
      const tied = isTied ? [" ", make("span", { className: "own" }, $words.common.tied)] : []
      const place = make("div", { className: "place" }, make("span", { className: "rank" }, String(rank)), ...tied)
      return make("li", { "data-item": item.key }, place, who(item, heading), pick(item), ...body(item, score, state))
    })

  // A list of those that have none, with what is known all the same.
  const unranked = (entries, state, heading) =>
    entries.map(({ item, score, missing }) => make("li", { "data-item": item.key }, who(item, heading), pick(item), ...body(item, score, state, missing)))

  return { ranked, unranked }
}
