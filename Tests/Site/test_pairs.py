"""Every page of a pair against a second reading of the content: nothing is missing, nothing is too much."""

import inspect
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from building import REPOSITORY, BuiltSite
from comparing import (
    TABLES,
    Comparison,
    Reason,
    closeness,
    compare,
    judgement,
    knowledge,
    known_facts,
    reasons,
    uses,
    words,
)
from content import Content, Criterion, Fact, Item, Source, key
from lxml import etree
from pairpages import PairPage
from sitepages import text_of

# The tables whose heading has the number of their rows.
COUNTS = {"same": "The_common", "undecided": "The_undecided"}
Pages = list[tuple[Comparison, PairPage]]
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def address(left: str, right: str) -> str:
    return f"compare/{left}-vs-{right}/"


@pytest.fixture(scope="module")
def pairs(content: Content) -> list[Comparison]:
    """Every two items side by side, the one whose slug is first on the left."""
    return [compare(content, content.items[a], content.items[b]) for a, b in combinations(sorted(content.items), 2)]


@pytest.fixture(scope="module")
def pages(site: BuiltSite, pairs: list[Comparison]) -> Pages:
    """The pairs that must have a page, with their pages."""
    told = [pair for pair in pairs if pair.differences]
    return [(pair, PairPage(site.folder, address(pair.left.slug, pair.right.slug))) for pair in told]


def test_the_second_reading_reads_all_there_is(content: Content) -> None:
    """A check of the check: every bullet below a heading of claims, every fact, and definitions that tell something."""
    assert len(content.items) == 17
    assert sum(len(item.claims) for item in content.items.values()) > 1000
    assert sum(len(facts) for item in content.items.values() for facts in item.facts.values()) > 250
    verdicts = {judgement(item, criterion) for item in content.items.values() for criterion in content.criteria}
    assert verdicts == {"praised", "criticised", "contested", "mixed", "mentioned", None}


def test_there_are_136_pairs_each_with_a_page_and_a_redirect(
    site: BuiltSite, pairs: list[Comparison], pages: Pages
) -> None:
    """Pairs without any difference have neither, and the compare page lists just those."""
    assert len(pairs) == 136
    expected = {"compare/index.html"}
    for _, page in pages:
        left, right = page.address.split("/")[1].split("-vs-")
        expected |= {page.address + "index.html", address(right, left) + "index.html"}
    assert {path.relative_to(site.folder).as_posix() for path in (site.folder / "compare").rglob("*.*")} == expected
    index = PairPage(site.folder, "compare/")
    told = [[index.slug(a) for a in line.findall("a")] for line in index.lines("Left_out")]
    assert told == [[pair.left.slug, pair.right.slug] for pair in pairs if not pair.differences]


def test_every_criterion_stands_in_its_table_and_in_no_other(pages: Pages) -> None:
    for pair, page in pages:
        assert page.rows() == {table: pair.table(table) for table in TABLES}, page.address
        assert page.unknown() == pair.unknown, page.address


def test_the_numbers_are_those_of_what_is_listed(pages: Pages) -> None:
    for pair, page in pages:
        assert page.count("The_differences") == len(pair.differences), page.address
        for table, anchor in COUNTS.items():
            if pair.table(table):
                assert page.count(anchor) == len(pair.table(table)), page.address
        lead = text_of(page.find('//*[@class="lead"]')[0])
        both = len(pair.left.speakers() & pair.right.speakers())
        numbers = [int(number) for number in re.findall(r"\d+", lead.replace("no source", "0"))]
        assert numbers == [len(pair.differences), both], page.address


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


def check_judgement(page: PairPage, cell: etree.ElementBase, item: Item, criterion: Criterion) -> None:
    """A cell of judgements says what they come to, and names everybody who praises, criticises or describes."""
    verdict, slug = judgement(item, criterion.slug), criterion.slug
    nothing = "no source judges it" if known_facts(item, criterion) else "no source says"
    sides = ["praise", "criticism"] if verdict == "contested" else []
    assert page.words(cell) == [verdict or nothing, *sides]
    praisers, critics = item.sources_on("strengths", slug), item.sources_on("weaknesses", slug)
    shown = [praisers, critics] if verdict == "contested" else [critics if verdict == "criticised" else praisers]
    if verdict == "mentioned":
        shown = [item.sources_on("features", slug)]
    cited = page.cited(cell)
    for sources in shown:
        assert set(cited[: len(sources)]) == sources
        del cited[: len(sources)]
    assert cited == []


def test_every_cell_shows_its_item_and_who_says_so(content: Content, pages: Pages) -> None:
    for pair, page in pages:
        for (aspect, slug), table in pair.rows.items():
            if table == "unknown":
                continue
            for item, cell in zip([pair.left, pair.right], page.cells(table, aspect, slug), strict=True):
                if aspect == "facts":
                    check_facts(page, cell, item, content.criteria[slug])
                else:
                    check_judgement(page, cell, item, content.criteria[slug])


def test_the_claims_of_both_sides_are_all_there(content: Content, pages: Pages) -> None:
    """Criterion by criterion and use by use, as many as the content has, with their sources."""
    kinds = ["strengths", "weaknesses", "features"]
    for pair, page in pages:
        expected = []
        for slug in content.criteria:
            sides = [[c for kind in kinds for c in item.claims_on(kind, slug)] for item in (pair.left, pair.right)]
            if any(sides):
                expected.append((f"criteria/{slug}/", [[claim.sources for claim in side] for side in sides]))
        for use in content.use_cases:
            sides = [item.claims_on("use-cases", use) for item in (pair.left, pair.right)]
            if any(sides):
                expected.append((f"use-cases/{use}/", [[claim.sources for claim in side] for side in sides]))
        shown = []
        for entry in page.find('.//details[@class="said"]', page.section("The_claims")):
            sides = page.find('./div/*[@class="two"]/*', entry)
            lists = [page.find('.//ul[@class="claims"]/li', side) for side in sides]
            # A source that is cited in the middle of a claim may be cited behind it too.
            claims = [[tuple(dict.fromkeys(page.cited(line))) for line in lines] for lines in lists]
            shown.append((page.target(page.find("./div/p/a", entry)[-1]), claims))
        assert shown == expected, page.address


def test_the_reasons_to_choose_are_true_and_all_there(content: Content, pages: Pages) -> None:
    for pair, page in pages:
        for side, own, other in [("left", pair.left, pair.right), ("right", pair.right, pair.left)]:
            expected = {as_shown(reason) for reason in reasons(content, pair, own, other)}
            weights = {(reason.kind, reason.subject, reason.value): reason.weight for reason in expected}
            lines = []
            for told, against, line in page.reasons(side):
                for reason in told:
                    check_wording(content, reason, own, other, against, text_of(line))
                lines.append([replace(r, weight=weights.get((r.kind, r.subject, r.value), -1)) for r in told])
            told = [reason for line in lines for reason in line]
            assert len(told) == len(set(told)) and set(told) == expected, (page.address, side)
            check_order([line[0] for line in lines])


def as_shown(reason: Reason) -> Reason:
    """What a line tells itself: who contradicts a fact stands in the row that the line leads to."""
    return replace(reason, critics=frozenset()) if reason.kind == "fact" else reason


def check_order(told: list[Reason]) -> None:
    """First the weightiest of each kind that a source gives, then the rest, each by weight."""
    leaders = len({reason.kind for reason in told if reason.supporters})
    for part in (told[:leaders], told[leaders:]):
        assert [reason.weight for reason in part] == sorted((reason.weight for reason in part), reverse=True)
    for reason in told[:leaders]:
        of_kind = [other.weight for other in told if other.kind == reason.kind and other.supporters]
        assert reason.supporters and reason.weight == max(of_kind)


def check_wording(content: Content, reason: Reason, own: Item, other: Item, against: str, line: str) -> None:
    """What a reason says of the other item, and where it comes from if no source states it."""
    if reason.kind == "use":
        assert against == "" and reason.subject not in uses(other)
        return
    assert against.startswith(f"{other.name}: ")
    said = against.removeprefix(f"{other.name}: ")
    match reason.kind:
        case "judgement":
            assert said.split()[0] == "criticised"
            assert ("the editor’s own" in line.split(f"{other.name}: ")[0]) == (not reason.supporters)
        case _:
            criterion = content.criteria[reason.subject]
            value = knowledge(other, criterion)
            if isinstance(value, frozenset):
                assert sorted(said.split(", ")) == sorted(words(element, criterion) for element in value)
            else:
                assert said.startswith(words(value, criterion))
            giving = [
                fact
                for fact in known_facts(own, criterion)
                if reason.value in shown_values(fact, criterion).split(", ")
            ]
            stated = {fact.is_common for fact in giving if not fact.sources}
            before = line.split(f"{other.name}: ")[0]
            assert ("common knowledge" in before) == (not reason.supporters and True in stated)
            assert ("the editor’s own" in before) == (not reason.supporters and stated == {False})


def test_the_sources_are_those_that_speak_of_both(content: Content, pages: Pages) -> None:
    """With how much each says and its rank of either."""

    def counted(count: int, noun: str) -> list[str]:
        return [f"{count} {noun}" if count == 1 else f"{count} {noun}s"] if count else []

    def told(source: Source, item: Item) -> str:
        claims = sum(source.slug in claim.sources for claim in item.claims)
        facts = sum(any(source.slug in fact.sources for fact in facts) for facts in item.facts.values())
        place = "not ranked" if source.ranking else ""
        if item.slug in source.ranking:
            place = f"place {source.ranking.index(item.slug) + 1} of {len(source.ranking)}"
        return f"{', '.join(counted(claims, 'statement') + counted(facts, 'fact'))} {place}".strip()

    for pair, page in pages:
        both = pair.left.speakers() & pair.right.speakers()
        sources = sorted((content.sources[slug] for slug in both), key=lambda source: key(source.name))
        expected = [(source.slug, [told(source, pair.left), told(source, pair.right)]) for source in sources]
        assert page.source_rows() == expected, page.address


def test_the_other_pairs_are_all_listed_with_their_numbers(
    content: Content, pairs: list[Comparison], pages: Pages
) -> None:
    numbers = {}
    for pair in pairs:
        if pair.differences:
            shared = closeness(content, pair.left, pair.right)
            numbers[address(pair.left.slug, pair.right.slug)] = (len(pair.differences), shared)
    for pair, page in pages:
        expected = []
        for item in (pair.left, pair.right):
            around = [tuple(sorted([item.slug, other])) for other in sorted(content.items) if other != item.slug]
            listed = [address(*pair) for pair in around if address(*pair) in numbers]
            expected += [(link, *numbers[link]) for link in listed if link != page.address]
        assert page.other_pairs() == expected, page.address


def test_the_description_names_what_differs(content: Content, pages: Pages) -> None:
    for pair, page in pages:
        title = f"{pair.left.name} vs {pair.right.name}"
        names = [content.criteria[slug].name for slug in pair.differences]
        told = page.meta("description")
        assert text_of(page.find("//h1")[0]) == title and page.find("//title")[0].text.startswith(title)
        assert told == page.meta("og:description")
        assert told.startswith(f"{title}, side by side: they differ on {', '.join(names[:3])}"), page.address
        more = re.search(r" and (\d+) more,", told)
        assert (int(more[1]) if more else 0) == max(0, len(names) - 3), page.address


def test_the_grid_counts_the_differences_of_every_pair(
    site: BuiltSite, content: Content, pairs: list[Comparison]
) -> None:
    index = PairPage(site.folder, "compare/")
    numbers = {frozenset((pair.left.slug, pair.right.slug)): pair for pair in pairs}
    by_name = [item.slug for item in sorted(content.items.values(), key=lambda item: key(item.name))]
    rows = index.find('//tr[starts-with(@id, "Item_")]')
    assert [row.get("id").removeprefix("Item_") for row in rows] == by_name
    for row, slug in zip(rows, by_name, strict=True):
        cells = row.findall("td")
        assert len(cells) == len(by_name)
        for cell, other in zip(cells, by_name, strict=True):
            links = index.find(".//a", cell)
            if slug == other:
                assert not links and "itself" in text_of(cell)
                continue
            count = len(numbers[frozenset((slug, other))].differences)
            names = [content.items[name].name for name in (slug, other)]
            assert [index.target(a) for a in links] == [address(*sorted([slug, other]))] * bool(count)
            said = text_of(cell).removeprefix(f"{names[0]} vs {names[1]}: ")
            assert said.startswith(f"{count} difference"), (slug, other)
    meta = text_of(index.find('//*[@class="meta"]')[0])
    assert meta.startswith(f"{sum(bool(pair.differences) for pair in pairs)} pairs")


def check_redirects(folder: Path, pages: Pages, canonical: Callable[[str], list[str]]) -> None:
    for pair, page in pages:
        reverse = PairPage(folder, address(pair.right.slug, pair.left.slug))
        refresh = [meta.get("content") for meta in reverse.find('//meta[@http-equiv="refresh"]')]
        assert [content.partition("url=")[0] for content in refresh] == ["0; "]
        target = reverse.find("//a")[0]
        assert [content.partition("url=")[2] for content in refresh] == [target.get("href")]
        assert reverse.target(target) == page.address
        assert reverse.meta("robots") == "noindex"
        assert reverse.canonical() == canonical(page.address)


def test_the_reverse_address_leads_to_the_page(
    site: BuiltSite, addressed_site: BuiltSite, unaddressed_site: BuiltSite, pages: Pages
) -> None:
    """By a meta refresh, with the page's canonical link where the site has an address, and kept out of indexes."""
    check_redirects(site.folder, pages, lambda target: ["https://frameworks.example/" + target])
    check_redirects(addressed_site.folder, pages, lambda target: [f"{addressed_site.base_url}{target}"])
    check_redirects(unaddressed_site.folder, pages, lambda target: [])


def test_the_sitemap_has_every_pair_once_and_no_redirect(addressed_site: BuiltSite, pages: Pages) -> None:
    sitemap = etree.parse(addressed_site.folder / "sitemap.xml")
    listed = [loc.text.removeprefix(addressed_site.base_url) for loc in sitemap.iterfind(".//s:url/s:loc", SITEMAP)]
    assert sorted(link for link in listed if "-vs-" in link) == sorted(page.address for _, page in pages)
    assert len(listed) == len(set(listed))
    for _, page in pages:
        own = PairPage(addressed_site.folder, page.address)
        assert own.canonical() == [addressed_site.base_url + page.address]
        assert not own.find('//meta[@name="robots"]')


# An edit of django.md, and the check that must notice that the pages tell the content of before.
EDITS = [
    (r"\n  orm: \{ value: yes", "\n  orm: { value: no", test_every_criterion_stands_in_its_table_and_in_no_other),
    (r"\n  first-release: [^\n]*", "", test_the_numbers_are_those_of_what_is_listed),
    (r"(orm: .*sources: \[)tech-platform, ", r"\1", test_every_cell_shows_its_item_and_who_says_so),
    (r"\n- \*\*Data access\*\*: [^\n]*", "", test_the_claims_of_both_sides_are_all_there),
    (r"\n- \*\*Content management\*\*: [^\n]*", "", test_the_reasons_to_choose_are_true_and_all_there),
    (r"\n- \*\*Instagram\*\*[^\n]*", "", test_the_sources_are_those_that_speak_of_both),
    (r"licence: \{ value: bsd-3", "licence: { value: mit", test_the_other_pairs_are_all_listed_with_their_numbers),
]


@pytest.mark.parametrize(("pattern", "replacement", "check"), EDITS, ids=[check.__name__ for _, _, check in EDITS])
def test_what_pages_and_content_do_not_share_is_found(
    pattern: str, replacement: str, check: Callable[..., None], pages: Pages, tmp_path: Path
) -> None:
    """A check of the checks."""
    shutil.copytree(REPOSITORY / "Content", tmp_path / "Content")
    document = tmp_path / "Content" / "frameworks" / "django.md"
    edited, count = re.subn(pattern, replacement, document.read_text(encoding="utf-8"))
    assert count >= 1
    document.write_text(edited, encoding="utf-8")
    other = Content(tmp_path / "Content")
    pairs = [compare(other, other.items[pair.left.slug], other.items[pair.right.slug]) for pair, _ in pages]
    stale = [(pair, page) for pair, (_, page) in zip(pairs, pages, strict=True)]
    fixtures = {"content": other, "pairs": pairs, "pages": stale}
    with pytest.raises(AssertionError):
        check(**{name: fixtures[name] for name in inspect.signature(check).parameters})


def test_every_mark_leads_to_a_statement_on_its_matter(site: BuiltSite, pages: Pages) -> None:
    """On the page of the source, at the item that the mark stands for."""

    @cache
    def source(slug: str) -> PairPage:
        return PairPage(site.folder, f"sources/{slug}/")

    @cache
    def statement(slug: str, anchor: str) -> str:
        (found,) = source(slug).find(f'//*[@id="{anchor}"]')
        return text_of(found)

    checked = 0
    for pair, page in pages:
        for line, matter, item in marked(page, [pair.left.slug, pair.right.slug]):
            for mark in page.find('.//*[@class="cites"]/a', line):
                anchor = mark.get("href").partition("#")[2]
                assert re.fullmatch(rf"(From|Fact)_{item(mark)}_.*", anchor), (page.address, anchor)
                assert matter in statement(page.slug(mark), anchor), (page.address, anchor)
                checked += 1
    assert checked > 10_000


def marked(page: PairPage, slugs: list[str]) -> list[tuple]:
    """What carries marks on a page of a pair: the element, what it is about, and for a mark in it the item's slug."""

    def fixed(slug: str) -> Callable[[object], str]:
        return lambda _: slug

    def own_or_other(own: str, other: str) -> Callable:
        return lambda mark: other if mark.xpath('ancestor::*[contains(@class, "against-it")]') else own

    found = []
    for side, own, other in [("left", *slugs), ("right", *reversed(slugs))]:
        for line in page.lines(f"Choose_{side}"):
            found.append((line, text_of(page.find("./a", line)[0]), own_or_other(own, other)))
    for row in page.find("//tr[@id]"):
        name = text_of(page.find("./th/a", row)[0])
        found += [(cell, name, fixed(slug)) for cell, slug in zip(row.findall("td"), slugs, strict=True)]
    return found
