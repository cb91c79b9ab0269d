"""A table of 160 items by 20 questions, imported from CSV: on pages, by groups, and no wider than any screen."""

import csv
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from axe_rules import violations
from building import BuiltSite
from longtable import ITEMS, PAGES, random_answers
from tabs import OpenTab, ServedSite
from test_table_controls import group


def test_every_item_is_on_one_page_of_each_table(long_served: ServedSite, open_tab: OpenTab) -> None:
    """Without JavaScript, from the first page on, by the link at the end of each."""
    page = open_tab(java_script_enabled=False)
    page.goto(long_served.url(PAGES[0]))
    names: dict[str, list[str]] = {}
    addresses = [page.url]
    while True:
        group(page, "All").click()
        for section in page.locator("section.wide").all():
            rows = section.locator("tbody th").all_inner_texts()
            names.setdefault(section.locator("h2").inner_text(), []).extend(rows)
        following = page.locator("a[rel=next]")
        if not following.count():
            break
        following.click()
        addresses.append(page.url)
    assert addresses == [long_served.url(address) for address in PAGES]
    assert names == {"First": ITEMS, "Second": ITEMS}
    assert page.locator(".pages [aria-current]").text_content() == "2: Item 100 – Item 159"


@pytest.mark.parametrize("width", [320, 768, 1440])
@pytest.mark.parametrize("address", PAGES)
def test_only_the_table_scrolls(long_served: ServedSite, open_tab: OpenTab, address: str, width: int) -> None:
    page = open_tab(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page.goto(long_served.url(address))
    assert page.evaluate("document.documentElement.scrollWidth") == width
    region = page.locator(".region").first
    fits = region.evaluate("region => region.classList.contains('is-whole')")
    assert fits == (width > 1000)
    # What does not fit scrolls in its region; the heads of what fits stand at the top of the page.
    page.evaluate("scrollTo(0, 1000)") if fits else region.evaluate("region => region.scrollTo(200, 2000)")
    corner = region.locator("thead th").first
    place, box = corner.bounding_box(), region.bounding_box()
    assert place and box
    assert abs(place["x"] - box["x"]) <= 1 and abs(place["y"] - (0 if fits else box["y"])) <= 1
    # Answers of one word take no more room than they need: most of a second column shows on the narrowest screen.
    answer = region.locator("tbody td").first.bounding_box()
    assert answer and box["width"] - place["width"] >= 1.4 * answer["width"]


def test_every_table_is_chosen_by_its_group(long_served: ServedSite, open_tab: OpenTab) -> None:
    page = open_tab()
    page.goto(long_served.url(PAGES[1]))
    group(page, "Second").click()
    assert page.locator("section.table-group h2:visible").all_inner_texts() == ["Second"]


def test_a_matrix_document_chooses_rows_and_items(long_served: ServedSite, open_tab: OpenTab) -> None:
    page = open_tab()
    page.goto(long_served.url("matrices/choice/"))
    chosen = {3, 7} | {number for number, row in enumerate(random_answers()) if row[0] == "yes"}
    assert page.locator("tbody th").all_inner_texts() == [ITEMS[number] for number in sorted(chosen)]
    assert page.locator("section.wide h2").all_inner_texts() == ["Second"]
    assert page.locator("thead th").count() == 1 + 10


def test_cells_say_what_the_table_said(long_served: ServedSite, open_tab: OpenTab) -> None:
    page = open_tab()
    page.goto(long_served.url(PAGES[1]))
    rows = page.locator("section.wide").nth(1).locator("tbody tr").all()
    assert len(rows) == 60
    for row, expected in zip(rows, random_answers()[100:], strict=True):
        words = [text.split()[0] for text in row.locator("td").all_inner_texts()]
        assert words == [answer or "unknown" for answer in expected[10:]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_later_page(long_served: ServedSite, open_tab: OpenTab, axe: Axe, scheme: str) -> None:
    page = open_tab(color_scheme=scheme)
    page.goto(long_served.url(PAGES[1]))
    assert violations(axe, page) == []


def test_the_data_of_a_matrix_has_every_item(long_site: BuiltSite) -> None:
    text = (long_site.folder / "matrices" / "all" / "all.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    assert [row[0] for row in rows[1:]] == ITEMS


def test_the_pages_lead_to_each_other(long_served: ServedSite, open_tab: OpenTab) -> None:
    page = open_tab()
    page.goto(long_served.url(PAGES[1]))
    links = page.locator(".pages a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert [urljoin(page.url, link) for link in links] == [long_served.url(address) for address in PAGES]
    assert page.title() == "All items, page 2 of 2 · Long"
