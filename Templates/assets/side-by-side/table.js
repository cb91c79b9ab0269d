// Puts the columns of several items side by side, in the rows that a page of such a comparison has.
import { make } from "../common/elements.js"
import { compare } from "./outcome.js"

const cellOf = (row) => row.element.querySelector(".c").cloneNode(true)
const sideOf = (row) => row.element.querySelector(".side").cloneNode(true)

// What stands for an item in a row that its column does not have.
const missingCell = ({ name }, words) =>
  make("span", { className: "c" }, make("i", {}, $words.pair.item({ item: name })), " ", words.cloneNode(true))
const missingSide = ({ name }, words) => make("div", { className: "side" }, make("h3", {}, name), make("p", {}, words.cloneNode(true)))

// One row of all items: what the first that has it says of the row itself, and a cell of each.
const join = (rows, parts, missing) => {
  const row = rows.find(Boolean).element.cloneNode(true)
  row.querySelector(".c").remove()
  const head = row.querySelector("summary") ?? row
  rows.forEach((one, place) => head.append(" ", one ? cellOf(one) : missingCell(parts[place], missing)))
  const say = row.querySelector(".say")
  if (say) {
    say.querySelector(".side").remove()
    const end = say.querySelector(":scope > p")
    rows.forEach((one, place) => end.before(one ? sideOf(one) : missingSide(parts[place], missing)))
  }
  return row
}

// What sources say of two of the items at once.
const relationsOf = (parts) => {
  const keys = new Set(parts.map(({ key }) => key))
  return parts.flatMap(({ relations }) => relations.filter(({ dataset }) => keys.has(dataset.to)))
}

const words = (relation) => [...relation.cloneNode(true).childNodes]

const criteriaOf = (parts) => {
  const relations = relationsOf(parts)
  return [...parts[0].criteria.keys()].map((id, place) => {
    const cells = parts.map(({ criteria }) => criteria.get(id))
    const found = compare(cells)
    const row = join(cells, parts)
    const end = row.querySelector(".all")
    for (const one of relations) if (one.dataset.on === id) end.before(make("p", { className: "dir" }, ...words(one)))
    const spans = row.querySelectorAll(".c")
    cells.forEach((cell, column) => spans[column].classList.toggle("w", found.best?.has(cell) ?? false))
    // Both rows of a criterion lead to the same page.
    return { ...found, row, place, isFact: cells[0].isFact, criterion: end.querySelector("a").href }
  })
}

const othersOf = (kind, parts, missing) => {
  const places = new Map(parts.flatMap((part) => [...part[kind]].map(([id, { place }]) => [id, place])))
  const ids = [...places.keys()].sort((a, b) => places.get(a) - places.get(b))
  return ids.map((id) => join(parts.map((part) => part[kind].get(id)), parts, missing))
}

// The pages of the pairs among the items.
export const pairsOf = (parts, folder) =>
  parts.flatMap((one, place) =>
    parts.slice(place + 1).flatMap((other) => {
      if (!one.partners.has(other.key)) return []
      const [left, right] = [one, other].sort((a, b) => (a.key < b.key ? -1 : 1))
      const href = new URL(`${left.key}-vs-${right.key}/`, folder).href
      return [make("a", { href }, $words.pair.title({ left: left.name, right: right.name }))]
    }),
  )

const linksOf = (links) => links.flatMap((link, place) => (place ? [", ", link] : [link]))

const fill = (frame, kind, elements, parts) => {
  const place = frame.querySelector(`[data-rows=${kind}]`)
  if (!elements.length) return place.remove()
  const count = place.querySelector(".count")
  if (count) count.textContent = elements.length
  const rows = place.querySelector(".rows")
  if (!rows) return place.querySelector("ul, span:not(.count)").append(...elements)
  rows.className = `rows n${parts.length}`
  rows.querySelector(".heads").append(...parts.flatMap(({ name }) => [" ", make("span", {}, name)]))
  rows.append(...elements)
}

// Fills a frame, which has the headings of all kinds of rows, and tells on how many criteria the items differ.
export const fillFrame = (frame, parts, missing, folder) => {
  const criteria = criteriaOf(parts)
  const rows = (outcome, isFact) => criteria.filter((row) => row.outcome === outcome && (isFact === undefined || row.isFact === isFact))
  const told = new Set(criteria.filter(({ outcome }) => outcome !== "unknown").map(({ criterion }) => criterion))
  const unknown = new Map(criteria.filter(({ criterion }) => !told.has(criterion)).map(({ criterion, row }) => [criterion, row]))
  const opinions = rows("different", false).sort((a, b) => b.gap - a.gap || b.voices - a.voices || a.place - b.place)
  const all = {
    opinions: opinions.map(({ row }) => row),
    relations: relationsOf(parts).map((one) => make("li", {}, ...words(one))),
    facts: rows("different", true).map(({ row }) => row),
    uses: othersOf("uses", parts, missing.uses),
    same: rows("same").map(({ row }) => row),
    undecided: rows("undecided").map(({ row }) => row),
    one_sided: rows("one_sided").map(({ row }) => row),
    described: rows("described").map(({ row }) => row),
    users: othersOf("users", parts, missing.uses),
    unknown: linksOf([...unknown].map(([href, row]) => make("a", { href }, row.querySelector("b").textContent))),
    sources: othersOf("sources", parts, missing.sources),
    pairs: pairsOf(parts, folder).map((link) => make("li", {}, link)),
  }
  for (const [kind, elements] of Object.entries(all)) fill(frame, kind, elements, parts)
  const rest = frame.querySelector("[data-rows=rest]")
  if (!rest.querySelector("[data-rows]")) rest.remove()
  return new Set(rows("different").map(({ criterion }) => criterion)).size
}
