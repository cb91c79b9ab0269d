"""Every kind of page on screens of every width, light and dark: complete, quiet and never wider than the screen."""

import pytest
from building import KINDS
from measures import MEASURES, TABLE_SHIFT
from tabs import Complaints, OpenTab, ServedSite, WatchedPage

SCREENS = [(320, "light"), (390, "dark"), (768, "light"), (1280, "dark")]


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_its_screen(tab: WatchedPage, served: ServedSite, kind: str, width: int, scheme: str) -> None:
    tab.page.set_viewport_size({"width": width, "height": 800})
    tab.page.emulate_media(color_scheme=scheme)
    tab.complaints.take()
    tab.page.goto(served.kind(kind))
    measured = tab.page.evaluate(MEASURES)

    assert tab.complaints.take() == []
    assert measured["overflow"] == 0
    assert not measured["hidesOverflow"], "the page may not hide what does not fit"
    assert measured["shift"] < TABLE_SHIFT
    assert measured["wideTables"] == 0
    assert len(measured["headings"]) == 1 and measured["headings"][0]
    for region in measured["regions"]:
        assert region["label"] and region["isFocusable"], region
        assert region["spill"] <= 0, region


def test_a_wide_table_scrolls_inside_its_region(tab: WatchedPage, served: ServedSite) -> None:
    tab.page.set_viewport_size({"width": 390, "height": 800})
    tab.page.goto(served.kind("matrix"))
    region = tab.page.locator(".region").first
    assert region.evaluate("region => region.scrollWidth > region.clientWidth")
    region.focus()
    tab.page.keyboard.press("ArrowRight")
    tab.page.wait_for_function("document.activeElement.scrollLeft > 0")
    assert tab.page.evaluate("scrollX") == 0


def test_pages_are_quiet_and_fit_the_narrowest_screen(open_tab: OpenTab, served_below: ServedSite) -> None:
    """Below a path, with an address; a third of all pages, since one long word on one of them is enough to spill."""
    page = open_tab(viewport={"width": 320, "height": 800})
    complaints = Complaints(served_below.root)
    complaints.watch(page)
    wrong = {}
    for file in served_below.site.some_pages(3):
        address = served_below.site.address(file)
        page.goto(served_below.url(address))
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        problems = complaints.take() + ([f"{overflow} px too wide"] if overflow else [])
        if problems:
            wrong[address] = problems
    assert wrong == {}


# Lists one of whose rows begins further right or left than the others, though all have the same place.
CROOKED = """() => [...document.querySelectorAll("main :is(ul, ol)")].flatMap(list => {
  const rows = [...list.children].filter(row => row.checkVisibility() && row.firstElementChild)
  const places = rows.map(row => row.getBoundingClientRect())
  if (new Set(places.map(({ x, width }) => `${Math.round(x)} ${Math.round(width)}`)).size > 1) return []
  const starts = rows.map(row => Math.round(row.firstElementChild.getBoundingClientRect().x))
  const isBlock = rows.every(row => ["grid", "flex"].includes(getComputedStyle(row).display))
  return isBlock && new Set(starts).size > 1 ? [`${list.className}: ${starts}`] : []
})"""


@pytest.mark.parametrize("width", [768, 1440])
@pytest.mark.parametrize("kind", [*KINDS, "a use that some lack"])
def test_the_rows_of_a_list_begin_at_one_edge(tab: WatchedPage, served: ServedSite, kind: str, width: int) -> None:
    tab.page.set_viewport_size({"width": width, "height": 900})
    tab.page.goto(served.kind(kind) if kind in KINDS else served.url("use-cases/real-time/"))
    assert tab.page.evaluate(CROOKED) == []
