// Items that the visitor chooses, side by side: fetched one by one, and put together as the page of a comparison has them.
import { joined } from "../common/join.js"
import { copyAddress, makeStore } from "../common/store.js"
import { read, write } from "../side-by-side/address.js"
import { addControls } from "../side-by-side/controls.js"
import { makeShelf } from "../side-by-side/part.js"
import { fillFrame, pairsOf } from "../side-by-side/table.js"

const namesOf = (parts) => joined(parts.map(({ name }) => name))

const start = (root) => {
  const [status, copy, reset, own] = ["[role=status]", "[data-copy]", "[data-reset]", "[data-own]"].map((part) => root.querySelector(part))
  const [frame, output] = ["[data-frame]", "[data-output]"].map((part) => document.querySelector(part))
  const heading = document.querySelector("h1")
  const [title, head] = [document.title, heading.textContent]
  const folder = new URL(location.pathname, location)
  const shelf = makeShelf(new URL(root.dataset.chooser, document.baseURI))
  let latest = 0

  // The page that compares just these: a comparison with a name, or the page of a pair.
  const ownPage = (parts) => {
    const items = parts.map(({ key }) => key).sort().join(" ")
    const named = [...document.querySelectorAll("[data-compared]")].find(({ dataset }) => dataset.compared === items)
    const link = named?.cloneNode(true) ?? (parts.length === 2 ? pairsOf(parts, folder)[0] : undefined)
    own.replaceChildren(...(link ? [$words.comparison.own_page, " ", link] : []))
  }

  const present = (parts) => {
    const isShown = parts.length > 1
    for (const part of document.querySelectorAll("[data-index]")) part.hidden = isShown
    heading.textContent = isShown ? namesOf(parts) : head
    document.title = isShown ? title.replace(head, () => namesOf(parts)) : title
    copy.hidden = !isShown
    reset.hidden = !parts.length
    ownPage(isShown ? parts : [])
    output.replaceChildren()
    if (!isShown) return parts.length ? $words.comparison.one_more({ item: parts[0].name }) : ""
    const made = frame.content.cloneNode(true)
    const count = fillFrame(made, parts, folder)
    output.append(made)
    const differences = count ? $words.comparison.told_apart({ count }) : $words.comparison.no_difference
    return $words.comparison.shown({ items: namesOf(parts), differences })
  }

  const show = async (left) => {
    const turn = ++latest
    const { keys } = store.state
    if (keys.length) status.textContent = $words.comparison.loading
    try {
      const found = await Promise.all(keys.map(shelf))
      if (turn !== latest) return
      const unknown = keys.filter((_, place) => !found[place])
      const parts = found.filter(Boolean)
      controls(parts)
      const words = [present(parts)]
      if (unknown.length) words.push($words.comparison.not_found({ names: unknown.join(", ") }))
      if (left.length) words.push($words.comparison.too_many({ names: left.join(", ") }))
      status.textContent = words.filter(Boolean).join(" ")
    } catch (error) {
      status.textContent = $words.comparison.not_loaded
      throw error
    }
  }

  const store = makeStore({ read, write }, show)
  const controls = addControls(root, (keys) => store.update({ keys }), (text) => (status.textContent = text))
  copy.onclick = async () => (status.textContent = await copyAddress())
  reset.onclick = () => {
    store.reset()
    root.querySelector("[data-add]").focus()
  }
  store.load()
}

// A theme may have a page of pairs alone.
const root = document.querySelector("[data-chooser]")
if (root) start(root)
