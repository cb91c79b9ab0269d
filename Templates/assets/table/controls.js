import { make } from "../common/elements.js"

// A disclosure, filled when it is opened. Escape and a click or a focus elsewhere close it.
export const panel = (root, name, fill, ...fixed) => {
  const details = root.querySelector(`[data-panel="${name}"]`)
  const { firstElementChild: summary, lastElementChild: sheet } = details
  const box = make("div")
  sheet.append(...fixed, box)
  const refresh = () => renew(box, make("div", {}, ...fill()))
  summary.addEventListener("click", refresh)
  details.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return
    details.open = false
    summary.focus()
  })
  for (const kind of ["pointerdown", "focusin"]) {
    document.addEventListener(kind, ({ target }) => (details.open &&= details.contains(target)))
  }
  return () => details.open && refresh()
}

// Controls that are the same as before stay where they are, so that the one with the focus keeps it.
const renew = (box, other) => {
  const [old, fresh] = [box, other].map((parent) => [...parent.querySelectorAll("[name]")])
  if (String(old.map(({ name }) => name)) !== String(fresh.map(({ name }) => name))) {
    const { name } = document.activeElement
    const hadFocus = box.contains(document.activeElement)
    box.replaceChildren(...other.childNodes)
    if (hadFocus) fresh.find((control) => control.name === name)?.focus()
    return
  }
  old.forEach((control, index) => {
    const { checked, disabled, value, children, nextSibling } = fresh[index]
    if (control.localName === "select") control.replaceChildren(...children)
    if (control.type === "checkbox") control.nextSibling.data = nextSibling.data
    Object.assign(control, { checked, disabled, value })
  })
}
