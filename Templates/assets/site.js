// Conveniences; nothing on the site needs scripts to be read.

// Light or dark by choice, remembered.
(() => {
  const root = document.documentElement
  const dark = matchMedia("(prefers-color-scheme: dark)")
  const system = () => (dark.matches ? "dark" : "light")
  const key = "theme"

  // Storage may be forbidden; then a choice lasts as long as the page.
  const remembered = () => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const remember = (theme) => {
    try {
      if (theme === system()) localStorage.removeItem(key)
      else localStorage.setItem(key, theme)
    } catch {}
  }

  let chosen = remembered()
  if (chosen !== "light" && chosen !== "dark") chosen = null
  const button = document.querySelector("[data-theme-switch]")
  const label = document.querySelector("[data-theme-name]")

  const show = () => {
    if (chosen) root.dataset.theme = chosen
    else delete root.dataset.theme
    if (label) label.textContent = (chosen ?? system()) === "dark" ? "Light" : "Dark"
  }

  show()
  dark.addEventListener("change", show)
  if (!button) return
  button.classList.add("is-ready")
  button.addEventListener("click", () => {
    const theme = (chosen ?? system()) === "dark" ? "light" : "dark"
    remember(theme)
    chosen = theme === system() ? null : theme
    show()
  })
})()

// The column of the cell that is pointed at or focused; style sheets alone can only mark its row.
for (const table of document.querySelectorAll(".matrix")) {
  let marked = []
  const mark = (event) => {
    const index = event?.target.closest("td, th")?.cellIndex ?? 0
    for (const cell of marked) cell.classList.remove("is-here")
    marked = index > 0 ? Array.from(table.rows, (row) => row.cells[index]).filter(Boolean) : []
    for (const cell of marked) cell.classList.add("is-here")
  }
  for (const kind of ["pointerover", "focusin"]) table.addEventListener(kind, mark)
  for (const kind of ["pointerleave", "focusout"]) table.addEventListener(kind, () => mark())
}
