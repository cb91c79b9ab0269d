"""What the bundled site asks of a reader's keyboard and thumb: the height of its header, stops and screens of a pair."""

from pathlib import Path

import pytest
from budgets import HEADER_HEIGHT, ONE_LINE_WIDTHS, PAIR_SCREENS, PAIR_STOPS, PHONE
from building import KINDS
from focus import stops
from tabs import OpenTab, ServedSite, WatchedPage

# The height of the header, and whether all that can be used in it stands beside each other.
HEADER = """() => {
  const header = document.querySelector("body > header")
  const boxes = [...header.querySelectorAll("a, button, input, summary")]
    .filter(element => element.checkVisibility({visibilityProperty: true}))
    .map(element => element.getBoundingClientRect())
  return {
    height: header.getBoundingClientRect().height,
    controls: boxes.length,
    isOneLine: Math.max(...boxes.map(box => box.top)) < Math.min(...boxes.map(box => box.bottom)),
  }
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_the_header_has_one_low_line(tab: WatchedPage, served: ServedSite, kind: str) -> None:
    tab.page.goto(served.kind(kind))
    wrong = {}
    for width in ONE_LINE_WIDTHS:
        tab.page.set_viewport_size(PHONE | {"width": width})
        header = tab.page.evaluate(HEADER)
        assert header["controls"] >= 3
        if not header["isOneLine"] or header["height"] > HEADER_HEIGHT:
            wrong[width] = header
    assert wrong == {}


def test_pages_of_pairs_have_few_stops(open_tab: OpenTab, served: ServedSite) -> None:
    """The ten longest ones, by keyboard, with their folds as they come."""
    page = open_tab(viewport=PHONE, reduced_motion="reduce")
    longest = sorted(served.site.pages_of_kind("pair"), key=size)[-10:]
    assert len(longest) == 10
    counts = {}
    for file in longest:
        page.goto(served.url(served.site.address(file)))
        counts[file.parent.name] = len(list(stops(page)))
    assert {pair: count for pair, count in counts.items() if count > PAIR_STOPS} == {}
    assert min(counts.values()) >= 15


def size(file: Path) -> int:
    return file.stat().st_size


def test_a_pair_is_read_on_few_screens_of_a_phone(open_tab: OpenTab, served: ServedSite) -> None:
    """With the folds closed: those that are open when the page comes count as they are."""
    page = open_tab(viewport=PHONE)
    page.goto(served.url("compare/django-vs-flask/"))
    assert page.evaluate("document.documentElement.scrollHeight") <= PAIR_SCREENS * PHONE["height"]
