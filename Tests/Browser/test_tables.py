"""A matrix on a phone: its header row and first column stay in view while it scrolls in its region."""

import pytest
from playwright.sync_api import Page
from tabs import OpenTab, ServedSite

PLACES = """region => {
  const box = region.getBoundingClientRect()
  const visible = {right: box.left + region.clientWidth, bottom: box.top + region.clientHeight}
  const place = element => {
    const own = element.getBoundingClientRect()
    const hit = document.elementFromPoint(own.left + own.width / 2, Math.max(own.top, box.top) + own.height / 2)
    return {
      left: own.left - box.left, top: own.top - box.top, width: own.width, height: own.height,
      isOnTop: element.contains(hit),
    }
  }
  const heads = [...region.querySelectorAll("thead th")]
  const rows = [...region.querySelectorAll("tbody th")].filter(th => {
    const own = th.getBoundingClientRect()
    return own.top > box.top + heads[0].offsetHeight && own.bottom < visible.bottom
  })
  return {
    corner: place(heads[0]),
    head: heads.slice(1).map(place).find(p => p.left >= heads[0].offsetWidth && p.left + p.width <= region.clientWidth + 1),
    row: rows.length ? place(rows[0]) : null,
    width: region.clientWidth, height: region.clientHeight,
    scrolled: [region.scrollLeft, region.scrollTop], page: [scrollX, document.documentElement.scrollWidth],
  }
}"""


@pytest.fixture
def phone(open_tab: OpenTab, served: ServedSite) -> Page:
    page = open_tab(viewport={"width": 390, "height": 700}, reduced_motion="reduce", has_touch=True)
    page.goto(served.kind("matrix"))
    return page


def test_header_row_and_first_column_stay_in_view(phone: Page) -> None:
    region = phone.locator(".region").first
    region.scroll_into_view_if_needed()
    region.evaluate("region => region.scrollTo(500, 100)")
    places = region.evaluate(PLACES)

    assert places["scrolled"][0] >= 150 and places["scrolled"][1] >= 80
    assert abs(places["corner"]["left"]) <= 1 and abs(places["corner"]["top"]) <= 1
    assert places["corner"]["isOnTop"]
    assert places["head"] and abs(places["head"]["top"]) <= 1 and places["head"]["isOnTop"]
    assert places["row"] and abs(places["row"]["left"]) <= 1 and places["row"]["isOnTop"]
    assert places["page"] == [0, 390]


@pytest.mark.parametrize(("width", "height"), [(390, 700), (320, 256)])
def test_what_is_sticky_leaves_room_for_the_cells(phone: Page, width: int, height: int) -> None:
    """The second size is a screen of 1280 by 1024 at 400 %."""
    phone.set_viewport_size({"width": width, "height": height})
    places = phone.locator(".region").first.evaluate(PLACES)
    assert places["corner"]["width"] <= 0.5 * places["width"]
    assert places["corner"]["height"] <= 0.5 * places["height"]
