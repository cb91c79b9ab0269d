"""The smaller numbers of the site, counted again from the content: on cards, charts, tables and beside headings."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest
from building import REPOSITORY, BuiltSite
from comparing import closeness, contradict, judgement, known_facts
from content import Content, Criterion, Item
from counting import ABOUT_CRITERIA, by_name, has, is_known
from lxml import html
from sitepages import SitePage, number_of, text_of

CONTENT = Content(REPOSITORY / "Content")
ITEMS = by_name(CONTENT.items)
CITED_CLAIMS = [claim for item in CONTENT.items.values() for claim in item.claims if claim.sources]
CITED_FACTS = [f for item in CONTENT.items.values() for facts in item.facts.values() for f in facts if f.sources]


def is_contested(item: Item, criterion: Criterion) -> bool:
    pairs = combinations(known_facts(item, criterion), 2)
    return criterion.type != "list" and any(contradict(one, other) for one, other in pairs)


def disagreements(state: str) -> Counter:
    """How many contested facts, contested or mixed judgements there are, by item."""
    return Counter(
        item.slug
        for item in CONTENT.items.values()
        for criterion in CONTENT.criteria.values()
        if (is_contested(item, criterion) if state == "facts" else judgement(item, criterion.slug) == state)
    )


FACTS, CONTESTED, MIXED = (disagreements(state) for state in ["facts", "contested", "mixed"])


def claims_of(source: str) -> list[str]:
    """The items that a source's claims are about, one for each claim."""
    return [slug for slug, item in CONTENT.items.items() for claim in item.claims if source in claim.sources]


def cards_on(page: SitePage) -> Iterator[tuple[str, html.HtmlElement]]:
    for card in page.find('//ul[@class="cards"]/li'):
        yield page.slug(page.find(".//h2/a", card)[0]), card


def test_the_cards_of_items(site: BuiltSite) -> None:
    page = SitePage(site.folder, "frameworks/")
    cards = dict(cards_on(page))
    assert list(cards) == ITEMS
    for slug, card in cards.items():
        item = CONTENT.items[slug]
        found = [judgement(item, criterion) for criterion in CONTENT.criteria]
        disputed = found.count("contested") + found.count("mixed")
        (words,) = (text_of(line) for line in page.find('.//p[@class="card-counts"]', card))
        criteria = "criterion" if found.count("praised") == 1 else "criteria"
        tally = [f"Praised on {found.count('praised')} {criteria}", f"criticised on {found.count('criticised')}"]
        tally[1:1] = [f"disputed on {disputed}"] if disputed else []
        assert words == f"{', '.join(tally)}; {len(item.speakers())} of {len(CONTENT.sources)} sources speak of it"
    assert re.findall(r"\d+", text_of(page.find('//p[@class="lead"]')[0])) == [
        str(len(CONTENT.items)),
        str(len(CONTENT.sources)),
    ]


@pytest.mark.parametrize("slug", ITEMS)
def test_the_page_of_an_item(site: BuiltSite, slug: str) -> None:
    page, item = SitePage(site.folder, f"frameworks/{slug}/"), CONTENT.items[slug]
    names = [line.get("id") for line in page.find('//li[starts-with(@id, "Claim_")]')]
    assert len(names) == len(set(names)) == len(item.claims), "every statement stands on the page once"
    users = page.find('//details[@id="The_users"]/summary/small')
    assert [number_of(count) for count in users] == [n for n in [sum(c.kind == "used-by" for c in item.claims)] if n]
    rows = {page.slug(row.find("a")): said_of(row) for row in page.lines("The_sources")}
    related = {source for other in CONTENT.items.values() for r in other.relations if slug in (r.item, r.other) for source in r.sources}
    assert {source for source, said in rows.items() if not said} <= related
    assert {source: said for source, said in rows.items() if said} == {
        source: [
            sum(source in claim.sources for claim in item.claims),
            sum(source in fact.sources for facts in item.facts.values() for fact in facts),
        ]
        for source in item.speakers()
    }
    unknown = [c.slug for c in CONTENT.criteria.values() if not is_known(item, c)]
    assert [page.slug(a) for a in page.find('//details[@id="The_gaps"]/p[@class="run"]/a')] == unknown
    assert len(page.lines("The_disagreements")) == FACTS[slug] + CONTESTED[slug] + MIXED[slug]
    scores = [closeness(CONTENT, item, CONTENT.items[other]) for other, _ in alternatives(page)]
    assert scores == sorted(scores, reverse=True) and len(scores) <= 6


def said_of(row: html.HtmlElement) -> list[int]:
    """How many statements and facts a line about a source counts; the date before them has numbers of its own."""
    return [int(number) for number in re.findall(r"(\d+) (?:statement|fact)", text_of(row))]


def alternatives(page: SitePage) -> list[tuple[str, html.HtmlElement]]:
    section = page.section("The_alternatives")
    lines = page.find(".//li[a]", section) if section is not None else []
    return [(page.slug(line.find("a")), line) for line in lines]


def test_the_home_page(site: BuiltSite) -> None:
    page = SitePage(site.folder, "")
    words = page.find("//main/p")[-1]
    numbers = [int(number.replace(",", "")) for number in re.findall(r"[\d,]*\d", text_of(words))]
    sizes = [len(CONTENT.sources), len(CONTENT.items), len(CONTENT.criteria)]
    assert numbers == [len(CITED_CLAIMS), len(CITED_FACTS), *sizes]
    assert number_of(page.find('//section[@class="live"]/p/a')[0]) == (FACTS + CONTESTED + MIXED).total()


def test_the_list_of_sources(site: BuiltSite) -> None:
    page = SitePage(site.folder, "sources/")
    rows = page.find('//ul[@class="source-list"]/li')
    assert [page.slug(page.find(".//h2/a", row)[0]) for row in rows] == by_name(CONTENT.sources)
    for row in rows:
        source = page.slug(page.find(".//h2/a", row)[0])
        items = [slug for slug in ITEMS if source in CONTENT.items[slug].speakers()]
        assert [int(number) for number in re.findall(r"\d+", text_of(row[-1]))] == [len(claims_of(source)), len(items)]


def test_the_page_of_disagreements(site: BuiltSite) -> None:
    page = SitePage(site.folder, "contested/")
    totals = [FACTS.total(), CONTESTED.total(), MIXED.total()]
    told = page.find('//section[@class="by"]/div/p')[0]
    assert [int(number) for number in re.findall(r"\d+", text_of(told))] == [total for total in totals if total]
    together = FACTS + CONTESTED + MIXED
    links = page.find('//h3[@id="By_item"]/following-sibling::p[1]/a')
    assert {page.slug(link): number_of(link.find("small")) for link in links} == together
    assert number_of(page.find('//p[@class="lead"]')[0]) == together.total()
    assert len(page.find("//main//figure | //main//details[@id]")) == together.total()


@pytest.mark.parametrize("matrix", sorted(p.stem for p in (REPOSITORY / "Content" / "matrices").glob("*.md")))
def test_every_cell_of_a_matrix_counts_its_sources(site: BuiltSite, matrix: str) -> None:
    page = SitePage(site.folder, f"matrices/{matrix}/")
    count = 0
    for table in page.find('//table[contains(concat(" ", @class, " "), " matrix ")]'):
        columns = [page.target(a) for a in page.find("./thead/tr/th//a", table)]
        for row in page.find("./tbody/tr", table):
            header = page.target(page.find("./th//a", row)[0])
            for column, cell in zip(columns, page.find("./td", row), strict=True):
                item, other = sorted([header, column], key=lambda address: not address.startswith("frameworks/"))
                number = page.find('./a[contains(@class, "told")]', cell)
                # Where sources judge, the dots count them (test_balances.py).
                if page.find('./a[@class="judged"]', cell) and not page.find("./span", cell):
                    assert number == []
                    continue
                said = re.search(r"(\d+) sources?$", text_of(number[0]).strip()) if number else None
                shown = int(said[1]) if said else 0
                assert shown == len(sources_on(CONTENT.items[item.split("/")[1]], other)), (item, other)
                count += shown
    assert count > 0


def sources_on(item: Item, address: str) -> set[str]:
    """The sources that speak of an item on what an address names."""
    folder, slug, _ = address.split("/")
    if folder == "criteria":
        facts = {source for fact in item.facts.get(slug, []) for source in fact.sources}
        return facts | {source for kind in ABOUT_CRITERIA for source in item.sources_on(kind, slug)}
    if folder == "use-cases":
        return item.sources_on("use-cases", slug)
    users = [c for c in item.claims if c.kind == "used-by" and slug in (as_slug(name) for name in c.subjects)]
    return {source for claim in users for source in claim.sources}


def as_slug(name: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", name.lower()))


def having(criterion: str, value: object) -> list[str]:
    return [slug for slug in ITEMS if any(has(fact, value) for fact in CONTENT.items[slug].facts.get(criterion, []))]


def test_every_value_has_the_items_that_have_it(site: BuiltSite) -> None:
    """The pages of values, and the numbers beside their links on the page of the criterion and in the finder."""
    finder = SitePage(site.folder, "find/")
    numbers = {finder.target(li.find("a")): number_of(li.find("span")) for li in finder.find("//main//li[span]")}
    pages = 0
    for criterion in CONTENT.criteria.values():
        for value in criterion.labels:
            address = f"criteria/{criterion.slug}/{value}/"
            if not (site.folder / address).exists():
                continue
            page = SitePage(site.folder, address)
            assert [slug for slug, _ in cards_on(page)] == having(criterion.slug, value)
            assert numbers[address] == len(having(criterion.slug, value))
            for other in page.find('//section[h2[@id="Other_values"]]//li'):
                slug = page.slug(other.find("a"))
                assert number_of(other.find("span")) == len(having(criterion.slug, slug))
            pages += 1
    for use in CONTENT.use_cases:
        named = [item for item in CONTENT.items.values() if item.claims_on("use-cases", use)]
        assert numbers[f"use-cases/{use}/"] == len(named)
    assert pages > 15
