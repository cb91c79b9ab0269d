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
    if (label) label.textContent = (chosen ?? system()) === "dark" ? $words.base.theme.light : $words.base.theme.dark
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

// What an address leads to is opened, with the folds around it. The search leads to the row of a criterion on the page of an item;
// what nobody says anything of has none, and is named among its like.
{
  const open = () => {
    const isRow = /^#(Fact|Opinion)_/.test(location.hash)
    const target = document.querySelector(isRow ? ":target, .kind-item:not(:has(:target)) #The_gaps" : ":target")
    const folds = []
    for (let place = target?.closest("details"); place; place = place.parentElement.closest("details")) folds.push(place)
    if (folds.every((fold) => fold.open)) return
    for (const fold of folds) fold.open = true
    target.scrollIntoView()
  }
  addEventListener("hashchange", open)
  // A browser may find the target only when the page is complete.
  addEventListener("load", open)
}

// Items that are picked to be compared, and a third beside a pair; both are fetched where there is anything to pick.
{
  const address = document.body.dataset.compare && new URL(document.body.dataset.compare, document.baseURI)
  const isPicked = () => {
    try {
      return sessionStorage.getItem("picks") !== null
    } catch {
      return false
    }
  }
  if (address && (document.querySelector("[data-pick], [data-finder]") || isPicked())) import("./side-by-side/tray.js").then(({ start }) => start(address))
  const third = document.querySelector("[data-third]")
  if (address && third) import("./side-by-side/third.js").then(({ start }) => start(third))
}

// A table that fits its place is no region of its own: its heads stand at the top of the page.
for (const table of document.querySelectorAll(".region > .matrix")) {
  const region = table.parentElement
  const measure = () => region.classList.toggle("is-whole", table.offsetWidth <= region.offsetWidth)
  const observer = new ResizeObserver(measure)
  for (const element of [table, region]) observer.observe(element)
  measure()
}

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

// The search is a form that leads to the A to Z. What makes it a search, and the index, are fetched when it is used.
(() => {
  const form = document.querySelector("[data-search]")
  if (!form) return
  const input = form.querySelector("input")
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "Search_results" }
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)
  let search
  let isReady = false
  const start = () =>
    (search ??= import("./search/box.js").then(
      (box) => {
        box.start(form)
        isReady = true
      },
      // Without a network the form stays what it is.
      () => (search = undefined),
    ))
  // Enter may come before the search does.
  form.addEventListener("submit", async (event) => {
    if (isReady) return
    event.preventDefault()
    await start()
    if (isReady) form.requestSubmit()
    else form.submit()
  })
  input.addEventListener("focus", start)
  if (document.activeElement === input) start()
  // On a narrow screen a button opens the form.
  form.addEventListener("toggle", ({ newState }) => newState === "open" && input.focus())

  // "/" goes to the search, unless that is switched off, as those who speak to their computer need it (WCAG 2.1.4).
  const box = document.querySelector("[data-search-key]")
  const key = "search-key"
  const stored = (change) => {
    try {
      return change(localStorage)
    } catch {
      return null
    }
  }
  let isOn = stored((storage) => storage.getItem(key)) !== "off"
  const show = () => {
    if (box) box.checked = isOn
    form.classList.toggle("has-key", isOn)
    if (isOn) input.setAttribute("aria-keyshortcuts", "/")
    else input.removeAttribute("aria-keyshortcuts")
  }
  show()
  box?.closest("label").classList.add("is-ready")
  box?.addEventListener("change", () => {
    isOn = box.checked
    stored((storage) => (isOn ? storage.removeItem(key) : storage.setItem(key, "off")))
    show()
  })
  addEventListener("keydown", (event) => {
    const isPlain = event.key === "/" && !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    const isTyping = event.target.closest?.("input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]")
    if (!isOn || !isPlain || isTyping || event.defaultPrevented) return
    event.preventDefault()
    if (!form.checkVisibility()) form.showPopover()
    input.focus()
    input.select()
  })
})()
