"""What has the focus, and whether it is seen."""

from collections.abc import Iterator

from playwright.sync_api import Page

# What is seen of the element that has the focus, or null for none.
FOCUSED = """() => {
  const element = document.activeElement
  if (!element || element === document.body) return null
  // A choice among chips is drawn as its label.
  const shown = element.closest(".chip") ?? element
  const style = getComputedStyle(shown)
  // WCAG 2.4.11: at least a part of it is not covered; both ends and the middle of each line are tried.
  const isSeen = element.matches("[role=region], main")
    ? element.getBoundingClientRect().top < innerHeight && element.getBoundingClientRect().bottom > 0
    : [...shown.getClientRects()].some(box => [2, box.width / 2, box.width - 2].some(x =>
        shown.contains(document.elementFromPoint(box.left + x, box.top + box.height / 2))))
  return {
    name: `${element.className} ${element.textContent.trim().slice(0, 40)}`,
    hasOutline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    isSeen,
    isRegion: element.matches("[role=region]"),
    isFold: element.matches("summary"),
  }
}"""


def stops(page: Page, key: str = "Tab", limit: int = 900) -> Iterator[dict]:
    """What has the focus after every press of a key, until the focus leaves the page."""
    for _ in range(limit):
        page.keyboard.press(key)
        focused = page.evaluate(FOCUSED)
        if focused is None:
            return
        yield focused
    raise AssertionError(f"the focus goes round after {limit} stops")
