// The finder's data: its lists point into one another by index, and are joined here.

import { addMeasures } from "./measures.js"

const byKey = (list) => new Map(list.map((one) => [one.key, one]))

const itemOf = ({ key, name, path, key_facts: keyFacts, facts, contested, evidence, answers }, { filters, terms, wanted, sources }) => {
  const voices = (list) => list.map((index) => sources[index])
  return {
    key,
    name,
    path,
    keyFacts,
    // What it has for each filter; nothing where nothing is known.
    values: new Map(filters.map((filter, index) => [filter.key, facts[index].map((value) => filter.values[value])])),
    contested: new Set(contested.map((index) => filters[index].key)),
    // What is known on each term; a term on which nothing is known is absent.
    evidence: new Map(
      evidence.map((one) => [
        terms[one.term].key,
        { points: one.points, supporters: voices(one.for), critics: voices(one.against), both: voices(one.both) },
      ]),
    ),
    // What is known of the values that uses ask for; a value on which nothing is known is absent.
    answers: new Map(answers.map(({ wanted: index, for: stating, ...one }) => [wanted[index].key, { ...one, supporters: voices(stating) }])),
  }
}

const useOf = (use, { terms, wanted }) => ({
  ...use,
  named: use.named === null ? null : terms[use.named].key,
  terms: use.terms.map((index) => terms[index].key),
  conditions: use.conditions.map((index) => wanted[index].key),
})

export const modelOf = (data) => {
  const model = {
    filters: byKey(data.filters),
    terms: byKey(data.terms),
    wanted: byKey(data.wanted),
    uses: byKey(data.uses.map((use) => useOf(use, data))),
    items: data.items.map((item) => itemOf(item, data)),
  }
  addMeasures(model)
  return model
}

// Browsers ask whether the file that they have is still the present one.
export const fetchModel = async (address) => {
  const response = await fetch(address, { cache: "no-cache" })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return modelOf(await response.json())
}
