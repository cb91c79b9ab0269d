import { checkbox, choices, make, select } from "../common/elements.js"

// Choosing two, three or four items to stand side by side, and one that all others are compared with.

const notes = { 1: $words.table.one_more, 4: $words.table.no_more }

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
  const options = [["", $words.table.no_baseline], ...Array.from(items, ([item, { name }]) => [item, name])]
  return [
    choices($words.table.compare_choice, boxes),
    make("output", { name: "note" }, notes[compare.length] ?? ""),
    select("baseline", $words.table.baseline_choice, baseline, options, (item) => store.update({ baseline: item })),
  ]
}

// The address of the page of two items, where they have one.
export const pairPage = ({ items }, [left, right, third], root) => {
  const path = (one, other) => items.get(one).pairs.includes(other) && `${root}${one}-vs-${other}/`
  return root && right && !third && (path(left, right) || path(right, left))
}
