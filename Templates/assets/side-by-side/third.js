// A third beside the two of a page: the list of names is fetched when it is wanted.
import { make } from "../common/elements.js"
import { keyOf, write } from "./address.js"
import { choiceOf, loadNames } from "./names.js"

export const start = (form, address) => {
  const keys = [form.dataset.third, form.dataset.beside].map(keyOf)
  form.querySelector("button").onclick = async ({ target: opener }) => {
    try {
      const field = choiceOf($words.comparison.third, await loadNames(), keys)
      const go = make("button", {}, $words.comparison.compare({ count: 3 }))
      form.replaceChildren(field, " ", go)
      form.onsubmit = (event) => {
        event.preventDefault()
        location.href = new URL(write({ keys: [...keys, field.querySelector("select").value] }), address)
      }
      field.querySelector("select").focus()
    } catch {
      opener.after(" ", make("span", { role: "status" }, $words.comparison.not_loaded))
    }
  }
}
