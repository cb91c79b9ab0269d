import { make } from "../common/elements.js"
import { passing } from "./filter.js"
import { sorted } from "./sort.js"

// What a state makes of each table: which items and criteria it shows, and in which order.
export const viewOf = (model, state) => {
  const isSideBySide = state.compare.length > 1
  const pool = isSideBySide ? state.compare : passing(model, state)
  const baseline = !isSideBySide || pool.includes(state.baseline) ? state.baseline : ""
  const withBaseline = (items) => (baseline ? [baseline, ...items.filter((item) => item !== baseline)] : items)
  const isNumber = model.criteria.get(state.sort.replace(/^-/, ""))?.isNumber
  const inOrder = sorted(pool, isSideBySide ? "" : state.sort, model.items, model.cell, isNumber)
  const tables = model.tables.map((table) => {
    const chosen = [...table.criteria.keys()].filter((key) => !state.without.includes(key))
    const rank = table.itemsAreRows || !table.isSortable || isSideBySide ? "" : state.rank
    return {
      table,
      itemsAreRows: table.itemsAreRows && !isSideBySide,
      items: withBaseline(table.itemsAreRows ? inOrder : pool),
      criteria: sorted(chosen, rank, model.criteria, (key, item) => table.cell(item, key)),
    }
  })
  return { isSideBySide, baseline, tables, items: withBaseline(pool) }
}

const planOf = (items, criteria, itemsAreRows) => JSON.stringify([[...items], [...criteria], itemsAreRows])

// Puts the cells of a table where a view wants them: the very cells that were published, in other places.
export const arrange = ({ table, items, criteria, itemsAreRows }) => {
  const { element, corner } = table
  table.section.hidden = !criteria.length
  const plan = planOf(items, criteria, itemsAreRows)
  table.plan ??= planOf(table.items.keys(), table.criteria.keys(), table.itemsAreRows)
  if (plan === table.plan) return
  table.plan = plan
  const heads = (keys, all, scope) => keys.map((key) => [key, Object.assign(all.get(key), { scope })])
  const itemHeads = heads(items, table.items, itemsAreRows ? "row" : "col")
  const criterionHeads = heads(criteria, table.criteria, itemsAreRows ? "col" : "row")
  const [rows, columns] = itemsAreRows ? [itemHeads, criterionHeads] : [criterionHeads, itemHeads]
  // What is moved loses the focus.
  const focused = document.activeElement
  element.tHead.rows[0].replaceChildren(corner, ...columns.map(([, head]) => head))
  element.tBodies[0].replaceChildren(
    ...rows.map(([row, head]) => {
      const cells = columns.map(([column]) => (itemsAreRows ? table.cell(row, column) : table.cell(column, row)))
      return make("tr", {}, head, ...cells.map((cell) => cell.element))
    }),
  )
  element.dataset.items = itemsAreRows ? "rows" : "columns"
  table.cornerText ??= corner.firstChild.data
  corner.firstChild.data = itemsAreRows === table.itemsAreRows ? table.cornerText : $words.common.criterion
  if (focused !== document.activeElement) focused.focus({ preventScroll: true })
}
