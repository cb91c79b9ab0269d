"""The marks for a full-text indexer: Pagefind itself indexes the built site, and finds what stands on its pages."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from building import REPOSITORY, BuiltSite
from playwright.sync_api import Page
from serving import python_server
from tabs import OpenTab

# What the documentation says, but for the name of Python.
COMMAND = 'python3 -m pagefind --site Public --exclude-selectors ".src, .claims > li > a, .citation"'

SEARCH = """async ([text, filters]) => {
  const pagefind = await import("/pagefind/pagefind.js")
  const found = await pagefind.search(text, { filters })
  const results = await Promise.all(found.results.map(result => result.data()))
  return { kinds: await pagefind.filters(), results: results.map(({ url, meta, excerpt }) => ({ url, meta, excerpt })) }
}"""


@pytest.fixture(scope="module")
def indexed(site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[BuiltSite, str, str]]:
    """A copy of the site with an index: the site, what the indexer said, and the address that it is served at."""
    folder = tmp_path_factory.mktemp("indexed")
    shutil.copytree(site.folder, folder / "Public")
    options = ["--site", "Public", "--exclude-selectors", ".src, .claims > li > a, .citation"]
    command = [sys.executable, "-m", "pagefind", *options]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=True)
    with python_server(folder / "Public") as root:
        yield BuiltSite(folder / "Public"), run.stdout, root


def find(page: Page, text: str, **filters: str) -> list[dict[str, Any]]:
    return page.evaluate(SEARCH, [text, filters])["results"]


def test_every_page_is_indexed_but_those_that_say_nothing(indexed: tuple[BuiltSite, str, str], site: BuiltSite) -> None:
    pages = len(site.pages()) - len(site.pages_of_kind("not-found"))
    assert f"Indexed {pages} pages" in indexed[1]
    assert "Indexed 1 language" in indexed[1] and "Indexed 1 filter" in indexed[1]


def test_a_phrase_is_found_on_its_page(indexed: tuple[BuiltSite, str, str], open_tab: OpenTab) -> None:
    page = open_tab()
    page.goto(indexed[2])
    found = find(page, '"high-level Python"', kind="item")
    assert [result["url"] for result in found] == ["/frameworks/django/"]
    meta = found[0]["meta"]
    assert meta["title"] == "Django"
    assert meta["description"].startswith("A full-stack, batteries-included Python framework")
    assert "<mark>high-level</mark>" in found[0]["excerpt"]
    assert find(page, '"high-level batteries"') == []


def test_kinds_of_pages_can_be_told_apart(indexed: tuple[BuiltSite, str, str], open_tab: OpenTab) -> None:
    page = open_tab()
    page.goto(indexed[2])
    kinds = page.evaluate(SEARCH, ["django", {}])["kinds"]["kind"]
    built = indexed[0]
    assert kinds["item"] == len(built.pages_of_kind("item")) and kinds["pair"] == len(built.pages_of_kind("pair"))
    assert "not-found" not in kinds and "redirect" not in kinds
    assert {result["url"].split("/")[1] for result in find(page, "django", kind="use-case")} == {"use-cases"}


def test_what_stands_beside_the_content_is_left_out(indexed: tuple[BuiltSite, str, str], open_tab: OpenTab) -> None:
    page = open_tab()
    page.goto(indexed[2])
    for kind, words in [("matrix", "Copy link"), ("item", "On this page"), ("item", "Improve this page")]:
        assert [result["url"] for result in find(page, f'"{words}"', kind=kind)] == [], words


def test_the_documentation_names_the_command() -> None:
    assert COMMAND in (REPOSITORY / "README.md").read_text(encoding="utf-8")
    pinned = (Path(__file__).parent / "requirements.txt").read_text(encoding="utf-8")
    assert "pagefind[bin]==" in pinned
