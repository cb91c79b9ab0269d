import { checkbox, choices, make, select } from "../common/elements.js"

// Choosing two, three or four items to stand side by side, and one that all others are compared with.

const notes = { 1: "One more, and they stand side by side.", 4: "More than four do not fit." }

export const compareControls = ({ items }, store) => {
  const { compare, baseline } = store.state
  const boxes = Array.from(items, ([item, { name }]) => {
    const isChosen = compare.includes(item)
    const toggle = ({ target }) => {
      const others = store.state.compare.filter((other) => other !== item)
      store.update({ compare: target.checked ? [...others, item] : others })
    }
    return checkbox(`compare-${item}`, name, isChosen, toggle, !isChosen && compare.length > 3)
  })
  const options = [["", "none"], ...Array.from(items, ([item, { name }]) => [item, name])]
  return [
    choices("Two, three or four side by side", boxes),
    make("output", { name: "note" }, notes[compare.length] ?? ""),
    select("baseline", "Mark what differs from", baseline, options, (item) => store.update({ baseline: item })),
  ]
}

// The address of the page of two items, where they have one.
export const pairPage = ({ items }, [left, right, third], root) => {
  const path = (one, other) => items.get(one).pairs.includes(other) && `${root}${one}-vs-${other}/`
  return root && right && !third && (path(left, right) || path(right, left))
}
