// What is chosen to be compared, as buttons, and the list to choose another from.
import { button, make } from "../common/elements.js"
import { most } from "./address.js"
import { choiceOf, loadNames } from "./names.js"

const pill = ({ key, name }, replace, remove) =>
  make(
    "li",
    {},
    button($words.comparison.replace({ item: name }), name, () => replace(key, name)),
    button($words.comparison.remove({ item: name }), "×", () => remove(key), "remove"),
  )

// Makes the controls; `change` gets the slugs of what is chosen next, `say` what went wrong.
export const addControls = (root, change, say) => {
  const [list, add, picker] = [".chosen", "[data-add]", ".picker"].map((part) => root.querySelector(part))
  let chosen = []

  const close = () => {
    picker.hidden = true
    picker.replaceChildren()
  }

  // Opens the list of names; `take` makes of one name what is chosen then.
  const open = async (title, take) => {
    try {
      const names = await loadNames()
      const field = choiceOf(title, names, chosen.map(({ key }) => key))
      picker.replaceChildren(
        field,
        " ",
        make("button", {}, $words.comparison.take),
        " ",
        button($words.comparison.cancel, $words.comparison.cancel, () => (close(), add.focus())),
      )
      picker.onsubmit = (event) => {
        event.preventDefault()
        const { value } = field.querySelector("select")
        close()
        change(take(value))
        add.focus()
      }
      picker.hidden = false
      field.querySelector("select").focus()
    } catch {
      say($words.comparison.not_loaded)
    }
  }

  const keys = () => chosen.map(({ key }) => key)
  add.onclick = () => open($words.comparison.add, (key) => [...keys(), key])
  const replace = (old, item) => open($words.comparison.replace({ item }), (key) => keys().map((one) => (one === old ? key : one)))
  const remove = (old) => {
    change(keys().filter((key) => key !== old))
    add.focus()
  }

  return (parts) => {
    chosen = parts
    close()
    list.replaceChildren(...parts.map((part) => pill(part, replace, remove)))
    add.disabled = parts.length >= most
  }
}
