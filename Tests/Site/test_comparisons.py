"""Two to five items side by side against a second reading of the content: rows, balances, order, and who is best."""

from dataclasses import dataclass
from itertools import combinations

import pytest
from balances import balance
from building import BuiltSite
from comparing import Comparison, compare, known_facts, uses
from content import Content, Item
from pairpages import PairPage, drawing, drawn, with_class
from sitepages import text_of

# What the outcomes of all pairs come to: the first of these that any has.
ORDER = ["different", "undecided", "same", "one_sided", "described", "unknown"]
# The places of rows that differ, and of all others.
PLACES = {"opinions": ("different", "Opinion"), "facts": ("different", "Fact")}


@dataclass(frozen=True)
class Row:
    anchor: str
    outcome: str
    best: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Told:
    """What is to be told of some items, with rows in the order of the criteria."""

    items: list[Item]
    pairs: list[Comparison]
    rows: list[Row]
    opinions: list[str]


def rows_of(content: Content, items: list[Item], pairs: list[Comparison]) -> list[Row]:
    found = []
    for slug, criterion in content.criteria.items():
        if criterion.type:
            outcomes = [pair.facts[slug] for pair in pairs]
            found.append(Row(f"Fact_{slug}", min(outcomes, key=ORDER.index)))
        opinions = [(pair, pair.opinions[slug]) for pair in pairs if slug in pair.opinions]
        outcome = min((row.outcome for _, row in opinions), key=ORDER.index, default="unknown")
        if outcome == "unknown" and any(slug in pair.spoken for pair in pairs):
            outcome = "described"
        if outcome == "unknown" and criterion.type:
            continue
        stronger, weaker = set(), set()
        for pair, row in opinions:
            if row.outcome == "different":
                sides = [pair.left.slug, pair.right.slug]
                strong, weak = sides if row.stronger == "left" else reversed(sides)
                stronger.add(strong)
                weaker.add(weak)
        nets = {item.slug: balance(item, slug).net for item in items if item.slug in stronger - weaker}
        best = frozenset(item for item, net in nets.items() if net == max(nets.values()))
        found.append(Row(f"Opinion_{slug}", outcome, best))
    return found


def telling(content: Content, pairs: list[Comparison], anchor: str) -> tuple[int, int]:
    """How far a row of opinions tells items apart: the widest gap of two that differ, then how many sources speak."""
    rows = [pair.opinions[anchor.partition("_")[2]] for pair in pairs if anchor.partition("_")[2] in pair.opinions]
    gap = max(row.gap for row in rows if row.outcome == "different")
    return -gap, -len(frozenset().union(*(row.speakers for row in rows)))


def read(content: Content, slugs: list[str]) -> Told:
    items = [content.items[slug] for slug in slugs]
    pairs = [compare(content, one, other) for one, other in combinations(items, 2)]
    rows = rows_of(content, items, pairs)
    differing = [row.anchor for row in rows if row.outcome == "different" and row.anchor.startswith("Opinion_")]
    return Told(items, pairs, rows, sorted(differing, key=lambda anchor: telling(content, pairs, anchor)))


class ComparisonPage(PairPage):
    def place(self, kind: str) -> list[str]:
        """The ids of the rows of a kind, in order."""
        return [row.get("id") for row in self.find(f'//*[@data-rows="{kind}"]//*[contains(@id, "_") and not(self::h2)]')]

    def cells(self, anchor: str) -> list:
        return self.find(f'//*[@id="{anchor}"]{with_class("c", "span")[1:]}')


@pytest.fixture(scope="module")
def pages(site: BuiltSite, content: Content) -> list[tuple[Told, ComparisonPage]]:
    """Every comparison that has a document, and every value that two to five items have."""
    found = [
        (read(content, items), ComparisonPage(site.folder, f"compare/{slug}/"))
        for slug, items in content.comparisons.items()
    ]
    for page in site.pages_of_kind("value"):
        shown = ComparisonPage(site.folder, site.address(page))
        items = [shown.slug(a) for a in shown.find('//ul[@class="cards"]/li//h2/a')]
        if 2 <= len(items) <= 5:
            found.append((read(content, items), shown))
        else:
            assert not shown.find("//*[@data-rows]"), shown.address
    return found


def test_there_are_comparisons_of_two_to_five(pages: list[tuple[Told, ComparisonPage]]) -> None:
    assert {len(told.items) for told, _ in pages} == {2, 3, 4, 5}
    assert len(pages) > 12


def test_every_row_stands_in_its_place_and_in_order(
    content: Content, pages: list[tuple[Told, ComparisonPage]]
) -> None:
    for told, page in pages:
        facts = [row.anchor for row in told.rows if row.outcome == "different" and row.anchor.startswith("Fact_")]
        assert page.place("opinions") == told.opinions, page.address
        assert page.place("facts") == facts, page.address
        for outcome in ORDER[1:-1]:
            expected = [row.anchor for row in told.rows if row.outcome == outcome]
            if outcome == "one_sided":
                expected = [anchor for item in told.items for anchor in expected if is_known(content, item, anchor)]
            assert page.place(outcome) == expected, f"{page.address} {outcome}"
        known = {row.anchor.partition("_")[2] for row in told.rows if row.outcome != "unknown"}
        unknown = [page.slug(a) for a in page.find('//*[@data-rows="unknown"]//a')]
        rows = dict.fromkeys(row.anchor.partition("_")[2] for row in told.rows)
        assert unknown == [slug for slug in rows if slug not in known], page.address


def is_known(content: Content, item: Item, anchor: str) -> bool:
    """Whether a row has a value of an item, or somebody who judges it."""
    kind, _, slug = anchor.partition("_")
    return bool(known_facts(item, content.criteria[slug]) if kind == "Fact" else balance(item, slug).sources)


def test_balances_and_who_is_best_are_those_of_the_sources(
    content: Content, pages: list[tuple[Told, ComparisonPage]]
) -> None:
    count = 0
    for told, page in pages:
        for row in told.rows:
            if row.outcome in ("unknown", "described") or row.anchor.startswith("Fact_"):
                continue
            if row.outcome == "one_sided":
                (item,) = [item for item in told.items if is_known(content, item, row.anchor)]
                (shown,) = page.balances(page.row(row.anchor))
                assert drawn(shown) == drawing(balance(item, row.anchor.partition("_")[2])), f"{page.address} {row.anchor}"
                assert page.ways(row.anchor) == [(page.target(page.find(".//a", page.row(row.anchor))[0]), row.anchor)]
                continue
            cells = page.cells(row.anchor)
            assert len(cells) == len(told.items)
            best = {item.slug for item, cell in zip(told.items, cells, strict=True) if "w" in cell.get("class").split()}
            assert best == row.best, f"{page.address} {row.anchor}"
            for item, cell in zip(told.items, cells, strict=True):
                (shown,) = page.balances(cell)
                assert drawn(shown) == drawing(balance(item, row.anchor.partition("_")[2])), f"{page.address} {row.anchor}"
                assert text_of(cell).startswith(f"{item.name}: ")
                count += 1
    assert count > 500


def test_uses_and_sources_are_those_that_the_content_names(
    content: Content, pages: list[tuple[Told, ComparisonPage]]
) -> None:
    for told, page in pages:
        named = [uses(item) for item in told.items]
        expected = [f"Use_{use}" for use in content.use_cases if any(use in some for some in named)]
        assert page.place("uses") == expected, page.address
        for use in expected:
            for some, cell in zip(named, page.cells(use), strict=True):
                assert ("not named" in text_of(cell)) == (use.removeprefix("Use_") not in some), page.address
        speakers = set().union(*(item.speakers() for item in told.items))
        assert set(page.place("sources")) == {f"Source_{source}" for source in speakers}, page.address


def test_the_pages_of_comparisons_count_their_differences(
    content: Content, pages: list[tuple[Told, ComparisonPage]]
) -> None:
    for told, page in pages[: len(content.comparisons)]:
        differences = {slug for pair in told.pairs for slug in pair.differences}
        meta = text_of(page.find('//*[@class="meta"]')[0])
        assert f"They differ on {len(differences)} criteria." in meta, page.address
        pairs = sorted(page.target(a) for a in page.find('//*[@data-rows="pairs"]//a'))
        there = [sorted([pair.left.slug, pair.right.slug]) for pair in told.pairs if pair.has_page]
        assert pairs == sorted(f"compare/{a}-vs-{b}/" for a, b in there), page.address
