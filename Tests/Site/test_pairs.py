"""The pages of pairs as a whole against a second reading of the content: which there are, and what they tell of it."""

import re
from collections.abc import Callable
from pathlib import Path

from building import BuiltSite
from comparing import Comparison, closeness, judgement
from content import Content, Item, Source, key
from lxml import etree
from pairpages import PairPage, address, numbers_in
from reasoning import reasons
from sitepages import text_of

# The sections of rows, which the contents count, and the folds among them, whose heads do.
SECTIONS = ["The_differences", "The_facts", "The_uses", "The_common", "The_shared_facts", "The_undecided", "The_gaps"]
FOLDS = [*SECTIONS[3:], "The_silence", "The_mentions"]
# How many of the other pairs of its items a page offers.
OTHERS = 6
Pages = list[tuple[Comparison, PairPage]]
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def test_the_second_reading_reads_all_there_is(content: Content) -> None:
    """A check of the check: every bullet below a heading of claims, every fact, and definitions that tell something."""
    assert len(content.items) == 17
    assert sum(len(item.claims) for item in content.items.values()) > 600
    assert sum(len(facts) for item in content.items.values() for facts in item.facts.values()) > 200
    verdicts = {judgement(item, criterion) for item in content.items.values() for criterion in content.criteria}
    assert verdicts == {"praised", "criticised", "contested", "mixed", "mentioned", None}


def test_there_are_136_pairs_each_with_a_page_and_a_redirect(
    site: BuiltSite, pairs: list[Comparison], pair_pages: Pages
) -> None:
    """Pairs that nothing tells apart, and no source directly, have neither; the compare page lists just those."""
    assert len(pairs) == 136
    expected = set()
    for _, page in pair_pages:
        left, right = page.address.split("/")[1].split("-vs-")
        expected |= {page.address + "index.html", address(right, left) + "index.html"}
    built = (site.folder / "compare").glob("*-vs-*/*")
    assert {path.relative_to(site.folder).as_posix() for path in built} == expected
    index = PairPage(site.folder, "compare/")
    told = [[index.slug(a) for a in line.findall("a")] for line in index.lines("Left_out")]
    assert told == [[pair.left.slug, pair.right.slug] for pair in pairs if not pair.has_page]


def test_the_sources_are_those_that_speak_of_either(content: Content, pair_pages: Pages) -> None:
    """With how much each says of whom, and its rank of either."""

    def counted(count: int, noun: str) -> list[str]:
        return [f"{count} {noun}" if count == 1 else f"{count} {noun}s"] if count else []

    def told(source: Source, item: Item) -> str:
        claims = sum(source.slug in claim.sources for claim in item.claims)
        facts = sum(any(source.slug in fact.sources for fact in facts) for facts in item.facts.values())
        place = "not ranked" if source.ranking else ""
        if item.slug in source.ranking:
            place = f"place {source.ranking.index(item.slug) + 1} of {len(source.ranking)}"
        numbers = counted(claims, "statement") + counted(facts, "fact")
        return f"{item.name}: {', '.join([*numbers, place] if place else numbers)}"

    for pair, page in pair_pages:
        items = [pair.left, pair.right]
        speaking = {slug: [item for item in items if slug in item.speakers()] for slug in content.sources}
        sources = sorted((content.sources[slug] for slug in speaking if speaking[slug]), key=lambda source: key(source.name))
        expected = [(source.slug, [told(source, item) for item in speaking[source.slug]]) for source in sources]
        assert page.source_rows() == expected, page.address


def test_the_numbers_are_those_of_what_is_listed(pair_pages: Pages) -> None:
    for pair, page in pair_pages:
        counts = {anchor: f'//nav//a[@href="#{anchor}"]/following-sibling::small' for anchor in SECTIONS}
        folds = {anchor: f'//details[@id="{anchor}"]/summary/small' for anchor in FOLDS}
        for anchor, path in [*counts.items(), *folds.items()]:
            told = [int(count.text) for count in page.find(path)]
            rows = len(page.nobody() if anchor == "The_silence" else page.rows_of(anchor))
            assert told == ([rows] if rows else []), (page.address, anchor)
        lead = text_of(page.find('//*[@class="lead"]')[0])
        both = len(pair.left.speakers() & pair.right.speakers())
        numbers = numbers_in(lead.replace("No source", "0").replace("Nothing", "0"))
        assert (numbers[0], numbers[-1]) == (both, len(pair.differences)), page.address


def test_the_other_pairs_are_the_closest(content: Content, pairs: list[Comparison], pair_pages: Pages) -> None:
    """Pairs of one of the two with a third that have a page, those first that have most in common."""
    shared = {}
    for pair in pairs:
        if pair.has_page:
            shared[address(pair.left.slug, pair.right.slug)] = closeness(content, pair.left, pair.right)
    for pair, page in pair_pages:
        around = []
        for item in (pair.left, pair.right):
            around += [address(*sorted([item.slug, other])) for other in content.items if other != item.slug]
        listed = [link for link in around if link in shared and link != page.address]
        told = page.other_pairs()
        assert len(told) == len(set(told)) == min(OTHERS, len(listed)) and set(told) <= set(listed), page.address
        numbers = [shared[link] for link in told]
        assert numbers == sorted((shared[link] for link in listed), reverse=True)[:OTHERS], page.address


def test_the_title_and_the_description_tell_when_to_choose_which(content: Content, pair_pages: Pages) -> None:
    """By the first reason of each that has words; where none has, by what the two differ on."""
    for pair, page in pair_pages:
        title = f"{pair.left.name} vs {pair.right.name}"
        assert text_of(page.find("//h1")[0]) == title and page.find("//title")[0].text.startswith(title)
        told = page.meta("description")
        assert told == page.meta("og:description")
        wishes = []
        for own, other in [(pair.left, pair.right), (pair.right, pair.left)]:
            found = [r.sentence for r in reasons(content, pair, own, other) if r.has_words]
            wishes += [f"{own.name} if you {found[0]}"] if found else []
        names = [content.criteria[slug].name for slug in [*pair.contrasts, *pair.differences]]
        more = ", ".join(list(dict.fromkeys(names))[:3])
        side_by_side = f"side by side: they differ on {more}" if names else "side by side: nothing in the sources"
        expected = f": choose {', or '.join(wishes)}." if wishes else f", {side_by_side}"
        assert told.startswith(title + expected), page.address


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
            pair = numbers[frozenset((slug, other))]
            count = len(pair.differences)
            names = [content.items[name].name for name in (slug, other)]
            assert [index.target(a) for a in links] == [address(*sorted([slug, other]))] * pair.has_page
            said = text_of(cell).removeprefix(f"{names[0]} vs {names[1]}: ")
            assert re.search(rf"\b{count} difference", said), (slug, other)
    meta = text_of(index.find('//*[@class="meta"]')[0])
    assert meta.startswith(f"{sum(pair.has_page for pair in pairs)} pairs")


def check_redirects(folder: Path, pair_pages: Pages, canonical: Callable[[str], list[str]]) -> None:
    for pair, page in pair_pages:
        reverse = PairPage(folder, address(pair.right.slug, pair.left.slug))
        refresh = [meta.get("content") for meta in reverse.find('//meta[@http-equiv="refresh"]')]
        assert [content.partition("url=")[0] for content in refresh] == ["0; "]
        target = reverse.find("//a")[0]
        assert [content.partition("url=")[2] for content in refresh] == [target.get("href")]
        assert reverse.target(target) == page.address
        assert reverse.meta("robots") == "noindex"
        assert reverse.canonical() == canonical(page.address)


def test_the_reverse_address_leads_to_the_page(
    site: BuiltSite, addressed_site: BuiltSite, unaddressed_site: BuiltSite, pair_pages: Pages
) -> None:
    """By a meta refresh, with the page's canonical link where the site has an address, and kept out of indexes."""
    check_redirects(site.folder, pair_pages, lambda target: ["https://frameworks.example/" + target])
    check_redirects(addressed_site.folder, pair_pages, lambda target: [f"{addressed_site.base_url}{target}"])
    check_redirects(unaddressed_site.folder, pair_pages, lambda target: [])


def test_the_sitemap_has_every_pair_once_and_no_redirect(addressed_site: BuiltSite, pair_pages: Pages) -> None:
    sitemap = etree.parse(addressed_site.folder / "sitemap.xml")
    listed = [loc.text.removeprefix(addressed_site.base_url) for loc in sitemap.iterfind(".//s:url/s:loc", SITEMAP)]
    assert sorted(link for link in listed if "-vs-" in link) == sorted(page.address for _, page in pair_pages)
    assert len(listed) == len(set(listed))
    for _, page in pair_pages:
        own = PairPage(addressed_site.folder, page.address)
        assert own.canonical() == [addressed_site.base_url + page.address]
        assert not own.find('//meta[@name="robots"]')
