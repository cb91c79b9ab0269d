"""Every place, sum and statement of the finder, worked out anew from the content: here all weights are tried."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from building import REPOSITORY, BuiltSite, build_site
from content import Content
from fitting import ranking
from finding import Finder, State, ready, shown
from playwright.sync_api import Page
from random_content import write_site
from rankingpages import RankingPage, expected
from serving import python_server
from tabs import OpenTab, ServedSite

BUNDLED = {
    "language": [["php"], ["python", "javascript"]],
    "kind": [["full-stack", "micro-framework"]],
    "orm": [["yes"], ["no", "partial"]],
    "open-source": [["yes"]],
    "first-release": [("2009", ""), ("", "2010"), ("2003.5", "2014.0")],
}
MADE_UP = {
    "open": [["yes"], ["no", "partial"], ["not_applicable", "no"]],
    "kind": [["big", "odd"]],
    "parts": [["a"], ["b", "c"]],
    "year": [("2000", ""), ("-3", "1999.0")],
    "weight": [("", "1.50"), ("1.500001", "12")],
}
CHANGE = re.compile(r"(\d+): (.+?) (draws? level|leads|are level)(?:; |$)")


@pytest.fixture(scope="module", params=[1, 2])
def made_up(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Content, str]]:
    folder: Path = tmp_path_factory.mktemp(f"finder{request.param}")
    write_site(folder / "Content", seed=request.param, count=9)
    site = build_site(folder / "Public", folder)
    with python_server(site.folder) as root:
        yield Content(folder / "Content"), f"{root}find/"


def told_changes(cell: str, finder: Finder, leaders: set[str]) -> list[tuple[int, set[str]]]:
    """The weights that a cell names, each with who is in the first place there; of many only some are named."""
    slugs = {item.name: item.slug for item in finder.items}
    told = []
    for weight, names, verb in CHANGE.findall(cell):
        found = {slugs[name] for name in re.split(r", | and ", names) if not re.fullmatch(r"\d+ more", name)}
        told.append((int(weight), found | leaders if verb.startswith("draw") else found))
    assert told or cell == "nobody else", cell
    return told


def agrees(told: set[str], found: set[str], cell: str) -> bool:
    more = re.search(r"(\d+) more", cell)
    return told == found or more is not None and told < found and len(found - told) == int(more[1])


def check_robustness(page: dict, finder: Finder, state: State, items: list[str]) -> int:
    leaders = finder.leaders(items, state)
    rows = {row[0]: row[1:] for row in page["robust"]}
    distances = {}
    if not leaders:
        assert not rows and page["verdict"] is None
        return 0
    for term in finder.terms:
        now, *cells = rows.get(term, [str(state.weigh.get(term, 0)), "nobody else", "nobody else"])
        assert int(now) == state.weigh.get(term, 0)
        for direction, cell in zip([-1, 1], cells, strict=True):
            told = told_changes(cell, finder, leaders)
            found = finder.nearest(items, state, term, direction)
            assert bool(told) == bool(found), (state.query(), term, cell, found)
            if found:
                assert told[0][0] == found[0] and agrees(told[0][1], found[1], cell), (state.query(), term, cell, found)
                distances[term] = min(distances.get(term, 99), abs(found[0] - int(now)))
            for weight, who in told[1:]:
                beyond = finder.leaders(items, finder.with_weight(state, term, weight))
                assert agrees(who, beyond, cell), (state.query(), term, cell, beyond)
    assert set(rows) == set(distances)
    assert [distances[term] for term in rows] == sorted(distances.values())
    verdict = "No single weight" if not rows else f"the nearest by {min(distances.values())} step"
    assert verdict in page["verdict"]
    return len(rows)


def check(page: Page, address: str, finder: Finder, state: State) -> int:
    """Compares all that a state shows with what the content adds up to; gives how many weights would change it."""
    found = shown(ready(page, address + state.query()))
    matching, may = finder.passing(state)
    is_ranked = state.weigh or state.use
    places = finder.places(matching, state) if is_ranked else []
    lacking = finder.lacking(matching, state)
    assert [(p["rank"], p["isTied"], p["item"], p["score"]) for p in found["ranked"]] == places, state.query()
    assert [p["item"] for p in found["open"]] == may
    named = [item for _, _, item, _ in places if state.is_named_first and finder.named(item, state)]
    assert [p["item"] for p in found["named"]] == named
    assert [p["item"] for p in found["lacking"]] == lacking
    ranked = {item for _, _, item, _ in places} | set(lacking)
    rest = [item for item in matching if item not in ranked]
    assert [p["item"] for p in found["apart" if is_ranked else "plain"]] == rest
    for entry in found["ranked"] + (found["open"] if is_ranked else []):
        points = [p for p in entry["points"] if p is not None]
        assert entry["score"] == entry["sum"] == sum(points) == (finder.score(entry["item"], state.weigh) or 0)
        known = [finder.points[entry["item"]][term] for term in state.weigh]
        assert sorted(p for p in points if p) == sorted(w * p for w, p in zip(state.weigh.values(), known) if p)
    if state.where:
        assert found["status"].startswith(f"{len(matching)} of {len(finder.items)} ")
        assert f"of {len(may)} more it is not known" in found["status"] or not may
    return check_robustness(found, finder, state, matching)


def test_what_the_bundled_finder_finds(open_tab: OpenTab, served: ServedSite, content: Content) -> None:
    finder, page = Finder(content), open_tab()
    changes = []
    for seed in range(16):
        print("seed", seed)
        state = finder.random_state(random.Random(seed), BUNDLED)
        changes.append(check(page, served.url("find/"), finder, state))
    assert max(changes) > 10 and 0 in changes


def test_what_the_finder_of_a_made_up_site_finds(open_tab: OpenTab, made_up: tuple[Content, str]) -> None:
    content, address = made_up
    finder, page = Finder(content), open_tab()
    changes = []
    for seed in range(20):
        print("seed", seed)
        changes.append(check(page, address, finder, finder.random_state(random.Random(seed), MADE_UP)))
    assert max(changes) > 5


@pytest.mark.parametrize("use", sorted(Content(REPOSITORY / "Content").use_cases))
def test_a_use_case_to_start_from_ranks_as_its_own_page_does(
    open_tab: OpenTab, served: ServedSite, site: BuiltSite, content: Content, use: str
) -> None:
    found = shown(ready(open_tab(), served.url(f"find/?use={use}")))
    page = RankingPage(site.folder, use, content).groups()
    assert page == {
        group: [expected(content, use, place) for place in places]
        for group, places in ranking(content, use).items()
    }
    assert [(p["rank"], p["isTied"], p["item"], p["score"]) for p in found["ranked"]] == [
        (row.rank, row.is_tied, row.item, row.sum) for row in page["named"] + page["unnamed"]
    ]
    for group, title in [("named", "named"), ("lacking", "lacking"), ("without", "apart")]:
        assert [p["item"] for p in found[title]] == [row.item for row in page[group]]
