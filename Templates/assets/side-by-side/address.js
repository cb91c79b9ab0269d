// How many items stand side by side.
export const most = 5

// The slug that the address of an item's page ends in.
export const keyOf = (address) => new URL(address, document.baseURI).pathname.split("/").filter(Boolean).at(-1)

// The items that an address names, each once, and what it names beyond that.
export const read = (query) => {
  const written = new URLSearchParams(query).get("items") ?? ""
  const keys = [...new Set(written.split(",").map((key) => key.trim()).filter(Boolean))]
  return { state: { keys: keys.slice(0, most) }, unknown: keys.slice(most) }
}

export const write = ({ keys }) => (keys.length ? `?items=${keys.map(encodeURIComponent).join(",")}` : "")
