"""The controls of a matrix: sorting, filtering, choosing, pinning and comparing, by mouse and by keyboard alone."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from balances import balance
from comparing import outcome_of_balances
from content import Content
from playwright.sync_api import Locator, Page, expect
from tabs import OpenTab, ServedSite

FACTS = "matrices/at-a-glance/"
JUDGEMENTS = "matrices/strengths-and-weaknesses/"

# What is shown, in words: the cells of every table that are not hidden, row by row.
SHOWN = """() => [...document.querySelectorAll(".matrix")].filter(table => table.checkVisibility()).map(table =>
  [...table.rows].map(row => [...row.cells].filter(cell => cell.checkVisibility())
    .map(cell => cell.textContent.trim().replace(/\\s+/g, " "))).filter(row => row.length))"""


def shown(page: Page) -> list[list[list[str]]]:
    return page.evaluate(SHOWN)


def names(page: Page, table: int = 0) -> list[str]:
    """The headers of a table's rows."""
    return page.locator(".matrix").nth(table).locator("tbody th").all_inner_texts()


def column(page: Page, header: str) -> list[str]:
    """The words of a column of the first table, each cell's first line."""
    rows = shown(page)[0]
    index = next(i for i, cell in enumerate(rows[0]) if cell.startswith(header))
    return [row[index] for row in rows[1:]]


def status(page: Page) -> Locator:
    """What is shown, in a sentence that screen readers speak when it changes."""
    return page.locator(".view [role=status]")


def group(page: Page, name: str) -> Locator:
    """The choice of a group of rows, or of all of them."""
    return page.get_by_role("radiogroup", name="Tables").locator("label", has_text=name)


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


@pytest.fixture
def facts(open_tab: OpenTab, served: ServedSite) -> Page:
    page = open_tab(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.goto(served.url(FACTS))
    expect(page.locator(".tables.is-ready")).to_be_visible()
    return page


def summary(page: Page, panel: str) -> Locator:
    """What opens a panel: compare, filter or choose."""
    return page.locator(f"[data-panel={panel}] summary")


class Mouse:
    def press(self, target: Locator) -> None:
        target.click()

    def choose(self, target: Locator, value: str) -> None:
        target.select_option(value)


class Keyboard:
    """Reaches what it wants by Tab, from where the focus is or else from the beginning of the content."""

    def reach(self, target: Locator) -> None:
        page = target.page
        if page.evaluate("document.activeElement === document.body"):
            page.locator("main").focus()
        for key in ["Tab", "Shift+Tab"]:
            for _ in range(250):
                if target.evaluate("element => element === document.activeElement"):
                    return
                page.keyboard.press(key)
        raise AssertionError(f"Tab does not reach {target}")

    def press(self, target: Locator) -> None:
        self.reach(target)
        is_checkbox = target.evaluate("element => element.type === 'checkbox'")
        target.page.keyboard.press("Space" if is_checkbox else "Enter")

    def choose(self, target: Locator, value: str) -> None:
        self.reach(target)
        target.page.keyboard.type(value)


@pytest.mark.parametrize("hand", [Mouse(), Keyboard()], ids=["mouse", "keyboard"])
def test_the_journey_from_the_matrix_to_a_shared_view(facts: Page, open_tab: OpenTab, hand: Mouse | Keyboard) -> None:
    """Sort, hide what is the same, pin, choose columns, share the address, and open it elsewhere."""
    page = facts
    hand.press(page.get_by_role("checkbox", name="Differences only"))
    hand.press(summary(page, "compare"))
    hand.choose(page.get_by_label("Mark what differs from"), "Django")
    page.keyboard.press("Escape")
    assert names(page)[0] == "Django"

    hand.press(summary(page, "choose"))
    hand.press(page.get_by_role("checkbox", name="Runtime"))
    page.keyboard.press("Escape")
    assert not any(cell.startswith("Runtime") for cell in shown(page)[0][0])

    hand.press(page.get_by_role("button", name="Sort by First release"))
    expect(page.get_by_role("button", name="Sort by First release")).to_be_focused()
    years = [text.split()[0] for text in column(page, "First release")[1:]]
    assert years == sorted(years) and len(set(years)) > 5

    assert page.url.partition("?")[2] == "baseline=django&sort=first-release&without=runtime&differences=only"
    elsewhere = open_tab(viewport={"width": 900, "height": 700})
    elsewhere.goto(page.url)
    expect(elsewhere.locator(".tables.is-ready")).to_be_visible()
    assert shown(elsewhere) == shown(page)
    expect(status(elsewhere)).to_have_text(status(page).inner_text())


def test_a_column_sorts_up_down_and_as_published(facts: Page) -> None:
    page = facts
    published = names(page)
    button = page.get_by_role("button", name="Sort by First release")
    header = page.locator("th[data-criterion=first-release]")
    assert status(page).get_attribute("aria-live") == "polite"

    button.click()
    years = [text.split()[0] for text in column(page, "First release")]
    assert years == sorted(years) and len(set(years)) > 5
    expect(header).to_have_attribute("aria-sort", "ascending")
    expect(page.locator("[aria-sort]")).to_have_count(1)
    expect(status(page)).to_have_text("17 frameworks, sorted by First release, ascending")

    button.click()
    assert [text.split()[0] for text in column(page, "First release")] == years[::-1]
    expect(header).to_have_attribute("aria-sort", "descending")
    expect(status(page)).to_have_text("17 frameworks, sorted by First release, descending")
    # Every table of the page has its items in this order.
    assert names(page, 0) == names(page, 1)

    button.click()
    assert names(page) == published
    expect(page.locator("[aria-sort]")).to_have_count(0)
    expect(status(page)).to_have_text("17 frameworks")
    assert "?" not in page.url


def test_one_sorted_column_takes_the_place_of_another(facts: Page) -> None:
    page = facts
    page.get_by_role("button", name="Sort by Licence").click()
    page.get_by_role("button", name="Sort by Framework").first.click()
    page.get_by_role("button", name="Sort by Framework").first.click()
    assert names(page) == sorted(names(page), key=str.lower, reverse=True)
    assert query(page) == {"sort": ["-_name"]}
    # Each table has a column of names, and is sorted by it.
    expect(page.locator("[aria-sort]")).to_have_count(page.locator(".matrix").count())
    assert page.locator("[aria-sort]").evaluate_all("all => all.map(th => th.cellIndex)") == [0, 0]


def test_a_filter_counts_narrows_and_is_taken_back(facts: Page) -> None:
    page = facts
    summary(page, "filter").click()
    expect(page.get_by_role("checkbox", name="Python (2)")).not_to_be_checked()
    page.get_by_role("checkbox", name="Python (2)").check()
    page.get_by_role("checkbox", name="Ruby (1)").check()
    assert names(page) == ["Django", "Flask", "Ruby on Rails"]
    expect(status(page)).to_have_text("3 of 17 frameworks")
    assert query(page) == {"where": ["language:python,ruby"]}

    # Another criterion counts what the first one leaves.
    page.get_by_label("Value of").select_option("Built-in ORM")
    page.get_by_role("checkbox", name=re.compile(r"^no \(")).check()
    assert names(page) == ["Flask"]
    assert sorted(query(page)["where"]) == ["language:python,ruby", "orm:no"]

    page.get_by_role("button", name="Take back Programming language: Python or Ruby").click()
    expect(page.get_by_role("button", name="Take back Built-in ORM: no")).to_be_focused()
    assert "Flask" in names(page) and "Django" not in names(page)
    page.get_by_role("button", name="Reset").click()
    expect(status(page)).to_have_text("17 frameworks")
    assert "?" not in page.url


def test_a_part_of_a_name_is_found_and_can_be_typed_on(facts: Page) -> None:
    page = facts
    summary(page, "filter").click()
    field = page.get_by_label("Name contains")
    field.press_sequentially("NET C")
    assert names(page) == ["ASP.NET Core"]
    expect(field).to_be_focused()
    expect(field).to_have_value("NET C")
    assert query(page) == {"find": ["NET C"]}
    field.press_sequentially("zzz")
    assert names(page) == []
    expect(status(page)).to_have_text("0 of 17 frameworks")
    # Letters are no steps that one would have to go back through.
    assert page.evaluate("history.length") <= 3


@pytest.mark.parametrize("count", [2, 3, 4])
def test_chosen_items_stand_side_by_side(facts: Page, served: ServedSite, count: int) -> None:
    page = facts
    chosen = ["Django", "Laravel", "Koa", "Spring"][:count]
    summary(page, "compare").click()
    for item in chosen:
        page.get_by_role("checkbox", name=item, exact=True).check()
    tables = shown(page)
    assert [table[0] for table in tables] == [["Criterion", *chosen]]
    assert [row[0] for row in tables[0][1:]][:3] == ["Programming language", "Kind", "Architecture"]
    assert page.locator(".matrix tbody th[scope=row]:visible").count() == len(tables[0]) - 1
    assert page.locator(".matrix thead th[scope=col]").count() == 2 * (count + 1)
    assert query(page) == {"compare": [",".join(["django", "laravel", "koa", "spring"][:count])]}
    expect(status(page)).to_have_text(f"{count} of 17 frameworks, side by side")
    expect(page.locator(".sort:visible")).to_have_count(0)
    others = page.locator("[data-panel=compare] input:disabled")
    expect(others).to_have_count(17 - 4 if count == 4 else 0)

    link = page.get_by_role("link", name="The page of this pair")
    if count > 2:
        expect(link).to_have_count(0)
        return
    page.keyboard.press("Escape")
    link.click()
    page.wait_for_url(served.url("compare/django-vs-laravel/"))
    assert page.locator("h1").inner_text().startswith("Django")


def test_a_baseline_stays_on_top_and_every_other_cell_is_compared_with_it(facts: Page) -> None:
    page = facts
    page.goto(page.url + "?baseline=flask&sort=_name")
    assert names(page)[:3] == ["Flask", "ASP.NET", "ASP.NET Core"]
    django = page.locator("tbody tr", has=page.locator("th[data-item=django]")).first
    texts = [cell.text_content() or "" for cell in django.locator("td").all()]
    assert "(same as Flask)" in texts[0] and texts[0].strip().startswith("Python")
    assert any("(differs from Flask)" in text for text in texts)
    # Where one side is contested or unknown there is nothing to say.
    assert "Flask" not in next(text for text in texts if "contested" in text)
    flask = page.locator("tbody tr").first
    assert "Flask)" not in (flask.text_content() or "")

    page.evaluate("scrollTo(0, 400)")
    page.locator(".region").first.evaluate("region => region.scrollTo(0, 300)")
    header, pinned = page.locator("thead th").first.bounding_box(), flask.locator("th").bounding_box()
    assert header and pinned
    assert abs(header["y"] + header["height"] - pinned["y"]) <= 1.5


def test_heads_stand_at_the_top_of_the_page_where_the_table_fits(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(viewport={"width": 1440, "height": 700}, reduced_motion="reduce")
    page.goto(served.url(JUDGEMENTS + "?baseline=flask"))
    expect(page.locator(".tables.is-ready")).to_be_visible()
    region = page.locator(".region").first
    assert region.evaluate("region => region.scrollHeight - region.clientHeight") <= 0
    page.evaluate("scrollTo(0, 400)")
    header, pinned = page.locator("thead th").first.bounding_box(), page.locator("tbody th").first.bounding_box()
    assert header and pinned and abs(header["y"]) <= 1 and abs(header["height"] - pinned["y"]) <= 1.5


def test_a_baseline_among_columns_stays_on_the_left(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(viewport={"width": 1000, "height": 800})
    page.goto(served.url("matrices/use-cases/?baseline=laravel"))
    expect(page.locator(".tables.is-ready")).to_be_visible()
    assert shown(page)[0][0][:3] == ["Use case", "Laravel", "ASP.NET"]
    region = page.locator(".region").first
    region.evaluate("region => region.scrollTo(400, 0)")
    first, pinned = page.locator("tbody th").first.bounding_box(), page.locator("tbody td").first.bounding_box()
    assert first and pinned
    assert abs(first["x"] + first["width"] - pinned["x"]) <= 1.5


def test_use_cases_are_put_in_order_by_an_item(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab()
    page.goto(served.url("matrices/use-cases/"))
    published = names(page)
    page.get_by_role("button", name="Sort by Django").click()
    words = [text.split()[0].rstrip(",") for text in column(page, "Django")]
    named = words.count("named")
    assert words == ["named"] * named + ["unknown"] * (len(words) - named) and 0 < named < len(words)
    # Those that are equal keep the order in which they were published.
    assert names(page)[named:] == [name for name in published if name in names(page)[named:]]
    page.get_by_role("button", name="Sort by Django").click()
    assert column(page, "Django")[-1].startswith("unknown")
    assert query(page) == {"rank": ["-django"]}


def test_rows_and_columns_are_chosen(facts: Page) -> None:
    page = facts
    summary(page, "choose").click()
    page.get_by_role("button", name="None: frameworks").click()
    expect(status(page)).to_have_text("0 of 17 frameworks")
    page.get_by_role("checkbox", name="Koa", exact=True).check()
    page.get_by_role("checkbox", name="Flask", exact=True).check()
    expect(page.get_by_role("checkbox", name="Flask", exact=True)).to_be_focused()
    assert names(page) == ["Flask", "Koa"]
    group(page, "All").click()
    summary(page, "choose").click()
    page.get_by_role("button", name="None: Built in").click()
    assert len(shown(page)) == 1
    assert query(page) | {"without": []} == {"items": ["flask,koa"], "without": [], "group": ["_all"]}
    assert "admin-interface" in query(page)["without"][0]
    page.get_by_role("button", name="All: Built in").click()
    page.get_by_role("button", name="All: frameworks").click()
    assert query(page) == {"group": ["_all"]}


def test_differences_count_among_those_that_are_shown(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab()
    page.goto(served.url(FACTS + "?compare=django,flask&group=_all"))
    everything = [row[0] for table in shown(page) for row in table[1:]]
    page.get_by_role("checkbox", name="Differences only").check()
    left = [row[0] for table in shown(page) for row in table[1:]]
    hidden = [name for name in everything if name not in left]
    assert "Programming language" in hidden and "Kind" in left
    expect(status(page)).to_have_text(
        f"2 of 17 frameworks, side by side, {len(hidden)} of {len(everything)} criteria hidden as the same"
    )


def test_a_panel_closes_on_escape_and_on_leaving_it(facts: Page) -> None:
    page = facts
    compare, filtering = page.locator("[data-panel=compare]"), page.locator("[data-panel=filter]")
    compare.locator("summary").click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(compare).not_to_have_attribute("open", "")
    expect(compare.locator("summary")).to_be_focused()
    compare.locator("summary").click()
    filtering.locator("summary").click()
    expect(compare).not_to_have_attribute("open", "")
    expect(filtering).to_have_attribute("open", "")
    page.locator("h1").click()
    expect(filtering).not_to_have_attribute("open", "")


def test_a_baseline_is_compared_with_by_balance(open_tab: OpenTab, served: ServedSite, content: Content) -> None:
    """Judgements differ, are alike or too close to call as the documentation defines it, counted from the content."""
    page = open_tab()
    page.goto(served.url(JUDGEMENTS + "?baseline=flask"))
    expect(page.locator(".tables.is-ready")).to_be_visible()
    words = {"different": "differs from Flask", "same": "like Flask"}
    told = dict.fromkeys([*words.values(), ""], 0)
    for table in page.locator(".table-group table").all():
        criteria = [head.get_attribute("data-criterion") or "" for head in table.locator("thead th[data-criterion]").all()]
        for row in table.locator("tbody tr").all():
            item = row.locator("th").get_attribute("data-item") or ""
            for criterion, text in zip(criteria, row.locator("td").all_text_contents(), strict=True):
                own, other = (balance(content.items[slug], criterion) for slug in (item, "flask"))
                expected = words.get(outcome_of_balances(own, other), "") if item != "flask" else ""
                assert text.partition("(")[2].removesuffix(")") == expected, (item, criterion)
                told[expected] += 1
    assert min(told.values()) > 5
