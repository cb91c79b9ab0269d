import { own } from "../common/own.js"
import { isKnown, scoreOf } from "./score.js"

// How robust a first place is. A score is linear in each weight, so where another item draws level follows from the leader's lead and from
// what each of them gains by a step of the weight: no weight is tried out. All numbers are whole.

export const mostWeight = 10

const dividedUp = (dividend, divisor) => {
  const rest = dividend % divisor
  return (dividend - rest) / divisor + Number(rest > 0)
}

// After how many steps, 1 at least, an item is level or ahead that is `lead` behind and gains `gain` with each.
const stepsUntilLevel = (lead, gain) => {
  if (gain > 0) return Math.max(1, dividedUp(lead, gain))
  return lead <= gain ? 1 : Infinity
}

const pointsOf = (item, term) => item.evidence.get(term)?.points ?? 0

// Who leads with another weight of a term. At 0 those who have nothing else that counts lose their places.
const leadersAt = ({ items, weights, scores, areRanked }, term, weight) => {
  const { [term]: _, ...others } = weights
  const now = own(weights, term) ?? 0
  const counts = weight > 0 ? { ...others, [term]: weight } : others
  let [leaders, best] = [[], -Infinity]
  for (const item of items) {
    const score = scores.get(item) + (weight - now) * pointsOf(item, term)
    if (score < best || !(areRanked || isKnown(item, counts))) continue
    leaders = score > best ? [item] : [...leaders, item]
    best = score
  }
  return leaders
}

// After how many steps in a direction, 1 or -1, the leaders are others, as long as the term weighs anything.
const stepsUntilOthers = ({ items, weights, scores, leaders, areRanked }, term, direction) => {
  const gainOf = (item) => direction * pointsOf(item, term)
  const [first] = leaders
  if (leaders.some((item) => gainOf(item) !== gainOf(first))) return 1
  const rivals = items.filter(
    (item) => !leaders.includes(item) && (areRanked || item.evidence.has(term) || isKnown(item, weights)),
  )
  const lead = (item) => scores.get(first) - scores.get(item)
  return rivals.reduce((least, item) => Math.min(least, stepsUntilLevel(lead(item), gainOf(item) - gainOf(first))), Infinity)
}

const isSame = (left, right) => left.length === right.length && left.every((item) => right.includes(item))

const changeTowards = (standing, term, direction) => {
  const { leaders } = standing
  const now = own(standing.weights, term) ?? 0
  if (direction < 0 && now === 0) return null
  const at = now + direction * stepsUntilOthers(standing, term, direction)
  if (at > mostWeight) return null
  // Below 1 the line ends: at 0 there may be other items, so those are compared as they are.
  const weight = Math.max(at, 0)
  const found = leadersAt(standing, term, weight)
  if (!found.length || isSame(found, leaders)) return null
  const isLevel = found.length > leaders.length && leaders.every((item) => found.includes(item))
  const beyond = weight + direction
  const isInside = beyond >= 0 && beyond <= mostWeight
  const next = isLevel && isInside ? { weight: beyond, leaders: leadersAt(standing, term, beyond) } : null
  return { weight, leaders: found, isLevel, next }
}

// What each term's weight would have to be for other leaders, all other weights staying: the nearest change first. `areRanked` tells that all items have
// a place whatever is weighed, since reviews name them.
export const changesOf = (items, weights, terms, leaders, areRanked) => {
  if (!leaders.length) return []
  const scores = new Map(items.map((item) => [item, scoreOf(item, weights)]))
  const standing = { items, weights, scores, leaders, areRanked }
  const changes = [...terms].flatMap((term) => {
    const now = own(weights, term) ?? 0
    const [lower, higher] = [-1, 1].map((direction) => changeTowards(standing, term, direction))
    const distances = [lower, higher].filter(Boolean).map(({ weight }) => Math.abs(weight - now))
    return distances.length ? [{ term, now, lower, higher, distance: Math.min(...distances) }] : []
  })
  return changes.sort((left, right) => left.distance - right.distance)
}
