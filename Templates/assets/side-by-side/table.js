// Puts the columns of several items side by side, in the rows that a page of such a comparison has.
import { make } from "../common/elements.js"
import { compare } from "./outcome.js"

const cellOf = (row) => row.element.querySelector(".c").cloneNode(true)
const sideOf = (row) => row.element.querySelector(".say > div").cloneNode(true)
// What an item has in its cell, without the name of the item.
const contentOf = (element) => [...element.querySelector(".c").cloneNode(true).childNodes].slice(2)
// Where the page of an item has a row.
const wayTo = ({ href }, id) => `${href}#${id}`

// What stands for an item in a row that its column does not have.
const missingCell = ({ name }) => make("span", { className: "c z" }, make("i", {}, $words.pair.item({ item: name })), ` ${$words.said.not_named}`)

// One row of all items: what the first that has it says of the row itself, and a cell of each.
const join = (rows, parts) => {
  const row = rows.find(Boolean).element.cloneNode(true)
  row.querySelector(".c").remove()
  const head = row.querySelector("summary") ?? row
  rows.forEach((one, place) => head.append(" ", one ? cellOf(one) : missingCell(parts[place])))
  const say = row.querySelector(".say")
  if (say) {
    say.querySelector("div").remove()
    const end = say.querySelector(":scope > p")
    for (const one of rows) end.before(sideOf(one))
  }
  return row
}

// A source with how much it says of each item that it speaks of, a user with who says so of which item.
const joinLine = (rows) => {
  const [first, ...others] = rows.filter(Boolean)
  const line = first.element.cloneNode(true)
  for (const one of others) line.querySelector("small").append(cellOf(one), " ")
  return line
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
    const end = row.querySelector(".say > p")
    const direct = relations.filter((one) => one.dataset.on === id)
    for (const one of direct) end.before(make("p", { className: "dir" }, ...words(one)))
    if (direct.length) row.querySelector("b").append(" ", make("small", {}, $words.comparison.direct))
    const spans = row.querySelectorAll(".c")
    cells.forEach((cell, column) => spans[column].classList.toggle("w", found.best?.has(cell) ?? false))
    // Both rows of a criterion lead to the same page.
    return { ...found, id, row, place, cells, isFact: cells[0].isFact, criterion: row.querySelector(".say > p:last-child a").href }
  })
}

const nameOf = ({ row }) => row.querySelector("b").firstChild.textContent

// The first two of at most four statements, and a link to where all are; it follows four if there are more.
const cut = (list, part, id) => {
  const [first, second, third, , more] = list.children
  if (!third) return
  const text = () => $words.pair.all_said({ count: list.children.length, item: part.name })
  list.replaceChildren(first, second, more ?? make("li", {}, make("a", { href: wayTo(part, id) }, text())))
}

// Of what is alike a row tells the first of praise and criticism, of a fact the values; the page of each item has the rest.
const alike = (parts) => (found) => {
  const { id, row, isFact } = found
  if (!isFact) {
    row.querySelectorAll(".say > div").forEach((side, column) => {
      for (const list of side.querySelectorAll(".claims")) cut(list, parts[column], id)
    })
    return row
  }
  const flat = make("div", { className: "row", id }, make("b", {}, nameOf(found)))
  row.querySelectorAll(".c").forEach((cell, column) => {
    for (const count of cell.querySelectorAll(".d")) {
      const link = make("a", { className: count.className, href: wayTo(parts[column], id) }, count.textContent)
      link.classList.add("src")
      count.replaceWith(link)
    }
    flat.append(" ", cell)
  })
  return flat
}

// Facts do not lead to their criterion, and common knowledge does not open.
const whole = (parts) => (found) => {
  if (!found.isFact) return found.row
  if (!found.cells.some(({ isStated }) => isStated)) return alike(parts)(found)
  found.row.querySelector(".say > p:last-child").remove()
  return found.row
}

// What is known of one item alone, item by item.
const aloneOf = (rows, parts) =>
  parts.flatMap((part) => {
    const own = rows.flatMap((row) => row.cells.filter((cell) => cell.key === part.key && cell.isKnown).map(({ element }) => ({ ...row, element })))
    if (!own.length) return []
    const lines = own.map((row) => {
      const link = make("a", { href: wayTo(part, row.id) }, nameOf(row))
      return make("li", { id: row.id }, link, " ", ...contentOf(row.element))
    })
    return [make("h3", {}, $words.pair.alone({ item: part.name })), make("ul", { className: "bl" }, ...lines)]
  })

const describedOf = (rows, parts) =>
  rows.map((row) => {
    const named = row.cells.flatMap(({ isDescribed }, column) =>
      isDescribed ? [" ", make("a", { href: wayTo(parts[column], row.id) }, parts[column].name)] : [],
    )
    return make("li", { id: row.id }, `${nameOf(row)} `, make("span", {}, ...named))
  })

const othersOf = (kind, parts, joinRows) => {
  const places = new Map(parts.flatMap((part) => [...part[kind]].map(([id, { place }]) => [id, place])))
  const ids = [...places.keys()].sort((a, b) => places.get(a) - places.get(b))
  return ids.map((id) => joinRows(parts.map((part) => part[kind].get(id)), parts))
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

// Three of what is said of two at once, if it is more than four, and the others in a fold.
const fewOf = (lines) => {
  const few = lines.length > 4 ? 3 : lines.length
  const [first, others] = [lines.slice(0, few), lines.slice(few)].map((some) => make("ul", {}, ...some))
  return lines.length > few ? [first, make("details", { className: "more" }, make("summary", {}, $words.pair.more_said), others)] : [first]
}

const linksOf = (links) => links.flatMap((link, place) => (place ? [", ", link] : [link]))

const fill = (frame, kind, elements, parts, number = elements.length) => {
  const place = frame.querySelector(`[data-rows=${kind}]`)
  if (!elements.length) return place.remove()
  const count = place.querySelector("small")
  if (count) count.textContent = number
  const rows = place.querySelector(".rows")
  if (!rows) return (place.querySelector("ul, p > span") ?? place).append(...elements)
  rows.className = `rows n${parts.length}`
  rows.querySelector(".heads").append(...parts.flatMap(({ name }) => [" ", make("span", {}, name)]))
  rows.append(...elements)
}

// Fills a frame, which has the headings of all kinds of rows, and tells on how many criteria the items differ.
export const fillFrame = (frame, parts, folder) => {
  const criteria = criteriaOf(parts)
  const rows = (outcome, isFact) => criteria.filter((row) => row.outcome === outcome && (isFact === undefined || row.isFact === isFact))
  const told = new Set(criteria.filter(({ outcome }) => outcome !== "unknown").map(({ criterion }) => criterion))
  const unknown = new Map(criteria.filter(({ criterion }) => !told.has(criterion)).map((row) => [row.criterion, nameOf(row)]))
  const opinions = rows("different", false).sort((a, b) => b.gap - a.gap || b.voices - a.voices || a.place - b.place)
  const all = {
    opinions: opinions.map(({ row }) => row),
    facts: rows("different", true).map(whole(parts)),
    uses: othersOf("uses", parts, join),
    same: rows("same").map(alike(parts)),
    undecided: rows("undecided").map(whole(parts)),
    described: describedOf(rows("described"), parts),
    users: othersOf("users", parts, joinLine),
    sources: othersOf("sources", parts, joinLine),
    pairs: pairsOf(parts, folder).map((link) => {
      link.className = "chip"
      return make("li", {}, link)
    }),
  }
  for (const [kind, elements] of Object.entries(all)) fill(frame, kind, elements, parts)
  const relations = relationsOf(parts).map((one) => make("li", {}, ...words(one)))
  fill(frame, "relations", relations.length ? fewOf(relations) : [], parts)
  fill(frame, "unknown", linksOf([...unknown].map(([href, name]) => make("a", { href }, name))), parts, unknown.size)
  fill(frame, "one_sided", aloneOf(rows("one_sided"), parts), parts, rows("one_sided").length)
  return new Set(rows("different").map(({ criterion }) => criterion)).size
}
