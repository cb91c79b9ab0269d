"""Every kind of page on screens of every width, light and dark: complete, quiet and never wider than the screen."""

import re

import pytest
from building import KINDS, BuiltSite, kind_of
from conftest import Complaints, OpenTab, ServedSite, WatchedPage
from playwright.sync_api import Page

WIDTHS = [320, 390, 768, 1280]
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
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


def test_the_list_of_kinds_is_complete(site: BuiltSite) -> None:
    assert sorted({kind_of(site.address(page), page) for page in site.pages()}) == sorted(KINDS)


def test_a_wide_table_scrolls_inside_its_region(tab: WatchedPage, served: ServedSite) -> None:
    tab.page.set_viewport_size({"width": 390, "height": 800})
    tab.page.goto(served.kind("matrix"))
    region = tab.page.locator(".region").first
    assert region.evaluate("region => region.scrollWidth > region.clientWidth")
    region.focus()
    tab.page.keyboard.press("ArrowRight")
    tab.page.wait_for_function("document.activeElement.scrollLeft > 0")
    assert tab.page.evaluate("scrollX") == 0


def test_every_page_is_quiet_and_fits_the_narrowest_screen(open_tab: OpenTab, served_below: ServedSite) -> None:
    """Below a path, with an address; every page once, since one long word on one of them is enough to spill."""
    page = open_tab(viewport={"width": 320, "height": 800})
    complaints = Complaints(served_below.root)
    complaints.watch(page)
    wrong = {}
    for file in served_below.site.pages():
        address = served_below.site.address(file)
        page.goto(served_below.url(address))
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        problems = complaints.take() + ([f"{overflow} px too wide"] if overflow else [])
        if problems:
            wrong[address] = problems
    assert wrong == {}


def test_every_page_has_a_title_and_a_description_of_its_own(site: BuiltSite) -> None:
    titles: dict[str, list[str]] = {}
    lacking = []
    for file in site.pages():
        text = file.read_text(encoding="utf-8")
        title = re.search(r"<title>([^<]+)</title>", text)
        description = re.search(r'<meta name="description" content="([^"]+)"', text)
        if not title or not description or '<html lang="en">' not in text:
            lacking.append(site.address(file))
        else:
            titles.setdefault(title[1], []).append(site.address(file))
    assert lacking == []
    assert {title: pages for title, pages in titles.items() if len(pages) > 1} == {}
