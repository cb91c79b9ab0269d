// Light or dark by choice, remembered. Nothing else on the site needs scripts.
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
    if (label) label.textContent = (chosen ?? system()) === "dark" ? "light" : "dark"
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
