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

PHONE = {"width": 390, "height": 780}
DESK = {"width": 1440, "height": 900}
IN_VIEW = """element => {
  const box = element.getBoundingClientRect()
  return box.top >= 0 && box.top < innerHeight && element.checkVisibility()
}"""


def addresses(site: BuiltSite) -> list[str]:
    """Every third pair and the longest."""
    return [site.address(page) for page in site.some_pages(3) if site.kinds[page] == "pair"]


def test_a_stranger_on_a_phone_learns_which_and_who_says_so(open_tab: OpenTab, served: ServedSite) -> None:
    """By the address in the wrong order, without JavaScript, to the list of sources and what one says of the item."""
    page = open_tab(viewport=PHONE, java_script_enabled=False, reduced_motion="reduce")
    page.goto(served.url("compare/flask-vs-django/"))
    page.wait_for_url(served.url("compare/django-vs-flask/"))
    expect(page.locator("h1")).to_have_text("Django vs Flask")

    choice = page.locator(".choice").filter(has_text="Choose Django if you …")
    kinds = [line.get_attribute("data-reason") for line in choice.locator("> ul > li").all()]
    assert kinds == ["direct", "opinion", "opinion", "opinion"]
    line = choice.locator("[data-reason=opinion]").first
    expect(line).to_contain_text("3 for, 1 both; Flask: 1 for, 1 against")
    line.locator("a").click()

    row = page.locator(":target")
    assert row.evaluate(IN_VIEW)
    expect(row.locator("summary b")).to_have_text("Structure")
    row.locator("summary").click()
    mark = row.locator(".claims a").first
    name = mark.inner_text()
    mark.click()

    listed = page.locator("#The_sources li:target")
    assert listed.evaluate(IN_VIEW)
    expect(listed.locator("b")).to_have_text(name)
    source = listed.locator("a").first.text_content()
    listed.locator(".c", has_text="Django").get_by_role("link").click()

    expect(page.locator("h1")).to_have_text(source or "")
    said = page.locator("details:target")
    assert said.evaluate(IN_VIEW)
    expect(said.locator("summary").first).to_contain_text("Django")
    expect(said).to_contain_text("Structure")


def test_the_first_screen_begins_both_answers(open_tab: OpenTab, served: ServedSite) -> None:
    """On a third of all pairs: on a phone one below the other, on a desk side by side, above what they rest on."""
    place = """() => ["#Choose_left", "#Choose_right", "main section:not(.choice) h2"].map(selector => {
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
        left, right, below = page.evaluate(place)
        if not (left[1] == right[1] and left[0] < right[0] and below[1] < DESK["height"] - 24):
            wrong.append((address, left, right, below))
    assert wrong == []


def test_a_reason_opens_the_row_that_it_rests_on(open_tab: OpenTab, served: ServedSite) -> None:
    """Here, or on the page of the item that alone is judged; without JavaScript the row is reached and opens by keyboard."""
    page = open_tab(viewport=PHONE, reduced_motion="reduce")
    page.goto(served.url("compare/express-vs-koa/"))
    reason = page.locator("[data-reason] > a[href^='#Opinion']").first
    words = page.locator(f"{reason.get_attribute('href')} .say")
    expect(words).to_be_hidden()
    reason.click()
    expect(words).to_be_visible()
    expect(words.locator("h3")).to_have_text(["Express.js", "Koa"])
    assert words.locator(".claims a").count() >= 1
    page.locator("[data-reason=praise] > a").first.click()
    expect(page.locator("h1")).to_have_text("Express.js")
    expect(page.locator(":target")).to_be_visible()

    plain = open_tab(viewport=PHONE, java_script_enabled=False, reduced_motion="reduce")
    plain.goto(served.url("compare/django-vs-flask/"))
    row = plain.locator("#Opinion_data-access")
    expect(row.locator(".say")).to_be_hidden()
    row.locator("summary").focus()
    plain.keyboard.press("Enter")
    expect(row.locator(".say")).to_contain_text("Against")


def test_an_address_opens_a_row_and_the_fold_around_it(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(viewport=PHONE, reduced_motion="reduce")
    page.goto(served.url("compare/django-vs-flask/#Opinion_documentation"))
    row = page.locator("#The_common #Opinion_documentation")
    expect(row.locator(".say")).to_be_visible()
    assert row.evaluate(IN_VIEW)


def test_what_is_folded_opens_by_keyboard(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(java_script_enabled=False)
    page.goto(served.url("compare/django-vs-flask/"))
    more = page.locator(".choice details").first
    expect(more.locator("li").first).to_be_hidden()
    more.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(more.locator("li").first).to_be_visible()
    expect(more.locator("summary")).to_have_text(f"{more.locator('li').count()} more reasons")


@pytest.mark.parametrize("width", [320, 1440])
def test_both_balances_are_told_apart_by_name(open_tab: OpenTab, served: ServedSite, width: int) -> None:
    """On a phone the names stand in the row, on a desk above the columns; those who listen hear them in the row."""
    page = open_tab(viewport={"width": width, "height": 640}, reduced_motion="reduce")
    page.goto(served.url("compare/django-vs-flask/"))
    row = page.locator("#Opinion_data-access")
    row.evaluate("row => row.scrollIntoView({block: 'center'})")
    expect(row.locator("summary i")).to_have_text(["Django:", "Flask:"])
    heads = page.locator(".heads").first.locator("span")
    if width < 768:
        expect(heads.nth(1)).to_be_hidden()
        lines = [cell.bounding_box() for cell in row.locator(".c").all()]
        assert lines[0] and lines[1] and lines[0]["y"] < lines[1]["y"] and lines[0]["x"] == lines[1]["x"]
    else:
        for head, cell in zip(heads.all()[1:], row.locator(".c").all(), strict=True):
            head_box, cell_box = head.bounding_box(), cell.bounding_box()
            assert head_box and cell_box and abs(head_box["x"] - cell_box["x"]) <= 1
            assert 0 <= head_box["y"] < cell_box["y"]


def test_the_lines_of_all_balances_stand_below_each_other(open_tab: OpenTab, served: ServedSite) -> None:
    """So that two of them are compared as lengths."""
    page = open_tab(viewport=PHONE)
    page.goto(served.url("compare/django-vs-flask/"))
    lines = page.evaluate("""() => [...document.querySelectorAll("section:has(#The_differences) summary .b")].map((balance) =>
      Math.round(balance.getBoundingClientRect().left + parseFloat(getComputedStyle(balance).gridTemplateColumns)))""")
    assert len(lines) > 10 and max(lines) - min(lines) <= 1


def test_paper_shows_every_reason_and_only_the_words_that_are_open(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab()
    page.goto(served.url("compare/django-vs-flask/"))
    page.locator(".row summary").first.click()
    page.emulate_media(media="print")
    assert page.locator(".choice li:visible").count() == page.locator(".choice li").count()
    expect(page.locator("#The_gaps li").first).to_be_visible()
    expect(page.locator(".say:visible")).to_have_count(1)
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
    expect(page.locator(":focus")).to_have_accessible_name(re.compile(r"^Flask vs Django: \d+ differences$"))
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
    listed = page.locator("main .pairs:not(details ul) > li")
    assert [" ".join(line.split()) for line in listed.all_inner_texts()] == [
        f"{name} {15 if number % 3 else 30} pairs" for number, name in enumerate(NAMES)
    ]
    alike = 30 * 29 // 2 + 15 * 14 // 2
    expect(page.locator(".meta")).to_contain_text(f"450 pairs: every item with every other, but for {alike}")
    page.locator(".meta a").click()
    page.get_by_text("Which they are").click()
    left_out = page.locator("section:has(#Left_out) details li")
    expect(left_out.first).to_have_text(re.compile(r": no difference is known$"))
    assert left_out.count() == 200

    listed.nth(3).locator("a").click()
    expect(page.locator("h1")).to_have_text(f"{NAMES[3]} compared")
    expect(page.locator(".pairs li")).to_have_count(30)
    page.get_by_role("link", name=f"{NAMES[3]} vs {NAMES[4]}").click()
    expect(page.locator("h1")).to_have_text(f"{NAMES[3]} vs {NAMES[4]}")
    expect(page.locator(".choice").first.locator("li")).to_have_text([f"Open: yes {NAMES[4]}: no"])
    expect(page.locator(".choice").nth(1)).to_contain_text("Nothing in the sources speaks for it")
    page.get_by_role("link", name=f"All 30 pairs of {NAMES[3]}").click()
    page.wait_for_url(crowded.url("compare/item-03/"))
