"""The first screen of the home page: two or three names lead to the page that compares them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from building import build_site
from playwright.sync_api import Page, expect
from serving import python_server
from tabs import OpenTab, ServedSite


def choose(page: Page, *keys: str) -> None:
    for name, key in zip("abc", keys, strict=False):
        page.locator(f".pairing select[name={name}]").select_option(key)
    page.locator(".pairing .btn").click()


def test_two_names_lead_to_the_page_of_their_pair(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab()
    page.goto(served.url(""))
    choose(page, "phoenix", "koa")
    expect(page).to_have_url(served.url("compare/koa-vs-phoenix/"))


def test_three_names_lead_to_a_page_of_theirs_or_side_by_side(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab()
    for third, address in [("laravel", "compare/django-flask-laravel/"), ("koa", "compare/?items=django,flask,koa")]:
        page.goto(served.url(""))
        page.locator(".pairing summary").click()
        choose(page, "django", "flask", third)
        expect(page).to_have_url(served.url(address))


def test_one_name_twice_waits_for_another(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab()
    page.goto(served.url(""))
    choose(page, "koa", "koa")
    expect(page).to_have_url(served.url("compare/?items=koa"))


def test_without_a_script_the_form_leads_to_the_list_of_pairs(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(java_script_enabled=False)
    page.goto(served.url(""))
    choose(page, "koa", "phoenix")
    expect(page.locator("h1")).to_have_text("Compare")
    assert page.url.startswith(served.url("compare/?a=koa&b=phoenix"))


def test_real_time_in_javascript_is_two_clicks_away(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(viewport={"width": 390, "height": 780})
    page.goto(served.url(""))
    page.get_by_role("link", name="Real-time applications").click()
    expect(page.locator(".rank > li").filter(has_text="JavaScript").first.locator("h3")).to_have_text("Node.js")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with more items than a list to choose from holds."""
    folder: Path = tmp_path_factory.mktemp("many")
    files = {"site.yml": "title: Many\n", "criteria/open.md": "---\nname: Open\ntype: boolean\n---\n"}
    for number in range(61):
        value = "yes" if number % 2 else "no"
        files[f"items/item-{number:02}.md"] = f"---\nname: Item {number:02}\nfacts: {{ open: {{ value: {value}, basis: common }} }}\n---\n"
    for name, text in files.items():
        path = folder / "Content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    build_site(folder / "Public", folder)
    with python_server(folder / "Public") as root:
        yield root


def test_of_many_items_the_names_are_typed_and_suggested(open_tab: OpenTab, many: str) -> None:
    page = open_tab()
    page.goto(many)
    first, second = (page.locator(f".pairing input[name={name}]") for name in "ab")
    first.fill("item 1")
    expect(page.locator("#Names option")).to_have_count(10)
    first.fill("Item 12")
    second.fill("nowhere")
    page.locator(".pairing .btn").click()
    expect(page.locator(".pairing [role=status]")).to_have_text("Nothing here is called nowhere.")
    second.fill("item 47")
    page.locator(".pairing .btn").click()
    expect(page).to_have_url(f"{many}compare/?items=item-12,item-47")
