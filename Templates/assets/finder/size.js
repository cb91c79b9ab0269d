// Decimal numbers as texts, which are compared exactly, however many digits they have.

export const isNumber = (text) => /^-?\d{1,40}(\.\d{1,40})?$/.test(text)
export const isDate = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text)

const parts = (text) => {
  const [whole, fraction = ""] = text.split(".")
  return { whole, fraction }
}

// Negative, 0 or positive, as the first is smaller, equal or larger.
export const compareNumbers = (left, right) => {
  const [one, other] = [parts(left), parts(right)]
  const digits = Math.max(one.fraction.length, other.fraction.length)
  const [a, b] = [one, other].map(({ whole, fraction }) => BigInt(whole + fraction.padEnd(digits, "0")))
  return a < b ? -1 : Number(a > b)
}

export const compareDates = (left, right) => (left < right ? -1 : Number(left > right))
