"""What a page of a pair shows, read from its markup by the anchors that stay when the theme changes."""

import re
from dataclasses import dataclass

from balances import Balance
from building import BuiltSite
from comparing import Comparison
from lxml import html
from sitepages import SitePage, text_of

SIDES = ["left", "right"]
# What the ids of rows begin with.
ROWS = ["Opinion", "Fact", "Use"]
# What the classes of a balance draw.
DOTS = {"f": "for", "a": "against", "h": "both"}
# How many reasons for a side stand before the fold; it never holds a single one.
OPEN = 4
# The lists of a side of an open row, by the kind of claim that they hold.
LISTS = {"strengths": "pro", "weaknesses": "con", "features": "also"}


def address(left: str, right: str) -> str:
    return f"compare/{left}-vs-{right}/"


def with_class(name: str, element: str = "*") -> str:
    """The step to descendants that have a class among others."""
    return f'.//{element}[contains(concat(" ", normalize-space(@class), " "), " {name} ")]'


@dataclass(frozen=True)
class ShownReason:
    """A line of the reasons: its kind, the page and the row that it leads to, and what it says."""

    kind: str
    page: str
    row: str
    sentence: str
    line: html.HtmlElement


class PairPage(SitePage):
    """The page of a pair."""

    def section(self, anchor: str) -> html.HtmlElement | None:
        """The section whose heading has an anchor, or the fold that has it itself."""
        path = f'//*[@id="{anchor}"]/ancestor-or-self::*[self::section or self::details]'
        found = self.find(f"({path})[last()]")
        return found[0] if found else None

    def rows_of(self, anchor: str) -> list[str]:
        """The ids of the rows in a section, in order; none where there is no such section."""
        section = self.section(anchor)
        return [] if section is None else self.ids(section)

    def all_rows(self) -> list[str]:
        return self.ids(self.tree)

    def ids(self, within: html.HtmlElement) -> list[str]:
        found = self.find(" | ".join(f'.//*[starts-with(@id, "{kind}_")]' for kind in ROWS), within)
        return [row.get("id") for row in found]

    def row(self, anchor: str) -> html.HtmlElement:
        (row,) = self.find(f'//*[@id="{anchor}"]')
        return row

    def opens(self, anchor: str) -> bool:
        """Whether a row opens to statements; of the others the pages of the items have them."""
        return self.row(anchor).tag == "details"

    def ways(self, anchor: str) -> list[tuple[str, str]]:
        """The addresses and anchors on pages of items that a row leads to."""
        links = self.find(".//a[contains(@href, '#')]", self.row(anchor))
        return [(self.target(a), a.get("href").partition("#")[2]) for a in links if not self.source(a)]

    def head(self, anchor: str) -> tuple[list[html.HtmlElement], list[str]]:
        """The two cells in the head of a row of opinions, and which sides are marked as the stronger one."""
        cells = self.find(f"./summary{with_class('c', 'span')[1:]}", self.row(anchor))
        return cells, [side for side, cell in zip(SIDES, cells, strict=True) if "w" in cell.get("class").split()]

    def balances(self, row: html.HtmlElement) -> list[html.HtmlElement]:
        """The balances in the head of a row, or in the evidence of a reason."""
        return self.find(with_class("b", "span"), row)

    def sides(self, row: html.HtmlElement) -> list[html.HtmlElement]:
        """What is folded in a row, the left item's part first."""
        return self.find(f'{with_class("say")}/div', row)

    def claims(self, part: html.HtmlElement, kind: str) -> list[tuple[str, ...]]:
        """The sources of each claim of a kind; a source cited in the middle of a claim may stand behind it too."""
        lines = self.find(f"{with_class(LISTS[kind], 'ul')}/li", part)
        return [tuple(dict.fromkeys(self.cited(line))) for line in lines]

    def facts(self, criterion: str) -> list[html.HtmlElement]:
        """What a row of facts folds away for each item."""
        return self.sides(self.row(f"Fact_{criterion}"))

    def values(self, criterion: str) -> list[html.HtmlElement]:
        """What stands in view: the cells of a row of facts, or the value of the one item that has any."""
        row = self.row(f"Fact_{criterion}")
        return self.find(with_class("c", "span"), row) or self.find("./span", row)

    def nobody(self) -> list[str]:
        """The criteria of which nobody says anything."""
        silence = self.section("The_silence")
        return [] if silence is None else [self.slug(a) for a in self.find(f'{with_class("nobody", "p")}//a', silence)]

    def words(self, cell: html.HtmlElement) -> list[str]:
        """The values or states that a cell of facts shows, without sources and remarks."""
        return [text_of(span) for span in self.find('.//*[@class="v" or @class="soft" or starts-with(@class, "s s-")]', cell)]

    def reasons(self, side: str) -> list[ShownReason]:
        """Every line of the reasons for a side, in order."""
        found = []
        for line in self.reason_lines(side):
            (link,) = self.find('./a[@class="q"]', line)
            page, _, row = link.get("href").partition("#")
            found.append(ShownReason(line.get("data-reason"), self.target(link) if page else "", row, text_of(link), line))
        return found

    def reason_lines(self, side: str) -> list[html.HtmlElement]:
        section = self.section(f"Choose_{side}")
        return self.find(".//li[@data-reason]", section) if section is not None else []

    def folded_reasons(self, side: str) -> int:
        """How many of the reasons for a side stand in its fold."""
        return len(self.find(".//details//li[@data-reason]", self.section(f"Choose_{side}")))

    def source_rows(self) -> list[tuple[str, list[str]]]:
        """The sources that speak of either, each with what is told of each item."""
        lines = self.lines("The_sources")
        return [(self.slug(self.find("./a", line)[0]), [text_of(c) for c in self.find(with_class("c"), line)]) for line in lines]

    def other_pairs(self) -> list[str]:
        """The addresses of the other pairs that the page offers."""
        lines = self.lines("Other_pairs")
        return [self.target(self.find(".//a", line)[0]) for line in lines if line.get("class") != "all"]


def pages_of(site: BuiltSite, pairs: list[Comparison]) -> list[tuple[Comparison, PairPage]]:
    """The pairs that must have a page, with their pages."""
    told = [pair for pair in pairs if pair.has_page]
    return [(pair, PairPage(site.folder, address(pair.left.slug, pair.right.slug))) for pair in told]


def before_fold(reasons: list) -> list:
    """The reasons that stand open."""
    return reasons if len(reasons) == OPEN + 1 else reasons[:OPEN]


def drawn(shown: html.HtmlElement) -> tuple[str, list[int]]:
    """What a balance says in words, and how many sources it draws for, against and both: by classes, or as a bar."""
    bar = {rect.get("class"): int(rect.get("width")) for rect in shown.iter("rect")}
    if not bar:
        classes = shown.get("class").split()
        bar = {DOTS[name[0]]: int(name[1:]) for name in classes if re.fullmatch(r"[fah]\d+", name)}
        assert bar or "no" in classes
    return text_of(shown), [bar.get(group, 0) for group in DOTS.values()]


def drawing(told: Balance) -> tuple[str, list[int]]:
    """What a balance must say and draw."""
    return told.words, [len(told.supporters), len(told.critics), len(told.both)]


def numbers_in(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\b\d+\b", text)]
