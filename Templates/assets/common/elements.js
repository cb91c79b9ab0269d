// The parts of controls and of what they show. Texts stay texts, whatever they hold.
export const make = (name, properties = {}, ...children) => {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes("-")) element.setAttribute(key, value)
    else element[key] = value
  }
  element.append(...children)
  return element
}

export const button = (label, text, onclick, name = "") =>
  make("button", { type: "button", name, "aria-label": label, onclick }, text)

export const checkbox = (name, text, checked, onchange, disabled = false) =>
  make("label", {}, make("input", { type: "checkbox", name, checked, disabled, onchange }), ` ${text}`)

export const choices = (title, boxes, ...children) =>
  make("fieldset", {}, make("legend", {}, title), ...children, make("div", { className: "choices" }, ...boxes))

export const select = (name, title, chosen, options, onchange) => {
  const element = make("select", { name }, ...options.map(([value, text]) => make("option", { value }, text)))
  Object.assign(element, { value: chosen, onchange: () => onchange(element.value) })
  return make("label", { className: "field" }, `${title} `, element)
}
