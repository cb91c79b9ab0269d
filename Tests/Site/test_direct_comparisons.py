"""What sources say of two items at once, on the pages of items, criteria and sources: each where it belongs."""

from collections.abc import Callable, Iterator

import pytest
from building import BuiltSite
from content import NEITHER, Content, Relation
from sitepages import SitePage, text_of

ANCHOR = "The_comparisons"


@pytest.fixture(scope="module")
def direct(content: Content) -> list[Relation]:
    found = [relation for item in content.items.values() for relation in item.relations if relation.is_direct]
    assert len(found) > 20
    return found


def page_addresses(content: Content) -> Iterator[tuple[str, Callable[[Relation], bool]]]:
    """The pages that list direct comparisons, and which of them each lists."""
    for slug in content.items:
        yield f"{content.items_folder}/{slug}/", lambda relation, slug=slug: slug in (relation.item, relation.other)
    for slug in content.criteria:
        yield f"criteria/{slug}/", lambda relation, slug=slug: relation.criterion == slug
    for slug in content.sources:
        yield f"sources/{slug}/", lambda relation, slug=slug: slug in relation.sources


def test_every_page_lists_the_comparisons_that_belong_to_it(
    site: BuiltSite, content: Content, direct: list[Relation]
) -> None:
    """With who says so; that of a source, on what, and whom they favour."""
    for address, belongs in page_addresses(content):
        page = SitePage(site.folder, address)
        expected = [relation for relation in direct if belongs(relation)]
        lines = page.lines(ANCHOR)
        # The pages of items and sources list beside them how one relates to another without comparing.
        lists_all = not address.startswith("criteria/")
        assert len(lines) == len(expected) or lists_all and len(lines) > len(expected), address
        for relation in expected:
            assert any(tells(content, page, line, relation) for line in lines), (address, relation)


def tells(content: Content, page: SitePage, line: object, relation: Relation) -> bool:
    text = text_of(line).replace("’", "'")
    names = [content.items[slug].name for slug in (relation.item, relation.other)]
    said = text.startswith(f"{names[0]} {relation.words} {names[1]}")
    cited = page.cited(line) == list(relation.sources)
    if not page.address.startswith("sources/"):
        return said and cited
    favours = "favours" in text
    if relation.favours not in (None, NEITHER):
        favours = text.endswith(f"favours {content.items[relation.favours].name}")
    links = [page.target(link) for link in page.find(".//a", line)]
    on = relation.criterion is None or f"criteria/{relation.criterion}/" in links
    return said and on and favours == (relation.favours not in (None, NEITHER))


def test_the_page_of_a_source_counts_what_it_says_of_two_at_once(site: BuiltSite, content: Content) -> None:
    relations = [relation for item in content.items.values() for relation in item.relations]
    for slug in content.sources:
        page = SitePage(site.folder, f"sources/{slug}/")
        count = sum(slug in relation.sources for relation in relations)
        told = page.find('//details[@id="The_comparisons"]/summary/small')
        assert [text_of(number) for number in told] == [str(count)] * bool(count), slug
