"""The markup of every page: valid HTML, of a known kind, with a title, a description and the search."""

import re
from pathlib import Path

from building import KINDS, BuiltSite
from htmlchecker import check_html


def test_the_html_checker_has_nothing_to_say(addressed_site: BuiltSite) -> None:
    assert check_html(addressed_site.folder) == []


def test_the_html_checker_would_say_something(tmp_path: Path) -> None:
    (tmp_path / "wrong.html").write_text("<!doctype html><title>Wrong</title><p><b>not <i>nested</b></i><p id=a id=a>")
    messages = check_html(tmp_path)
    assert any("error: End tag “b” violates nesting rules" in message for message in messages)


def test_the_list_of_kinds_is_complete(site: BuiltSite) -> None:
    assert sorted(set(site.kinds.values())) == sorted(KINDS)


def test_every_page_has_a_title_and_a_description_of_its_own(site: BuiltSite) -> None:
    titles: dict[str, list[str]] = {}
    lacking = []
    for file in site.pages():
        text = file.read_text(encoding="utf-8")
        title = re.search(r"<title>([^<]+)</title>", text)
        description = re.search(r'<meta name="description" content="([^"]+)"', text)
        if not title or not description or '<html lang="en">' not in text:
            lacking.append(site.address(file))
        else:
            titles.setdefault(title[1], []).append(site.address(file))
    assert lacking == []
    assert {title: pages for title, pages in titles.items() if len(pages) > 1} == {}


def test_every_page_has_the_box(site: BuiltSite) -> None:
    assert [site.address(file) for file in site.pages() if 'role="search"' not in file.read_text("utf-8")] == []
