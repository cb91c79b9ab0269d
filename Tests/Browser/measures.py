"""What is measured of a page as it stands: whether it moved, whether it fits, and what can be scrolled."""

from playwright.sync_api import Page

# A table that is drawn before its last row has arrived gets wider columns with it. Up to 0.1 counts as good.
TABLE_SHIFT = 0.01

MEASURES = """async () => {
  const shifts = await new Promise(resolve => {
    const seen = []
    new PerformanceObserver(list => seen.push(...list.getEntries())).observe({type: "layout-shift", buffered: true})
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(seen)))
  })
  const root = document.documentElement
  return {
    shift: shifts.reduce((sum, entry) => sum + entry.value, 0),
    overflow: root.scrollWidth - root.clientWidth,
    hidesOverflow: [root, document.body].some(e => ["hidden", "clip"].includes(getComputedStyle(e).overflowX)),
    headings: [...document.querySelectorAll("h1")].map(e => e.textContent.trim()),
    regions: [...document.querySelectorAll("[role=region]")].map(region => ({
      label: region.ariaLabel ?? document.getElementById(region.getAttribute("aria-labelledby"))?.textContent.trim(),
      isFocusable: region.tabIndex === 0,
      spill: region.getBoundingClientRect().right - root.clientWidth,
    })),
    wideTables: [...document.querySelectorAll("table")].filter(table =>
      table.getBoundingClientRect().width > root.clientWidth && !table.closest("[role=region]")).length,
  }
}"""


def overflow(page: Page) -> int:
    """By how many CSS pixels the page is wider than its screen."""
    return page.evaluate(MEASURES)["overflow"]
