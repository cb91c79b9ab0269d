"""The tables of a matrix without scripts, on a phone, on paper, in forced colours, and for those who cannot see them."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from axe_rules import violations
from building import KINDS
from focus import stops
from measures import TABLE_SHIFT
from playwright.sync_api import Page, expect
from tabs import OpenTab, ServedSite
from test_table_controls import FACTS, JUDGEMENTS, group, names, shown, status, summary

# A view that uses everything at once.
BUSY = (
    JUDGEMENTS + "?baseline=django&sort=-performance&find=o&where=scalability:praised,contested&hide=koa"
    "&without=security&group=building&differences=only"
)
VIEWS = ["", "?compare=django,flask", "?compare=django,flask,koa,spring&baseline=koa", "?baseline=django&sort=licence"]

SHIFT = """async () => {
  const seen = await new Promise(resolve => {
    const seen = []
    new PerformanceObserver(list => seen.push(...list.getEntries())).observe({type: "layout-shift", buffered: true})
    setTimeout(() => resolve(seen), 300)
  })
  return seen.reduce((sum, entry) => sum + entry.value, 0)
}"""


def ready(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator(".tables.is-ready")).to_be_visible()
    return page


# Without scripts


def test_without_scripts_no_control_shows_that_needs_them(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(java_script_enabled=False)
    for address in [FACTS, JUDGEMENTS, "matrices/use-cases/", "matrices/who-uses-what/"]:
        page.goto(served.url(address))
        for needy in page.locator(".needs-script, .sort").all():
            expect(needy).to_be_hidden()
        # Nor do they leave a gap: what is left of the controls has a height only where something shows.
        controls = page.locator(".controls")
        assert controls.is_hidden() or controls.locator(":is(label, a):visible").count()


def test_without_scripts_differences_can_be_picked_out(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(java_script_enabled=False)
    page.goto(served.url(JUDGEMENTS))
    group(page, "All").click()
    same = page.locator("thead .is-same")
    assert 0 < same.count() < page.locator("thead th").count()
    expect(same.first).to_be_visible()
    page.get_by_role("checkbox", name="Differences only").check()
    for cell in page.locator(".is-same").all()[:40]:
        expect(cell).to_be_hidden()
    expect(page.locator("thead th:not(.is-same)").last).to_be_visible()
    page.get_by_role("checkbox", name="Differences only").uncheck()
    expect(same.first).to_be_visible()


def test_without_scripts_one_group_is_shown_or_all_are(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(java_script_enabled=False)
    page.goto(served.url(JUDGEMENTS))
    tables = page.locator(".region")
    assert [table.is_visible() for table in tables.all()] == [True, False, False, False]
    group(page, "Building").click()
    assert [table.is_visible() for table in tables.all()] == [False, False, True, False]
    group(page, "All").click()
    assert [table.is_visible() for table in tables.all()] == [True] * 4
    expect(page.get_by_role("heading", name="Building", exact=True)).to_be_visible()


def test_a_link_leads_into_a_group_that_is_not_chosen(open_tab: OpenTab, served: ServedSite) -> None:
    page = ready(open_tab(reduced_motion="reduce"), served.url(JUDGEMENTS + "#Table_3_flask"))
    expect(page.get_by_role("radio", name="Building")).to_be_checked()
    expect(page.locator("th:target")).to_be_in_viewport()


def test_the_address_of_a_row_shows_where_the_pointer_or_the_focus_is(open_tab: OpenTab, served: ServedSite) -> None:
    page = ready(open_tab(), served.url(JUDGEMENTS))
    link = page.get_by_role("link", name="Link to this row: Django").first
    expect(link).to_have_css("opacity", "0")
    page.locator("tr", has=page.locator("#Table_1_django")).locator("td").last.hover()
    expect(link).to_have_css("opacity", "1")
    page.mouse.move(0, 0)
    link.focus()
    expect(link).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    assert page.url.endswith("#Table_1_django")


@pytest.mark.parametrize("width", [390, 1440])
def test_the_table_stands_within_the_first_screen(open_tab: OpenTab, served: ServedSite, width: int) -> None:
    page = ready(open_tab(viewport={"width": width, "height": 780 if width < 400 else 900}), served.url(JUDGEMENTS))
    rows = page.locator("tbody tr:visible").all()
    seen = [row for row in rows if (box := row.bounding_box()) and box["y"] + box["height"] <= page.viewport_size["height"]]
    assert len(seen) >= (3 if width < 400 else 12)


def test_a_note_makes_no_column_wider(open_tab: OpenTab, served: ServedSite) -> None:
    page = ready(open_tab(viewport={"width": 1440, "height": 900}), served.url(FACTS + "?group=built-in"))
    note = page.locator(".aside:visible").first
    cell = page.locator("td", has=note).first
    before = cell.bounding_box()
    note.locator("summary").click()
    after = cell.bounding_box()
    assert before and after and before["width"] < 160 and after["width"] <= max(before["width"], 11 * 16)


# Scripts


def test_only_matrices_load_the_scripts_of_tables(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab()
    loaded: dict[str, set[str]] = {}
    page.on("request", lambda request: loaded.setdefault(page.url, set()).add(request.url))
    for kind in KINDS:
        page.goto(served.kind(kind))
    with_modules = [url for url, requests in loaded.items() if any("/assets/table/" in request for request in requests)]
    assert with_modules == [served.kind("matrix")]


@pytest.mark.parametrize("width", [320, 768, 1440])
@pytest.mark.parametrize("address", [FACTS + view for view in VIEWS] + [BUSY, "matrices/use-cases/?rank=-flask"])
def test_nothing_moves_when_the_scripts_start(open_tab: OpenTab, served: ServedSite, address: str, width: int) -> None:
    page = open_tab(viewport={"width": width, "height": 800})
    ready(page, served.url(address))
    assert page.evaluate(SHIFT) < TABLE_SHIFT
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_controls_need_not_be_there(open_tab: OpenTab, served: ServedSite) -> None:
    """A theme may take the tables and leave the controls."""
    page = open_tab()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route("**/at-a-glance/", lambda route: route.fulfill(
        response=(answer := route.fetch()), body=answer.text().replace('class="controls"', 'class="other"')))
    page.goto(served.url(FACTS), wait_until="networkidle")
    assert errors == []
    assert len(names(page)) == 17


# What the tables look like, and what they say to those who do not see them


@pytest.mark.parametrize(("scheme", "panels"), [("light", ["none", "compare"]), ("dark", ["filter", "choose"])])
@pytest.mark.parametrize("address", [FACTS + view for view in VIEWS[1:]] + [BUSY])
def test_axe_finds_nothing_in_a_view(
    open_tab: OpenTab, served: ServedSite, axe: Axe, address: str, scheme: str, panels: list[str]
) -> None:
    page = ready(open_tab(color_scheme=scheme, viewport={"width": 1280, "height": 900}), served.url(address))
    for panel in panels:
        if panel != "none":
            summary(page, panel).click()
        assert violations(axe, page) == []


@pytest.mark.parametrize(
    ("address", "width", "height"),
    [
        (FACTS + "?baseline=spring", 390, 700),
        (FACTS + "?compare=django,flask,koa&baseline=koa", 390, 700),
        ("matrices/use-cases/?baseline=koa", 1280, 900),
    ],
)
def test_what_stands_still_covers_no_focus(open_tab: OpenTab, served: ServedSite, address: str, width: int, height: int) -> None:
    page = ready(open_tab(viewport={"width": width, "height": height}, reduced_motion="reduce"), served.url(address))
    assert [stop["name"] for stop in stops(page, limit=1500) if not stop["isSeen"]] == []
    page.locator("footer a").first.focus()
    assert [stop["name"] for stop in stops(page, "Shift+Tab", limit=1500) if not stop["isSeen"]] == []


def test_on_a_phone_two_items_fit_beside_each_other(open_tab: OpenTab, served: ServedSite) -> None:
    page = ready(open_tab(viewport={"width": 320, "height": 640}, has_touch=True), served.url(FACTS))
    summary(page, "compare").tap()
    page.get_by_role("checkbox", name="Django").tap()
    page.get_by_role("checkbox", name="Laravel").tap()
    page.locator("h1").tap()
    for region in page.locator(".region").all():
        assert region.evaluate("region => region.scrollWidth - region.clientWidth") <= 0
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("panel", ["compare", "filter", "choose"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_a_panel_fits_the_screen(open_tab: OpenTab, served: ServedSite, panel: str, width: int) -> None:
    page = ready(open_tab(viewport={"width": width, "height": 700}), served.url(JUDGEMENTS))
    summary(page, panel).click()
    box = page.locator(f"[data-panel={panel}] .sheet").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= width and box["height"] <= 700
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_targets_are_large_enough(open_tab: OpenTab, served: ServedSite) -> None:
    """WCAG 2.5.8: 24 by 24 CSS pixels; a checkbox is as large as its label."""
    page = ready(open_tab(viewport={"width": 390, "height": 800}), served.url(BUSY))
    summary(page, "compare").click()
    small = page.evaluate(
        """() => [...document.querySelectorAll(".controls :is(summary, button, select, label, a), .sort, .check, .told, .judged, .here, .aside > summary, tbody .pick")]
             .filter(element => element.checkVisibility()).map(element => [element.textContent, element.getBoundingClientRect()])
             .filter(([, box]) => box.width < 24 || box.height < 24).map(([text, box]) => `${text} ${box.width} ${box.height}`)"""
    )
    assert small == []


def test_forced_colours_keep_controls_and_marks(open_tab: OpenTab, served: ServedSite) -> None:
    page = ready(open_tab(forced_colors="active"), served.url(FACTS + "?baseline=django&sort=first-release"))
    marks = page.evaluate(
        """() => [".is-different", "th[aria-sort] .sort", ".sort"].map(selector => {
             const style = getComputedStyle(document.querySelector(selector), "::before")
             return [style.content, style.color !== getComputedStyle(document.body).backgroundColor]
           })"""
    )
    assert [(content[1], is_visible) for content, is_visible in marks] == [("≠", True), ("↑", True), ("⇅", True)]
    borders = page.evaluate(
        """() => [".panel summary", ".applied button"].map(selector =>
             getComputedStyle(document.querySelector(selector)).borderTopStyle)"""
    )
    assert borders == ["solid"] * 2


def test_numbers_stand_as_their_header_does(open_tab: OpenTab, served: ServedSite) -> None:
    page = ready(open_tab(), served.url(FACTS))
    aligned = """() => [...document.querySelectorAll(".matrix .num")].map(cell => getComputedStyle(cell).textAlign)"""
    figures = """() => getComputedStyle(document.querySelector("td.num")).fontVariantNumeric"""
    assert set(page.evaluate(aligned)) == {"end"} and page.evaluate(figures) == "tabular-nums"
    ready(page, served.url(FACTS + "?compare=django,flask"))
    assert set(page.evaluate(aligned)) == {"start"}


def test_the_row_and_the_column_of_a_cell_are_marked_in_every_view(open_tab: OpenTab, served: ServedSite) -> None:
    page = ready(open_tab(), served.url(FACTS + "?compare=django,flask"))
    cell = page.locator("tbody td:nth-child(3)").nth(1)
    link = page.locator("tbody tr:nth-child(1) td:nth-child(3) a").first
    for mark in [cell.hover, link.focus]:
        mark()
        here = page.locator(".is-here")
        assert here.first.evaluate("cell => cell.cellIndex") == 2
        assert here.count() == page.locator(".matrix").first.locator("tr").count()
        page.mouse.move(0, 0)


def test_paper_shows_the_view_without_the_controls(open_tab: OpenTab, served: ServedSite) -> None:
    page = ready(open_tab(viewport={"width": 1280, "height": 900}), served.url(BUSY))
    chosen = shown(page)[0]
    page.emulate_media(media="print")
    # All groups, in the order and with the rows that were chosen, and with numbers beside the dots.
    assert len(shown(page)) == 4 and chosen in shown(page)
    expect(page.locator(".matrix .b .hidden").first).to_have_css("position", "static")
    expect(status(page)).to_be_visible()
    for selector in [".panel", ".check", ".groups", ".applied", "[data-reset]", "[data-copy]", ".sort", ".here"]:
        assert page.evaluate("selector => [...document.querySelectorAll(selector)].every(e => !e.checkVisibility())", selector), selector
