// The finder's data: its lists point into one another by index, and are joined here.

const byKey = (list) => new Map(list.map((one) => [one.key, one]))

const itemOf = ({ key, name, path, facts, contested, evidence }, { filters, terms, sources }) => {
  const voices = (list) => list.map((index) => sources[index])
  return {
    key,
    name,
    path,
    // What it has for each filter; nothing where nothing is known.
    values: new Map(filters.map((filter, index) => [filter.key, facts[index].map((value) => filter.values[value])])),
    contested: new Set(contested.map((index) => filters[index].key)),
    // What is known on each term; a term on which nothing is known is absent.
    evidence: new Map(
      evidence.map((one) => [
        terms[one.term].key,
        { points: one.points, supporters: voices(one.for), critics: voices(one.against) },
      ]),
    ),
  }
}

export const modelOf = (data) => ({
  filters: byKey(data.filters),
  terms: byKey(data.terms),
  uses: byKey(data.uses.map((use) => ({ ...use, terms: use.terms.map((index) => data.terms[index].key) }))),
  items: data.items.map((item) => itemOf(item, data)),
})

// Browsers ask whether the file that they have is still the present one.
export const fetchModel = async (address) => {
  const response = await fetch(address, { cache: "no-cache" })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return modelOf(await response.json())
}
