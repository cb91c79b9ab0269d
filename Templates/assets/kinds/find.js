// Filters, weights and an explained ranking, beside the lists that need no scripts.
import { copyAddress, makeStore } from "../common/store.js"
import { announcer } from "../finder/announce.js"
import { read, write } from "../finder/address.js"
import { addControls } from "../finder/controls.js"
import { fetchModel } from "../finder/data.js"
import { findingsOf, viewMaker } from "../finder/view.js"

// Beside the results there is room for the controls; above them they wait in a fold.
const keepOpenWhereWide = (fold) => {
  const isWide = matchMedia("(min-width: 64rem)")
  const adapt = () => (fold.open = isWide.matches)
  isWide.addEventListener("change", adapt)
  adapt()
}

const shareControls = (root, store) => {
  const [status, copy, reset] = ["[role=status]", "[data-copy]", "[data-reset]"].map((part) => root.querySelector(part))
  copy.onclick = async () => (status.textContent = await copyAddress())
  reset.onclick = () => {
    store.reset()
    root.querySelector("summary").focus()
  }
  return (state) => (copy.hidden = reset.hidden = !write(state))
}

const start = async (root) => {
  const { finder, root: base, many } = root.dataset
  const model = await fetchModel(finder)
  const [fold, sheet, results] = [".fold", ".knobs", ".findings"].map((part) => root.querySelector(part))
  const store = makeStore({ read: (query) => read(query, model), write }, (unknown) => {
    const found = findingsOf(model, store.state)
    announce(store.state, found, unknown)
    view(store.state, found)
    for (const show of controls) show(store.state)
  })
  const announce = announcer(root, model, store, many)
  const view = viewMaker(results, model, { base, many })
  const controls = [addControls(sheet, model, store), shareControls(root, store)]
  keepOpenWhereWide(fold)
  store.load()
  root.classList.add("is-ready")
}

// A theme may have a page of lists alone.
const root = document.querySelector("[data-finder]")
if (root) {
  start(root).catch((error) => {
    root.querySelector("[role=status]").textContent = $words.find.not_loaded
    throw error
  })
}
