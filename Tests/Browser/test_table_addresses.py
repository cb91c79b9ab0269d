"""A view of a matrix lives in the address: shared, gone back to, reloaded, and honest about what it names."""

from urllib.parse import urlsplit

import pytest
from building import BuiltSite
from longtable import PAGES
from playwright.sync_api import Page, expect
from serving import python_server
from tabs import OpenTab, ServedSite
from test_table_controls import FACTS, JUDGEMENTS, group, names, shown, status, summary


def ready(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator(".tables.is-ready")).to_be_visible()
    return page


@pytest.fixture
def page(open_tab: OpenTab) -> Page:
    return open_tab(viewport={"width": 1280, "height": 900})


# Views with what must be seen of each: the rows of the first table, and what is told.
VIEWS = [
    ("items=koa,django", ["Django", "Koa"], "2 of 17 frameworks"),
    ("find=.js&hide=asp-net,asp-net-core", ["Express.js", "Next.js", "Node.js"], "3 of 17 frameworks"),
    ("where=language:python&where=orm:no", ["Flask"], "1 of 17 frameworks"),
    ("sort=-_name&find=spring", ["Spring Boot", "Spring"], "2 of 17 frameworks, sorted by name, descending"),
    ("baseline=strapi&where=language:php", ["Strapi", "CakePHP", "Laravel"], "3 of 17 frameworks"),
]


@pytest.mark.parametrize(("query", "rows", "words"), VIEWS, ids=[view[0] for view in VIEWS])
def test_an_address_shows_its_view_and_stays_as_it_is(
    page: Page, served: ServedSite, query: str, rows: list[str], words: str
) -> None:
    ready(page, served.url(f"{FACTS}?{query}"))
    assert names(page) == rows
    expect(status(page)).to_have_text(words)
    # What is written for this state is what it was read from.
    summary(page, "filter").click()
    page.get_by_label("Value of").select_option("Kind")
    assert urlsplit(page.url).query == query.replace("koa,django", "django,koa")


def test_back_and_forward_go_through_the_steps(page: Page, served: ServedSite) -> None:
    ready(page, served.url(FACTS))
    published = shown(page)
    page.get_by_role("button", name="Sort by First release").click()
    by_year = shown(page)
    group(page, "Built in").click()
    built_in = shown(page)
    assert built_in != by_year
    page.go_back()
    expect(page.get_by_role("radio", name="Basics")).to_be_checked()
    assert shown(page) == by_year
    page.go_back()
    assert shown(page) == published
    expect(page.locator("[aria-sort]")).to_have_count(0)
    page.go_forward()
    page.go_forward()
    expect(page.get_by_role("radio", name="Built in")).to_be_checked()
    assert urlsplit(page.url).query == "sort=first-release&group=built-in"
    page.reload()
    expect(page.locator(".tables.is-ready")).to_be_visible()
    assert shown(page) == built_in


def test_what_is_not_in_the_table_is_left_out_and_told(page: Page, served: ServedSite) -> None:
    query = "compare=django,cobol,flask&sort=-no-such&without=kind,smell&where=speed:fast&where=language:klingon&hide=%3Cb%3E"
    ready(page, served.url(f"{FACTS}?{query}"))
    assert shown(page)[0][0] == ["Criterion", "Django", "Flask"]
    assert "Kind" not in [row[0] for row in shown(page)[0]]
    expect(status(page)).to_have_text(
        "2 of 17 frameworks, side by side. "
        "This table does not have: speed, klingon, cobol, -no-such, <b>, smell"
    )
    page.get_by_role("button", name="Take back Side by side: Django, Flask").click()
    expect(status(page)).to_have_text("17 frameworks")
    assert urlsplit(page.url).query == "without=kind"


@pytest.mark.parametrize("query", ["compare=django", "compare=,,,", "sort=", "where=", "where=:", "closed", "%E0%A4%A", "__proto__=x"])
def test_an_address_that_asks_for_nothing_shows_the_table_as_published(
    page: Page, served: ServedSite, query: str
) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    published = shown(ready(page, served.url(FACTS)))
    assert shown(ready(page, served.url(f"{FACTS}?{query}"))) == published
    expect(status(page)).to_have_text("17 frameworks")
    assert errors == []


def test_the_link_is_copied(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(permissions=["clipboard-read", "clipboard-write"])
    ready(page, served.url(FACTS))
    expect(page.get_by_role("button", name="Copy link")).to_be_hidden()
    page.get_by_role("button", name="Sort by Licence").click()
    page.get_by_role("button", name="Copy link").click()
    expect(status(page)).to_have_text("The link is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == served.url(FACTS + "?sort=licence")


def test_without_a_clipboard_the_address_bar_is_pointed_at(page: Page, served: ServedSite) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    ready(page, served.url(FACTS + "?sort=licence"))
    page.get_by_role("button", name="Copy link").click()
    expect(status(page)).to_have_text("The link is in the address bar.")


def test_links_on_the_page_keep_the_view(page: Page, served: ServedSite) -> None:
    ready(page, served.url(JUDGEMENTS + "?items=django,flask"))
    page.get_by_role("link", name="Link to this row: Flask").first.click()
    expect(page.locator(":target")).to_be_visible()
    assert urlsplit(page.url).query == "items=django,flask"
    assert names(page) == ["Django", "Flask"]
    page.go_back()
    assert names(page) == ["Django", "Flask"]


def test_a_long_table_says_that_it_sorts_one_page_and_takes_the_view_along(
    open_tab: OpenTab, long_served: ServedSite
) -> None:
    page = open_tab()
    ready(page, long_served.url(PAGES[1]))
    expect(status(page)).to_have_text("60 items on this page")
    page.get_by_role("button", name="Sort by Item").first.click()
    page.get_by_role("button", name="Sort by Item").first.click()
    expect(status(page)).to_have_text("60 items on this page, sorted by name, descending")
    assert names(page)[0] == "Item 159" and len(names(page)) == 60
    summary(page, "compare").click()
    page.get_by_role("checkbox", name="Item 120").check()
    page.get_by_role("checkbox", name="Item 121").check()
    page.keyboard.press("Escape")
    # What names items of this page does not go along.
    page.locator("a[rel=prev]").click()
    page.wait_for_url(long_served.url(PAGES[0]) + "?sort=-_name")
    expect(page.locator(".tables.is-ready")).to_be_visible()
    assert names(page)[0] == "Item 099"


def test_the_site_below_a_path_works_too(open_tab: OpenTab, served_below: ServedSite) -> None:
    page = ready(open_tab(), served_below.url(FACTS + "?compare=flask,django"))
    page.get_by_role("link", name="The page of this pair").click()
    page.wait_for_url(served_below.url("compare/django-vs-flask/"))


def test_a_server_that_knows_nothing_of_queries_serves_views(open_tab: OpenTab, site: BuiltSite) -> None:
    with python_server(site.folder) as root:
        page = ready(open_tab(), f"{root}{FACTS}index.html?items=django")
        assert names(page) == ["Django"]
