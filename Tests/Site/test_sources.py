"""Every number on the page of a source, counted again from the content, and who it says stands against what."""

import json
import re
from functools import cache

import pytest
from building import REPOSITORY, BuiltSite
from content import Claim, Content, Item
from counting import ABOUT_CRITERIA, by_name, fact_opposition, fact_standing, opposition, standing, stated
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
    """What the anchors of an item's claims end in, behind the subject, in the order of the document."""
    claims = json.loads((site.folder / "data/claims.json").read_text("utf-8"))["claims"]
    paths = [claim["path"] for claim in claims if claim["item"] == item]
    names = [match[1] for path in paths if (match := re.search(r"#Claim_(?:.*_)?([0-9a-f]{8}(?:_\d+)?)$", path))]
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
    direct = sum(r.is_direct and source in r.sources for item in CONTENT.items.values() for r in item.relations)
    figures = [claims, facts, *([direct] if direct else []), len(items), len(told)]
    assert [number_of(dd) for dd in page.find('//dl[@class="figures"]//dd')] == figures
    rows = page.table("Extent_caption")
    assert len(rows) == len(items)
    for (name, *numbers), item in zip(rows, items, strict=True):
        own, kinds = standings(item, source), [claim.kind for _, claim in claims_of(item, source)]
        assert text_of(name) == item.name
        assert [number_of(cell) for cell in numbers] == [
            len(criteria_of(item, source)),
            len(kinds),
            kinds.count("strengths"),
            kinds.count("weaknesses"),
            len(own[1]),
            (own[0] + own[1]).count("alone"),
            (own[0] + own[1]).count("contradicted"),
        ]
    (run,) = page.find('//section[h2[@id="The_extent"]]/p[@class="run"]')
    links = [page.slug(a) for a in run.findall("a") if page.target(a).startswith("criteria/")]
    assert dict(zip(links, map(number_of, run.findall("span")), strict=True)) == told


@pytest.mark.parametrize("source", SOURCES)
def test_where_it_is_contradicted_and_by_whom(site: BuiltSite, source: str) -> None:
    page = page_of(site, source)
    expected = []
    for item in items_of(source):
        for criterion in CONTENT.criteria.values():
            if other := fact_opposition(item, criterion, source):
                sides = [{s: 1 for s in fact.sources if s != source} for fact in other]
                expected.append((item.slug, criterion.slug, 1, sides))
        for criterion in CONTENT.criteria:
            for kind in ["strengths", "weaknesses"]:
                own = [claim for claim in item.claims_on(kind, criterion) if source in claim.sources]
                against = opposition(item, Claim(kind, (criterion,), ()), source)
                if own and against:
                    expected.append((item.slug, criterion, len(own), [against]))
    shown = []
    for line in page.find('//ul[@class="contradictions"]/li'):
        on, mine, others = page.find("./span", line)
        item, criterion = (page.slug(a) for a in on.findall("a"))
        sides = []
        for side in page.find('./span[@class="opposed"]', others):
            cited = page.cited(side)
            sides.append({other: cited.count(other) for other in cited})
        shown.append((item, criterion, len(page.find(".//a", mine)), sides))
    assert [item for item, *_ in shown] == sorted((item for item, *_ in shown), key=by_name(CONTENT.items).index)
    assert in_order(shown) == in_order(expected)
    check_total(page, source, "Where_contradicted", "contradicted")


def in_order(contradictions: list[tuple[str, str, int, list[dict[str, int]]]]) -> list:
    """Contradictions as they can be compared, whatever order their sources are named in."""
    return sorted((item, on, own, sorted(map(by_source, sides))) for item, on, own, sides in contradictions)


def by_source(side: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(side.items())


def check_total(page: SitePage, source: str, anchor: str, name: str) -> None:
    """The number in a heading, and those in the sentence below it."""
    own = [standings(item, source) for item in items_of(source)]
    claims = [standing for claims, _ in own for standing in claims]
    facts = [standing for _, facts in own for standing in facts]
    assert page.count(anchor) == claims.count(name) + facts.count(name)
    words = text_of(page.find("./p", page.section(anchor))[0])
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    assert numbers[:4] == [claims.count(name), len(claims), facts.count(name), len(facts)]


@pytest.mark.parametrize("source", SOURCES)
def test_where_it_stands_alone(site: BuiltSite, source: str) -> None:
    page = page_of(site, source)
    expected = {}
    for item in items_of(source):
        own = standings(item, source)
        names = claim_names(site, item.slug)
        claims = zip(claims_of(item, source), own[0], strict=True)
        anchors = {f"From_{item.slug}_{names[number - 1]}" for (number, _), s in claims if s == "alone"}
        alone = [c for c in facts_of(item, source) if fact_standing(item, CONTENT.criteria[c], source) == "alone"]
        anchors |= {f"Fact_{item.slug}_{criterion}" for criterion in alone}
        if anchors:
            expected[item.slug] = (anchors, (own[0] + own[1]).count("alone"))
    shown = {}
    for term in page.find('//dl[@class="alone"]/dt'):
        links = [a.get("href").partition("#")[2] for a in term.getnext().findall("a")]
        assert len(links) == len(set(links))
        shown[page.slug(term.find("a"))] = (set(links), number_of(term.find("span")))
    assert shown == expected
    check_total(page, source, "Where_alone", "alone")


@pytest.mark.parametrize("source", SOURCES)
def test_every_statement_tells_who_stands_against_it(site: BuiltSite, source: str) -> None:
    page = page_of(site, source)
    count = 0
    for item in items_of(source):
        for number, claim in claims_of(item, source):
            (line,) = page.find(f'//li[@id="From_{item.slug}_{claim_names(site, item.slug)[number - 1]}"]')
            (mark,) = page.find('./span[@class="standing"]', line)
            cited = page.cited(mark)
            assert {other: cited.count(other) for other in cited} == opposition(item, claim, source)
            assert ("no other source" in text_of(mark)) == (standing(item, claim, source) == "alone")
            for link in page.find('.//span[@class="cites"]/a', mark):
                assert is_opposite(site, page, link, item, claim)
                count += 1
        for criterion in facts_of(item, source):
            (line,) = page.find(f'//li[@id="Fact_{item.slug}_{criterion}"]')
            (mark,) = page.find('./span[@class="standing"]', line)
            others = fact_opposition(item, CONTENT.criteria[criterion], source)
            assert sorted(page.cited(mark)) == sorted(s for fact in others for s in fact.sources if s != source)
    assert count > 0


def is_opposite(site: BuiltSite, page: SitePage, link: object, item: Item, claim: Claim) -> bool:
    """Whether a link leads to a claim of the other side on the same criterion."""
    match = re.search(r"#From_([a-z0-9-]+)_(.+)$", link.get("href"))
    other = item.claims[claim_names(site, item.slug).index(match[2])]
    sides = {claim.kind, other.kind}
    return (
        match[1] == item.slug
        and sides == {"strengths", "weaknesses"}
        and bool(set(claim.subjects) & set(other.subjects))
        and page.slug(link) in other.sources
    )


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
