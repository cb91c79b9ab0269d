"""Every number on the page of a source, counted again from the content, and where others say the opposite."""

import json
import re
from functools import cache

import pytest
from balances import balance
from building import REPOSITORY, BuiltSite
from content import Claim, Content, Item
from counting import ABOUT_CRITERIA, by_name, fact_opposition, fact_standing, standing, stated
from sitepages import SitePage, number_of, text_of

CONTENT = Content(REPOSITORY / "Content")
SOURCES = sorted(CONTENT.sources)


def page_of(site: BuiltSite, source: str) -> SitePage:
    return SitePage(site.folder, f"sources/{source}/")


def items_of(source: str) -> list[Item]:
    return [CONTENT.items[slug] for slug in by_name(CONTENT.items) if source in CONTENT.items[slug].speakers()]


def claims_of(item: Item, source: str) -> list[tuple[int, Claim]]:
    """The claims that a source makes of an item, with their numbers among all of the item's."""
    return [(number, claim) for number, claim in enumerate(item.claims, 1) if source in claim.sources]


@cache
def claim_names(site: BuiltSite, item: str) -> list[str]:
    """What the anchors of an item's claims end in, in the order of the document."""
    claims = json.loads((site.folder / "data/claims.json").read_text("utf-8"))["claims"]
    paths = [claim["path"] for claim in claims if claim["item"] == item]
    names = [match[1] for path in paths if (match := re.search(r"#Claim_([0-9a-f]{6}(?:_\d+)?)$", path))]
    assert len(names) == len(set(names)) == len(CONTENT.items[item].claims)
    return names


def facts_of(item: Item, source: str) -> list[str]:
    return [criterion for criterion in CONTENT.criteria if stated(item, criterion, source)]


def standings(item: Item, source: str) -> tuple[list[str], list[str]]:
    """How each claim stands, and each fact; the facts of one criterion stand and fall together."""
    claims = [standing(item, claim, source) for _, claim in claims_of(item, source)]
    return claims, [
        fact_standing(item, CONTENT.criteria[criterion], source)
        for criterion in facts_of(item, source)
        for _ in stated(item, criterion, source)
    ]


def criteria_of(item: Item, source: str) -> set[str]:
    claims = [claim for _, claim in claims_of(item, source) if claim.kind in ABOUT_CRITERIA]
    subjects = {subject for claim in claims for subject in claim.subjects}
    return subjects & CONTENT.criteria.keys() | set(facts_of(item, source))


@pytest.mark.parametrize("source", SOURCES)
def test_how_much_it_says(site: BuiltSite, source: str) -> None:
    page = page_of(site, source)
    items = items_of(source)
    claims = sum(len(claims_of(item, source)) for item in items)
    facts = sum(len(standings(item, source)[1]) for item in items)
    spoken = {slug: sum(slug in criteria_of(item, source) for item in items) for slug in CONTENT.criteria}
    told = {criterion: count for criterion, count in spoken.items() if count}
    (tally,) = page.find('//p[@class="tally"]')
    assert [int(number) for number in re.findall(r"\d+", text_of(tally))] == [claims, facts, len(items), len(told)]
    rows = page.table("Extent_caption")
    assert len(rows) == len(items)
    for (name, *numbers), item in zip(rows, items, strict=True):
        own = standings(item, source)
        assert text_of(name) == item.name
        assert [number_of(cell) for cell in numbers] == [
            len(criteria_of(item, source)),
            len(own[0]),
            len(own[1]),
            (own[0] + own[1]).count("alone"),
            (own[0] + own[1]).count("contradicted"),
        ]
    (run,) = page.find('//details[@id="The_extent"]/p[@class="run"]')
    links = [page.slug(a) for a in run.findall("a") if page.target(a).startswith("criteria/")]
    assert dict(zip(links, map(number_of, run.findall("span")), strict=True)) == told


def judgements_of(source: str) -> tuple[int, int, int]:
    """On how many cells a source only praises, only criticises, and does both."""
    found = [balance(item, criterion) for item in CONTENT.items.values() for criterion in CONTENT.criteria]
    return (
        sum(source in one.supporters for one in found),
        sum(source in one.critics for one in found),
        sum(source in one.both for one in found),
    )


def share_of(source: str) -> int:
    praise, criticism, both = judgements_of(source)
    total = praise + criticism + both
    return ((criticism + both) * 100 + total // 2) // total


@pytest.mark.parametrize("source", SOURCES)
def test_how_it_judges_stands_beside_the_others(site: BuiltSite, source: str) -> None:
    page = page_of(site, source)
    rows = page.find('//table[@class="judges"]/tbody/tr')
    sources = [page.slug(page.find(".//a", row)[0]) for row in rows]
    assert sorted(sources) == SOURCES
    shares = [share_of(one) for one in sources]
    assert shares == sorted(shares, reverse=True)
    for row, one, share in zip(rows, sources, shares, strict=True):
        assert [number_of(cell) for cell in page.find("./td", row)] == [share, *judgements_of(one)]
        assert page.find('.//*[local-name()="rect"]/@width', row)[1] == str(share)
        assert (row.get("class") == "here") == (one == source)


@pytest.mark.parametrize("source", SOURCES)
def test_where_others_say_the_opposite(site: BuiltSite, source: str) -> None:
    page = page_of(site, source)
    expected = {}
    for item in items_of(source):
        for criterion in CONTENT.criteria.values():
            if other := fact_opposition(item, criterion, source):
                own = [fact for fact in stated(item, criterion.slug, source)]
                alone = all(len(fact.sources) == 1 for fact in own)
                expected[f"frameworks/{item.slug}/#Fact_{criterion.slug}"] = alone and any(
                    len([s for s in fact.sources if s != source]) > 1 for fact in other
                )
            found = balance(item, criterion.slug)
            side, others = (found.supporters, found.critics) if source in found.supporters else (found.critics, found.supporters)
            if source in side and (others or found.both):
                expected[f"frameworks/{item.slug}/#Opinion_{criterion.slug}"] = len(side) == 1 and len(others) > 1
    shown = {}
    section = page.section("Where_contradicted")
    for row in [] if section is None else page.find('.//div[@class="row flat"]', section):
        link, own = page.find("./b/a", row)[0], page.find('.//a[@class="src"]', row)[0]
        shown[page.target(link) + "#" + link.get("href").partition("#")[2]] = "alone" in text_of(own)
        assert page.target(own) == page.address
        assert page.find(f'//li[@id="{own.get("href").partition("#")[2]}"]')
    assert shown.keys() == expected.keys()
    judged = {place: alone for place, alone in expected.items() if "#Opinion_" in place}
    assert {place: alone for place, alone in shown.items() if place in judged} == judged
    order = [expected[place] for place in shown]
    assert order == sorted(order, reverse=True), "first where it stands alone"


@pytest.mark.parametrize("source", SOURCES)
def test_every_statement_has_an_anchor_and_leads_back(site: BuiltSite, source: str) -> None:
    page = page_of(site, source)
    for item in items_of(source):
        (fold,) = page.find(f'//details[@id="Item_{item.slug}"]')
        names = [claim_names(site, item.slug)[number - 1] for number, _ in claims_of(item, source)]
        for name in names:
            (line,) = page.find(f'.//li[@id="From_{item.slug}_{name}"]', fold)
            link = page.find("./a", line)[0].get("href")
            assert re.search(rf"frameworks/{item.slug}/#Claim_{name}$", link)
        for criterion in facts_of(item, source):
            (line,) = page.find(f'.//li[@id="Fact_{item.slug}_{criterion}"]', fold)
            assert page.find("./a", line)[0].get("href").endswith(f"frameworks/{item.slug}/#Fact_{criterion}")
            contested = bool(fact_opposition(item, CONTENT.criteria[criterion], source))
            assert ("contested" in text_of(line)) == contested
        assert len(page.find(".//li", fold)) == len(names) + len(facts_of(item, source))


@pytest.mark.parametrize("source", SOURCES)
def test_its_ranking_stands_beside_those_of_the_others(site: BuiltSite, source: str) -> None:
    page = page_of(site, source)
    own = CONTENT.sources[source].ranking
    rows = page.table("Order_caption")
    assert [(number_of(row[0]), page.slug(page.find(".//a", row[1])[0])) for row in rows] == list(enumerate(own, 1))
    for row, item in zip(rows, own, strict=True):
        others = {s.slug: s.ranking for s in CONTENT.sources.values() if s.slug != source and item in s.ranking}
        shown = {}
        for place in page.find('./span[@class="elsewhere"]', row[2]):
            rank, total = re.findall(r"\d+", text_of(place))[:2]
            shown[page.cited(place)[0]] = (int(rank), int(total))
        assert shown == {slug: (order.index(item) + 1, len(order)) for slug, order in others.items()}
        assert bool(shown) != ("in no other ranking" in text_of(row[2]))
