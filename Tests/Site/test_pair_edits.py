"""Checks of the checks of pairs: what pages and content do not share is found; and what every mark leads to."""

import inspect
import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import test_pair_reasons as reasons
import test_pair_rows as rows
import test_pairs
from building import REPOSITORY, BuiltSite
from comparing import Comparison, compare
from content import Content
from lxml import etree
from pairpages import PairPage, with_class
from sitepages import SitePage, text_of

Pages = list[tuple[Comparison, PairPage]]

# An edit of django.md, and the check that must notice that the pages tell the content of before.
EDITS = [
    (r"\n  orm: \{ value: yes", "\n  orm: { value: no", rows.test_every_row_stands_in_its_section_and_in_no_other),
    (r"(orm: .*sources: \[)tech-platform, ", r"\1", rows.test_every_fact_stands_in_its_row_with_who_says_so),
    (r"\n- \*\*Data access\*\*: [^\n]*", "", rows.test_the_claims_of_both_sides_are_there_or_one_link_away),
    (r"(\n- \*\*Scalability\*\*: [^\n]*)", r"\1 [^new]", rows.test_every_balance_is_that_of_its_item),
    (r"favours: flask", "favours: django", rows.test_what_is_said_of_both_stands_in_its_row),
    (r"\n  - \{ item: flask, [^\n]*", "", rows.test_the_relations_between_the_two_are_all_told),
    (r"\n- \*\*Content management\*\*: [^\n]*", "", reasons.test_the_reasons_to_choose_are_all_there_in_order),
    (r"\n- \*\*Security\*\*: [^\n]*", "", reasons.test_a_reason_says_what_it_rests_on),
    (r"\n  first-release: [^\n]*", "", test_pairs.test_the_numbers_are_those_of_what_is_listed),
    (r"\n- \*\*Instagram\*\*[^\n]*", "", test_pairs.test_the_sources_are_those_that_speak_of_either),
    (r"licence: \{ value: bsd-3", "licence: { value: mit", test_pairs.test_the_other_pairs_are_the_closest),
]


@pytest.mark.parametrize(("pattern", "replacement", "check"), EDITS, ids=[check.__name__ for _, _, check in EDITS])
def test_what_pages_and_content_do_not_share_is_found(
    pattern: str, replacement: str, check: Callable[..., None], pair_pages: Pages, tmp_path: Path
) -> None:
    shutil.copytree(REPOSITORY / "Content", tmp_path / "Content")
    document = tmp_path / "Content" / "frameworks" / "django.md"
    edited, count = re.subn(pattern, replacement, document.read_text(encoding="utf-8"))
    assert count >= 1
    document.write_text(edited + "\n[^new]: [New](../sources/new.md)\n", encoding="utf-8")
    (tmp_path / "Content" / "sources" / "new.md").write_text("---\nname: New\n---\n", encoding="utf-8")
    other = Content(tmp_path / "Content")
    pairs = [compare(other, other.items[pair.left.slug], other.items[pair.right.slug]) for pair, _ in pair_pages]
    stale = [(pair, page) for pair, (_, page) in zip(pairs, pair_pages, strict=True)]
    fixtures = {"content": other, "pairs": pairs, "pair_pages": stale}
    with pytest.raises(AssertionError):
        check(**{name: fixtures[name] for name in inspect.signature(check).parameters})


def test_every_mark_leads_to_a_statement_on_its_matter(
    site: BuiltSite, content: Content, pair_pages: Pages
) -> None:
    """In the list of the page's sources, which names the source whose own page has the statement."""

    @cache
    def said(slug: str, item: str) -> str:
        (fold,) = SitePage(site.folder, f"sources/{slug}/").find(f'//details[@id="Item_{item}"]')
        return text_of(fold)

    checked = 0
    for pair, page in pair_pages:
        for part, matter, item in marked(page, [pair.left.slug, pair.right.slug]):
            for mark in page.find('.//a[starts-with(@href, "#")]', part):
                source = page.source(mark)
                assert source, (page.address, mark.get("href"))
                assert matter in said(source, item), (page.address, source, matter)
                checked += 1
    assert checked > 5_000


def marked(page: PairPage, slugs: list[str]) -> Iterator[tuple[etree.ElementBase, str, str]]:
    """What carries marks on a page of a pair: the part of a row, what the row is about, and the item's slug."""
    for row in page.find(with_class("row", "details")):
        name = page.find("./summary/b", row)[0].text.strip()
        for side, slug in zip(page.sides(row), slugs, strict=True):
            yield side, name, slug
