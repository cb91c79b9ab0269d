"""Every ranking of a use case added up again from the content, and what is said to change its order tried out."""

import re

import pytest
from building import REPOSITORY, BuiltSite
from content import Content
from counting import Contribution, Place, ranking, with_claim
from lxml import html
from sitepages import SitePage, number_of, text_of

CONTENT = Content(REPOSITORY / "Content")
USES = sorted(CONTENT.use_cases)
ITEM = "|".join(re.escape(item.name) for item in sorted(CONTENT.items.values(), key=lambda item: -len(item.name)))
LEAST = re.compile(
    rf"One more (?:source that praises ({ITEM}) on .+?|review that names ({ITEM}) for this use) "
    rf"would tie it with (.+?); two such statements"
)


def page_of(site: BuiltSite, use: str) -> SitePage:
    return SitePage(site.folder, f"use-cases/{use}/")


def shown_reason(page: SitePage, use: str, line: html.HtmlElement) -> Contribution:
    """A line of a sum: its points, and the sources behind the words that tell their side."""
    words = page.find("./span[2]", line)[0]
    link = words.find("a")
    kind = "named" if page.target(link).startswith("frameworks/") else "value" if ": " in text_of(link) else "need"
    sides: dict[str, set[str]] = {"for": set(), "against": set()}
    for cites in page.find('./span[@class="cites"]', words):
        before = cites.getprevious().tail or ""
        sides["against" if "criticised" in before else "for"].update(page.cited(cites))
    subject = use if kind == "named" else page.slug(link)
    points = number_of(page.find('./span[@class="points"]', line)[0])
    return Contribution(kind, subject, points, frozenset(sides["for"]), frozenset(sides["against"]), 0)


def shown_places(page: SitePage, use: str) -> list[Place]:
    places = []
    for line in page.find('//ol[@class="ranking"]/li'):
        reasons = [shown_reason(page, use, r) for r in page.find('./ul[@class="reasons"]/li[not(@class)]', line)]
        slug = line.get("id").removeprefix("Item_")
        assert page.slug(page.find("./h3/a", line)[0]) == slug
        rank = number_of(page.find('./div/span[@class="rank"]', line)[0])
        is_tied = "tied" in text_of(page.find('./div[@class="place"]', line)[0])
        places.append(Place(slug, rank, is_tied, number_of(page.find('./p[@class="score"]', line)[0]), reasons))
    return places


def without_counts(place: Place) -> Place:
    bare = [Contribution(r.kind, r.subject, r.points, r.supporters, r.critics, 0) for r in place.reasons]
    return Place(place.item, place.rank, place.is_tied, place.score, bare)


@pytest.mark.parametrize("use", USES)
def test_every_place_and_every_contribution_is_what_the_content_adds_up_to(site: BuiltSite, use: str) -> None:
    page = page_of(site, use)
    places, without = ranking(CONTENT, use)
    assert shown_places(page, use) == [without_counts(place) for place in places]
    assert [page.slug(a) for a in page.find('//ul[@class="unranked"]/li/a')] == without
    entry = re.search(r"at place (\d+)", text_of(page.tree))
    if without:
        assert entry and int(entry[1]) == 1 + sum(place.score > 1 for place in places)


@pytest.mark.parametrize("use", USES)
def test_every_sum_can_be_redone_from_the_page_alone(site: BuiltSite, use: str) -> None:
    page = page_of(site, use)
    places, _ = ranking(CONTENT, use)
    for line, place in zip(page.find('//ol[@class="ranking"]/li'), places, strict=True):
        total = number_of(page.find('.//li[@class="sum"]/span[@class="points"]', line)[0])
        lines = page.find('./ul[@class="reasons"]/li[not(@class)]/span[@class="points"]', line)
        assert total == sum(map(number_of, lines)) == place.score
        terms = page.find('.//li[@class="sum"]/span[@class="own"]', line)
        assert len(terms) == (len(lines) > 1)
        if terms:
            numbers = re.findall(r"[−+]?\s?\d+", text_of(terms[0]))
            assert [int(n.replace("−", "-").replace(" ", "")) for n in numbers] == [number_of(p) for p in lines]
        told = page.find("./details", line)
        statements = sum(reason.statements for reason in place.reasons)
        assert [number_of(page.find("./summary", d)[0]) for d in told] == ([statements] if statements else [])
        assert len(page.find("./details//ul/li", line)) == statements


def names(text: str) -> set[str]:
    by_name = {item.name: slug for slug, item in CONTENT.items.items()}
    return {by_name[name] for name in re.split(r", | and ", text) if not re.fullmatch(r"\d+ more", name)}


@pytest.mark.parametrize("use", USES)
def test_what_would_change_the_order_would_indeed(site: BuiltSite, use: str) -> None:
    page = page_of(site, use)
    places, _ = ranking(CONTENT, use)
    scores = sorted({place.score for place in places}, reverse=True)
    ranks = sorted({place.rank for place in places})
    rows = page.table("Steps_caption")
    assert [text_of(row[0]) for row in rows] == [f"{a} and {b}" for a, b in zip(ranks, ranks[1:])]
    for (_, apart, least), higher, lower in zip(rows, scores, scores[1:], strict=False):
        gap = higher - lower
        assert number_of(apart) == gap
        if gap > 1:
            least_words = text_of(least)
            assert least_words.startswith(f"{gap} more statements for ")
            assert least_words.endswith(f"would make a tie; {gap + 1} would change the order.")
            continue
        words = LEAST.match(text_of(least))
        assert words, text_of(least)
        (item,) = names(words[1] or words[2])
        kind, subject = "use-cases", use
        if words[1]:
            kind, subject = "strengths", page.slug(page.find(".//a", least)[0])
        once = with_claim(CONTENT, item, kind, subject, "a new source")
        twice = with_claim(once, item, kind, subject, "another new source")
        told = names(words[3])
        first = {place.item: place for place in ranking(once, use)[0]}
        second = {place.item: place for place in ranking(twice, use)[0]}
        level = {place.item for place in places if place.score == higher}
        assert told <= level and (told == level or "more" in words[3])
        assert {first[other].rank for other in level} == {first[item].rank}
        assert all(second[item].rank < second[other].rank for other in level)


@pytest.mark.parametrize("address", ["use-cases/", ""])
def test_cards_name_whole_places_from_the_top(site: BuiltSite, address: str) -> None:
    page = SitePage(site.folder, address)
    cards = page.find('//ul[@class="cards"]/li[.//span[@class="leader"]]')
    assert len(cards) == len(USES)
    for card in cards:
        use = page.slug(page.find('./a[@class="card-name"]', card)[0])
        places, _ = ranking(CONTENT, use)
        leaders = page.find('.//span[@class="leader"]', card)
        shown = 0
        for leader in leaders:
            rank = number_of(page.find('./span[@class="own"]', leader)[0])
            level = [place for place in places if place.rank == rank]
            items = [page.slug(a) for a in page.find("./a", leader)]
            more = re.search(r"and (\d+) more", text_of(leader))
            assert items == [place.item for place in level][: len(items)]
            assert len(items) + int(more[1] if more else 0) == len(level)
            assert ("tied" in text_of(leader)) == (len(level) > 1)
            assert number_of(page.find('./span[@class="count"]', leader)[0]) == level[0].score
            assert rank == shown + 1
            shown += len(level)
