// The form of two or three names leads to the page that compares them; without scripts it leads to the list of pairs.
import { make } from "../common/elements.js"
import { joined } from "../common/join.js"
import { spell } from "../search/fold.js"
import { load } from "../search/load.js"
import { find } from "../search/match.js"

// How many names are suggested at once.
const most = 12

const start = (form) => {
  const fields = [...form.elements].filter(({ name }) => name)
  const [status, names] = ["[role=status]", "datalist"].map((part) => form.querySelector(part))
  let index
  const loaded = () => (index ??= load(document.querySelector("[data-search]").dataset.search).catch((error) => ((index = undefined), Promise.reject(error))))

  const suggest = async ({ target }) => {
    if (!target.matches("input")) return
    const { items } = await loaded()
    const found = target.value ? find(spell(target.value), items) : []
    names.replaceChildren(...found.slice(0, most).map(({ entry }) => make("option", { value: entry.name })))
  }
  if (names) form.addEventListener("input", (event) => suggest(event).catch(() => {}))
  if (names) form.addEventListener("focusin", () => loaded().catch(() => {}))

  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    const wanted = fields.map(({ value }) => value.trim()).filter(Boolean)
    try {
      const { items, pairs } = await loaded()
      const pick = (text) => items.find(({ place, name }) => place === text || name === text) ?? find(spell(text), items)[0]?.entry
      const chosen = wanted.map(pick)
      const unknown = wanted.filter((_, place) => !chosen[place])
      if (unknown.length) return void (status.textContent = $words.home.not_found({ names: joined(unknown) }))
      const different = [...new Set(chosen)]
      const page = different.length === 2 && pairs.page(...different)
      location.href = (page || pairs.several(different)).href
    } catch {
      form.submit()
    }
  })
}

const form = document.querySelector("[data-versus]")
if (form) start(form)
