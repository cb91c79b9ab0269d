// Letters that no decomposition takes apart.
const plain = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ς: "σ" }

// One spelling for all that look or sound alike in a search: without case, accents and the marks between words.
export const fold = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{Script=Inherited}|['’ʼ]/gu, "")
    .replace(/[ßæœøłđðþħıς]/g, (letter) => plain[letter])
    .replace(/(?:(?!#)[\s\p{P}\p{C}])+/gu, " ")
    .trim()

// A text as it is compared: its words, and all of it without the spaces, as "node js" is "nodejs".
export const spell = (text) => {
  const folded = fold(text)
  return { words: folded.split(" "), whole: folded.replaceAll(" ", "") }
}
