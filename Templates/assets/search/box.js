import { answer } from "./answer.js"
import { makeList } from "./list.js"
import { load } from "./load.js"

const words = ({ options, missing = "", more = 0, isSuggestion }) => {
  if (isSuggestion) return missing
  const { length: count } = options
  const [{ name: first }] = options
  const found = more > 0 ? $words.search.results_of({ count, total: count + more, first }) : $words.search.results({ count, first })
  return `${missing} ${found}`.trim()
}

// Makes a search of the form: its list, its keys, and what is read out.
export const start = (form) => {
  const input = form.querySelector("input")
  const panel = Object.assign(document.createElement("div"), { className: "results", hidden: true })
  const list = Object.assign(document.createElement("div"), { id: "Search_results", hidden: true })
  list.setAttribute("role", "listbox")
  list.setAttribute("aria-label", $words.search.label)
  // What is read out stays on the page while the list comes and goes: what comes along with its text may go unheard.
  const status = Object.assign(document.createElement("p"), { className: "hidden" })
  status.setAttribute("role", "status")
  const note = document.createElement("p")
  note.setAttribute("aria-hidden", "true")
  panel.append(list, note)
  form.append(panel, status)
  const options = makeList(input, list)

  const say = (text) => {
    status.textContent = note.textContent = text
  }
  const close = () => {
    options.open(false)
    say("")
  }

  let index
  let latest = ""
  const ready = () => (index ??= load(form.dataset.search).catch((error) => ((index = undefined), Promise.reject(error))))

  const search = async () => {
    const text = (latest = input.value)
    if (!text.trim()) return close()
    let known
    try {
      known = await ready()
    } catch {
      options.show([])
      return say($words.search.not_loaded)
    }
    // Something else was typed in the meantime.
    if (text !== latest) return
    const found = answer(text, known)
    options.show(found.options, found.isSuggestion)
    panel.classList.toggle("is-lacking", Boolean(found.missing))
    say(words(found))
  }

  input.addEventListener("input", search)
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      if (options.isOpen) options.move(step)
      else if (input.value.trim()) search().then(() => options.move(step))
    } else if (event.key === "Escape" && options.isOpen) {
      event.preventDefault()
      close()
    } else if (event.key === "Escape") {
      input.value = ""
    }
  })
  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    // Enter may come before the answer.
    if (!options.isOpen || latest !== input.value) await search()
    const { chosen } = options
    if (chosen && input.value.trim()) chosen.click()
    else form.submit()
  })
  // A press on the list must not take the focus from the box, which would close it.
  panel.addEventListener("pointerdown", (event) => event.preventDefault())
  panel.addEventListener("mousedown", (event) => event.preventDefault())
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!form.contains(relatedTarget)) close()
  })
  // Coming back to a page shows what was typed, and not the list.
  ready().catch(() => {})
  if (input.value.trim()) search()
}
