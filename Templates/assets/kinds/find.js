// Filters, weights and an explained ranking, beside the lists that need no scripts.
import { make } from "../common/elements.js"
import { copyAddress, makeStore } from "../common/store.js"
import { announcer } from "../finder/announce.js"
import { read, write } from "../finder/address.js"
import { addControls } from "../finder/controls.js"
import { fetchModel } from "../finder/data.js"
import { preset, presets } from "../finder/presets.js"
import { findingsOf, viewMaker } from "../finder/view.js"

const isWide = matchMedia("(min-width: 62rem)")

// Beside the results there is room for the controls; above them they wait in folds.
const keepOpenWhereWide = (folds) => {
  const adapt = () => folds.forEach((fold) => (fold.open = isWide.matches))
  isWide.addEventListener("change", adapt)
  adapt()
}

const shareControls = (root, store) => {
  const [status, copy, reset] = ["[role=status]", "[data-copy]", "[data-reset]"].map((part) => root.querySelector(part))
  copy.onclick = async () => (status.textContent = await copyAddress())
  reset.onclick = () => {
    store.reset()
    root.querySelector("[data-use]:checked, summary").focus()
  }
  return (state) => (copy.hidden = reset.hidden = !write(state))
}

// What the results are in order of: what is weighed, or a number.
const orderControl = (root, { terms }, store) => {
  const select = root.querySelector("[data-order]")
  const measures = [...terms.values()].filter(({ kind }) => kind === "measure")
  select.append(make("option", { value: "" }, $words.find.by_weight), ...measures.map(({ filter, name }) => make("option", { value: filter }, name)))
  select.hidden = !measures.length
  select.onchange = () => store.update({ order: select.value })
  return ({ order }) => (select.value = order)
}

const start = async (root) => {
  const { finder, root: base, many } = root.dataset
  preset(root)
  const model = await fetchModel(finder)
  const folds = [...root.querySelectorAll("[data-part]")]
  const results = root.querySelector(".findings")
  // On a narrow screen a choice of a use makes way for what it finds.
  const makeWay = () => isWide.matches || folds.forEach((fold) => (fold.open = false))
  const store = makeStore({ read: (query) => read(query, model), write }, (unknown) => {
    const found = findingsOf(model, store.state)
    announce(store.state, found, unknown)
    view(store.state, found)
    for (const show of controls) show(store.state)
  })
  const announce = announcer(root, model, store, many)
  const view = viewMaker(results, model, { base, many })
  const controls = [orderControl(root, model, store), presets(root, model, store, makeWay), addControls(folds, model, store), shareControls(root, store)]
  keepOpenWhereWide(folds)
  store.load()
  root.classList.add("is-ready")
}

// A theme may have a page of lists alone.
const root = document.querySelector("[data-finder]")
if (root) {
  start(root).catch((error) => {
    root.classList.add("is-failed")
    root.querySelector("[role=status]").textContent = $words.find.not_loaded
    throw error
  })
}
