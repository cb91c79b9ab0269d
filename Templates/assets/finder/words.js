// Numbers and names in words.

export const signed = (number) => (number < 0 ? `−${-number}` : String(number))
export const counted = (number, one, many) => `${signed(number)} ${Math.abs(number) === 1 ? one : many}`

const mostNamed = 4

// The names of items; of many of them the first, and how many more there are.
export const namesOf = (items, joint = "and") => {
  const names = items.slice(0, items.length > mostNamed + 1 ? mostNamed : items.length).map(({ name }) => name)
  const more = items.length - names.length
  if (more) names.push(`${more} more`)
  const last = names.pop()
  return names.length ? `${names.join(", ")} ${joint} ${last}` : last
}

// What a filter asks for.
export const conditionWords = (filter, condition) => {
  const { values, from, to } = condition
  if (values) return values.map((key) => filter.values.find((value) => value.key === key).name).join(" or ")
  const unit = filter.unit ? ` ${filter.unit}` : ""
  if (!to) return `from ${from}${unit}`
  return from ? `${from} to ${to}${unit}` : `to ${to}${unit}`
}
