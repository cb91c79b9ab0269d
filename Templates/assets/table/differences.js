import { make } from "../common/elements.js"

// What cells come to when they are compared, as Collate itself compares them.

const shown = ({ state, values }) => String([state, ...values.map(([key]) => key).sort()])

// Whether all cells of which something is known say the same; one that is contested never does.
const areSame = (cells) => {
  const known = cells.filter(({ state }) => state !== "unknown")
  return !known.some(({ isContested }) => isContested) && new Set(known.map(shown)).size < 2
}

// Marks what is the same for all items that are shown; a style sheet hides it where only differences are wanted.
export const markSame = ({ tables }) => {
  for (const { table, items, criteria } of tables) {
    table.sameCount = 0
    for (const criterion of criteria) {
      const cells = items.map((item) => table.cell(item, criterion))
      const isSame = areSame(cells)
      table.sameCount += isSame
      for (const { classList } of [table.criteria.get(criterion), ...cells.map(({ element }) => element)]) {
        classList.toggle("is-same", isSame)
      }
    }
    table.section.classList.toggle("is-all-same", table.sameCount === criteria.length)
  }
}

const net = ([praise, criticism]) => praise - criticism

// Whether two balances differ; undefined where they are too close to call.
const balancesDiffer = (left, right) => {
  const [low, high] = [left, right].toSorted((one, other) => net(one) - net(other))
  const isFar = net(high) - net(low) > 1
  if (net(low) > 0) return isFar && low[1] + low[2] > 0
  if (net(high) < 0) return isFar && high[0] + high[2] > 0
  return isFar || undefined
}

const isUndecided = ({ isContested, state }) => isContested || ["unknown", "mixed", "mentioned"].includes(state)

// Whether two cells differ; undefined where there is nothing to tell.
const differ = (left, right) => {
  if (left.balance?.some(Boolean) && right.balance?.some(Boolean)) return balancesDiffer(left.balance, right.balance)
  return [left, right].some(isUndecided) || left.balance || right.balance ? undefined : shown(left) !== shown(right)
}

// Marks every cell as equal to that of the baseline or as different, in words too.
export const markBaseline = (model, { baseline, tables }) => {
  for (const { table, items, criteria } of tables) {
    for (const old of table.element.querySelectorAll("td > .hidden")) old.remove()
    table.element.classList.toggle("has-baseline", baseline)
    for (const item of items) {
      const isBaseline = item === baseline
      table.items.get(item).classList.toggle("is-baseline", isBaseline)
      for (const criterion of criteria) {
        const cell = table.cell(item, criterion)
        const other = table.cell(baseline, criterion)
        const isDifferent = baseline === "" || isBaseline ? undefined : differ(cell, other)
        const { classList } = cell.element
        classList.toggle("is-baseline", isBaseline)
        classList.toggle("is-equal", isDifferent === false)
        classList.toggle("is-different", isDifferent === true)
        const same = cell.balance ? $words.table.like : $words.table.same_as
        const words = ` (${(isDifferent ? $words.table.differs_from : same)({ item: model.items.get(baseline)?.name })})`
        if (isDifferent !== undefined) cell.element.append(make("span", { className: "hidden" }, words))
      }
    }
    measure(table)
  }
}

// The baseline stands still below or beside the headers, so the style sheet must know how large they are.
const measure = ({ element, corner }) => {
  const pinned = element.querySelector("tbody .is-baseline")
  const { style } = element.parentElement
  for (const [name, part] of [["head", corner], ["pin", pinned]]) {
    style.setProperty(`--${name}-height`, `${part?.offsetHeight ?? 0}px`)
    style.setProperty(`--${name}-width`, `${part?.offsetWidth ?? 0}px`)
  }
}

export const keepMeasured = ({ tables }) => {
  const observer = new ResizeObserver(() => tables.forEach(measure))
  for (const { element } of tables) observer.observe(element)
}
