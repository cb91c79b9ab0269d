"""Print, little motion, forced colours and 400 % zoom."""

import unicodedata
from io import BytesIO

import pytest
from building import KINDS
from playwright.sync_api import Page
from pypdf import PdfReader
from tabs import OpenTab, ServedSite

# The luminance of text and of what it stands on, by CSS Color's sRGB numbers; transparent is paper.
TONES = """() => {
  const tone = colour => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number)
    return a === 0 ? 255 : 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const style = selector =>
    [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).map(e => getComputedStyle(e))
  return {
    ink: Math.max(...style("body, h1, p, td, th, a, li, .s, summary").map(s => tone(s.color))),
    paper: Math.min(...style("html, body, main, section, table, td, th").map(s => tone(s.backgroundColor))),
  }
}"""


def shown(page: Page, selector: str) -> int:
    return page.evaluate(
        "selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).length", selector
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_print_is_dark_on_white_without_the_ways_around(open_tab: OpenTab, served: ServedSite, scheme: str) -> None:
    page = open_tab(color_scheme="light")
    page.goto(served.kind("item"))
    if scheme == "dark":
        page.locator("[data-theme-switch]").click()
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.dataset.theme ?? 'light'") == scheme
    for kind in ["item", "matrix", "pair", "compare"]:
        page.goto(served.kind(kind))
        assert shown(page, ".site-nav, .crumbs, .contents, .jump, .switch, .skip") == 0
        assert shown(page, "h1, main table, main .row") >= 2
        tones = page.evaluate(TONES)
        assert tones["ink"] < 130 and tones["paper"] > 220, (kind, tones)
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize(
    "address", ["", "compare", "source", "coverage", "matrices/use-cases/", "matrices/strengths-and-weaknesses/"]
)
def test_print_clips_no_table(open_tab: OpenTab, served: ServedSite, address: str) -> None:
    """On A4 with margins of 1 cm, upright, and broad where a table asks for it; browsers shrink a page by a fifth."""
    page = open_tab(color_scheme="light")
    page.goto(served.kind(address) if address in KINDS else served.url(address))
    page.emulate_media(media="print")
    tables = """() => [...document.querySelectorAll("main table")].map(table => {
      let isBroad = false, isClipped = false
      for (let element = table; element; element = element.parentElement) {
        const style = getComputedStyle(element)
        isBroad ||= style.page === "wide"
        isClipped ||= style.overflowX !== "visible" || style.overflowY !== "visible" || style.maxHeight !== "none"
      }
      return {isBroad, isClipped, right: table.getBoundingClientRect().right}
    })"""
    for is_broad, width in [(False, 718), (True, 1047)]:
        page.set_viewport_size({"width": width, "height": 1000})
        found = page.evaluate(tables)
        assert found
        for table in found:
            assert not table["isClipped"], table
            if table["isBroad"] == is_broad:
                assert table["right"] <= width * 1.25, table


@pytest.mark.parametrize(("kind", "most"), [("item", 14), ("pair", 8), ("matrix", 15), ("use-case", 18)])
def test_a_page_prints_to_a_pdf_of_few_sheets(open_tab: OpenTab, served: ServedSite, kind: str, most: int) -> None:
    """Real sheets of A4: all that is to be read is on them, and nothing that is only to be clicked."""
    page = open_tab(color_scheme="dark")
    page.goto(served.kind(kind))
    heading = page.locator("h1").inner_text()
    page.emulate_media(media="print")
    rows = page.evaluate(
        "[...document.querySelectorAll('main tbody th')].filter(e => e.checkVisibility()).map(e => e.innerText)"
    )
    sheets = [sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages]
    assert 1 <= len(sheets) <= most, len(sheets)
    # Ligatures are letters again, and words that go on in the next line are whole.
    printed = unicodedata.normalize("NFKC", "".join("".join(sheets).split()))
    assert "".join(heading.split()) in printed
    assert [word for row in rows for word in row.split() if word not in printed] == []
    assert "Skiptothecontent" not in printed and "AtoZ" not in printed


def test_nothing_moves_for_those_who_want_no_motion(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(reduced_motion="reduce")
    for kind in ["home", "item", "matrix", "pair", "compare"]:
        page.goto(served.kind(kind))
        moving = page.evaluate(
            """[...document.querySelectorAll("*")].filter(e => {
                 const style = getComputedStyle(e)
                 return style.transitionDuration.split(",").some(s => parseFloat(s) > 0)
                   || style.animationName !== "none" || style.scrollBehavior !== "auto"
               }).map(e => e.outerHTML.slice(0, 80))"""
        )
        assert moving == []


def test_forced_colours_keep_charts_and_buttons_visible(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(forced_colors="active")
    page.goto(served.kind("item"))
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    dots = page.evaluate(
        """[...document.querySelectorAll(".row .b")].flatMap(e => ["::before", "::after"].map(part =>
             [...getComputedStyle(e, part).backgroundImage.matchAll(/rgb\\([^)]*\\)/g)].map(([color]) => color)))"""
    )
    assert dots and all(colors and paper not in colors for colors in dots)
    style = page.locator("[data-theme-switch]").evaluate(
        "e => { const s = getComputedStyle(e); return [s.borderTopColor, s.borderTopStyle, s.color] }"
    )
    assert style[0] != paper and style[1] == "solid" and style[2] != paper


@pytest.mark.parametrize("kind", KINDS)
def test_at_400_percent_the_page_does_not_scroll_sideways(open_tab: OpenTab, served: ServedSite, kind: str) -> None:
    """A window of 1280 by 1024 at 400 % has 320 by 256 CSS pixels, at four device pixels each."""
    page = open_tab(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    page.goto(served.kind(kind))
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    sticky = page.evaluate(
        """[...document.querySelectorAll("body *")].filter(e => !e.closest(".region") && e.checkVisibility()
             && ["sticky", "fixed"].includes(getComputedStyle(e).position)).length"""
    )
    assert sticky == 0, "on a screen this low nothing may stand still over the text"
