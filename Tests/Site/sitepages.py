"""A page of a built site, read from its markup by the anchors that stay when the theme changes."""

import re
from pathlib import Path
from posixpath import join, normpath

from lxml import html


class SitePage:
    """A page and where it stands, with the addresses of its links taken from the site's root."""

    def __init__(self, site: Path, address: str) -> None:
        self.address = address
        parser = html.HTMLParser(encoding="utf-8")
        self.tree = html.document_fromstring((site / address / "index.html").read_bytes(), parser=parser)

    def find(self, path: str, within: html.HtmlElement | None = None) -> list[html.HtmlElement]:
        return (self.tree if within is None else within).xpath(path)

    def target(self, link: html.HtmlElement) -> str:
        """Where a link leads: an address from the site's root without its anchor, ending in `/`."""
        path = link.get("href").partition("#")[0]
        return normpath(join(self.address, path)) + "/" if path else self.address

    def slug(self, link: html.HtmlElement) -> str:
        return self.target(link).split("/")[-2]

    def meta(self, name: str) -> str:
        return self.find(f'//meta[@name="{name}" or @property="{name}"]')[0].get("content")

    def canonical(self) -> list[str]:
        return [link.get("href") for link in self.find('//link[@rel="canonical"]')]

    def section(self, anchor: str) -> html.HtmlElement | None:
        """The section whose heading has an anchor, or the fold that has it."""
        found = self.find(f'//details[@id="{anchor}"] | //*[@id="{anchor}"][not(self::details)]/ancestor::section[1]')
        assert len(found) <= 1, f"{self.address}: {len(found)} of #{anchor}"
        return found[0] if found else None

    def lines(self, anchor: str) -> list[html.HtmlElement]:
        """The lines of the lists in a section; none where there is no such section."""
        section = self.section(anchor)
        return self.find(".//li", section) if section is not None else []

    def count(self, anchor: str) -> int:
        """The number that stands in a heading."""
        return int(self.find(f'//*[@id="{anchor}"]//*[@class="count"]')[0].text)

    def cited(self, element: html.HtmlElement) -> list[str]:
        """The sources that are cited in an element, in order: on their own pages, or in the list of sources of this one."""
        found = [self.source(a) for a in self.find(".//a", element)]
        return [slug for slug in found if slug]

    def source(self, link: html.HtmlElement) -> str | None:
        """The source that a link leads to, if it leads to one."""
        listed = link.get("href").removeprefix("#Source_")
        if listed != link.get("href"):
            (line,) = self.find(f'//li[@id="Source_{listed}"]')
            return self.slug(line.find(".//a"))
        return self.slug(link) if self.target(link).startswith("sources/") else None

    def table(self, anchor: str) -> list[list[html.HtmlElement]]:
        """The cells of each row in the body and the foot of the table whose caption has an anchor."""
        rows = self.find(f'//table[caption[@id="{anchor}"]]/*[self::tbody or self::tfoot]/tr')
        return [list(row) for row in rows]


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def number_of(element: html.HtmlElement) -> int:
    """The first number that an element shows; a minus sign before it counts."""
    found = re.search(r"(−?)([\d,]+)", text_of(element))
    assert found, text_of(element)
    return int(found[2].replace(",", "")) * (-1 if found[1] else 1)
