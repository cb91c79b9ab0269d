"""Items that the visitor chooses, side by side: at an address, by keyboard, from the tray, the search and a pair."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from axe_rules import violations
from building import REPOSITORY, build_site
from playwright.sync_api import Page, expect
from serving import python_server
from tabs import Complaints, OpenTab, ServedSite

CHOSEN = "compare/?items=django,flask,laravel"
# Every row of a table in order, with where it stands, its texts, what it leads to, and who is best.
ROWS = """root => [...root.querySelectorAll(".row, .bl > li, .sources > li")].map(row => [
  row.closest("[data-rows]").dataset.rows, row.id, row.textContent.replace(/\\s+/g, ""),
  [...row.querySelectorAll("a")].map(link => link.getAttribute("href").startsWith("#") ? link.hash : link.href), [...row.querySelectorAll(".c")].map(cell => cell.className),
  [...row.querySelectorAll(".b, .s")].map(mark => mark.className)])"""
OTHERS = """root => [...root.querySelectorAll("h2, .fold > summary, .both li, .fold h3, [data-rows=unknown]")]
  .filter(part => part.closest("[data-rows]")).map(part => part.textContent.replace(/\\s+/g, " ").trim())"""


def status(page: Page) -> str:
    return page.locator(".chooser [role=status]").inner_text()


def ready(page: Page, heading: str) -> None:
    expect(page.locator("h1")).to_have_text(heading)
    expect(page.locator("[data-output] [data-rows=sources]")).to_be_visible()


def addresses(page: Page) -> list[str]:
    """Where the pairs among the items are."""
    return sorted(page.locator("[data-rows=pairs]:visible a").evaluate_all("links => links.map(link => link.href)"))


@pytest.fixture
def page(open_tab: OpenTab, served: ServedSite) -> Iterator[Page]:
    page = open_tab(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    complaints = Complaints(served.root)
    complaints.watch(page)
    yield page
    assert complaints.take() == []


@pytest.mark.parametrize(
    ("named", "items"),
    [
        ("django-flask-laravel", "django,flask,laravel"),
        ("spring-asp-net-core-phoenix", "spring,asp-net-core,phoenix"),
        ("express-koa-nestjs-nextjs-meteor", "express,koa,nestjs,nextjs,meteor"),
        ("django-flask-ruby-on-rails-laravel", "django,flask,ruby-on-rails,laravel"),
    ],
)
def test_an_address_shows_what_the_page_of_the_comparison_shows(
    page: Page, served: ServedSite, named: str, items: str
) -> None:
    page.goto(served.url(f"compare/{named}/"))
    rows, others = page.locator("main").evaluate(ROWS), page.locator("main").evaluate(OTHERS)
    pairs = addresses(page)
    assert len(rows) > 40
    page.goto(served.url(f"compare/?items={items}"))
    expect(page.locator("[data-output] [data-rows=sources]")).to_be_visible()
    output = page.locator("[data-output]")
    assert output.evaluate(ROWS) == rows
    assert output.evaluate(OTHERS) == others
    assert addresses(page) == pairs
    expect(page.locator("[data-own] a")).to_have_attribute("href", f"../compare/{named}/")
    expect(page.locator("[data-index]").first).to_be_hidden()


def test_by_keyboard_items_are_added_replaced_and_taken_away(page: Page, served: ServedSite) -> None:
    page.goto(served.url("compare/"))
    add = page.get_by_role("button", name="Add one")
    add.focus()
    for name, said in [("Flask", "Flask is chosen"), ("Django", "Flask and Django side by side"), ("Koa", "Flask, Django and Koa")]:
        page.keyboard.press("Enter")
        expect(page.get_by_role("combobox", name="Add one")).to_be_focused()
        page.keyboard.type(name)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".chooser [role=status]")).to_contain_text(said)
        expect(add).to_be_focused()
    assert urlsplit(page.url).query == "items=flask,django,koa"
    ready(page, "Flask, Django and Koa")
    page.get_by_role("button", name="Replace Django").press("Enter")
    page.keyboard.type("Laravel")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    ready(page, "Flask, Laravel and Koa")
    page.get_by_role("button", name="Take Koa away").press("Enter")
    ready(page, "Flask and Laravel")
    expect(page.locator("[data-own] a")).to_have_text("Flask vs Laravel")
    assert urlsplit(page.url).query == "items=flask,laravel"
    page.go_back()
    ready(page, "Flask, Laravel and Koa")
    page.get_by_role("button", name="Clear").press("Enter")
    expect(page.locator("h1")).to_have_text("Compare")
    expect(page.locator("#The_grid")).to_be_visible()
    assert urlsplit(page.url).query == ""


def test_what_is_not_there_or_too_much_is_told(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab()
    page.goto(served.url("compare/?items=django,nothing,koa,%3Cb%3E,../../search"))
    ready(page, "Django and Koa")
    assert status(page).endswith("There is none called nothing, <b>, ../../search.")
    page.goto(served.url("compare/?items=django,koa,django,flask,spring,express,meteor,nodejs"))
    ready(page, "Django, Koa, Flask, Spring and Express.js")
    assert status(page).endswith("No more than five fit; left out: meteor, nodejs.")
    expect(page.get_by_role("button", name="Add one")).to_be_disabled()


def test_on_a_phone_nothing_is_cut_off_and_axe_finds_nothing(open_tab: OpenTab, served: ServedSite, axe: Axe) -> None:
    page = open_tab(reduced_motion="reduce")
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 780})
        page.goto(served.url(CHOSEN))
        ready(page, "Django, Flask and Laravel")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(axe, page) == []
    small = page.evaluate(
        """() => [...document.querySelectorAll(".chooser button:not([hidden]), .row > summary")].map(one => one.getBoundingClientRect())
             .filter(({ width, height }) => width && (width < 24 || height < 24)).length"""
    )
    assert small == 0


def test_the_tray_survives_a_change_of_page(page: Page, served: ServedSite) -> None:
    page.goto(served.kind("items"))
    tray = page.get_by_role("complementary", name="Chosen to be compared")
    expect(tray).to_be_hidden()
    page.get_by_role("checkbox", name="Compare Django", exact=True).press("Space")
    expect(tray).to_contain_text("Choose another")
    page.get_by_role("checkbox", name="Compare Flask", exact=True).press("Space")
    page.goto(served.kind("pair"))
    expect(tray.get_by_role("listitem")).to_have_text(["Django", "Flask"])
    page.goto(served.url("criteria/language/php/"))
    page.get_by_role("checkbox", name="Compare Laravel", exact=True).check()
    expect(tray.get_by_role("link")).to_have_text("Compare 3")
    page.goto(served.kind("items"))
    expect(page.get_by_role("checkbox", name="Compare Flask", exact=True)).to_be_checked()
    for name in ["Koa", "Meteor"]:
        page.get_by_role("checkbox", name=f"Compare {name}", exact=True).check()
    sixth = page.get_by_role("checkbox", name="Compare Strapi", exact=True)
    sixth.press("Space")
    expect(sixth).not_to_be_checked()
    expect(page.locator("main ~ [role=status]")).to_have_text("No more than five fit beside each other.")
    tray.get_by_role("link").press("Enter")
    ready(page, "Django, Flask, Laravel, Koa and Meteor")
    tray.get_by_role("button", name="Clear").press("Enter")
    expect(tray).to_be_hidden()
    page.goto(served.kind("items"))
    expect(page.get_by_role("checkbox", name="Compare Django", exact=True)).not_to_be_checked()


def test_a_third_is_added_to_a_pair_by_keyboard(page: Page, served: ServedSite) -> None:
    page.goto(served.url("compare/django-vs-flask/"), wait_until="networkidle")
    page.get_by_role("button", name="Add a third").press("Enter")
    names = page.get_by_role("list", name="Add a third").get_by_role("link")
    expect(names.first).to_be_focused()
    assert names.count() == 15
    names.filter(has_text="Koa").press("Enter")
    ready(page, "Django, Flask and Koa")
    assert urlsplit(page.url).query == "items=django,flask,koa"


@pytest.mark.parametrize("address", ["find/?use=real-time", "use-cases/real-time/", "frameworks/", "used-by/ibm/"])
def test_every_row_of_a_list_has_a_box(page: Page, served: ServedSite, address: str) -> None:
    page.goto(served.url(address))
    boxes = page.get_by_role("main").get_by_role("checkbox", name="Compare ")
    expect(boxes.nth(1)).to_be_visible()
    names = [boxes.nth(place).get_attribute("value") for place in range(2)]
    for place in range(2):
        boxes.nth(place).check()
    tray = page.get_by_role("complementary", name="Chosen to be compared")
    expect(tray.get_by_role("listitem")).to_have_text(names)
    expect(tray.get_by_role("link")).to_have_text("Compare 2")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("django vs flask vs laravel", "Django, Flask and Laravel comparison"),
        ("django, flask, larav", "Django, Flask and Laravel comparison"),
        ("ruby on rails node js spring boot", "Ruby on Rails, Node.js and Spring Boot comparison"),
        ("koa express flask django meteor", "Koa, Express.js, Flask, Django and Meteor comparison"),
        ("flask django", "Django vs Flask comparison"),
    ],
)
def test_the_search_understands_several_names(page: Page, served: ServedSite, text: str, first: str) -> None:
    page.goto(served.kind("source"))
    page.get_by_role("combobox", name="Search").fill(text)
    expect(page.get_by_role("option").first).to_have_text(first)
    page.get_by_role("combobox", name="Search").press("Enter")
    expect(page.locator("h1")).to_contain_text(first.removesuffix(" comparison"))


def test_without_scripts_none_of_it_is_shown(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(java_script_enabled=False)
    for address in [served.url("compare/"), served.kind("items"), served.kind("pair"), served.kind("value")]:
        page.goto(address)
        expect(page.locator(".needs-script:visible")).to_have_count(0)
        expect(page.locator(".tray")).to_have_count(0)


def test_a_site_of_a_thousand_items_fetches_only_what_is_asked_for(open_tab: OpenTab, tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(REPOSITORY / "Benchmarks/generate.py"), "1000", str(tmp_path / "site")], check=True)
    site = build_site(tmp_path / "site" / "Public", tmp_path / "site")
    parts = sorted(file.stem for file in (site.folder / "data/compare").glob("*.html"))
    assert len(parts) == 1000
    chosen = parts[1], parts[500], parts[998]
    with python_server(site.folder) as root:
        page = open_tab()
        fetched: list[str] = []
        page.on("request", lambda request: fetched.append(urlsplit(request.url).path))
        page.goto(f"{root}compare/?items={','.join(chosen)}")
        expect(page.locator("[data-output] [data-rows=sources]")).to_be_visible()
    data = [path for path in fetched if not path.startswith("/assets/")]
    assert sorted(data) == sorted(["/compare/", *(f"/data/compare/{key}.html" for key in chosen)])
    sizes = [(site.folder / "data/compare" / f"{key}.html").stat().st_size for key in chosen]
    assert sum(sizes) < 400_000, sizes
