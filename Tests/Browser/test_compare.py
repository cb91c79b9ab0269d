"""Which of two, and who says so: pages of pairs as they are read, and the ways to them."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from axe_rules import violations
from building import BuiltSite, build_site
from htmlchecker import check_html
from playwright.sync_api import Page, expect
from serving import python_server
from tabs import OpenTab, ServedSite

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1440, "height": 900}
IN_VIEW = """element => {
  const box = element.getBoundingClientRect()
  return box.top >= 0 && box.top < innerHeight && element.checkVisibility()
}"""


def addresses(site: BuiltSite) -> list[str]:
    """Every third pair and the longest."""
    return [site.address(page) for page in site.some_pages(3) if site.kinds[page] == "pair"]


def test_a_stranger_on_a_phone_learns_which_and_who_says_so(open_tab: OpenTab, served: ServedSite) -> None:
    """By the address in the wrong order, without JavaScript, to the very statement on the page of a source."""
    page = open_tab(viewport=PHONE, java_script_enabled=False)
    page.goto(served.url("compare/flask-vs-django/"))
    page.wait_for_url(served.url("compare/django-vs-flask/"))
    expect(page.locator("h1")).to_have_text("Django vs Flask")

    choice = page.locator(".choice").filter(has_text="Choose Django if you …")
    lines = choice.locator("> ul > li").all_inner_texts()
    assert [line.split()[0] for line in lines] == ["need", "want", "care"], "a use, a fact and a judgement"
    line = choice.locator("> ul > li").first
    use = line.locator("a").first.inner_text()
    mark = line.locator(".cites a").first
    source = mark.get_attribute("title")
    mark.click()

    expect(page.locator("h1")).to_have_text(source or "")
    statement = page.locator(":target")
    assert statement.evaluate(IN_VIEW)
    expect(statement).to_contain_text(use)
    heading = statement.locator("xpath=ancestor::section[1]").get_by_role("heading").first
    expect(heading).to_contain_text("Django")


def test_the_first_screen_begins_both_answers(open_tab: OpenTab, served: ServedSite) -> None:
    """On a third of all pairs: on a phone one below the other, on a desk side by side, above the first difference."""
    place = """() => ["#Choose_left", "#Choose_right", "[id^=Different_]"].map(selector => {
      const box = document.querySelector(selector).getBoundingClientRect()
      return [Math.round(box.left), Math.round(box.top)]
    })"""
    page = open_tab()
    wrong = []
    for address in addresses(served.site):
        page.set_viewport_size(PHONE)
        page.goto(served.url(address))
        left, right, _ = page.evaluate(place)
        if not (left[0] == right[0] and left[1] < right[1] < PHONE["height"] - 24):
            wrong.append((address, left, right))
        page.set_viewport_size(DESK)
        left, right, difference = page.evaluate(place)
        if not (left[1] == right[1] and left[0] < right[0] and difference[1] < DESK["height"] - 24):
            wrong.append((address, left, right, difference))
    assert wrong == []


def test_a_verdict_leads_to_the_words_behind_it(open_tab: OpenTab, served: ServedSite) -> None:
    """The words are folded away until somebody follows the link to them, without JavaScript too."""
    page = open_tab(viewport=PHONE, java_script_enabled=False, reduced_motion="reduce")
    page.goto(served.url("compare/django-vs-flask/"))
    row = page.locator("#Different_Judgements_data-access")
    words = page.locator("#Said_Judgements_data-access")
    expect(words).to_be_hidden()
    row.get_by_role("link", name="In their words on Data access").click()
    expect(words).to_be_visible()
    assert words.evaluate(IN_VIEW)
    expect(words.locator(".side-name")).to_have_text(["Django", "Flask"])
    expect(words).to_contain_text("How it is to work with databases.")
    assert words.locator(".claims .cites a").count() >= 2


def test_what_is_folded_opens_by_keyboard(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(java_script_enabled=False)
    page.goto(served.url("compare/django-vs-flask/"))
    more = page.locator(".choice details").first
    expect(more.locator("li").first).to_be_hidden()
    more.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(more.locator("li").first).to_be_visible()
    shown = page.locator(".choice").first.locator("li").count()
    expect(more.locator("summary")).to_have_text(f"All {shown} reasons for Django")


@pytest.mark.parametrize("width", [320, 768])
def test_both_columns_keep_their_names_in_view(open_tab: OpenTab, served: ServedSite, width: int) -> None:
    page = open_tab(viewport={"width": width, "height": 640}, reduced_motion="reduce")
    page.goto(served.url("compare/django-vs-flask/"))
    row = page.locator("#Different_Judgements_data-access")
    row.evaluate("row => row.scrollIntoView({block: 'center'})")
    names = page.locator("#Different_caption + thead th")
    assert names.all_inner_texts()[1:] == ["Django", "Flask"]
    for name, cell in zip(names.all()[1:], row.locator("td").all(), strict=True):
        name_box, cell_box = name.bounding_box(), cell.bounding_box()
        assert name_box and cell_box and 0 <= name_box["y"] < 48
        assert abs(name_box["x"] - cell_box["x"]) <= 1
        assert name.evaluate(
            """name => {
                 const box = name.getBoundingClientRect()
                 return name.contains(document.elementFromPoint(box.left + 8, box.top + box.height / 2))
               }"""
        )


def test_paper_shows_every_reason_and_only_the_words_that_are_open(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab()
    page.goto(served.url("compare/django-vs-flask/"))
    page.locator(".said summary").first.click()
    page.emulate_media(media="print")
    assert page.locator(".choice li:visible").count() == page.locator(".choice li").count()
    expect(page.locator("#One_sided_caption + thead")).to_be_visible()
    expect(page.locator(".said:visible")).to_have_count(1)
    expect(page.locator("#Other_pairs")).to_be_hidden()


# The grid of all pairs


def mark_of(page: Page, row: str, column: int) -> dict:
    """How a row and a column look: their backgrounds, and whether a veil lies on the column from its header down."""
    return page.evaluate(
        """([row, column]) => {
             const cells = [...document.querySelectorAll(`#${row} > *`)]
             const veil = getComputedStyle(cells[column], "::after")
             const head = document.querySelectorAll("thead th")[column].getBoundingClientRect()
             const top = cells[column].getBoundingClientRect().top + parseFloat(veil.top)
             return {
               row: cells.every(cell => getComputedStyle(cell).backgroundImage !== "none"),
               column: veil.content === '""' && veil.position === "absolute" && top < head.top,
             }
           }""",
        [row, column],
    )


def test_a_cell_marks_its_row_and_its_column(open_tab: OpenTab, served: ServedSite) -> None:
    """Without JavaScript, by pointer and by keyboard."""
    page = open_tab(java_script_enabled=False, viewport=DESK)
    page.goto(served.url("compare/"))
    cell = page.locator("#Item_flask td").nth(2)
    nothing, both = {"row": False, "column": False}, {"row": True, "column": True}
    assert mark_of(page, "Item_flask", 3) == nothing
    cell.hover()
    assert mark_of(page, "Item_flask", 3) == both
    page.mouse.move(1, 1)
    assert mark_of(page, "Item_flask", 3) == nothing
    cell.locator("a").focus()
    assert mark_of(page, "Item_flask", 3) == both


def test_the_grid_leads_to_a_pair_by_keyboard(open_tab: OpenTab, served: ServedSite) -> None:
    """From the list of rows to one of them, and on to the cell, past the hundreds of others."""
    page = open_tab(java_script_enabled=False, viewport=PHONE, reduced_motion="reduce")
    page.goto(served.url("compare/"))
    page.get_by_text("Go to a row").focus()
    page.keyboard.press("Enter")
    page.locator("nav.jump").get_by_role("link", name="Flask").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/#Item_flask")
    for _ in range(5):
        page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_accessible_name("Flask vs Django: 11 differences")
    head, name = page.locator("thead th").nth(4), page.locator("#Item_flask th")
    for sticky in [head, name]:
        assert sticky.evaluate(IN_VIEW)
    focused, first = page.locator(":focus").bounding_box(), name.bounding_box()
    assert focused and first and focused["x"] >= first["x"] + first["width"] - 1
    page.keyboard.press("Enter")
    page.wait_for_url(served.url("compare/django-vs-flask/"))


def test_the_grid_says_what_its_numbers_are(served: ServedSite, open_tab: OpenTab) -> None:
    page = open_tab()
    page.goto(served.url("compare/"))
    table = page.locator(".pair-grid")
    expect(table).to_have_accessible_description(re.compile("on how many criteria the sources tell the two apart"))
    assert table.locator("tbody td").count() == table.locator("tbody tr").count() ** 2
    assert [text for text in table.locator("tbody td").all_text_contents() if not text.strip()] == []


# Too many for a grid

NAMES = [f"Item {number:02} with quite a long name" for number in range(45)]


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    """A site of 45 items, every third of which differs from the others."""
    folder = tmp_path_factory.mktemp("crowded")
    for directory in ["items", "criteria", "sources"]:
        (folder / "Content" / directory).mkdir(parents=True)
    (folder / "Content" / "site.yml").write_text("title: Crowded\n", encoding="utf-8")
    (folder / "Content/criteria/open.md").write_text("---\nname: Open\ntype: boolean\n---\n", encoding="utf-8")
    (folder / "Content/sources/one.md").write_text("---\nname: One\n---\n", encoding="utf-8")
    for number, name in enumerate(NAMES):
        value = "no" if number % 3 else "yes"
        text = f"---\nname: {name}\nfacts: {{ open: {{ value: {value}, sources: [one] }} }}\n---\n"
        (folder / "Content" / "items" / f"item-{number:02}.md").write_text(text, encoding="utf-8")
    site = build_site(folder / "Public", folder)
    assert check_html(site.folder) == []
    with python_server(site.folder) as root:
        yield ServedSite(site, root)


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("address", ["compare/", "compare/item-03/", "compare/item-03-vs-item-04/"])
def test_many_items_fit_the_screen_and_please_axe(
    crowded: ServedSite, open_tab: OpenTab, axe: Axe, address: str, width: int
) -> None:
    page = open_tab(viewport={"width": width, "height": 800})
    page.goto(crowded.url(address))
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert violations(axe, page) == []


def test_many_items_are_a_list_that_leads_to_the_pairs_of_each(crowded: ServedSite, open_tab: OpenTab) -> None:
    """Thirty of the items are alike, and so are the other fifteen: their pairs are left out, and told."""
    page = open_tab(java_script_enabled=False, viewport=PHONE)
    page.goto(crowded.url("compare/"))
    expect(page.locator(".pair-grid")).to_have_count(0)
    listed = page.locator("main > .pair-links > li")
    assert [line.split("\n")[0] for line in listed.all_inner_texts()] == [
        f"{name} {15 if number % 3 else 30} pairs" for number, name in enumerate(NAMES)
    ]
    alike = 30 * 29 // 2 + 15 * 14 // 2
    expect(page.locator(".meta")).to_contain_text(f"450 pairs: every item with every other, but for {alike}")
    page.locator(".meta a").click()
    page.get_by_text("Which they are").click()
    left_out = page.locator("#Left_out ~ details li")
    expect(left_out.first).to_have_text(re.compile(r": no difference is known$"))
    assert left_out.count() == 200

    listed.nth(3).locator("a").click()
    expect(page.locator("h1")).to_have_text(f"{NAMES[3]} compared")
    expect(page.locator(".pair-links li")).to_have_count(30)
    page.get_by_role("link", name=NAMES[4]).click()
    expect(page.locator("h1")).to_have_text(f"{NAMES[3]} vs {NAMES[4]}")
    expect(page.locator(".choice").first.locator("li")).to_have_text(["want Open One " + f"{NAMES[4]}: no"])
    expect(page.locator(".choice").nth(1)).to_contain_text("Nothing in the sources speaks for it")
    page.get_by_role("link", name="All 29 of them").click()
    page.wait_for_url(crowded.url("compare/item-03/"))
