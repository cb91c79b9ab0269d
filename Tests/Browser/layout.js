// Looks at every page of a list in a frame of this one, narrow and broad, and says what does not fit.
async ({addresses, widths}) => {
  const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }`
  const TARGETS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=option]"

  const isSeen = (element) => element.checkVisibility({visibilityProperty: true, opacityProperty: true})

  const name = (element) =>
    `${element.localName}.${element.className} ${JSON.stringify((element.textContent || element.ariaLabel || "").trim().slice(0, 40))}`

  // A control is as large as what it can be clicked by: its label too.
  const boxOf = (element) => {
    const boxes = [element, ...(element.labels ?? [])].map((e) => e.getBoundingClientRect()).filter((b) => b.width * b.height > 0)
    if (boxes.length === 0) return null
    const left = Math.min(...boxes.map((b) => b.left)), top = Math.min(...boxes.map((b) => b.top))
    const right = Math.max(...boxes.map((b) => b.right)), bottom = Math.max(...boxes.map((b) => b.bottom))
    return {left, top, right, bottom, x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top}
  }

  // Whether a target can be hit where it is: one that is scrolled out of its region cannot.
  const isInView = (element, box, view) => {
    for (let around = element.parentElement; around; around = around.parentElement) {
      if (view.getComputedStyle(around).overflow === "visible") continue
      if (distance(box.x, box.y, around.getBoundingClientRect()) > 0) return false
    }
    return true
  }

  // A link in a line of text is as high as the line allows (WCAG 2.5.8 leaves it out).
  const isInSentence = (element, view) => {
    if (view.getComputedStyle(element).display !== "inline") return false
    let block = element.parentElement
    while (block && view.getComputedStyle(block).display === "inline") block = block.parentElement
    const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (/[\p{L}\p{N}]/u.test(node.data) && !node.parentElement.closest(TARGETS)) return true
    }
    return false
  }

  const distance = (x, y, box) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))

  // WCAG 2.5.8: 24 by 24 pixels, or a circle of 24 pixels round the middle that meets no other target.
  const smallTargets = (view) => {
    const all = []
    for (const element of view.document.querySelectorAll(TARGETS)) {
      const box = boxOf(element)
      if (box) all.push({element, box, isSmall: box.width < 23.99 || box.height < 23.99})
    }
    // What takes long to find out is asked of those alone that stand close to another.
    const isThere = ({element, box}) => isSeen(element) && isInView(element, box, view)
    return all.flatMap((target) => {
      const {element, box, isSmall} = target
      if (!isSmall) return []
      const close = all.filter((other) => other !== target && distance(box.x, box.y, other.box) < 24)
      if (close.length === 0 || isInSentence(element, view) || !isThere(target)) return []
      const other = close.find((other) =>
        !other.element.contains(element) && !element.contains(other.element) && isThere(other) &&
        // A link that goes on in the next line is not all of the box round it.
        ([...other.element.getClientRects()].some((part) => distance(box.x, box.y, part) < 11.99) ||
          other.isSmall && Math.hypot(box.x - other.box.x, box.y - other.box.y) < 23.99))
      return other ? [`${name(element)} ${box.width.toFixed(1)} × ${box.height.toFixed(1)} beside ${name(other.element)}`] : []
    })
  }

  const overflow = (view) => {
    const root = view.document.documentElement
    const surplus = root.scrollWidth - root.clientWidth
    if (surplus <= 0) return []
    const wide = [...view.document.querySelectorAll("body *")].filter((e) => isSeen(e) && e.getBoundingClientRect().right > root.clientWidth + 0.5)
    return [`${surplus} px too wide: ${wide.slice(0, 2).map(name).join(", ")}`]
  }

  const look = async (frame, address) => {
    const found = []
    const tell = (what, list) => { if (list.length > 0) found.push(`${address} ${what}: ${list.length} ${list.slice(0, 3).join("; ")}`) }
    await new Promise((done) => { frame.onload = done; frame.src = address })
    const view = frame.contentWindow
    // A bar beside the page would make it narrower than it says.
    view.document.documentElement.style.scrollbarWidth = "none"
    for (const width of widths) {
      frame.style.width = `${width}px`
      tell(`at ${width}`, overflow(view))
      tell(`at ${width}, targets`, smallTargets(view))
    }
    const style = view.document.createElement("style")
    style.textContent = SPACING
    view.document.head.append(style)
    for (const width of widths.toReversed()) {
      frame.style.width = `${width}px`
      tell(`at ${width} with spacing`, overflow(view))
    }
    return found
  }

  document.body.replaceChildren()
  const rest = [...addresses]
  const found = []
  const work = async () => {
    const frame = document.createElement("iframe")
    frame.style.cssText = `border: 0; height: 800px; width: ${widths[0]}px`
    document.body.append(frame)
    while (rest.length > 0) found.push(...await look(frame, rest.shift()))
  }
  await Promise.all([work(), work()])
  return found
}
