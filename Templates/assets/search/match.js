// How well a name fits what was typed: the smaller, the better; infinite where it does not.
export const rank = (typed, name) => {
  if (name.whole === typed.whole) return 0
  if (name.whole.startsWith(typed.whole)) return 1
  if (typed.words.every((part) => name.words.some((word) => word.startsWith(part)))) return 2
  // A single Latin letter stands in nearly every name; a single sign of another script is a word.
  if (name.whole.includes(typed.whole) && !/^[\x00-\x7f]$/.test(typed.whole)) return 3
  return Infinity
}

// The fewest letters to add, leave out, exchange or swap with the next until a text begins a word.
export const distance = (text, word) => {
  let [before, row] = [[], Array.from({ length: word.length + 1 }, (_, column) => column)]
  for (let i = 1; i <= text.length; i++) {
    const next = [i]
    for (let j = 1; j <= word.length; j++) {
      const change = row[j - 1] + (text[i - 1] === word[j - 1] ? 0 : 1)
      next[j] = Math.min(change, row[j] + 1, next[j - 1] + 1)
      const isSwap = i > 1 && j > 1 && text[i - 1] === word[j - 2] && text[i - 2] === word[j - 1]
      if (isSwap) next[j] = Math.min(next[j], before[j - 2] + 1)
    }
    ;[before, row] = [row, next]
  }
  return Math.min(...row)
}

const allowed = (text) => (text.length < 3 ? 0 : text.length < 7 ? 1 : 2)

const slips = (text, word) => {
  if (word.startsWith(text)) return 0
  const found = allowed(text) ? distance(text, word) : Infinity
  return found <= allowed(text) ? found : Infinity
}

// The same for what was typed with a slip or two.
export const looseRank = (typed, name) => {
  const each = typed.words.map((part) => Math.min(...name.words.map((word) => slips(part, word))))
  return Math.min(each.reduce((sum, count) => sum + count, 0), slips(typed.whole, name.whole))
}

// How names are compared: as they are typed, with slips, or with slips where nothing fits as it is typed.
export const strict = [rank]
export const loose = [looseRank]
const either = [rank, looseRank]

// The entries that fit a text, the best first, with the name that fits where it is not the first. The last name is the end of an
// address, which is told only where nothing else fits.
export const find = (typed, entries, rates = either) => {
  if (!typed.whole) return []
  for (const rate of rates) {
    const found = []
    entries.forEach((entry, place) => {
      const ranks = entry.spellings.map((name) => rate(typed, name))
      const best = Math.min(...ranks)
      const fitting = ranks.indexOf(best)
      const isTold = fitting > 0 && (fitting < ranks.length - 1 || ranks[0] === Infinity)
      if (best < Infinity) found.push({ entry, best, place, alias: isTold ? entry.names[fitting] : "" })
    })
    if (found.length) return found.sort((a, b) => a.best - b.best || a.place - b.place)
  }
  return []
}
