// What was picked to be compared, at the foot of every page until the visit ends.
import { button, make } from "../common/elements.js"
import { keyOf, most, write } from "./address.js"

const store = "picks"

// Storage may be forbidden; then a choice lasts as long as the page.
let picks = []
const remembered = () => {
  try {
    const found = JSON.parse(sessionStorage.getItem(store) ?? "[]")
    return Array.isArray(found) ? found.filter((one) => Array.isArray(one) && one.length === 2).slice(0, most) : []
  } catch {
    return picks
  }
}
const remember = () => {
  try {
    if (picks.length) sessionStorage.setItem(store, JSON.stringify(picks))
    else sessionStorage.removeItem(store)
  } catch {}
}

// The boxes on the page, which scripts may add to.
const boxes = () => document.querySelectorAll("[data-pick]")

export const start = (address) => {
  const names = make("ul")
  const link = make("a", { className: "go" })
  const clear = button($words.comparison.clear, $words.comparison.clear, () => {
    picks = []
    update($words.comparison.cleared)
    document.querySelector("main").focus()
  })
  const status = make("p", { className: "hidden", role: "status", "aria-live": "polite" })
  const tray = make("aside", { className: "tray", "aria-label": $words.comparison.tray }, names, link, clear)
  document.querySelector("main").after(tray, status)

  const show = () => {
    const keys = picks.map(([key]) => key)
    for (const box of boxes()) box.checked = keys.includes(keyOf(box.dataset.pick))
    names.replaceChildren(...picks.map(([, name]) => make("li", {}, name)))
    link.textContent = picks.length > 1 ? $words.comparison.compare({ count: picks.length }) : $words.comparison.pick_more
    if (picks.length > 1) link.href = new URL(write({ keys }), address)
    else link.removeAttribute("href")
    tray.hidden = !picks.length
  }
  const update = (text) => {
    remember()
    show()
    status.textContent = text
  }

  document.addEventListener("change", ({ target: box }) => {
    if (!box.matches("[data-pick]")) return
    const [key, name] = [keyOf(box.dataset.pick), box.value]
    if (!box.checked) {
      picks = picks.filter(([one]) => one !== key)
      return update($words.comparison.dropped({ item: name }))
    }
    if (picks.length >= most) return update($words.comparison.full)
    picks = [...picks, [key, name]]
    update($words.comparison.picked({ item: name, count: picks.length }))
  })
  const found = document.querySelector("[data-finder]")
  if (found) new MutationObserver(show).observe(found, { childList: true, subtree: true })
  // Coming back to a page shows what was picked since.
  addEventListener("pageshow", () => {
    picks = remembered()
    show()
  })
  picks = remembered()
  show()
}
