"""Values that are spelled nearly alike stay apart in the browser too."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from building import build_site, write_content
from finding import ready, shown
from playwright.sync_api import expect
from serving import python_server
from tabs import OpenTab

VALUES = {"Alpha": "< 10 ms", "Beta": "> 10 ms", "Gamma": "10 ms", "Delta": "iOS 系统", "Epsilon": "iOS 应用"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("values")
    files = {
        "site.yml": "title: Values\nitems: { folder: items }\n",
        "criteria/delay.md": "---\nname: Delay\ntype: text\nindex: true\n---\n",
        "matrices/all.md": "---\nname: All\n---\n",
        "sources/one.md": "---\nname: One\n---\n",
        **{
            f"items/{name.lower()}.md": f'---\nname: {name}\nfacts:\n  delay: {{ value: "{value}", sources: [one] }}\n---\n'
            for name, value in VALUES.items()
        },
    }
    write_content(folder, files)
    site = build_site(folder / "Public", folder)
    with python_server(site.folder) as address:
        yield address


@pytest.mark.parametrize("name", VALUES)
def test_the_finder_keeps_the_one_item_that_has_a_value(root: str, open_tab: OpenTab, name: str) -> None:
    page = open_tab()
    page.goto(f"{root}/")
    finder = page.evaluate("() => fetch('data/finder.json').then((answer) => answer.json())")
    keys = {value["name"]: value["key"] for value in finder["filters"][0]["values"]}
    assert len(set(keys.values())) == len(VALUES)
    found = shown(ready(page, f"{root}/find/?where=delay:{quote(keys[VALUES[name]])}"))
    assert [row["item"] for row in found["plain"]] == [name.lower()]
    expect(page.locator(".applied button").first).to_have_text(f"Delay: {VALUES[name]}")


def test_every_value_has_a_page_of_its_own_item(root: str, open_tab: OpenTab) -> None:
    page = open_tab()
    page.goto(f"{root}/criteria/delay/")
    links = page.locator("a[href]").evaluate_all("(all) => all.map((link) => [link.textContent.trim(), link.href])")
    for name, value in VALUES.items():
        (address,) = {href for text, href in links if text == value}
        page.goto(address)
        expect(page.locator("h1")).to_contain_text(value)
        expect(page.locator("main")).to_contain_text(f"{name}")
        expect(page.locator("main")).to_contain_text("1 item")
