// What rows of items side by side come to: the rules of pairs, applied to every two of the items.
const order = ["different", "undecided", "same", "one_sided", "described", "unknown"]

const net = ({ supporters, critics }) => supporters.length - critics.length
const judges = ({ supporters, critics, both }) => [...supporters, ...critics, ...both]

const balances = (one, other) => {
  const areJudged = [one, other].map((cell) => judges(cell).length > 0)
  if (!areJudged.every(Boolean)) return areJudged.some(Boolean) ? "one_sided" : "unknown"
  const [higher, lower] = net(one) >= net(other) ? [one, other] : [other, one]
  if (net(higher) > 0 && net(lower) < 0) return "different"
  const [arePraised, areCriticised] = [net(lower) > 0, net(higher) < 0]
  if (net(higher) - net(lower) >= 2) {
    if (arePraised && lower.critics.length + lower.both.length > 0) return "different"
    if (areCriticised && higher.supporters.length + higher.both.length > 0) return "different"
    if (!arePraised && !areCriticised) return "different"
  }
  return arePraised || areCriticised ? "same" : "undecided"
}

// Sources that compare the two directly decide whatever balances do not tell apart.
const opinions = (one, other) => {
  const outcome = balances(one, other)
  const gap = Math.abs(net(one) - net(other))
  if (outcome === "different") return { outcome, gap, stronger: net(one) > net(other) ? one : other }
  const [own = [], theirs = []] = one.direct.get(other.key) ?? []
  if (!one.direct.has(other.key)) return { outcome, gap: 0 }
  if (own.length === theirs.length) return { outcome: outcome === "unknown" ? "undecided" : outcome, gap: 0 }
  return { outcome: "different", gap, stronger: own.length > theirs.length ? one : other }
}

const facts = ({ value: one }, { value: other }) => {
  if (!one || !other) return { outcome: one || other ? "one_sided" : "unknown" }
  if (one === "?" || other === "?") return { outcome: "undecided" }
  return { outcome: one === other ? "same" : "different" }
}

// Who judges any of the items, or compares two of them.
const voices = (cells) => {
  const keys = new Set(cells.map(({ key }) => key))
  const direct = cells.flatMap((cell) => [...cell.direct].filter(([key]) => keys.has(key)).flatMap(([, lists]) => lists.flat()))
  return new Set([...cells.flatMap(judges), ...direct]).size
}

// The cells of a row together: the outcome; of opinions that differ, also by how much, by how many, and whom they favour.
export const compare = (cells) => {
  const pairs = cells.flatMap((one, place) =>
    cells.slice(place + 1).map((other) => ({ one, other, ...(one.isFact ? facts : opinions)(one, other) })),
  )
  const best = Math.min(...pairs.map(({ outcome }) => order.indexOf(outcome)))
  const outcome = order[best]
  if (cells[0].isFact) return { outcome }
  if (outcome === "unknown" && cells.some(({ isDescribed }) => isDescribed)) return { outcome: "described" }
  if (outcome !== "different") return { outcome }
  const differing = pairs.filter((pair) => pair.outcome === "different")
  const weaker = new Set(differing.map(({ one, other, stronger }) => (stronger === one ? other : one)))
  const strong = differing.map(({ stronger }) => stronger).filter((cell) => !weaker.has(cell))
  const greatest = Math.max(...strong.map(net))
  return {
    outcome,
    gap: Math.max(...differing.map(({ gap }) => gap)),
    voices: voices(cells),
    best: new Set(strong.filter((cell) => net(cell) === greatest)),
  }
}
