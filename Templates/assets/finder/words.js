// Numbers and names in words.

export const signed = (number) => (number < 0 ? `−${-number}` : String(number))
export const pointsOf = (number) => $words.count.points({ points: signed(number), count: Math.abs(number) })

// A sentence that a word makes, with elements in place of some of its parts.
export const sentence = (word, parts) => {
  const elements = Object.values(parts).filter((part) => part instanceof Node)
  const marked = Object.entries(parts).map(([name, part]) => [name, part instanceof Node ? `\0${elements.indexOf(part)}\0` : part])
  return word(Object.fromEntries(marked)).split("\0").map((text, index) => (index % 2 ? elements[text] : text))
}

const mostNamed = 4

// The names of items; of many of them the first, and how many more there are.
export const namesOf = (items) => {
  const names = items.slice(0, items.length > mostNamed + 1 ? mostNamed : items.length).map(({ name }) => name)
  const more = items.length - names.length
  if (more) names.push($words.common.more({ count: more }))
  const last = names.pop()
  return names.length ? $words.common.both({ first: names.join(", "), second: last }) : last
}

// What a filter asks for.
export const conditionWords = (filter, condition) => {
  const { values, from, to } = condition
  if (values) return values.map((key) => filter.values.find((value) => value.key === key).name).join(` ${$words.list.or} `)
  const unit = filter.unit ? ` ${filter.unit}` : ""
  if (!to) return $words.find.condition.from({ from: from + unit })
  return from ? $words.find.condition.range({ from, to: to + unit }) : $words.find.condition.to({ to: to + unit })
}
