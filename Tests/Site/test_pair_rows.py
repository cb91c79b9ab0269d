"""The rows of every page of a pair against a second reading of the content: each in its section, and nowhere else."""

from balances import balance
from comparing import ABOUT_CRITERIA, Comparison, judgement, knowledge, known_facts, uses
from content import Content, Criterion, Fact, Item, key
from lxml import etree
from pairpages import LISTS, PairPage, drawing, drawn, with_class
from reasoning import words
from sitepages import text_of

Pages = list[tuple[Comparison, PairPage]]


# So many remarks without judgement stand in a row, and so many statements for or against in a row that is alike.
REMARKS, ALIKE = 3, 2


def alone(content: Content, pair: Comparison) -> list[str]:
    """What is known of one item alone: first of the left one, opinions before facts."""
    found = []
    for item in (pair.left, pair.right):
        opinions = [f"Opinion_{slug}" for slug in pair.opinions_that_are("one_sided") if balance(item, slug).sources]
        facts = [f"Fact_{slug}" for slug in pair.facts_that_are("one_sided") if known(content, item, slug)]
        found += opinions + facts
    return found


def known(content: Content, item: Item, slug: str) -> bool:
    return knowledge(item, content.criteria[slug]) is not None


def test_every_row_stands_in_its_section_and_in_no_other(content: Content, pair_pages: Pages) -> None:
    for pair, page in pair_pages:
        named = uses(pair.left).keys() | uses(pair.right).keys()
        undecided = [f"Opinion_{slug}" for slug in pair.opinions_that_are("undecided")]
        expected = {
            "The_differences": [f"Opinion_{slug}" for slug in pair.contrasts],
            "The_facts": [f"Fact_{slug}" for slug in pair.facts_that_are("different")],
            "The_uses": [f"Use_{use}" for use in content.use_cases if use in named],
            "The_common": [f"Opinion_{slug}" for slug in pair.opinions_that_are("same")],
            "The_shared_facts": [f"Fact_{slug}" for slug in pair.facts_that_are("same")],
            "The_undecided": undecided + [f"Fact_{slug}" for slug in pair.facts_that_are("undecided")],
            "The_gaps": alone(content, pair),
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
        for slug, row in pair.opinions.items():
            place = (page.address, slug)
            if row.outcome == "one_sided":
                (item,) = [item for item in items if balance(item, slug).sources]
                (shown,) = page.balances(page.row(f"Opinion_{slug}"))
                assert drawn(shown) == drawing(balance(item, slug)), place
                continue
            cells, marked = page.head(f"Opinion_{slug}")
            for item, cell in zip(items, cells, strict=True):
                assert text_of(cell).startswith(item.name), place
                (shown,) = page.balances(cell)
                assert drawn(shown) == drawing(balance(item, slug)), place
            assert marked == ([row.stronger] if row.stronger else []), place


def test_what_is_said_of_both_stands_in_its_row(content: Content, pair_pages: Pages) -> None:
    """Each direct comparison with its sources, and in the head how many there are and whom they favour."""
    checked = 0
    for pair, page in pair_pages:
        for slug, row in pair.opinions.items():
            checked += bool(row.direct)
            if not page.opens(f"Opinion_{slug}"):
                continue
            element = page.row(f"Opinion_{slug}")
            told = page.find(with_class("dir", "p"), element)
            counted = [text_of(count) for count in page.find("./summary/b/small", element)]
            assert [tuple(page.cited(line)) for line in told] == [r.sources for r in row.direct], (page.address, slug)
            for line, relation in zip(told, row.direct, strict=True):
                assert relation.words in text_of(line).replace("’", "'"), (page.address, slug)
            if not row.direct:
                assert counted == [], (page.address, slug)
                continue
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


def test_the_claims_of_both_sides_are_there_or_one_link_away(content: Content, pair_pages: Pages) -> None:
    """With their sources. All praise and criticism stands in rows that differ or are too close to call, and of what is said besides the
    first few; in rows that are alike the first few of praise and criticism. A row that leaves something out leads to the page of its item.
    """
    for pair, page in pair_pages:
        items = [pair.left, pair.right]
        for slug, row in pair.opinions.items():
            anchor = f"Opinion_{slug}"
            if row.outcome == "one_sided":
                (item,) = [item for item in items if balance(item, slug).sources]
                assert page.ways(anchor) == [way(content, item, anchor)], (page.address, slug)
                continue
            for item, side in zip(items, page.sides(page.row(anchor)), strict=True):
                for kind in LISTS:
                    expected = [claim.sources for claim in item.claims_on(kind, slug)]
                    most = REMARKS if kind == "features" else ALIKE if row.outcome == "same" else len(expected)
                    if is_cut := len(expected) > most:
                        # The last line leads to the others.
                        expected = [*expected[:most], ()]
                    if kind == "features" and row.outcome == "same":
                        assert not expected or way(content, item, anchor) in page.ways(anchor), (page.address, slug)
                        expected = []
                    assert page.claims(side, kind) == expected, (page.address, slug, kind)
                    assert not is_cut or way(content, item, anchor) in page.ways(anchor), (page.address, slug)
        for slug in pair.mentions:
            told = [way(content, item, f"Opinion_{slug}") for item in items if slug in spoken(item)]
            assert page.ways(f"Opinion_{slug}") == told, (page.address, slug)


def way(content: Content, item: Item, anchor: str) -> tuple[str, str]:
    """Where the page of an item has a row."""
    return f"{content.items_folder}/{item.slug}/", anchor


def spoken(item: Item) -> set[str]:
    return {slug for claim in item.claims if claim.kind in ABOUT_CRITERIA for slug in claim.subjects}


def test_the_uses_name_their_sources(content: Content, pair_pages: Pages) -> None:
    """Up to three, of more their number; each leads to the words on the page of the item."""
    for pair, page in pair_pages:
        for use in uses(pair.left).keys() | uses(pair.right).keys():
            row, place = f"Use_{use}", (page.address, use)
            cells = page.find(with_class("c", "span"), page.row(row))
            named = [item for item in (pair.left, pair.right) if use in uses(item)]
            assert page.ways(row) == [way(content, item, row) for item in named], place
            for item, cell in zip((pair.left, pair.right), cells, strict=True):
                names = sorted(content.sources[slug].short for slug in uses(item).get(use, ()))
                said = text_of(cell).removeprefix(f"{item.name}: ")
                if use not in uses(item):
                    assert said == "not named", place
                elif names:
                    told = [f"{len(names)} sources"] if len(names) > 3 else names
                    assert sorted(said.split(", ")) == told, place


def shown_values(fact: Fact, criterion: Criterion) -> str:
    values = fact.value if isinstance(fact.value, frozenset) else [fact.value]
    return ", ".join(sorted(words(value, criterion) for value in values))


def check_facts(page: PairPage, cell: etree.ElementBase, item: Item, criterion: Criterion) -> None:
    """An open row shows every value that is given, each with just the sources that state it."""
    if not known_facts(item, criterion):
        assert page.words(cell) == ["no value given" if judgement(item, criterion.slug) else "no source says"]
        return
    facts = item.facts[criterion.slug]
    lines = page.find(".//li", cell) or [cell]
    shown = [(tuple(page.cited(line)), "common knowledge" in text_of(line)) for line in lines]
    assert shown == [(fact.sources, fact.is_common) for fact in facts]
    # A single value stands in view and is not repeated.
    if len(facts) > 1:
        told = [in_order(page.words(line)[-1], criterion) for line in lines]
        assert told == [shown_values(fact, criterion) for fact in facts]
    assert ("contested" in page.words(cell)) == (knowledge(item, criterion) == "contested")


def in_order(text: str, criterion: Criterion) -> str:
    return ", ".join(sorted(text.split(", "))) if criterion.type == "list" else text


def check_values(page: PairPage, cell: etree.ElementBase, item: Item, criterion: Criterion) -> None:
    """In view stand the values, each with the number of its sources."""
    facts = item.facts[criterion.slug]
    assert [in_order(text, criterion) for text in page.words(cell)] == [shown_values(fact, criterion) for fact in facts]
    counts = [text_of(count) for count in page.find(with_class("d"), cell)]
    numbers = [len(fact.sources) for fact in facts if fact.sources]
    assert counts == [f"{number} source" if number == 1 else f"{number} sources" for number in numbers]


def test_every_fact_stands_in_its_row_with_who_says_so(content: Content, pair_pages: Pages) -> None:
    """Behind the row, or of facts that are alike or of one item alone on the page of the item."""
    for pair, page in pair_pages:
        for slug, outcome in pair.facts.items():
            if outcome == "unknown":
                continue
            anchor, criterion = f"Fact_{slug}", content.criteria[slug]
            items = [item for item in (pair.left, pair.right) if known(content, item, slug)]
            for item, cell in zip(items, page.values(slug), strict=True):
                check_values(page, cell, item, criterion)
            if page.opens(anchor):
                for item, cell in zip([pair.left, pair.right], page.facts(slug), strict=True):
                    check_facts(page, cell, item, criterion)
            else:
                stated = [item for item in items if any(fact.sources for fact in item.facts[slug]) or outcome == "one_sided"]
                assert {way(content, item, anchor) for item in stated} == set(page.ways(anchor)), (page.address, slug)


def test_every_row_names_what_it_is_about(content: Content, pair_pages: Pages) -> None:
    names = {f"{row}_{slug}": c.name for slug, c in content.criteria.items() for row in ("Opinion", "Fact")}
    names |= {f"Use_{slug}": name for slug, name in content.use_cases.items()}
    for _, page in pair_pages:
        for anchor in page.all_rows():
            (name,) = page.find("./summary/b | self::div/b | self::li/a[1] | self::li[not(./a)]/text()[1]/..", page.row(anchor))
            assert key(text_of(name)).startswith(key(names[anchor])), (page.address, anchor)
