// What the tables of a matrix can do with scripts. Without them they can be read and compared all the same.
import { makeStore } from "../common/store.js"
import { addressOf, shareControls } from "../table/address.js"
import { announcer } from "../table/announce.js"
import { columnControls } from "../table/columns.js"
import { compareControls } from "../table/compare.js"
import { panel } from "../table/controls.js"
import { keepMeasured, markBaseline, markSame } from "../table/differences.js"
import { nameControl, valueControls } from "../table/filter.js"
import { readTables } from "../table/read.js"
import { addSortButtons, showSorting } from "../table/sort.js"
import { arrange, viewOf } from "../table/view.js"

// The choices that work without scripts too get into the address.
const switches = (root, { tables }, store) => {
  const differences = root.querySelector("[data-differences]")
  const groups = [...root.querySelectorAll("[data-show]")]
  differences?.addEventListener("change", () => store.update({ differences: differences.checked }))
  for (const choice of groups) choice.onchange = () => store.update({ group: choice.dataset.show })
  // What the address leads to may stand in a group that is put away.
  const reveal = () => {
    const target = document.querySelector(":target")
    const table = tables.find(({ section }) => section.contains(target))
    if (!table || ["", table.key].includes(store.state.group)) return
    store.update({ group: table.key }, false)
    target.scrollIntoView()
  }
  const show = (state) => {
    if (differences) differences.checked = state.differences
    for (const choice of groups) choice.checked = choice.dataset.show === state.group
  }
  return { reveal, show }
}

const start = (root) => {
  const model = readTables(root)
  const { many, pairs } = root.dataset
  const store = makeStore(addressOf(model), (unknown) => {
    const view = viewOf(model, store.state)
    root.classList.toggle("is-side-by-side", view.isSideBySide)
    view.tables.forEach(arrange)
    markSame(view)
    markBaseline(model, view)
    showSorting(model, store.state, view)
    announce(store.state, view, unknown)
    for (const show of controls) show(store.state)
  })
  const name = nameControl(store)
  const { reveal, show: showSwitches } = switches(root, model, store)
  const controls = [
    showSwitches,
    name.show,
    panel(root, "compare", () => compareControls(model, store)),
    panel(root, "filter", valueControls(model, store), name.element),
    panel(root, "choose", () => columnControls(model, store, many)),
    shareControls(root, model, store),
  ]
  const isPaged = document.querySelector(".pages") !== null
  const announce = announcer(root, model, store, { many, pairs, isPaged })
  addSortButtons(model, store)
  // What a shared link asks for is arranged outside of the page, which then gets it at once and not part by part.
  const place = new Comment()
  if (location.search) root.replaceWith(place)
  store.load()
  place.replaceWith(root)
  keepMeasured(model)
  // A link to a place on this page must not lead back to the page as published.
  for (const link of document.querySelectorAll("main a")) {
    if (link.hash && link.pathname === location.pathname && link.host === location.host) {
      link.setAttribute("href", link.hash)
    }
  }
  root.classList.add("is-ready")
  reveal()
  for (const kind of ["load", "hashchange"]) addEventListener(kind, reveal)
}

// A theme may have tables without controls.
const root = document.querySelector(".tables:has(.controls)")
if (root) start(root)
