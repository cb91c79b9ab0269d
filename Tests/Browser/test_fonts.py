"""The pages of the bundled site in fonts of every shape: their targets can be hit, and nothing spills."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import launch
from fonts import FONT_SETS, write_configuration
from playwright.sync_api import Browser
from serving import python_server
from tabs import ServedSite

LOOK = (Path(__file__).parent / "layout.js").read_text(encoding="utf-8")
# The narrowest screen of WCAG 1.4.10, and a desk's.
WIDTHS = [320, 1280]

OpenBrowser = Callable[[str], Browser]


@pytest.fixture
def open_browser(browser: Browser, tmp_path: Path) -> Iterator[OpenBrowser]:
    """Opens a browser that has the fonts of a set and no others."""
    opened: list[Browser] = []

    def open_one(name: str) -> Browser:
        environment = {**os.environ, "FONTCONFIG_FILE": str(write_configuration(name, tmp_path))}
        opened.append(launch(browser.browser_type, env=environment))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


def look(browser: Browser, root: str, addresses: list[str]) -> list[str]:
    """What does not fit on the pages, in two tabs beside each other."""
    tabs = [browser.new_page(), browser.new_page()]
    for place, tab in enumerate(tabs):
        # Any file of the site: its pages are shown in frames, which are of the same origin.
        tab.goto(f"{root}robots.txt")
        task = json.dumps({"addresses": [f"/{address}" for address in addresses[place::2]], "widths": WIDTHS})
        tab.evaluate(f"() => {{ window.found = ({LOOK})({task}) }}")
    found = [problem for tab in tabs for problem in tab.evaluate("() => window.found")]
    for tab in tabs:
        tab.close()
    return found


@pytest.mark.parametrize("fonts", FONT_SETS)
def test_pages_fit_and_their_targets_can_be_hit(
    open_browser: OpenBrowser, served: ServedSite, fonts: str
) -> None:
    """WCAG 1.4.10, 1.4.12 and 2.5.8, at 320 and 1,280 pixels.

    Every page in DejaVu, whose letters are the widest; in each other set one page of eight and the longest of each kind.
    """
    site, place = served.site, list(FONT_SETS).index(fonts)
    pages = site.pages() if fonts == "dejavu" else site.some_pages(8, place)
    assert len(pages) > (300 if fonts == "dejavu" else 50)
    assert look(open_browser(fonts), served.root, [site.address(page) for page in pages]) == []


def test_each_set_has_letters_of_its_own(open_browser: OpenBrowser) -> None:
    """The sets differ in what a page is set in, so that none stands in for another."""
    sizes = {}
    for fonts in FONT_SETS:
        page = open_browser(fonts).new_page()
        page.set_content(
            "<p style='width: max-content; font: 100px/normal system-ui, sans-serif'>handgloves</p>"
            "<p style='width: max-content; font: 100px/normal ui-serif, Georgia, serif'>handgloves</p>"
        )
        boxes = [line.bounding_box() for line in page.locator("p").all()]
        sizes[fonts] = [(round(box["width"]), round(box["height"])) for box in boxes if box]
    assert len({tuple(size) for size in sizes.values()}) == len(FONT_SETS), sizes
    widths = {fonts: size[0][0] for fonts, size in sizes.items()}
    assert widths["narrow"] < widths["liberation"] < widths["dejavu"]
    assert all(height > 250 for _, height in sizes["tall"])


FAULTS = {
    "sideways": ("<p style='width: 330px'>x</p>", ["at 320", "at 320 with spacing"]),
    "sideways-when-spaced": (
        "<p style='display: inline-block; white-space: nowrap; font: 16px monospace'>" + "m" * 28 + "</p>",
        ["at 320 with spacing"],
    ),
    "small": (
        "<style>a { font: 12px/1 sans-serif }</style><p><a href='#a'>ab</a> <a href='#b'>cd</a></p>",
        ["at 320, targets", "at 1280, targets"],
    ),
    "close-below-each-other": (
        "<p style='line-height: 18px'><a href='#a'>one link</a><br><a href='#b'>another</a></p>",
        ["at 320, targets", "at 1280, targets"],
    ),
    # In a sentence, far from each other, large, or out of sight.
    "right": (
        "<p>See <a href='#a'>a</a> and <a href='#b'>b</a> for more.</p>"
        "<style>button { width: 24px; height: 24px } summary { line-height: 24px }</style>"
        "<p><a href='#c'>c</a></p><p style='margin-top: 60px'><button>x</button><button>y</button></p>"
        "<details><summary>s</summary>"
        "<a href='#d'>d</a><a href='#e'>e</a></details>",
        [],
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults_are_found(open_browser: OpenBrowser, tmp_path: Path, name: str) -> None:
    body, expected = FAULTS[name]
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "robots.txt").write_text("", encoding="utf-8")
    (folder / "a.html").write_text(f"<!doctype html><html lang='en'><title>A</title>{body}", encoding="utf-8")
    with python_server(folder) as root:
        found = look(open_browser("dejavu"), root, ["a.html"])
    assert [problem.partition("a.html ")[2].partition(":")[0] for problem in found] == expected, found
