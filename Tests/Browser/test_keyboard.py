"""The site by keyboard alone: the way to the content, visible focus, and from a cell to its source."""

import pytest
from focus import stops
from playwright.sync_api import Page
from tabs import OpenTab, ServedSite


@pytest.fixture
def page(open_tab: OpenTab) -> Page:
    """A tab on a phone; without smooth scrolling, so that every stop is where it will stay."""
    return open_tab(viewport={"width": 390, "height": 700}, reduced_motion="reduce")


def test_the_skip_link_comes_first_and_leads_to_the_content(page: Page, served: ServedSite) -> None:
    page.goto(served.kind("item"))
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("element => element === document.activeElement")
    box = skip.bounding_box()
    assert box and box["x"] >= 0 and box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.localName") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("kind", ["home", "item", "matrix", "use-case", "guides", "pair", "compare"])
def test_every_stop_is_seen_and_outlined(page: Page, served: ServedSite, kind: str) -> None:
    # A longer page has more stops of the same sorts.
    page.goto(served.shortest(kind))
    seen = list(stops(page))
    assert [stop["name"] for stop in seen if not stop["hasOutline"]] == []
    assert [stop["name"] for stop in seen if not stop["isSeen"]] == []
    assert len(seen) >= 15
    if kind in ("matrix", "compare"):
        assert any(stop["isRegion"] for stop in seen)
    if kind in ("item", "pair", "use-case"):
        assert any(stop["isFold"] for stop in seen)


@pytest.mark.parametrize("kind", ["matrix", "pair", "compare"])
def test_every_stop_is_seen_on_the_way_back(page: Page, served: ServedSite, kind: str) -> None:
    """Backwards, the table scrolls up and to the left, where its sticky header and first column wait."""
    page.goto(served.shortest(kind))
    page.locator("footer a").first.focus()
    assert [stop["name"] for stop in stops(page, "Shift+Tab") if not stop["isSeen"]] == []


@pytest.mark.parametrize("start", ["item", "use-case", "criterion", "pair"])
def test_enter_opens_a_fold_and_follows_a_citation_to_the_claim(page: Page, served: ServedSite, start: str) -> None:
    page.goto(served.kind(start))
    fold = page.locator("main details:has(a[href*='sources/'][href*='#'])").first
    fold.locator("summary").first.focus()
    page.keyboard.press("Enter")
    mark = fold.locator("a[href*='sources/'][href*='#']").first
    assert mark.is_visible()
    while not mark.evaluate("mark => mark === document.activeElement"):
        page.keyboard.press("Tab")
    address = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(address)
    page.wait_for_function("document.querySelector(':target') !== null")
    target = page.evaluate(
        """() => {
             const target = document.querySelector(":target")
             const box = target.getBoundingClientRect()
             const hit = document.elementFromPoint(box.left + Math.min(20, box.width / 2), Math.max(box.top, 0) + 12)
             return {text: target.textContent.trim(), top: box.top, isCovered: !hit || !target.contains(hit)}
           }"""
    )
    assert target["text"]
    assert 0 <= target["top"] < 700
    assert not target["isCovered"]
