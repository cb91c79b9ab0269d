import { keyOf } from "../side-by-side/address.js"
import { weightsOf } from "./address.js"

// What the address begins with is seen at once, before there is anything to find.
export const preset = (root) => {
  const asked = new URLSearchParams(location.search).get("use")
  const inputs = asked ? [...root.querySelectorAll("[data-use]")] : []
  const input = inputs.find(({ dataset }) => dataset.use && keyOf(dataset.use) === asked)
  if (input) input.checked = true
}

// Uses to begin with; each brings its weights. `onchoice` is told when one was chosen.
export const presets = (root, { uses }, store, onchoice) => {
  const box = root.querySelector(".presets")
  const choices = Array.from(root.querySelectorAll("[data-use]"), (input) => [input.dataset.use && keyOf(input.dataset.use), input])
  // Where there is little room, what was not chosen is put away; but not under the hands of those who go from one to the next by keys.
  let isPointed = false
  box?.addEventListener("pointerdown", () => (isPointed = true))
  box?.addEventListener("keydown", () => (isPointed = false))
  for (const [key, input] of choices) {
    input.onchange = () => {
      const use = uses.get(key) ?? null
      store.update(use ? { use, isNamedFirst: true, weights: weightsOf(use), order: "" } : { use, isNamedFirst: false })
      box.classList.toggle("is-open", !isPointed)
      onchoice()
    }
  }
  const more = root.querySelector("[data-more]")
  if (more) {
    more.onclick = () => {
      box.classList.add("is-open")
      box.querySelector("[data-use]:checked").focus()
    }
  }
  return ({ use }) => {
    for (const [key, input] of choices) input.checked = key === (use?.key ?? "")
  }
}
