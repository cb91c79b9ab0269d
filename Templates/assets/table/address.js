import { copyAddress } from "../common/store.js"

// The state of the tables. The page's address holds it, in slugs: sharing, reloading and going back keep it.

// Names a choice by what is left or by what is gone, whichever is shorter.
const subset = (left, gone, absent, all) => {
  const rest = [...all.keys()].filter((key) => !absent.includes(key))
  return rest.length && rest.length < absent.length ? [left, rest] : [gone, absent]
}

const write = (state, { items, criteria, group }) => {
  const parts = [
    ["compare", state.compare],
    ["baseline", state.baseline],
    ["sort", state.sort],
    ["rank", state.rank],
    ["find", encodeURIComponent(state.find)],
    ...Object.entries(state.where).map(([key, values]) => ["where", `${key}:${values.map(encodeURIComponent)}`]),
    subset("items", "hide", state.hidden, items),
    subset("criteria", "without", state.without, criteria),
    ["group", state.group === group ? "" : state.group || "_all"],
    ["differences", state.differences ? "only" : ""],
  ]
  const written = parts.filter(([, value]) => value.length).map(([name, value]) => `${name}=${value}`)
  return written.length ? `?${written.join("&")}` : ""
}

// The state that an address tells, and what it names that is not here.
const read = (query, { items, criteria, tables, cell, group }) => {
  const parameters = new URLSearchParams(query)
  const unknown = []
  const known = (names, isKnown) =>
    [...new Set(names)].filter((name) => name && (isKnown(name) || (unknown.push(name), false)))
  const list = (name, isKnown) => known((parameters.get(name) ?? "").split(","), isKnown)
  const isItem = (key) => items.has(key)
  const sorting = (name, isKnown) =>
    list(name, (key) => key.endsWith("_name") || isKnown(key.replace(/^-/, "")))[0] ?? ""
  const absent = (left, gone, all) => {
    const isKnown = (key) => all.has(key)
    const present = list(left, isKnown)
    return present.length ? [...all.keys()].filter((key) => !present.includes(key)) : list(gone, isKnown)
  }
  const groupOf = ([key = group]) => (key === "_all" ? "" : key)
  const where = {}
  for (const condition of parameters.getAll("where")) {
    const [key, values = ""] = condition.split(/:(.*)/s)
    const occurs = (value) =>
      [...items.keys()].some((item) => cell(item, key).choices.some(([choice]) => choice === value))
    if (known([key], (key) => criteria.has(key)).length) where[key] = known(values.split(","), occurs)
    if (!where[key]?.length) delete where[key]
  }
  const state = {
    compare: list("compare", isItem).slice(0, 4),
    baseline: list("baseline", isItem)[0] ?? "",
    sort: sorting("sort", (key) => criteria.get(key)?.table.itemsAreRows),
    rank: sorting("rank", isItem),
    find: parameters.get("find") ?? "",
    where,
    hidden: absent("items", "hide", items),
    without: absent("criteria", "without", criteria),
    group: groupOf(list("group", (key) => key === "_all" || tables.some((table) => table.key === key))),
    differences: parameters.has("differences"),
  }
  return { state, unknown }
}

// How the address of a page with these tables is read and written.
export const addressOf = (model) => ({
  read: (query) => read(query, model),
  write: (state) => write(state, model),
})

// Copying the link, going back to what was published, and taking the view along to the other pages of a long table.
export const shareControls = (root, model, store) => {
  const [status, copy, reset] = ["[role=status]", "[data-copy]", "[data-reset]"].map((part) => root.querySelector(part))
  const links = Array.from(document.querySelectorAll(".pages a, .turn a"), (link) => [link, link.href])
  copy.onclick = async () => (status.textContent = await copyAddress())
  reset.onclick = () => {
    store.reset()
    root.querySelector("summary").focus()
  }
  return (state) => {
    copy.hidden = reset.hidden = !write(state, model)
    // Other pages have other items.
    const query = write({ ...state, compare: [], baseline: "", rank: "", hidden: [] }, model)
    for (const [link, href] of links) link.href = href + query
  }
}
