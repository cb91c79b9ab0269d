"""What other generators are given ready: which pairs there are, and which of them a page links to.

They have no way to find out which items have most in common, so it is read off the pages that Collate has built.
"""

import html
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Link:
    # The folder of the page.
    slug: str
    text: str


@dataclass(frozen=True)
class Alternative:
    item: Link
    # The pair, and on how many criteria the two differ; None where it has no page.
    pair: Link | None


@dataclass(frozen=True)
class ReadyPairs:
    """All pairs that have a page, by its slug, with what is linked from pages."""

    pairs: dict[str, tuple[str, str]]
    # Of each pair: the closest other pairs of the two.
    others: dict[str, list[Link]]
    # Of each item: those that it has most in common with.
    alternatives: dict[str, list[Alternative]]

    @cached_property
    def by_item(self) -> dict[str, list[str]]:
        """The pairs of each item."""
        found: dict[str, list[str]] = {}
        for slug, items in self.pairs.items():
            for item in items:
                found.setdefault(item, []).append(slug)
        return found


def ready_pairs(output: Path) -> ReadyPairs:
    # A large site has several sitemaps.
    sitemaps = "".join(path.read_text(encoding="utf-8") for path in sorted(output.glob("sitemap*.xml")))
    found = re.findall(r"/compare/(([a-z0-9-]+?)-vs-([a-z0-9-]+))/", sitemaps)
    pairs = {slug: (left, right) for slug, left, right in found}
    others = {slug: other_pairs(output / "compare" / slug / "index.html") for slug in pairs}
    items = sorted({item for both in pairs.values() for item in both})
    return ReadyPairs(pairs, others, {item: alternatives(output / "items" / item / "index.html") for item in items})


def other_pairs(page: Path) -> list[Link]:
    links = re.findall(r'<li><a href="[./]*/compare/([^/"]+-vs-[^/"]+)/">(.*?)</a></li>', part_after(page, 'id="Other_pairs"'))
    return [Link(slug, html.unescape(text)) for slug, text in links]


def alternatives(page: Path) -> list[Alternative]:
    pattern = (
        r'<li><a href="[./]*/items/([^/"]+)/">(.*?)</a>(?: <a class="src" href="[./]*/compare/([^/"]+)/">(.*?)</a>)?</li>'
    )
    return [
        Alternative(Link(item, html.unescape(name)), Link(pair, differences) if pair else None)
        for item, name, pair, differences in re.findall(pattern, part_after(page, 'id="The_alternatives"'))
    ]


def part_after(page: Path, mark: str) -> str:
    return page.read_text(encoding="utf-8").partition(mark)[2].partition("</section>")[0]
