"""What axe-core finds, and that the states of cells are told in words and by marks that differ in shape."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from building import KINDS, BuiltSite
from conftest import OpenTab, ServedSite, WatchedPage
from documents import classes, elements, parse, text_of
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}

# What a cell may say in words, by the state in its class. A value speaks for itself.
WORDS = {
    "yes": ["yes", "named", "uses it"],
    "no": ["no"],
    "partial": ["partial"],
    "not-applicable": ["not applicable"],
    "praised": ["praised"],
    "criticised": ["criticised"],
    "mixed": ["mixed"],
    "contested": ["contested"],
    "mentioned": ["mentioned"],
    "unknown": ["unknown"],
}


def violations(axe: Axe, page: Page) -> list[tuple[str, list[str], str]]:
    """What axe finds on the page as it stands: the rule, where, and why."""
    found = axe.run(page, options=OPTIONS)
    return [
        (violation["id"], node["target"], node["failureSummary"])
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(
    tab: WatchedPage, served: ServedSite, axe: Axe, kind: str, width: int, scheme: str
) -> None:
    tab.page.set_viewport_size({"width": width, "height": 800})
    tab.page.emulate_media(color_scheme=scheme)
    tab.page.goto(served.kind(kind))
    assert violations(axe, tab.page) == []


def test_every_cell_of_a_matrix_tells_its_state_in_words(site: BuiltSite) -> None:
    wrong = []
    states = set()
    for file in site.pages():
        for table in elements(parse(file), "table", of_class="matrix"):
            for cell in elements(table, "td"):
                text = " ".join(text_of(cell).split())
                named = [name.removeprefix("t-") for name in classes(cell) if name.startswith("t-")]
                states.update(named)
                words = WORDS.get(named[0], [""]) if len(named) == 1 else []
                if not text or not any(word in text for word in words):
                    wrong.append((site.address(file), named, text))
    assert wrong == []
    assert states >= {"value", "yes", "no", "contested", "praised", "criticised", "unknown"}


def test_a_screen_reader_hears_the_words_and_not_the_marks(tab: WatchedPage, served: ServedSite) -> None:
    for kind in ["matrix", "item", "home", "criterion", "pair", "compare"]:
        tab.page.goto(served.kind(kind))
        spoken = tab.page.evaluate(
            """() => [...document.querySelectorAll(".s, [class*='mark']")].flatMap(element =>
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
    # A state without a mark of its own looks like one that does not exist.
    for state in ["no-such-state", *WORDS]:
        page.evaluate("state => { document.body.firstChild.className = 's s-' + state }", state)
        pictures[state] = page.screenshot(clip={"x": 0, "y": 0, "width": 60, "height": 60})
    page.evaluate("document.body.firstChild.className = ''")
    pictures["nothing"] = page.screenshot(clip={"x": 0, "y": 0, "width": 60, "height": 60})
    alike = [(a, b) for a in pictures for b in pictures if a < b and pictures[a] == pictures[b]]
    assert alike == []
