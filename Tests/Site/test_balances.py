"""Who is for, against and both: derived from the Markdown, and found on every page and in every file that tells it."""

import re
from itertools import pairwise
from typing import Any

import pytest
from balances import Balance, balance
from building import REPOSITORY, BuiltSite
from content import Content, Item
from counting import by_name, is_known
from datafiles import Data, items_of, matrices_of
from lxml import html
from pairpages import drawing, drawn
from sitepages import SitePage, text_of
from test_data_tables import read_csv, rows_of

CONTENT = Content(REPOSITORY / "Content")
ITEMS = by_name(CONTENT.items)
BALANCES = {(item.slug, criterion): balance(item, criterion) for item in CONTENT.items.values() for criterion in CONTENT.criteria}
JUDGED = {cell: found for cell, found in BALANCES.items() if found.sources}


def balances_in(element: html.HtmlElement) -> list[html.HtmlElement]:
    return element.xpath(".//span[contains(concat(' ', @class, ' '), ' b ')]")


def check(element: html.HtmlElement, expected: Balance) -> None:
    """A balance says and draws what the second reading finds: dots, or a bar where they would be many."""
    assert drawn(element) == drawing(expected)
    assert bool(element.xpath(".//*[local-name()='svg']")) == (len(expected.sources) > 8 or len(expected.both) > 1)


def strength(found: Balance) -> tuple[int, int]:
    """The order of the best: by net, then by the sources that only praise."""
    return -found.net, -len(found.supporters)


def states_a_fact(item: Item, criterion: str) -> bool:
    return any(fact.value != "unknown" for fact in item.facts.get(criterion, []))


def test_the_content_has_every_kind_of_balance() -> None:
    kinds = {tuple(min(count, 1) for count in found.counts) for found in JUDGED.values()}
    assert len(JUDGED) > 200
    assert kinds >= {(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (1, 0, 1), (1, 1, 1)}


@pytest.mark.parametrize("matrix", sorted(path.stem for path in (REPOSITORY / "Content" / "matrices").glob("*.md")))
def test_a_cell_of_judgements_draws_and_says_its_balance(site: BuiltSite, matrix: str) -> None:
    page = SitePage(site.folder, f"matrices/{matrix}/")
    told = set()
    for table in page.find('//table[contains(concat(" ", @class, " "), " matrix ")]'):
        columns = [page.target(a) for a in page.find("./thead/tr/th//a", table)]
        for row in page.find("./tbody/tr", table):
            header = page.target(page.find("./th//a", row)[0])
            for column, cell in zip(columns, page.find("./td", row), strict=True):
                item, other = sorted([header, column], key=lambda address: not address.startswith("frameworks/"))
                if other.startswith("criteria/"):
                    check_cell(page, cell, item.split("/")[1], other.split("/")[1])
                    told.add((item.split("/")[1], other.split("/")[1]))
                else:
                    assert balances_in(cell) == []
    if matrix == "strengths-and-weaknesses":
        assert {cell for cell in JUDGED if CONTENT.criteria[cell[1]].type is None} <= told


def check_cell(page: SitePage, cell: Any, slug: str, criterion: str) -> None:
    item, found = CONTENT.items[slug], BALANCES[slug, criterion]
    shown = balances_in(cell)
    has_words = page.find('.//*[contains(concat(" ", @class, " "), " s ")]', cell)
    if states_a_fact(item, criterion):
        assert has_words
        assert len(shown) == found.is_split, "beside a fact a balance stands where sources are not of one mind"
    elif found.sources:
        assert len(shown) == 1 and not has_words, "a judgement is no state without its counts"
        assert page.find(".//a", cell), "it leads to what the sources say"
    elif CONTENT.criteria[criterion].type is None and not is_known(item, CONTENT.criteria[criterion]):
        assert len(shown) == 1 and not has_words
    else:
        assert shown == []
    for element in shown:
        check(element, found)


@pytest.mark.parametrize("criterion", list(CONTENT.criteria))
def test_the_page_of_a_criterion_has_every_balance_and_the_best_first(site: BuiltSite, criterion: str) -> None:
    page = SitePage(site.folder, f"criteria/{criterion}/")
    known = [slug for slug in ITEMS if is_known(CONTENT.items[slug], CONTENT.criteria[criterion])]
    places = page.find('//*[starts-with(@id, "Item_")]')
    assert sorted(place.get("id").removeprefix("Item_") for place in places) == sorted(known)
    for place in places:
        slug = place.get("id").removeprefix("Item_")
        head = page.find("./summary | ./h3", place)[0]
        shown = balances_in(head)
        states = CONTENT.criteria[criterion].type is not None and states_a_fact(CONTENT.items[slug], criterion)
        if place.tag == "details" and states:
            assert shown == []
            continue
        assert len(shown) == bool(BALANCES[slug, criterion].sources), slug
        for element in shown:
            check(element, BALANCES[slug, criterion])
    if CONTENT.criteria[criterion].type is None:
        known.sort(key=lambda slug: (not bool(BALANCES[slug, criterion].sources), *strength(BALANCES[slug, criterion])))
        assert [place.get("id").removeprefix("Item_") for place in places] == known


@pytest.mark.parametrize("slug", ITEMS)
def test_the_page_of_an_item_has_every_balance_and_the_strongest_first(site: BuiltSite, slug: str) -> None:
    page = SitePage(site.folder, f"frameworks/{slug}/")
    judged = [criterion for criterion in CONTENT.criteria if (slug, criterion) in JUDGED]
    judged.sort(key=lambda criterion: strength(BALANCES[slug, criterion]))
    section = page.section("The_balance")
    rows = [] if section is None else page.find('.//details[starts-with(@id, "Opinion_")]', section)
    assert [row.get("id").removeprefix("Opinion_") for row in rows] == judged
    for criterion, row in zip(judged, rows, strict=True):
        (element,) = balances_in(row)
        check(element, BALANCES[slug, criterion])
    found = [BALANCES[slug, criterion] for criterion in judged]
    split = sum(one.is_split for one in found)
    counts = [
        len(set().union(*(one.sources for one in found))),
        len(found),
        *(n for n in (sum(bool(one.supporters) and not one.is_split for one in found),) if n),
        *(n for n in (sum(bool(one.critics) and not one.is_split for one in found),) if n),
        *([split] if split else []),
    ]
    told = [int(number) for tally in page.find('//p[@class="tally"]') for number in re.findall(r"\d+", text_of(tally))]
    assert told == (counts if found else [])


def test_a_card_shows_the_strongest_and_the_weakest_criteria(site: BuiltSite) -> None:
    page = SitePage(site.folder, "frameworks/")
    for card in page.find('//ul[@class="cards"]/li'):
        slug = page.slug(page.find(".//h2/a", card)[0])
        judged = sorted((c for c in CONTENT.criteria if (slug, c) in JUDGED), key=lambda c: strength(BALANCES[slug, c]))
        strong = [criterion for criterion in judged if BALANCES[slug, criterion].net > 0][:3]
        weak = [criterion for criterion in reversed(judged) if BALANCES[slug, criterion].net <= 0][:2]
        lines = page.find('./ul[@class="bl"]/li', card)
        assert [line.text.strip() for line in lines] == [CONTENT.criteria[criterion].name for criterion in strong + weak]
        for criterion, line in zip(strong + weak, lines, strict=True):
            check(line[0], BALANCES[slug, criterion])


def evenness(dispute: tuple[str, str, str]) -> tuple[int, int, int, int]:
    """How evenly the sources of a disagreement are split: the smaller lead first, then the more sources, then its place."""
    kind, slug, criterion = dispute
    place = ITEMS.index(slug), list(CONTENT.criteria).index(criterion)
    if kind != "Values":
        return abs(BALANCES[slug, criterion].net), -len(BALANCES[slug, criterion].sources), *place
    stating: dict[object, set[str]] = {}
    for fact in CONTENT.items[slug].facts[criterion]:
        if fact.value != "unknown":
            stating.setdefault(fact.value, set()).update(fact.sources)
    first, *rest = sorted((len(sources) for sources in stating.values()), reverse=True)
    return abs(first - sum(rest)), -len(set().union(*stating.values())), *place


def dissent(dispute: tuple[str, str, str]) -> int:
    """How many of the sources of a disagreement are not on its largest side."""
    kind, slug, criterion = dispute
    if kind != "Values":
        found = BALANCES[slug, criterion]
        return len(found.sources) - max(found.counts[:2])
    facts = [fact for fact in CONTENT.items[slug].facts[criterion] if fact.value != "unknown"]
    return len({source for fact in facts for source in fact.sources}) - max(len(fact.sources) for fact in facts)


def disputes_on(page: SitePage) -> list[tuple[str, str, str]]:
    found = []
    ids = " or ".join(f'starts-with(@id, "{kind}_")' for kind in ["Values", "Claims", "Mixed"])
    for article in page.find(f"//*[self::article or self::figure or self::details][{ids}]"):
        kind, item, criterion = article.get("id").split("_")
        found.append((kind, item, criterion))
        shown = [] if article.tag == "figure" else balances_in(page.find('.//p[@class="entry-state"] | ./summary', article)[0])
        assert article.tag == "figure" or len(shown) == (kind != "Values")
        for element in shown:
            check(element, BALANCES[item, criterion])
    return found


def test_disagreements_begin_with_the_most_evenly_split(site: BuiltSite) -> None:
    everywhere = disputes_on(SitePage(site.folder, "contested/"))
    drawn, rows = everywhere[:6], everywhere[6:]
    assert rows == sorted(rows, key=evenness)
    assert drawn == sorted(drawn, key=lambda dispute: (-dissent(dispute), evenness(dispute)))
    assert min(map(dissent, drawn)) >= max(dissent(dispute) for dispute in rows if dispute[0] != "Mixed")
    assert {(slug, criterion) for kind, slug, criterion in everywhere if kind != "Values"} == {
        cell for cell, found in JUDGED.items() if found.is_split
    }
    for slug in ITEMS:
        page = SitePage(site.folder, f"frameworks/{slug}/")
        rows = [page.find(".//a", line)[0].get("href") for line in page.lines("The_disagreements")]
        own = sorted((dispute for dispute in everywhere if dispute[1] == slug), key=evenness)
        assert rows == [f"#{'Fact' if kind == 'Values' else 'Opinion'}_{criterion}" for kind, _, criterion in own]
    for path in (REPOSITORY / "Content" / "matrices").glob("*.md"):
        page = SitePage(site.folder, f"matrices/{path.stem}/")
        disputes_on(page)
        for group in page.find('//section[@class="disputes"]'):
            order = [article.get("id") for article in page.find("./article", group)]
            keys = [evenness(tuple(name.split("_"))) for name in order]  # type: ignore[arg-type]
            assert keys == sorted(keys)
    (specimen,) = SitePage(site.folder, "").find("//main//figure")
    assert specimen.get("id") == "_".join(next(dispute for dispute in drawn if dispute[0] == "Claims"))


def test_no_page_names_a_state_of_judgements_without_its_counts(site: BuiltSite) -> None:
    """The name of a balance stands in tables for no cell that a source judges."""
    alone = []
    for file in site.pages():
        if file.name != "index.html":
            continue
        page = SitePage(site.folder, site.address(file))
        for cell in page.find('//td[contains(@class, "t-praised") or contains(@class, "t-criticised") or contains(@class, "t-mixed")]'):
            if not balances_in(cell) and "the editor’s own" not in text_of(cell):
                alone.append((page.address, text_of(cell)))
    assert alone == []


def test_the_data_tells_who_is_for_against_and_both(data: Data) -> None:
    for slug, item in items_of(data).items():
        for cell in item["cells"]:
            check_data(cell, BALANCES[slug, cell["criterion"]])
    for matrix in matrices_of(data).values():
        for row in rows_of(matrix):
            for cell in row["cells"]:
                check_data(cell, BALANCES.get((cell["item"], row["slug"])) if row["kind"] == "criterion" else None)


def check_data(cell: dict[str, Any], found: Balance | None) -> None:
    told = [cell[name] for name in ("for", "against", "both")]
    if found is None:
        assert told == [[], [], []]
        return
    assert [set(slugs) for slugs in told] == [found.supporters, found.critics, found.both]
    assert sum(map(len, told)) == len(found.sources)
    assert set(cell["praised_by"]) == found.supporters | found.both
    assert set(cell["criticised_by"]) == found.critics | found.both
    if not cell["facts"] and found.sources:
        assert cell["text"] == found.words


def test_the_csv_counts_who_is_for_against_and_both(addressed_site: BuiltSite, data: Data) -> None:
    counted = 0
    for slug, matrix in matrices_of(data).items():
        titles, lines = read_csv(addressed_site, slug)
        for row in rows_of(matrix):
            name = f"{row['name']} ({row['unit']})" if row["unit"] else row["name"]
            heads = [f"{name} {group}" for group in ("for", "against", "both")]
            cells = [(item["slug"], row["slug"]) for item in matrix["items"]]
            judged = row["kind"] == "criterion" and (
                CONTENT.criteria[row["slug"]].type is None or any(cell in JUDGED for cell in cells)
            )
            assert [head in titles for head in heads] == [judged] * 3, heads
            if judged:
                first = titles.index(heads[0])
                assert titles[first - 1 : first + 4] == [name, *heads, f"Sources: {name}"]
                for cell, line in zip(cells, lines, strict=True):
                    assert tuple(map(int, line[first : first + 3])) == BALANCES[cell].counts
                    counted += bool(BALANCES[cell].sources)
    assert counted >= len(JUDGED)


def test_more_praise_never_lowers_and_more_criticism_never_raises_a_place() -> None:
    """A check of the order itself, on every pair of neighbours and one more source."""
    for criterion in CONTENT.criteria:
        order = sorted((BALANCES[slug, criterion] for slug in ITEMS if (slug, criterion) in JUDGED), key=strength)
        for upper, lower in pairwise(order):
            assert upper.net >= lower.net
            praised = Balance(upper.supporters | {"new"}, upper.critics, upper.both)
            criticised = Balance(lower.supporters, lower.critics | {"new"}, lower.both)
            assert strength(praised) < strength(lower) and strength(criticised) > strength(upper)
