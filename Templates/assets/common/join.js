// Names as a sentence lists them.
export const joined = (names) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${$words.list.and} ${names.at(-1)}`
