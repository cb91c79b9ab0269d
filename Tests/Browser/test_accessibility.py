"""What axe-core finds, and that the marks of states differ in shape and are not read out."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from axe_rules import violations
from building import KINDS
from tabs import OpenTab, ServedSite, WatchedPage

# The kinds that have many pages.
MANY = ["item", "matrix", "pair", "comparison", "use-case", "criterion", "value", "source", "organisation", "page"]

# The states that have a mark beside their word.
MARKED = ["yes", "no", "partial", "contested"]


def look(tab: WatchedPage, axe: Axe, address: str, width: int, scheme: str) -> list[tuple[str, list[str], str]]:
    tab.page.set_viewport_size({"width": width, "height": 800})
    tab.page.emulate_media(color_scheme=scheme)
    tab.page.goto(address)
    return violations(axe, tab.page)


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(
    tab: WatchedPage, served: ServedSite, axe: Axe, kind: str, width: int, scheme: str
) -> None:
    assert look(tab, axe, served.kind(kind), width, scheme) == []


@pytest.mark.parametrize("kind", MANY)
def test_axe_finds_nothing_on_the_shortest_page(tab: WatchedPage, served: ServedSite, axe: Axe, kind: str) -> None:
    """What is left out where there is nothing to say leaves nothing odd behind."""
    assert look(tab, axe, served.shortest(kind), 320, "light") == []


def test_a_screen_reader_hears_the_words_and_not_the_marks(tab: WatchedPage, served: ServedSite) -> None:
    for kind in ["matrix", "item", "home", "criterion", "pair", "compare"]:
        tab.page.goto(served.kind(kind))
        spoken = tab.page.evaluate(
            """() => [...document.querySelectorAll(".s, .b, [class*='mark']")].flatMap(element =>
                 ["::before", "::after"].map(part => getComputedStyle(element, part).content)
                   .filter(content => !["none", "normal", '""'].includes(content) && !content.endsWith('/ ""')))"""
        )
        assert spoken == []
        assert tab.page.locator("svg:not([aria-hidden=true]):not(:has(title))").count() == 0


@pytest.mark.parametrize("forced_colors", ["none", "active"])
def test_marks_differ_in_shape(open_tab: OpenTab, served: ServedSite, forced_colors: str) -> None:
    """Each mark drawn large in one colour at one place: no two look alike, and none is invisible."""
    page = open_tab(forced_colors=forced_colors)
    page.goto(served.kind("matrix"))
    page.evaluate("document.body.innerHTML = '<span style=\"font-size: 40px; color: CanvasText\"></span>'")
    pictures = {}
    for state in MARKED:
        page.evaluate("state => { document.body.firstChild.className = 's s-' + state }", state)
        pictures[state] = page.screenshot(clip={"x": 0, "y": 0, "width": 60, "height": 60})
    page.evaluate("document.body.firstChild.className = ''")
    pictures["nothing"] = page.screenshot(clip={"x": 0, "y": 0, "width": 60, "height": 60})
    alike = [(a, b) for a in pictures for b in pictures if a < b and pictures[a] == pictures[b]]
    assert alike == []


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("forced_colors", ["none", "active"])
def test_dots_differ_in_shape_and_place(
    open_tab: OpenTab, served: ServedSite, forced_colors: str, direction: str
) -> None:
    """For, against, both, nobody and plain counts look different without their words, each of them drawn at one place."""
    page = open_tab(forced_colors=forced_colors, viewport={"width": 200, "height": 60})
    page.goto(served.kind("matrix"))
    page.evaluate("direction => { document.dir = direction; document.body.innerHTML = '<div><span></span></div>' }", direction)
    pictures = {}
    balances = ["", "b no", "b f1", "b f2", "b a1", "b a2", "b h1", "b f1 a1", "b f1 h1", "b a1 h1", "b f1 a1 h1"]
    for classes in [*balances, "d d1", "d d2"]:
        page.evaluate("classes => { document.querySelector('span').className = classes }", classes)
        pictures[classes] = page.screenshot()
        width = page.evaluate("document.querySelector('span').getBoundingClientRect().width")
        dots = sum(int(number) for number in re.findall(r"[fah](\d)", classes))
        assert width >= 10 * dots, "a dot has ten pixels"
    alike = [(a, b) for a in pictures for b in pictures if a < b and pictures[a] == pictures[b]]
    assert alike == []
