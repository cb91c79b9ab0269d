// The list below the box, as the ARIA authoring practices have it for an editable combobox with a listbox: the focus stays in the
// box, and the box tells which option is meant.
export const makeList = (input, list) => {
  let options = []
  let active = -1
  let isSuggestion = false

  const mark = (place) => {
    options[active]?.removeAttribute("aria-selected")
    active = place
    const option = options[active]
    if (option) {
      option.setAttribute("aria-selected", "true")
      input.setAttribute("aria-activedescendant", option.id)
      option.scrollIntoView({ block: "nearest" })
    } else {
      input.removeAttribute("aria-activedescendant")
    }
  }

  const open = (isOpen) => {
    mark(-1)
    list.parentElement.hidden = !isOpen
    input.setAttribute("aria-expanded", String(isOpen && options.length > 0))
  }

  return {
    open,
    get isOpen() {
      return !list.parentElement.hidden
    },
    // The option that Enter leads to: the marked one, else the first of those that were found.
    get chosen() {
      return options[active] ?? (isSuggestion ? undefined : options[0])
    },
    show(found, isOnlySuggestion = false) {
      isSuggestion = isOnlySuggestion
      options = found.map(({ href, name, label, alias }, place) => {
        const option = Object.assign(document.createElement("a"), { href, id: `Search_option_${place + 1}`, tabIndex: -1 })
        option.setAttribute("role", "option")
        const note = Object.assign(document.createElement("span"), { textContent: alias ? `${alias}, ${label}` : label })
        option.append(Object.assign(document.createElement("strong"), { textContent: name }), " ", note)
        return option
      })
      list.replaceChildren(...options)
      list.hidden = !options.length
      open(true)
    },
    // Goes round, by way of the box itself.
    move(step) {
      const count = options.length + 1
      mark(((active + 1 + step + count) % count) - 1)
    },
  }
}
