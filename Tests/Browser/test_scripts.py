"""The site without JavaScript, and what JavaScript adds to every page: the switch between light and dark."""

from urllib.parse import urljoin

import pytest
from building import KINDS
from playwright.sync_api import Locator, Page, expect
from tabs import OpenTab, ServedSite

BACKGROUND = "getComputedStyle(document.body).backgroundColor"


def switch(page: Page) -> Locator:
    return page.locator("[data-theme-switch]")


def press(page: Page, key: str) -> None:
    switch(page).focus()
    page.keyboard.press(key)


# What is said on a page beside the controls that need scripts.
TEXT = """() => {
  for (const element of document.querySelectorAll(".needs-script, main [role=status], main .sort, .sort-hint")) element.remove()
  return document.querySelector("main").innerText
}"""


def test_without_scripts_every_kind_of_page_says_the_same(open_tab: OpenTab, served: ServedSite) -> None:
    plain, scripted = open_tab(java_script_enabled=False), open_tab()
    differing = []
    for kind in KINDS:
        for page in [plain, scripted]:
            page.goto(served.kind(kind))
        expect(switch(plain)).to_be_hidden()
        expect(switch(scripted)).to_be_visible()
        texts = [page.evaluate(TEXT) for page in [plain, scripted]]
        if texts[0] != texts[1] or len(texts[0]) < 60:
            differing.append(kind)
    assert differing == []


def test_without_scripts_every_link_of_the_navigation_works(open_tab: OpenTab, served_below: ServedSite) -> None:
    page = open_tab(java_script_enabled=False)
    start = served_below.kind("item")
    page.goto(start)
    links = page.locator("body > header a, nav[aria-label=Breadcrumb] a, footer a")
    addresses = [urljoin(start, link.get_attribute("href") or "") for link in links.all()]
    assert len(addresses) >= 12
    for number, address in enumerate(addresses):
        # What is no page is checked where its format is.
        if not address.endswith("/"):
            continue
        page.goto(start)
        links.nth(number).click()
        page.wait_for_url(address)
        assert page.locator("h1").inner_text() not in ("", "Page not found", "Error response"), address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_switch_changes_the_colours_and_is_remembered(open_tab: OpenTab, served: ServedSite, scheme: str) -> None:
    page = open_tab(color_scheme=scheme)
    page.goto(served.kind("item"))
    other = {"light": "dark", "dark": "light"}[scheme]
    button = page.get_by_role("button", name=f"Switch to {other} colours")
    before = page.evaluate(BACKGROUND)

    button.click()
    chosen = page.evaluate(BACKGROUND)
    assert chosen != before
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == other
    expect(page.get_by_role("button", name=f"Switch to {scheme} colours")).to_be_visible()

    page.reload()
    assert page.evaluate(BACKGROUND) == chosen
    page.goto(served.kind("guides"))
    assert page.evaluate(BACKGROUND) == chosen

    switch(page).click()
    page.reload()
    assert page.evaluate(BACKGROUND) == before


def test_the_remembered_colours_are_there_before_anything_is_drawn(open_tab: OpenTab, served: ServedSite) -> None:
    """The scripts that wait for the page are held back: the page has its colours without them."""
    page = open_tab(color_scheme="light")
    page.goto(served.kind("item"))
    switch(page).click()
    dark = page.evaluate(BACKGROUND)
    page.route("**/*.js", lambda route: route.abort())
    page.goto(served.kind("matrix"))
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate(BACKGROUND) == dark
    page.evaluate("localStorage.setItem('theme', 'x\" onload=alert(1)')")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme ?? 'none'") == "none"


def test_the_switch_works_by_keyboard(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(color_scheme="light")
    page.goto(served.kind("home"))
    light = page.evaluate(BACKGROUND)
    press(page, "Enter")
    dark = page.evaluate(BACKGROUND)
    press(page, "Space")
    assert dark != light
    assert page.evaluate(BACKGROUND) == light


def test_both_ways_to_dark_give_the_same_colours(open_tab: OpenTab, served: ServedSite) -> None:
    """The colours stand in the style sheet twice, for the system's wish and for the visitor's."""
    colours = """() => {
      const style = getComputedStyle(document.documentElement)
      return [...style].filter(name => name.startsWith("--")).map(name => name + style.getPropertyValue(name)).sort()
    }"""
    by_choice, by_system = open_tab(color_scheme="light"), open_tab(color_scheme="dark")
    for page in [by_choice, by_system]:
        page.goto(served.kind("home"))
    switch(by_choice).click()
    assert by_choice.evaluate(colours) == by_system.evaluate(colours)
    assert len(by_system.evaluate(colours)) > 10


def test_without_storage_the_switch_still_works(open_tab: OpenTab, served: ServedSite) -> None:
    page = open_tab(color_scheme="light")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })"
    )
    page.goto(served.kind("home"))
    before = page.evaluate(BACKGROUND)
    switch(page).click()
    assert page.evaluate(BACKGROUND) != before
    assert errors == []
