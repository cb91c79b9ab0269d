// The column of an item, as the site publishes it for each: its rows, and what tells how they compare with those of others.
const listed = (text = "", mark = " ") => text.split(mark).filter(Boolean)

const directOf = (text) =>
  new Map(
    listed(text).map((one) => {
      const [key, ...lists] = one.split(":")
      return [key, lists.map((list) => listed(list, ","))]
    }),
  )

const rowsOf = (part, kind) =>
  [...(part.querySelector(`[data-rows=${kind}]`)?.children ?? [])].map((place) => [place.firstElementChild.id, place])

const read = (page, address) => {
  const part = document.importNode(page.querySelector("[data-item]"), true)
  // What it leads to is told from where it stands.
  for (const link of part.querySelectorAll('[href]:not([href^="#"])')) link.href = new URL(link.getAttribute("href"), address)
  const { item: key, partners } = part.dataset
  const link = part.querySelector("h1 a")
  const criteria = rowsOf(part, "criteria").map(([id, { firstElementChild: element, dataset }]) => [
    id,
    {
      key,
      element,
      isFact: "value" in dataset,
      value: dataset.value,
      isStated: "stated" in dataset,
      supporters: listed(dataset.supporters),
      critics: listed(dataset.critics),
      both: listed(dataset.both),
      direct: directOf(dataset.direct),
      isDescribed: "described" in dataset,
      // Whether it has a value, or sources judge it.
      isKnown: ["value", "supporters", "critics", "both"].some((name) => dataset[name]),
    },
  ])
  const others = ["uses", "users", "sources"].map((kind) => [
    kind,
    new Map(rowsOf(part, kind).map(([id, row]) => [id, { element: row.firstElementChild, place: Number(row.dataset.place) }])),
  ])
  return {
    key,
    name: link.textContent,
    href: link.href,
    partners: new Set(listed(partners)),
    criteria: new Map(criteria),
    relations: [...part.querySelectorAll("[data-to]")],
    ...Object.fromEntries(others),
  }
}

const load = async (folder, key) => {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)) return null
  const response = await fetch(new URL(`${key}.html`, folder), { cache: "no-cache" })
  if (response.status === 404) return null
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`)
  return read(new DOMParser().parseFromString(await response.text(), "text/html"), response.url)
}

// Fetches columns, each once; nothing comes of a name that no item has.
export const makeShelf = (folder) => {
  const parts = new Map()
  return (key) => {
    if (!parts.has(key)) {
      parts.set(
        key,
        load(folder, key).catch((error) => {
          parts.delete(key)
          throw error
        }),
      )
    }
    return parts.get(key)
  }
}
