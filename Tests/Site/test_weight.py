"""What a visitor has to fetch: pages, style sheets, scripts and the index of the search, as a server compresses them."""

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from budgets import FIRST_VISIT, PAGES, STYLE_SHEETS
from building import KINDS, BuiltSite, build_site, write_site

STYLE_SHEET = r'<link rel="stylesheet" href="([^"]+)"'
SCRIPT = r'<(?:link rel="modulepreload" href|script(?: type="module")? src)="([^"]+)"'


def plain(path: Path) -> int:
    return path.stat().st_size


def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def files(site: BuiltSite, page: Path, pattern: str) -> list[Path]:
    """The files of the site that a page loads along with it."""
    links = re.findall(pattern, page.read_text(encoding="utf-8"))
    return [site.folder / link[1:] if link.startswith("/") else page.parent / link for link in links]


@pytest.mark.parametrize(("kind", "which", "most", "most_compressed"), PAGES)
def test_a_page_is_light(
    site: BuiltSite, kind: str, which: Callable[[list[int]], float], most: int, most_compressed: int
) -> None:
    pages = site.pages_of_kind(kind)
    assert which([plain(page) for page in pages]) <= most
    assert which([compressed(page) for page in pages]) <= most_compressed


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_loads_more_style_sheets_than_it_may(site: BuiltSite, kind: str) -> None:
    most, most_compressed = STYLE_SHEETS
    loaded = {tuple(file.resolve() for file in files(site, page, STYLE_SHEET)) for page in site.pages_of_kind(kind)}
    for sheets in loaded:
        assert sheets
        assert not [sheet for sheet in sheets if "@import" in sheet.read_text(encoding="utf-8")]
        assert sum(map(plain, sheets)) <= most
        assert sum(map(compressed, sheets)) <= most_compressed


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_visit_is_light(site: BuiltSite, kind: str) -> None:
    """The longest page of a kind with its style sheets and scripts."""
    page = site.longest_page_of_kind(kind)
    sizes = {file.name: compressed(file) for file in [page, *files(site, page, STYLE_SHEET), *files(site, page, SCRIPT)]}
    assert len(sizes) >= 3
    assert sum(sizes.values()) <= FIRST_VISIT, sizes


def test_the_scripts_of_a_matrix_are_small(site: BuiltSite) -> None:
    scripts = [*site.folder.glob("assets/site.*.js"), *site.folder.glob("assets/table/*.js"), *site.folder.glob("assets/kinds/matrix.*.js")]
    assert len(scripts) == 12
    assert sum(len(gzip.compress(script.read_bytes(), 9)) for script in scripts) < 14_000


def test_no_script_blocks_the_first_paint(site: BuiltSite) -> None:
    blocking = []
    for file in site.pages():
        for attributes in re.findall(r"<script\b([^>]*)>", file.read_text(encoding="utf-8")):
            # What is inside a page is fetched along with it.
            if attributes and not any(word in attributes for word in ["ld+json", " defer", 'type="module"']):
                blocking.append((site.address(file), attributes))
    assert blocking == []


def test_the_index_stays_small(site: BuiltSite, tmp_path: Path) -> None:
    assert compressed(site.folder / "search.json") <= 4_000
    documents = {
        "criteria/year.md": "---\nname: Year\ntype: number\n---\n",
        "criteria/kind.md": "---\nname: Kind\ntype: text\n---\n",
    }
    for number in range(1000):
        facts = f"year: {{ value: {number % 37}, sources: [one] }}, kind: {{ value: k{number % 41}, sources: [one] }}"
        documents[f"items/thing-{number * 7919 % 100_000}.md"] = (
            f"---\nname: Thing {number * 7919 % 100_000}\naliases: [T{number * 104729 % 1_000_000}]\n"
            f"facts: {{ {facts} }}\n---\n"
        )
    folder = write_site(tmp_path, "title: Large\nitems: { folder: items, one: item, many: items }\n", documents)
    large = build_site(folder / "Public", folder)
    index = json.loads((large.folder / "search.json").read_text(encoding="utf-8"))
    assert len(index["groups"][0]["entries"]) == 1000
    assert sum(len(row) - 1 for row in index["pairs"]["rows"]) > 5_000
    assert compressed(large.folder / "search.json") <= 60_000
