"""The rows of every page of a pair against a second reading of the content: each in its section, and nowhere else."""

from balances import balance
from comparing import Comparison, judgement, knowledge, known_facts, uses
from content import Content, Criterion, Fact, Item, key
from lxml import etree
from pairpages import LISTS, PairPage, drawing, drawn, with_class
from reasoning import words
from sitepages import text_of

Pages = list[tuple[Comparison, PairPage]]


def rows(pair: Comparison, outcome: str) -> list[str]:
    """The rows of a section that has both aspects, opinions first."""
    opinions = [f"Opinion_{slug}" for slug in pair.opinions_that_are(outcome)]
    return opinions + [f"Fact_{slug}" for slug in pair.facts_that_are(outcome)]


def test_every_row_stands_in_its_section_and_in_no_other(content: Content, pair_pages: Pages) -> None:
    for pair, page in pair_pages:
        named = uses(pair.left).keys() | uses(pair.right).keys()
        expected = {
            "The_differences": [f"Opinion_{slug}" for slug in pair.contrasts],
            "The_facts": [f"Fact_{slug}" for slug in pair.facts_that_are("different")],
            "The_uses": [f"Use_{use}" for use in content.use_cases if use in named],
            "The_common": rows(pair, "same"),
            "The_undecided": rows(pair, "undecided"),
            "The_gaps": rows(pair, "one_sided"),
            "The_mentions": [f"Opinion_{slug}" for slug in pair.mentions],
        }
        for anchor, ids in expected.items():
            shown = page.rows_of(anchor)
            if anchor == "The_uses":
                shown, ids = sorted(shown), sorted(ids)
            assert shown == ids, (page.address, anchor)
        assert sorted(page.all_rows()) == sorted(row for ids in expected.values() for row in ids), page.address
        assert page.nobody() == pair.unknown, page.address


def test_every_balance_is_that_of_its_item(pair_pages: Pages) -> None:
    """In words and as drawn; the stronger side is marked in rows that differ, and no side in the others."""
    for pair, page in pair_pages:
        items = [pair.left, pair.right]
        for slug in [*pair.opinions, *pair.mentions]:
            place = (page.address, slug)
            cells, marked = page.head(f"Opinion_{slug}")
            for item, cell in zip(items, cells, strict=True):
                assert text_of(cell).startswith(item.name), place
                (shown,) = page.balances(cell)
                assert drawn(shown) == drawing(balance(item, slug)), place
            row = pair.opinions.get(slug)
            assert marked == ([row.stronger] if row and row.stronger else []), place


def test_what_is_said_of_both_stands_in_its_row(content: Content, pair_pages: Pages) -> None:
    """Each direct comparison with its sources, and in the head how many there are and whom they favour."""
    checked = 0
    for pair, page in pair_pages:
        for slug, row in pair.opinions.items():
            element = page.row(f"Opinion_{slug}")
            told = page.find(f"{with_class('dir', 'p')}[.//*[@class='cites']]", element)
            counted = [text_of(count) for count in page.find(with_class("dc"), page.find("./summary", element)[0])]
            assert [tuple(page.cited(line)) for line in told] == [r.sources for r in row.direct], (page.address, slug)
            for line, relation in zip(told, row.direct, strict=True):
                assert relation.words in text_of(line).replace("’", "'"), (page.address, slug)
            if not row.direct:
                assert counted == [], (page.address, slug)
                continue
            checked += 1
            (said,) = counted
            number = len({source for relation in row.direct for source in relation.sources})
            compared = f"{number} source compares the two" if number == 1 else f"{number} sources compare the two"
            favoured = f": {(pair.left if row.lead > 0 else pair.right).name}" if row.lead else ""
            assert said == compared + favoured, (page.address, slug)
    assert checked


def test_the_relations_between_the_two_are_all_told(pair_pages: Pages) -> None:
    """All that sources say of both, also without a criterion."""
    for pair, page in pair_pages:
        lines = page.lines("The_direct")
        shown = [(tuple(dict.fromkeys(page.cited(line))), text_of(line).replace("’", "'")) for line in lines]
        assert len(shown) == len(pair.relations), page.address
        for relation in pair.relations:
            assert any(sources == relation.sources and relation.words in text for sources, text in shown), page.address


def test_the_claims_of_both_sides_are_all_there(content: Content, pair_pages: Pages) -> None:
    """Criterion by criterion and use by use, as many as the content has, with their sources."""
    for pair, page in pair_pages:
        items = [pair.left, pair.right]
        for slug in [*pair.opinions, *pair.mentions]:
            sides = page.sides(page.row(f"Opinion_{slug}"))
            for item, side in zip(items, sides, strict=True):
                for kind in LISTS:
                    expected = [claim.sources for claim in item.claims_on(kind, slug)]
                    assert page.claims(side, kind) == expected, (page.address, slug, kind)
        for use in uses(pair.left).keys() | uses(pair.right).keys():
            sides = page.sides(page.row(f"Use_{use}"))
            for item, side in zip(items, sides, strict=True):
                lines = [tuple(dict.fromkeys(page.cited(line))) for line in page.find(".//li", side)]
                assert lines == [claim.sources for claim in item.claims_on("use-cases", use)], (page.address, use)


def shown_values(fact: Fact, criterion: Criterion) -> str:
    values = fact.value if isinstance(fact.value, frozenset) else [fact.value]
    return ", ".join(sorted(words(value, criterion) for value in values))


def check_facts(page: PairPage, cell: etree.ElementBase, item: Item, criterion: Criterion) -> None:
    """A cell of facts shows every value that is given, each with just the sources that state it."""
    if not known_facts(item, criterion):
        assert page.words(cell) == ["no value given" if judgement(item, criterion.slug) else "no source says"]
        return
    facts = item.facts[criterion.slug]
    lines = page.find(".//li", cell) or [cell]
    shown = []
    for line in lines:
        text = page.words(line)[-1]
        if criterion.type == "list":
            text = ", ".join(sorted(text.split(", ")))
        shown.append((text, tuple(page.cited(line)), "common knowledge" in text_of(line)))
    assert shown == [(shown_values(fact, criterion), fact.sources, fact.is_common) for fact in facts]
    assert ("contested" in page.words(cell)) == (knowledge(item, criterion) == "contested")


def test_every_fact_stands_in_its_row_with_who_says_so(content: Content, pair_pages: Pages) -> None:
    for pair, page in pair_pages:
        for slug, outcome in pair.facts.items():
            if outcome == "unknown":
                continue
            for item, cell in zip([pair.left, pair.right], page.facts(slug), strict=True):
                check_facts(page, cell, item, content.criteria[slug])


def test_every_row_names_what_it_is_about(content: Content, pair_pages: Pages) -> None:
    names = {f"{row}_{slug}": c.name for slug, c in content.criteria.items() for row in ("Opinion", "Fact")}
    names |= {f"Use_{slug}": name for slug, name in content.use_cases.items()}
    for _, page in pair_pages:
        for anchor in page.all_rows():
            (name,) = page.find("./summary/b | ./th//a[1]", page.row(anchor))
            assert key(text_of(name)) == key(names[anchor]), (page.address, anchor)
